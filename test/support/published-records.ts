import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readRecords } from '../../src/ingest/records/record.ts';
import { findTwins, recordToIndexable } from '../../src/ingest/records/to-document.ts';
import type { IndexedDocument } from '../../src/retrieval/model.ts';

/** The published procedure records and the questions about them; tests that need them skip where they are not. */
export const PUBLISHED = fileURLToPath(new URL('../../../shared/data/tthc/', import.meta.url));
export const PUBLISHED_HERE = existsSync(`${PUBLISHED}procedures.jsonl`);

export interface PublishedQuestion {
  readonly id: string;
  readonly q: string;
  readonly kind: string;
  readonly style: string;
  readonly gold: readonly { readonly procedureCode: string }[];
  readonly facts: readonly string[];
}

export function indexedRecords(): IndexedDocument[] {
  const records = [...readRecords(readFileSync(`${PUBLISHED}procedures.jsonl`, 'utf8'), 'jsonl')].flatMap(
    (o) => (o.ok ? [o.record] : []),
  );
  const twins = findTwins(records);
  return records.map((r) => recordToIndexable(r, 'procedures.jsonl', twins.get(r.ma_thu_tuc) ?? []));
}

export function publishedQuestions(): PublishedQuestion[] {
  return readFileSync(`${PUBLISHED}questions.dev.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as PublishedQuestion);
}
