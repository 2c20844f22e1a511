import { sql, type Transaction } from 'kysely';
import type { PersonId } from '../../dialogue/model.ts';
import type { DocumentDesk, DocumentRow } from '../../dialogue/review/documents.ts';
import type { CitationPath, DocumentId, RelationKind } from '../../legal/model.ts';
import type { DocumentFacts, DocumentScope } from '../../retrieval/model.ts';
import type { Database, Db } from '../database.ts';

const COLUMNS = [
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

/** The last day of its effect as its own header says, YYYY-MM-DD. */
const ENDS = sql<string>`json_extract(d.facts, '$.effectiveTo')`;

export function createDocumentDesk(db: Db): DocumentDesk {
  return {
    async list(filter, page) {
      let query = listed(db).select(COLUMNS).orderBy('d.id').limit(page.limit);
      if (page.after !== undefined) query = query.where('d.id', '>', page.after);
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
    },

    async document(id) {
      const row = await listed(db)
        .select([...COLUMNS, 'd.version', 'd.text'])
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
        version: row.version,
        text: row.text,
        relations: await relationsOf(db, id),
        versions,
      };
    },

    async versionText(id, version) {
      const row = await db
        .selectFrom('document_versions')
        .select('text')
        .where('document_id', '=', id)
        .where('version', '=', version)
        .executeTakeFirst();
      return row?.text;
    },

    pageText: (id, page) => pageText(db, id, page),

    async scopes(ids) {
      if (ids.length === 0) return new Map();
      const old = await db
        .selectFrom('document_versions')
        .select(['document_id as id', 'facts'])
        .where('document_id', 'in', [...ids])
        .orderBy('version')
        .execute();
      const now = await db
        .selectFrom('documents')
        .select(['id', 'facts'])
        .where('id', 'in', [...ids])
        .execute();
      // Today's scope wins over an earlier version's.
      return new Map([...old, ...now].map((row) => [row.id, scopeOf(row.facts)]));
    },

    async expiring({ from, to }) {
      const ending = await db
        .selectFrom('documents as d')
        .select((e) => e.fn.countAll<number>().as('n'))
        .where('d.state', '=', 'serving')
        .where(ENDS, '>=', from)
        .where(ENDS, '<=', to)
        .executeTakeFirstOrThrow();
      return Number(ending.n);
    },

    async counts() {
      const rows = await db
        .selectFrom('documents')
        .select(['state', (e) => e.fn.countAll<number>().as('n')])
        .groupBy('state')
        .execute();
      const of = (state: string) => Number(rows.find((row) => row.state === state)?.n ?? 0);
      const last = await db
        .selectFrom('changes')
        .select((e) => e.fn.max('generation').as('generation'))
        .executeTakeFirst();
      return {
        serving: of('serving'),
        withdrawn: of('withdrawn'),
        generation: Number(last?.generation ?? 0),
      };
    },

    setState: (id, from, to, at) => db.transaction().execute((tx) => changeState(tx, id, from, to, at)),
  };
}

/** Documents, each beside the upload that gave its present version. */
function listed(db: Db) {
  return db
    .selectFrom('documents as d')
    .leftJoin('uploads as u', (join) => join.on(sql<boolean>`d.file = ${UPLOADED} || u.id`));
}

/** How `documents.file` names an upload (src/ingest/upload.ts, `uploadPath`). */
const UPLOADED = sql.lit('upload:');

async function pageText(db: Db, id: string, page: number) {
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

/**
 * Takes a document out of the answers or puts it back, inside a transaction that may hold more.
 * @returns false when it is not (or no longer) in the state `from`
 */
export async function changeState(
  tx: Transaction<Database>,
  id: string,
  from: DocumentRow['state'],
  to: DocumentRow['state'],
  at: string,
): Promise<boolean> {
  const done = await tx
    .updateTable('documents')
    .set({ state: to, updated_at: at })
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst();
  if (done.numUpdatedRows !== 1n) return false;
  // What it does to other documents begins or ends with it: servers read those again too.
  const touched = await tx
    .selectFrom('relations')
    .innerJoin('documents', 'documents.number', 'relations.target')
    .select('documents.id')
    .distinct()
    .where('relations.document_id', '=', id)
    .where('relations.acts', '=', 1)
    .execute();
  const kind = to === 'serving' ? 'put' : 'remove';
  await tx.insertInto('changes').values({ document_id: id, kind, at }).execute();
  for (const other of touched) {
    await tx.insertInto('changes').values({ document_id: other.id, kind: 'put', at }).execute();
  }
  return true;
}

function scopeOf(facts: string): DocumentScope {
  return (JSON.parse(facts) as DocumentFacts).scope;
}

async function timesCited(db: Db, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('question_documents')
    .select(['document_id', sql<number>`count(*)`.as('n')])
    .where('document_id', 'in', [...ids])
    .groupBy('document_id')
    .execute();
  return new Map(rows.map((row) => [row.document_id, Number(row.n)]));
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

function toRow(row: ListedRow, cited: number): DocumentRow {
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
