import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type EvaluationQuestion, isRight, parseQuestions } from '../../src/evaluation/questions.ts';
import { firstRightRank, type RankingScores, rankingScores } from '../../src/evaluation/ranking.ts';
import { readEverydayNames } from '../../src/ingest/corpus/everyday-names.ts';
import { understandRecords } from '../../src/ingest/records/file.ts';
import { understandFile } from '../../src/ingest/understand.ts';
import { fold } from '../../src/legal/text.ts';
import { RetrievalIndex } from '../../src/retrieval/index/retrieval-index.ts';
import { MemorySource } from '../../src/retrieval/memory-source.ts';
import type { IndexedDocument, Retriever } from '../../src/retrieval/model.ts';
import { createRetriever } from '../../src/retrieval/retriever.ts';

const DATA = new URL('../../../shared/data/', import.meta.url).pathname;
const at = (path: string) => join(DATA, path);
const present = existsSync(at('tthc/procedures.jsonl')) && existsSync(at('alqac/laws'));
if (!present) process.stderr.write('test/data/retrieval: ../shared/data is absent, skipped.\n');

const reader = { internal: true, departments: [], channel: 'cli' } as const;

function retrieverOver(documents: readonly IndexedDocument[]): Retriever {
  const index = RetrievalIndex.build(documents);
  return createRetriever({ index: () => index, source: new MemorySource(documents) });
}

async function scores(
  retriever: Retriever,
  questions: readonly EvaluationQuestion[],
  typed: (q: string) => string = (q) => q,
): Promise<RankingScores> {
  const ranks: number[] = [];
  for (const { q, gold } of questions) {
    const { hits } = await retriever.retrieve({ query: typed(q), k: 10, asOf: '2026-07-01', reader });
    ranks.push(
      firstRightRank(
        hits,
        (h) => h.unitId,
        (h) => isRight(h, gold),
      ),
    );
  }
  return rankingScores(ranks);
}

describe.skipIf(!present)('retrieval on the procedure records: the floors', () => {
  let retriever: Retriever;
  let questions: EvaluationQuestion[];
  beforeAll(() => {
    const read = understandRecords(
      readFileSync(at('tthc/procedures.jsonl'), 'utf8'),
      'procedures.jsonl',
      'jsonl',
    );
    if (read.status !== 'documents') throw new Error(read.reason);
    const names = readEverydayNames(new URL('../../corpus/ten-thuong-goi', import.meta.url).pathname);
    retriever = retrieverOver(
      read.documents.map(({ facts, chunks }) => ({
        facts: { ...facts, asked: names.of(facts.procedureCode ?? '', facts.title) },
        chunks,
      })),
    );
    questions = parseQuestions(readFileSync(at('tthc/questions.dev.jsonl'), 'utf8')).filter(
      (q) => q.gold.length > 0,
    );
  });

  it.each([
    ['full', 0.9, 0.97, 0.99],
    ['phone', 0.9, 0.97, 0.99],
  ])('%s', async (style, first, five, ten) => {
    const s = await scores(
      retriever,
      questions.filter((q) => q.style === style),
    );
    expect(s['R@1']).toBeGreaterThanOrEqual(first);
    expect(s['R@5']).toBeGreaterThanOrEqual(five);
    expect(s['R@10']).toBeGreaterThanOrEqual(ten);
  });
});

describe.skipIf(!present)('retrieval on laws: the floors', () => {
  it('with diacritics and without', async () => {
    const documents: IndexedDocument[] = [];
    for (const file of readdirSync(at('alqac/laws'))) {
      const read = await understandFile(readFileSync(at(`alqac/laws/${file}`)), file);
      if (read.status === 'documents') documents.push(...read.documents);
    }
    const retriever = retrieverOver(documents);
    const questions = parseQuestions(readFileSync(at('alqac/questions.dev.jsonl'), 'utf8'));
    const printed = await scores(retriever, questions);
    expect(printed['nDCG@10']).toBeGreaterThanOrEqual(0.915);
    expect(printed['R@1']).toBeGreaterThanOrEqual(0.86);
    const plain = await scores(retriever, questions, fold);
    expect(plain['nDCG@10']).toBeGreaterThanOrEqual(printed['nDCG@10'] - 0.02);
  });
});
