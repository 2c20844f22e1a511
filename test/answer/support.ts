import { createAnswerer } from '../../src/answer/answerer.ts';
import type { Answerer, AskRequest } from '../../src/answer/model.ts';
import type { ProcedureRecord } from '../../src/ingest/records/record.ts';
import { recordToIndexable } from '../../src/ingest/records/to-document.ts';
import type { Effectivity } from '../../src/legal/model.ts';
import { MemorySource } from '../../src/retrieval/memory-source.ts';
import type { Hit, IndexedDocument, Retrieval } from '../../src/retrieval/model.ts';

export const READER = { internal: true, departments: [], channel: 'cli' } as const;

export function request(question: string, overrides: Partial<AskRequest> = {}): AskRequest {
  return { question, asOf: '2026-06-01', reader: READER, ...overrides };
}

export function indexed(record: ProcedureRecord): IndexedDocument {
  const { facts, chunks } = recordToIndexable(record, 'thu-tuc.jsonl');
  return { facts, chunks };
}

export function hitOf(document: IndexedDocument, overrides: Partial<Hit> = {}): Hit {
  const { facts } = document;
  const chunk = document.chunks[0]!;
  return {
    rank: 1,
    score: 10,
    chunkId: chunk.id,
    documentId: facts.id,
    unitId: chunk.unitId,
    source: facts.source,
    ...(facts.number !== undefined && { documentNumber: facts.number }),
    documentTitle: facts.title,
    documentType: facts.type,
    ...(facts.procedureCode !== undefined && { procedureCode: facts.procedureCode }),
    path: chunk.path,
    label: chunk.label,
    text: chunk.text,
    effectivity: { status: 'unknown' },
    ...overrides,
  };
}

export function retrievalOf(
  question: string,
  hits: readonly Hit[],
  overrides: Partial<Retrieval> = {},
): Retrieval {
  return {
    query: { original: question, normalised: question, fields: [], documentNumbers: [], procedureCodes: [] },
    hits,
    lookup: { kind: 'none' },
    confidence: 0.9,
    coverage: 0.9,
    ...overrides,
  };
}

/** An answerer whose retriever always finds these documents, in this order. */
export function answererOver(
  documents: readonly IndexedDocument[],
  overrides: Partial<Retrieval> & { effectivity?: Effectivity; scores?: readonly number[] } = {},
): Answerer & { asked: string[] } {
  const asked: string[] = [];
  const { effectivity, scores, ...rest } = overrides;
  const retriever = {
    retrieve: async ({ query }: { query: string }) => {
      asked.push(query);
      const hits = documents.map((document, i) =>
        hitOf(document, { rank: i + 1, score: scores?.[i] ?? 10 - i, ...(effectivity && { effectivity }) }),
      );
      return retrievalOf(query, hits, rest);
    },
  };
  const answerer = createAnswerer({ retriever, source: new MemorySource(documents), newTraceId: () => 'T' });
  return { ask: answerer.ask, asked };
}
