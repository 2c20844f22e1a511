import { join } from 'node:path';
import type { Config } from '../config.ts';
import { readEverydayNames } from '../ingest/corpus/everyday-names.ts';
import { readOtherMatters } from '../ingest/corpus/other-matters.ts';
import type { Dense } from '../retrieval/dense/dense.ts';
import { IndexKeeper } from '../retrieval/index/index-keeper.ts';
import type { Retriever } from '../retrieval/model.ts';
import { createRetriever } from '../retrieval/retriever.ts';
import { createDocumentStore, type DocumentStore } from '../store/core/document-store.ts';
import type { Db } from '../store/database.ts';
import { indexFolder } from './index-folder.ts';
import { readStaffThesaurus, WORD_LISTS } from './staff-thesaurus.ts';

export interface Searching {
  readonly documents: DocumentStore;
  readonly index: IndexKeeper;
  /** State of the everyday names: part of what is indexed. */
  readonly fingerprint: string;
  retriever(dense?: Dense): Retriever;
}

/** Stored documents with the index over them: what a process needs to search. */
export async function openSearching(deps: {
  readonly config: Config;
  readonly db: Db;
  readonly corpus: string;
  /** A line for the operator about a word list that could not be read. */
  readonly tell: (text: string) => void;
}): Promise<Searching> {
  const { config, db, corpus, tell } = deps;
  const names = readEverydayNames(join(corpus, 'ten-thuong-goi'));
  const documents = createDocumentStore(db, names.of);
  const index = await IndexKeeper.open(documents, indexFolder(config.dataDir, names.fingerprint));
  const thesaurus = readStaffThesaurus([join(corpus, WORD_LISTS), join(config.dataDir, WORD_LISTS)], tell);
  const otherMatters = readOtherMatters(join(corpus, 'thu-tuc-khac'));
  return {
    documents,
    index,
    fingerprint: names.fingerprint,
    retriever: (dense) =>
      createRetriever({
        index: () => index.index,
        source: documents,
        thesaurus,
        otherMatters,
        ...(dense && { dense }),
      }),
  };
}
