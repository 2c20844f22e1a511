/** No answer shows a number, date, sum or document number that is not in the sources of its citations. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/answer/answerer.ts';
import type { Answer, Answerer } from '../../src/answer/model.ts';
import { parseQuestions } from '../../src/evaluation/questions.ts';
import { parseGuide } from '../../src/ingest/corpus/guide.ts';
import { RetrievalIndex } from '../../src/retrieval/index/retrieval-index.ts';
import { MemorySource } from '../../src/retrieval/memory-source.ts';
import type { IndexedDocument } from '../../src/retrieval/model.ts';
import { createRetriever } from '../../src/retrieval/retriever.ts';
import { indexedRecords, PUBLISHED_HERE, publishedQuestions } from '../support/published-records.ts';
import { stated, strayNumbers } from '../support/stray-numbers.ts';

const CORPUS = join(import.meta.dirname, '../../corpus');
/** Titles asked about, spread over all records. */
const TITLES = 300;

interface Asked {
  readonly cited: number;
  /** "question: number", for people. */
  readonly stray: readonly string[];
  /** Of answers with a figure, those found out when the figure is changed. */
  readonly altered: { readonly all: number; readonly caught: number };
}

/** The longest number that is stated, with its last digit changed. */
function altered(answer: string): string {
  const text = stated(answer);
  const numbers = [...text.matchAll(/\d+(?:[./]\d+)*/gu)].sort((x, y) => y[0].length - x[0].length);
  const [longest] = numbers;
  if (longest === undefined) return text;
  const at = longest.index + longest[0].length - 1;
  return text.slice(0, at) + ((Number(text[at]) + 7) % 10) + text.slice(at + 1);
}

async function askAll(
  documents: readonly IndexedDocument[],
  questions: readonly string[],
  asOf: string,
): Promise<Asked> {
  const source = new MemorySource();
  for (const document of documents) source.add(document);
  const index = RetrievalIndex.build(documents);
  const answerer: Answerer = createAnswerer({
    retriever: createRetriever({ index: () => index, source }),
    source,
  });
  const texts = new Map(documents.map((document) => [`${document.facts.id}`, textsOf(document)]));
  const strayIn = (answer: Pick<Answer, 'answer' | 'citations'>) =>
    strayNumbers(answer, ({ documentId }) => texts.get(documentId) ?? []);
  const stray: string[] = [];
  const counts = { cited: 0, all: 0, caught: 0 };
  for (const question of questions) {
    const reader = { internal: true, departments: [], channel: 'cli' } as const;
    const { answer } = await answerer.ask({ question, asOf, reader });
    if (answer.citations.length === 0) continue;
    counts.cited++;
    for (const number of strayIn(answer)) stray.push(`${question}: ${number}`);
    const other = altered(answer.answer);
    if (other === stated(answer.answer)) continue;
    counts.all++;
    if (strayIn({ ...answer, answer: other }).length > 0) counts.caught++;
  }
  return { cited: counts.cited, stray, altered: { all: counts.all, caught: counts.caught } };
}

/** All that a document says, and what is told beside a citation of it: basis, days, cautions. */
function textsOf({ facts, chunks }: IndexedDocument): string[] {
  const { cautions = [], date } = facts;
  const day = date?.split('-').reverse().join('/') ?? '';
  return [...chunks.flatMap(({ text, label }) => [text, label]), ...cautions, day];
}

function spread<T>(items: readonly T[], n: number): T[] {
  const step = Math.max(1, Math.floor(items.length / n));
  return items.filter((_, i) => i % step === 0).slice(0, n);
}

function corpusDocuments(): IndexedDocument[] {
  return ['thu-tuc', 'huong-dan'].flatMap((folder) =>
    readdirSync(join(CORPUS, folder)).flatMap((name) => {
      const file = `${folder}/${name}`;
      return parseGuide(readFileSync(join(CORPUS, file), 'utf8'), file) ?? [];
    }),
  );
}

describe('numbers of answers', () => {
  it.skipIf(!PUBLISHED_HERE)('stand in the cited records (skipped without ../shared/data/tthc)', async () => {
    const documents = indexedRecords();
    const titles = spread(documents, TITLES).map(({ facts }) => facts.title);
    const asked = await askAll(
      documents,
      [...publishedQuestions().map(({ q }) => q), ...titles],
      '2026-06-01',
    );
    process.stdout.write(`records: ${JSON.stringify({ ...asked, stray: asked.stray.length })}\n`);
    expect(asked.cited).toBeGreaterThan(350);
    expect(asked.stray).toEqual([]);
    expect(asked.altered.caught / asked.altered.all).toBeGreaterThan(0.8);
  });

  it("stand in the cited texts of the project's own corpus", async () => {
    const questions = parseQuestions(readFileSync(join(CORPUS, 'danh-gia/cau-hoi.jsonl'), 'utf8'));
    const asked = await askAll(
      corpusDocuments(),
      questions.map(({ q }) => q),
      // The texts say when they were checked; before that day they support nothing.
      '2026-12-01',
    );
    process.stdout.write(`corpus: ${JSON.stringify({ ...asked, stray: asked.stray.length })}\n`);
    expect(asked.cited).toBeGreaterThan(100);
    expect(asked.stray).toEqual([]);
    expect(asked.altered.caught / asked.altered.all).toBeGreaterThan(0.8);
  });
});
