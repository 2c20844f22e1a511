import { mkdtemp, rm, stat } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DocumentId } from '../legal/model.ts';
import { RetrievalIndex } from '../retrieval/index/retrieval-index.ts';
import type { QueryTerm } from '../retrieval/lexical/bm25.ts';
import type { LexicalIndex } from '../retrieval/lexical/lexical-index.ts';
import { FIELDS } from '../retrieval/lexical/segment.ts';
import { tokenise } from '../retrieval/lexical/terms.ts';
import { pairKey } from '../retrieval/lexical/vocabulary.ts';
import { MemorySource } from '../retrieval/memory-source.ts';
import type { IndexedDocument } from '../retrieval/model.ts';
import { createRetriever } from '../retrieval/retriever.ts';
import type { BenchSet } from './documents.ts';
import { type Latency, latency, percentiles, residentMb, round, timed, usedMb } from './measure.ts';
import { fts5, langchainBm25, langchainVectors, miniSearch, type Peer } from './peers.ts';
import { measureXapian } from './xapian.ts';

export interface EngineResult {
  readonly name: string;
  readonly buildMs: number;
  readonly latency: Latency;
  /** What building it added to the memory in use, megabytes; not said where it shares another's. */
  readonly memoryMb?: number;
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
    /** The first question after opening: what is derived from the file is made then. */
    readonly firstSearchMs: number;
    /** Adding documents of at most 50 chunks to the serving index, joining of segments going on beside it. */
    readonly add: Latency;
    /** Searches while one document of this many chunks is added to the serving index. */
    readonly large: { readonly chunks: number; readonly addMs: number; readonly search: Latency };
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
  const { documents, otherMatters } = set;
  const questions = set.questions.slice(0, 100);
  const chunks = documents.reduce((n, d) => n + d.chunks.length, 0);
  const before = usedMb();
  const built = await timed(() => RetrievalIndex.build(documents));
  const index = built.value;
  const { lexical } = index;
  const ours = await latency(questions, (q) => lexical.topChunks(plainTerms(lexical, q), 10));
  const memoryMb = Math.round(usedMb() - before);
  tell(`${set.name}: ${chunks} đoạn, dựng chỉ mục ${Math.round(built.ms)} ms`);
  const retriever = createRetriever({
    index: () => index,
    source: new MemorySource(documents),
    otherMatters,
  });
  const whole = await latency(questions, (query) => retriever.retrieve({ query, ...ASKED }));
  const engines: EngineResult[] = [
    { name: 'BM25 (ours, same terms)', buildMs: built.ms, latency: ours, memoryMb, timesOurs: 1 },
    { name: 'whole retrieval (ours)', buildMs: built.ms, latency: whole, timesOurs: times(whole, ours) },
  ];
  const tellOf = (name: string, { p50 }: Latency) => tell(`${set.name}: ${name} ${p50} ms`);
  const peer = async (make: () => Peer | Promise<Peer>, asked: readonly string[]) => {
    const free = usedMb();
    const made = await timed(make);
    const { name, search, close, nativeMb = 0 } = made.value;
    const measured = await latency(asked, search);
    const memoryMb = Math.round(usedMb() - free) + nativeMb;
    close?.();
    tellOf(name, measured);
    engines.push({ name, buildMs: made.ms, latency: measured, memoryMb, timesOurs: times(measured, ours) });
  };
  const small = chunks <= LANGCHAIN_LIMIT;
  await peer(() => fts5(documents), questions.slice(0, small ? 100 : 20));
  const xapian = await measureXapian(documents, questions);
  if (xapian === undefined)
    tell('Xapian: không đo, máy không có python3-xapian (apt-get install python3-xapian)');
  else {
    const { version, latency: measured, ...rest } = xapian;
    const name = `Xapian ${version} (C++, same terms)`;
    tellOf(name, measured);
    engines.push({ name, latency: measured, ...rest, timesOurs: times(measured, ours) });
  }
  await peer(() => miniSearch(documents), questions.slice(0, small ? 30 : SLOW_QUESTIONS));
  if (small) {
    await peer(() => langchainBm25(documents), questions.slice(0, SLOW_QUESTIONS));
    await peer(() => langchainVectors(documents), questions.slice(0, 30));
  }
  const file = await snapshot(index, set, questions);
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

const ASKED = {
  k: 10,
  asOf: '2026-07-01',
  reader: { internal: true, departments: [], channel: 'cli' },
} as const;

const times = (engine: Latency, ours: Latency): number =>
  Math.round((10 * engine.p50) / Math.max(ours.p50, 0.01)) / 10;

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

/** Posting lists and their blocks. */
function arraysMb(lexical: LexicalIndex): number {
  const columns = lexical.live.flatMap(({ segment, blocks }) =>
    [...FIELDS.map((f) => segment.fields[f]), blocks?.body ?? {}, blocks?.asked ?? {}].flatMap((lists) =>
      Object.values(lists),
    ),
  );
  const bytes = columns.reduce((n: number, c: unknown) => n + (ArrayBuffer.isView(c) ? c.byteLength : 0), 0);
  return Math.round(bytes / 1e6);
}

/** Saves, opens, and adds documents to the opened index as a server would. */
async function snapshot(
  index: RetrievalIndex,
  { documents, otherMatters }: BenchSet,
  questions: readonly string[],
) {
  const dir = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    const saved = await timed(() => index.save(dir, 1));
    const { size } = await stat(join(dir, 'lexical.idx'));
    const opened = await timed(() => RetrievalIndex.open(dir));
    const serving = opened.value!.index;
    const retriever = createRetriever({
      index: () => serving,
      source: new MemorySource(documents),
      otherMatters,
    });
    const ask = (query: string) => retriever.retrieve({ query, ...ASKED });
    const firstSearch = await timed(() => ask(questions[0]!));
    const small = documents.filter((d) => d.chunks.length <= 50).slice(0, 200);
    const add = await latency(small, async (d) => {
      await serving.addInSlices(d);
      void serving.lexical.tidy();
    });
    await serving.lexical.tidy();
    const large = await whileAdding(serving, largeDocument(documents), questions, ask);
    const fileMb = Math.round(size / 1e6);
    return { saveMs: saved.ms, openMs: opened.ms, firstSearchMs: firstSearch.ms, fileMb, add, large };
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

const LARGE_CHUNKS = 5_000;

/** Chunks of many documents under one id. */
function largeDocument(documents: readonly IndexedDocument[]): IndexedDocument {
  const facts = { ...documents[0]!.facts, id: 'large' as DocumentId };
  return { facts, chunks: documents.flatMap((d) => d.chunks).slice(-LARGE_CHUNKS) };
}

async function whileAdding(
  index: RetrievalIndex,
  document: IndexedDocument,
  questions: readonly string[],
  ask: (question: string) => Promise<unknown>,
) {
  const adding = { done: false };
  const started = performance.now();
  const added = index.addInSlices(document).then(() => {
    adding.done = true;
    return round(performance.now() - started);
  });
  const waits: number[] = [];
  for (let i = 0; !adding.done; i++) {
    const from = performance.now();
    // As a request comes in: behind whatever holds the thread.
    await nextTurn();
    await ask(questions[i % questions.length]!);
    waits.push(performance.now() - from);
  }
  return { chunks: document.chunks.length, addMs: await added, search: percentiles(waits) };
}
