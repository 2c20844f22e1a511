import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readEverydayNames } from '../ingest/corpus/everyday-names.ts';
import { readOtherMatters } from '../ingest/corpus/other-matters.ts';
import { understandFile } from '../ingest/understand.ts';
import type { IndexedDocument } from '../retrieval/model.ts';
import type { OtherMatter } from '../retrieval/ranking/elsewhere.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SHARED = join(ROOT, '../shared/data');

/** The larger set stops here: MiniSearch needs gigabytes and minutes beyond. */
const MOST_CHUNKS = 100_000;

/** Documents and questions to measure with. */
export interface BenchSet {
  readonly name: string;
  readonly documents: readonly IndexedDocument[];
  readonly questions: readonly string[];
  /** Matters of other offices, which every question is held against as in the product. */
  readonly otherMatters: readonly OtherMatter[];
  /** Reading and understanding, milliseconds. */
  readonly readMs: number;
}

/** The procedure records, then the same with the codified law: about 30,000 and 100,000 chunks. Without the shared
 * data, the project's own corpus. `quick` stops after the first. */
export async function* benchSets(quick: boolean, tell: (text: string) => void): AsyncGenerator<BenchSet> {
  const records = join(SHARED, 'tthc/procedures.jsonl');
  if (!existsSync(records)) {
    yield await set('corpus', await filesUnder(join(ROOT, 'corpus')), [], undefined, tell);
    return;
  }
  const questions = (await readFile(join(SHARED, 'tthc/questions.dev.jsonl'), 'utf8'))
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { q: string }).q);
  const first = await set('tthc', [records], [], questions, tell);
  yield first;
  if (quick) return;
  const laws = await filesUnder(join(SHARED, 'codified-law'));
  yield await set('tthc+codified-law', laws, first.documents, questions, tell, first.readMs);
}

async function set(
  name: string,
  files: readonly string[],
  before: readonly IndexedDocument[],
  questions: readonly string[] | undefined,
  tell: (text: string) => void,
  readBefore = 0,
): Promise<BenchSet> {
  const started = performance.now();
  const names = readEverydayNames(join(ROOT, 'corpus/ten-thuong-goi'));
  let chunks = before.reduce((n, d) => n + d.chunks.length, 0);
  const documents = new Map(before.map((d) => [d.facts.id, d]));
  for (const [i, file] of files.entries()) {
    const understood = await understandFile(await readFile(file), file.split('/').at(-1)!);
    if (understood.status !== 'documents') continue;
    for (const { facts, chunks } of understood.documents) {
      const asked = facts.procedureCode === undefined ? [] : names.of(facts.procedureCode, facts.title);
      documents.set(facts.id, { facts: asked.length > 0 ? { ...facts, asked } : facts, chunks });
    }
    chunks += understood.documents.reduce((n, d) => n + d.chunks.length, 0);
    if (chunks >= MOST_CHUNKS) break;
    if (i % 500 === 499) tell(`${name}: đã đọc ${i + 1}/${files.length} tệp`);
  }
  const readMs = readBefore + performance.now() - started;
  const all = [...documents.values()];
  return {
    name,
    documents: all,
    otherMatters: readOtherMatters(join(ROOT, 'corpus/thu-tuc-khac')),
    readMs,
    questions: questions ?? all.slice(0, 100).map((d) => d.facts.title),
  };
}

async function filesUnder(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((e) => e.isFile() && /\.(?:md|txt|jsonl?|docx)$/.test(e.name) && e.name !== 'manifest.json')
    .map((e) => join(e.parentPath, e.name))
    .sort();
}
