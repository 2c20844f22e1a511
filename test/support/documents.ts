import { createHash } from 'node:crypto';
import type { IndexableDocument } from '../../src/ingest/model.ts';
import type { ChunkId, DocumentId, Relation, UnitId } from '../../src/legal/model.ts';
import type { DocumentFacts } from '../../src/retrieval/model.ts';

/** A small official document made for tests: one chunk an article. */
export function officialDocument(
  number: string,
  articles: readonly string[],
  more: Partial<DocumentFacts> & { relations?: readonly Relation[] } = {},
): IndexableDocument {
  const { relations = [], ...facts } = more;
  const id = (facts.id ?? number) as DocumentId;
  const text = articles.map((body, i) => `Điều ${i + 1}. ${body}`).join('\n');
  let at = 0;
  return {
    facts: {
      id,
      kind: 'official',
      source: `${number.replaceAll('/', '-')}.txt`,
      number,
      title: `Nghị định số ${number}`,
      type: 'Nghị định',
      scope: { kind: 'public' },
      ownWords: false,
      ...facts,
    },
    text,
    contentHash: createHash('sha256').update(`${id}\n${text}`).digest('hex'),
    articles: articles.length,
    chunks: articles.map((body, i) => {
      const line = `Điều ${i + 1}. ${body}`;
      const start = at;
      at += line.length + 1;
      return {
        id: `${id}#d${i + 1}` as ChunkId,
        documentId: id,
        unitId: `${id}#d${i + 1}` as UnitId,
        path: { dieu: String(i + 1) },
        label: `Điều ${i + 1} Nghị định số ${number}`,
        heading: `Nghị định số ${number}`,
        text: line,
        span: { start, end: start + line.length },
      };
    }),
    relations,
    warnings: [],
  };
}

/** A small procedure, one chunk. */
export function procedureDocument(
  code: string,
  name: string,
  body: string,
  ownWords = false,
): IndexableDocument {
  const id = `tthc:${code}` as DocumentId;
  return {
    facts: {
      id,
      kind: 'procedure',
      source: ownWords ? `${code}.md` : 'procedures.jsonl',
      title: name,
      type: ownWords ? 'Tài liệu tổng hợp' : 'Thủ tục hành chính',
      procedureCode: code,
      levels: ['xa'],
      scope: { kind: 'public' },
      ownWords,
    },
    text: body,
    contentHash: createHash('sha256').update(`${code}\n${body}`).digest('hex'),
    articles: 0,
    chunks: [
      {
        id: `${id}#trinh_tu.1` as ChunkId,
        documentId: id,
        unitId: id as string as UnitId,
        path: { part: 'trinh_tu' },
        label: `Trình tự thực hiện – ${name} (mã ${code})`,
        heading: name,
        text: body,
        span: { start: 0, end: body.length },
      },
    ],
    relations: [],
    warnings: [],
  };
}
