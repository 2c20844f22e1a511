import { sql } from 'kysely';
import type { PersonId } from '../../../dialogue/model.ts';
import type { DocumentFilter, DocumentRow } from '../../../dialogue/review/documents.ts';
import type { DocumentId } from '../../../legal/model.ts';
import type { DocumentFacts } from '../../../retrieval/model.ts';
import type { Db } from '../../database.ts';

export const COLUMNS = [
  'd.id',
  'd.title',
  'd.number',
  'd.kind',
  'd.source',
  'd.origin',
  'd.state',
  'd.articles',
  'd.chunk_count',
  'd.warnings',
  'd.updated_at',
  'd.facts',
  'u.by_whom as uploaded_by',
] as const;

/** The last day of its effect by its own words, YYYY-MM-DD: the term it names, or that of its sunset clause. */
const ENDS = sql<string>`coalesce(json_extract(d.facts, '$.effectiveTo'), json_extract(d.facts, '$.sunset.until'))`;

/** Rows of the list, in the order of ids. */
export async function listDocuments(
  db: Db,
  filter: DocumentFilter,
  page: { limit: number; after?: string },
): Promise<DocumentRow[]> {
  let query = listed(db).select(COLUMNS).orderBy('d.id').limit(page.limit);
  if (page.after !== undefined) query = query.where('d.id', '>', page.after);
  if (filter.ids !== undefined) query = query.where('d.id', 'in', [...filter.ids]);
  if (filter.state !== undefined) query = query.where('d.state', '=', filter.state);
  if (filter.kind !== undefined) query = query.where('d.kind', '=', filter.kind);
  if (filter.withWarnings === true) query = query.where('d.warnings', '<>', '[]');
  if (filter.expires !== undefined)
    query = query
      .where('d.state', '=', 'serving')
      .where(ENDS, '>=', filter.expires.from)
      .where(ENDS, '<=', filter.expires.to);
  for (const word of filter.text?.match(/[\p{L}\p{N}./-]+/gu) ?? []) {
    query = query.where((e) =>
      e.or((['d.title', 'd.id', 'd.source'] as const).map((column) => e(column, 'like', `%${word}%`))),
    );
  }
  const rows = await query.execute();
  const cited = await timesCited(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => toRow(row, cited.get(row.id) ?? 0));
}

/** How many serving ones end on one of these days. */
export async function countExpiring(db: Db, { from, to }: { from: string; to: string }): Promise<number> {
  const ending = await db
    .selectFrom('documents as d')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('d.state', '=', 'serving')
    .where(ENDS, '>=', from)
    .where(ENDS, '<=', to)
    .executeTakeFirstOrThrow();
  return Number(ending.n);
}

/** Serving documents that name their end or that another one acts on. */
export async function endableDocuments(db: Db): Promise<DocumentId[]> {
  const acted = db
    .selectFrom('relations')
    .select('target')
    .where('acts', '=', 1)
    .where('kind', 'not in', ['implements', 'refers', 'consolidates']);
  const rows = await db
    .selectFrom('documents as d')
    .select('d.id')
    .where('d.state', '=', 'serving')
    .where((e) => e.or([e('d.number', 'in', acted), e(ENDS, 'is not', null)]))
    .execute();
  return rows.map((row) => row.id as DocumentId);
}

/** Documents, each beside the upload that gave its present version. */
export function listed(db: Db) {
  return db
    .selectFrom('documents as d')
    .leftJoin('uploads as u', (join) => join.on(sql<boolean>`d.file = ${UPLOADED} || u.id`));
}

/** How `documents.file` names an upload (src/ingest/upload.ts, `uploadPath`). */
const UPLOADED = sql.lit('upload:');

export async function timesCited(db: Db, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('question_documents')
    .select(['document_id', sql<number>`count(*)`.as('n')])
    .where('document_id', 'in', [...ids])
    .groupBy('document_id')
    .execute();
  return new Map(rows.map((row) => [row.document_id, Number(row.n)]));
}

interface ListedRow {
  readonly id: string;
  readonly title: string;
  readonly number: string | null;
  readonly kind: string;
  readonly source: string;
  readonly origin: string;
  readonly state: string;
  readonly articles: number;
  readonly chunk_count: number;
  readonly warnings: string;
  readonly updated_at: string;
  readonly facts: string;
  readonly uploaded_by: string | null;
}

export function toRow(row: ListedRow, cited: number): DocumentRow {
  const { scope, issuer } = JSON.parse(row.facts) as DocumentFacts;
  return {
    id: row.id as DocumentId,
    title: row.title,
    kind: row.kind,
    source: row.source,
    origin: row.origin,
    state: row.state as DocumentRow['state'],
    articles: row.articles,
    chunks: row.chunk_count,
    warnings: JSON.parse(row.warnings) as string[],
    updatedAt: row.updated_at,
    scope,
    timesCited: cited,
    ...(issuer !== undefined && { issuer }),
    ...(row.uploaded_by !== null && { uploadedBy: row.uploaded_by as PersonId }),
    ...(row.number !== null && { number: row.number }),
  };
}
