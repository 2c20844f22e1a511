import { mkdtemp, rm, stat } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import type { QueryTerm } from '../retrieval/bm25.ts';
import type { LexicalIndex } from '../retrieval/lexical-index.ts';
import { MemorySource } from '../retrieval/memory-source.ts';
import type { IndexedDocument } from '../retrieval/model.ts';
import { RetrievalIndex } from '../retrieval/retrieval-index.ts';
import { createRetriever } from '../retrieval/retriever.ts';
import { FIELDS } from '../retrieval/segment.ts';
import { tokenise } from '../retrieval/terms.ts';
import { pairKey } from '../retrieval/vocabulary.ts';
import type { BenchSet } from './documents.ts';
import { type Latency, latency, residentMb, timed } from './measure.ts';
import { fts5, langchainBm25, langchainVectors, miniSearch, type Peer } from './peers.ts';

export interface EngineResult {
  readonly name: string;
  readonly buildMs: number;
  readonly latency: Latency;
  /** Median of this engine over the median of our BM25. */
  readonly timesOurs?: number;
}

export interface SetResult {
  readonly name: string;
  readonly documents: number;
  readonly chunks: number;
  readonly readMs: number;
  readonly index: {
    readonly buildMs: number;
    readonly arraysMb: number;
    readonly fileMb: number;
    readonly saveMs: number;
    readonly openMs: number;
    /** Adding documents of at most 50 chunks to the serving index. */
    readonly add: Latency;
    readonly residentMb: number;
  };
  readonly engines: readonly EngineResult[];
}

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly node: string;
}

export const machine = (): Machine => ({
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 1e9),
  node: process.version,
});

/** Peers are asked fewer questions where one takes seconds. */
const SLOW_QUESTIONS = 5;
/** Above this LangChain's BM25 retriever takes minutes a question and its vector store gigabytes. */
const LANGCHAIN_LIMIT = 40_000;

/** Measures our index and the peers on one set, in one process, one after the other. */
export async function runSet(set: BenchSet, tell: (text: string) => void): Promise<SetResult> {
  const { documents } = set;
  const questions = set.questions.slice(0, 100);
  const chunks = documents.reduce((n, d) => n + d.chunks.length, 0);
  const built = await timed(() => RetrievalIndex.build(documents));
  const index = built.value;
  tell(`${set.name}: ${chunks} đoạn, dựng chỉ mục ${Math.round(built.ms)} ms`);
  const { lexical } = index;
  const ours = await latency(questions, (q) => lexical.topChunks(plainTerms(lexical, q), 10));
  const retriever = createRetriever({ index: () => index, source: new MemorySource(documents) });
  const reader = { internal: true, departments: [], channel: 'cli' } as const;
  const whole = await latency(questions, (query) =>
    retriever.retrieve({ query, k: 10, asOf: '2026-07-01', reader }),
  );
  const engines: EngineResult[] = [
    { name: 'BM25 (ours, same terms)', buildMs: built.ms, latency: ours },
    { name: 'whole retrieval (ours)', buildMs: built.ms, latency: whole },
  ];
  const peer = async (make: () => Peer | Promise<Peer>, asked: readonly string[]) => {
    const made = await timed(make);
    const measured = await latency(asked, (q) => made.value.search(q));
    made.value.close?.();
    tell(`${set.name}: ${made.value.name} ${measured.p50} ms`);
    const timesOurs = Math.round(measured.p50 / Math.max(ours.p50, 0.01));
    engines.push({ name: made.value.name, buildMs: made.ms, latency: measured, timesOurs });
  };
  const small = chunks <= LANGCHAIN_LIMIT;
  await peer(() => fts5(documents), questions.slice(0, small ? 100 : 20));
  await peer(() => miniSearch(documents), questions.slice(0, small ? 30 : SLOW_QUESTIONS));
  if (small) {
    await peer(() => langchainBm25(documents), questions.slice(0, SLOW_QUESTIONS));
    await peer(() => langchainVectors(documents), questions.slice(0, 30));
  }
  const file = await snapshot(index, documents);
  const { name, readMs } = set;
  return {
    name,
    documents: documents.length,
    chunks,
    readMs: Math.round(readMs),
    index: { buildMs: built.ms, arraysMb: arraysMb(lexical), ...file, residentMb: residentMb() },
    engines,
  };
}

/** Syllables and pairs of a question, each once, without weights: what the peers get too. */
function plainTerms(lexical: LexicalIndex, question: string): QueryTerm[] {
  const keys = new Set<number>();
  let before: number | undefined;
  for (const { folded } of tokenise(question)) {
    const id = lexical.vocabulary.find(folded);
    if (id !== undefined) keys.add(id);
    if (id !== undefined && before !== undefined) keys.add(pairKey(before, id));
    before = id;
  }
  return [...keys].map((key) => ({ key, weight: 1, bit: 0 }));
}

function arraysMb(lexical: LexicalIndex): number {
  let bytes = 0;
  for (const { segment } of lexical.live)
    for (const f of FIELDS)
      for (const column of Object.values(segment.fields[f]))
        if (ArrayBuffer.isView(column)) bytes += column.byteLength;
  return Math.round(bytes / 1e6);
}

/** Saves, opens, and adds small documents to the opened index as a server would. */
async function snapshot(index: RetrievalIndex, documents: readonly IndexedDocument[]) {
  const dir = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    const saved = await timed(() => index.save(dir, 1));
    const { size } = await stat(join(dir, 'lexical.idx'));
    const opened = await timed(() => RetrievalIndex.open(dir));
    const serving = opened.value!.index;
    const small = documents.filter((d) => d.chunks.length <= 50).slice(0, 100);
    const add = await latency(small, (d) => serving.add(d));
    return { saveMs: saved.ms, openMs: opened.ms, fileMb: Math.round(size / 1e6), add };
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
