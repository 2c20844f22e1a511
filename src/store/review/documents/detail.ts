import { sql } from 'kysely';
import type { DocumentDetail, PageText } from '../../../dialogue/review/documents.ts';
import type { CitationPath, DocumentHeader, RelationKind } from '../../../legal/model.ts';
import type { DocumentFacts } from '../../../retrieval/model.ts';
import type { Db } from '../../database.ts';
import { COLUMNS, listed, timesCited, toRow } from './listed.ts';

/** One document with its text, its relations and its earlier versions. */
export async function documentDetail(db: Db, id: string): Promise<DocumentDetail | undefined> {
  const row = await listed(db)
    .select([...COLUMNS, 'd.version', 'd.text', 'd.header'])
    .where('d.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const versions = await db
    .selectFrom('document_versions')
    .select(['version', 'source', 'replaced_at as replacedAt'])
    .where('document_id', '=', id)
    .orderBy('version', 'desc')
    .execute();
  return {
    ...toRow(row, (await timesCited(db, [id])).get(id) ?? 0),
    facts: JSON.parse(row.facts) as DocumentFacts,
    ...(row.header !== null && { header: JSON.parse(row.header) as DocumentHeader }),
    version: row.version,
    text: row.text,
    relations: await relationsOf(db, id),
    versions,
  };
}

/** The part of the text that begins on a page of the original; undefined where nothing says what stands on it. */
export async function pageText(db: Db, id: string, page: number): Promise<PageText | undefined> {
  const row = await db
    .selectFrom('chunks')
    .select([
      sql<number | null>`max(CASE WHEN page < ${page} THEN span_start END)`.as('before'),
      sql<number | null>`min(CASE WHEN page = ${page} THEN span_start END)`.as('start'),
      sql<number | null>`min(CASE WHEN page > ${page} THEN span_start END)`.as('next'),
    ])
    .where('document_id', '=', id)
    .where('page', 'is not', null)
    .executeTakeFirst();
  if (row === undefined || (row.before ?? row.start ?? row.next) === null) return undefined;
  const stored = await db.selectFrom('documents').select('text').where('id', '=', id).executeTakeFirst();
  const text = stored?.text ?? '';
  const end = row.next ?? text.length;
  // Whatever stands before the first passage (the letterhead) begins on the first page.
  const start = page === 1 ? 0 : (row.start ?? end);
  const before = page === 1 ? '' : text.slice(row.before ?? 0, start);
  return { before: before.trim(), text: text.slice(start, end).trim() };
}

async function relationsOf(db: Db, id: string) {
  const rows = await db
    .selectFrom('relations')
    .select(['kind', 'target', 'target_path', 'sentence'])
    .where('document_id', '=', id)
    .orderBy('ord')
    .execute();
  return rows.map((row) => ({
    kind: row.kind as RelationKind,
    target: row.target,
    sentence: row.sentence,
    ...(row.target_path !== null && { targetPath: JSON.parse(row.target_path) as CitationPath }),
  }));
}
