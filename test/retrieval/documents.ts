import type { ChunkId, CitationPath, DocumentId, UnitId } from '../../src/legal/model.ts';
import type { Chunk, DocumentFacts, IndexedDocument } from '../../src/retrieval/model.ts';

/** A procedure with one chunk a part. */
export function procedure(
  code: string,
  title: string,
  parts: Partial<Record<NonNullable<CitationPath['part']>, string>>,
  facts: Partial<DocumentFacts> = {},
): IndexedDocument {
  const id = `tthc:${code}` as DocumentId;
  const chunks = Object.entries(parts).map(([part, text]) =>
    chunk(id, `${id}`, { part: part as NonNullable<CitationPath['part']> }, part, title, text ?? ''),
  );
  return {
    facts: {
      id,
      kind: 'procedure',
      source: 'thu-tuc.jsonl',
      title,
      type: 'Thủ tục hành chính',
      procedureCode: code,
      levels: ['xa'],
      scope: { kind: 'public' },
      ownWords: false,
      ...facts,
    },
    chunks,
  };
}

/** A decree or law with one chunk an article. */
export function decree(
  number: string,
  title: string,
  articles: readonly (readonly [dieu: string, title: string, text: string])[],
  facts: Partial<DocumentFacts> = {},
): IndexedDocument {
  const id = (facts.id ?? number) as DocumentId;
  return {
    facts: {
      kind: 'official',
      source: `${number.replaceAll('/', '-')}.docx`,
      title,
      number,
      type: 'Nghị định',
      scope: { kind: 'public' },
      ownWords: false,
      ...facts,
      id,
    },
    chunks: articles.map(([dieu, name, text]) =>
      chunk(id, `${id}#d${dieu}`, { dieu }, `d${dieu}`, `${title} > Điều ${dieu}. ${name}`, text),
    ),
  };
}

function chunk(
  documentId: DocumentId,
  unitId: string,
  path: CitationPath,
  place: string,
  heading: string,
  text: string,
): Chunk {
  return {
    id: `${documentId}#${place}` as ChunkId,
    documentId,
    unitId: unitId as UnitId,
    path,
    label: place,
    heading,
    text,
    span: { start: 0, end: text.length },
  };
}
