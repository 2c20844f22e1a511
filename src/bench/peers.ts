import { BM25Retriever } from '@langchain/community/retrievers/bm25';
import { Document } from '@langchain/core/documents';
import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters';
import Database from 'better-sqlite3';
import MiniSearch from 'minisearch';
import { createHashingEmbedder } from '../retrieval/dense/embeddings/embedded.ts';
import { embeddedText } from '../retrieval/dense/vectoriser.ts';
import { asEmbeddings } from '../retrieval/langchain.ts';
import { tokenise } from '../retrieval/lexical/terms.ts';
import type { IndexedDocument } from '../retrieval/model.ts';

/** A search engine to compare with: built once, asked for the best ten. */
export interface Peer {
  readonly name: string;
  search(question: string): unknown;
  /** Memory that the JavaScript engine does not see, megabytes. */
  readonly nativeMb?: number;
  close?(): void;
}

const TOP = 10;

/** The terms of our own index as words: folded syllables and pairs of neighbours ("cap", "giay", "cap_giay"). */
export function termWords(text: string): string[] {
  const words = tokenise(text).map((t) => t.folded);
  return [...words, ...words.slice(1).map((w, i) => `${words[i]}_${w}`)];
}

export function* chunksOf(documents: readonly IndexedDocument[]): Generator<{ id: string; text: string }> {
  for (const d of documents) for (const c of d.chunks) yield { id: c.id, text: embeddedText(c) };
}

/** MiniSearch with our terms, OR, no fuzzy matching. */
export function miniSearch(documents: readonly IndexedDocument[]): Peer {
  const engine = new MiniSearch<{ id: string; text: string }>({
    fields: ['text'],
    tokenize: termWords,
    processTerm: (t) => t,
    searchOptions: { combineWith: 'OR', tokenize: (q) => [...new Set(termWords(q))] },
  });
  engine.addAll([...chunksOf(documents)]);
  return { name: 'MiniSearch', search: (question) => engine.search(question).slice(0, TOP) };
}

/** SQLite FTS5 with our terms and its own bm25(). */
export function fts5(documents: readonly IndexedDocument[]): Peer {
  const db = new Database(':memory:');
  db.exec(
    `CREATE VIRTUAL TABLE chunks USING fts5(id UNINDEXED, terms, tokenize = "unicode61 remove_diacritics 0 tokenchars '_'")`,
  );
  const insert = db.prepare('INSERT INTO chunks (id, terms) VALUES (?, ?)');
  db.transaction(() => {
    for (const c of chunksOf(documents)) insert.run(c.id, termWords(c.text).join(' '));
  })();
  const select = db.prepare(`SELECT id FROM chunks WHERE chunks MATCH ? ORDER BY bm25(chunks) LIMIT ${TOP}`);
  const query = (q: string) => [...new Set(termWords(q))].map((t) => `"${t}"`).join(' OR ');
  const pages = (name: string) => db.pragma(name, { simple: true }) as number;
  const nativeMb = Math.round((pages('page_count') * pages('page_size')) / 1e6);
  return { name: 'SQLite FTS5', search: (q) => select.all(query(q)), nativeMb, close: () => db.close() };
}

/** LangChain's BM25 retriever as it comes: it counts every word anew at every question. */
export function langchainBm25(documents: readonly IndexedDocument[]): Peer {
  const docs = [...chunksOf(documents)].map(
    (c) => new Document({ pageContent: c.text, metadata: { id: c.id } }),
  );
  const retriever = BM25Retriever.fromDocuments(docs, { k: TOP, includeScore: true });
  return { name: 'LangChain BM25Retriever', search: (q) => retriever.invoke(q) };
}

/** LangChain's default splitter over flat text with its in-memory vector store and our embedded embedder. */
export async function langchainVectors(documents: readonly IndexedDocument[]): Promise<Peer> {
  const { MemoryVectorStore } = await import('@langchain/classic/vectorstores/memory');
  const splitter = new RecursiveCharacterTextSplitter();
  const texts = documents.map((d) => d.chunks.map((c) => c.text).join('\n\n'));
  const docs = await splitter.createDocuments(
    texts,
    documents.map((d) => ({ id: d.facts.id })),
  );
  const store = await MemoryVectorStore.fromDocuments(docs, asEmbeddings(createHashingEmbedder()));
  return { name: 'LangChain splitter + vectors', search: (q) => store.similaritySearch(q, TOP) };
}
