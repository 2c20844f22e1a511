import type { Transaction } from 'kysely';
import type {
  Origin,
  PlannedPut,
  StoredDocument,
  StoredFile,
  SyncPlan,
  SyncStore,
} from '../../ingest/sync.ts';
import type { DocumentId } from '../../legal/model.ts';
import { isAllowed } from '../../legal/numbers/rank.ts';
import type { DocumentFacts } from '../../retrieval/model.ts';
import type { Database, Db } from '../database.ts';
import { affectedBy } from './affected.ts';
import { nameLaw, withLawNumbers } from './named-laws.ts';
import { batches, chunkRow, STORED_COLUMNS, storedOf } from './rows.ts';
import { withSetScope } from './scope.ts';

type Tx = Transaction<Database>;

/** Writes what ingestion planned. Documents, chunks, vectors, relations and the change feed move together. */
export function createSyncStore(db: Db, now: () => Date = () => new Date()): SyncStore {
  return {
    async file(path) {
      const row = await db.selectFrom('files').selectAll().where('path', '=', path).executeTakeFirst();
      return row && storedFile(row);
    },

    async filesOfOrigin(origin) {
      const rows = await db.selectFrom('files').selectAll().where('origin', '=', origin).execute();
      return rows.map(storedFile);
    },

    async documentsOfFile(path) {
      const rows = await db.selectFrom('documents').select(STORED_COLUMNS).where('file', '=', path).execute();
      return rows.map(storedOf);
    },

    async documents(ids) {
      const found = new Map<DocumentId, StoredDocument>();
      for (const batch of batches(ids, 500)) {
        const rows = await db
          .selectFrom('documents')
          .select(STORED_COLUMNS)
          .where('id', 'in', batch)
          .execute();
        for (const row of rows) found.set(row.id as DocumentId, storedOf(row));
      }
      return found;
    },

    async unnumbered(title) {
      const rows = await db
        .selectFrom('documents')
        .select(STORED_COLUMNS)
        .where('title', '=', title)
        .where('number', 'is', null)
        .where('kind', '=', 'official')
        .execute();
      return rows.map(storedOf);
    },

    async byContentHash(hashes) {
      const found = new Map<string, StoredDocument>();
      for (const batch of batches(hashes, 500)) {
        const rows = await db
          .selectFrom('documents')
          .select(STORED_COLUMNS)
          .where('content_hash', 'in', batch)
          .execute();
        for (const row of rows) found.set(row.content_hash, storedOf(row));
      }
      return found;
    },

    async text(id) {
      const row = await db.selectFrom('documents').select('text').where('id', '=', id).executeTakeFirst();
      return row?.text;
    },

    async apply(plan, fingerprint) {
      const at = now().toISOString();
      await db.transaction().execute((tx) => applyPlan(tx, plan, fingerprint, at));
    },

    async removeFile(path) {
      const at = now().toISOString();
      return db.transaction().execute(async (tx) => {
        const rows = await tx.selectFrom('documents').select('id').where('file', '=', path).execute();
        for (const row of rows) await removeDocument(tx, row.id, at);
        await tx.deleteFrom('files').where('path', '=', path).execute();
        return rows.map((row) => row.id as DocumentId);
      });
    },
  };
}

/** All of a plan inside a transaction that may hold more. `at`: ISO-8601 UTC. */
export async function applyPlan(tx: Tx, plan: SyncPlan, fingerprint: string, at: string): Promise<void> {
  for (const id of plan.remove) await removeDocument(tx, id, at);
  for (const put of plan.put) await putDocument(tx, plan, put, fingerprint, at);
  await tx
    .insertInto('files')
    .values({ ...fileRow(plan), read_at: at })
    .onConflict((c) => c.column('path').doUpdateSet({ ...fileRow(plan), read_at: at }))
    .execute();
}

function storedFile(row: { path: string; sha256: string; reader_version: number }): StoredFile {
  return { path: row.path, sha256: row.sha256, readerVersion: row.reader_version };
}

function fileRow(plan: SyncPlan) {
  return {
    path: plan.file.path,
    sha256: plan.file.sha256,
    reader_version: plan.file.readerVersion,
    source: plan.file.source,
    origin: plan.file.origin as Origin,
    documents: plan.put.length,
  };
}

async function putDocument(tx: Tx, plan: SyncPlan, put: PlannedPut, fingerprint: string, at: string) {
  const facts = await withSetScope(tx, put.document.facts, plan.file.origin);
  const old = await tx
    .selectFrom('documents')
    .select(['version', 'source', 'content_hash', 'facts', 'text', 'added_at'])
    .where('id', '=', facts.id)
    .executeTakeFirst();
  if (old !== undefined) {
    const { added_at: _, ...kept } = old;
    await tx
      .insertInto('document_versions')
      .values({ document_id: facts.id, ...kept, replaced_at: at })
      .execute();
    await noteRelationTargets(tx, facts.id, at);
    await tx.deleteFrom('documents').where('id', '=', facts.id).execute();
  }
  await tx
    .insertInto('documents')
    .values(documentRow(plan, put, facts, (old?.version ?? 0) + 1, old?.added_at ?? at, at))
    .execute();
  const rows = put.document.chunks.map(chunkRow);
  for (const batch of batches(rows, 200)) await tx.insertInto('chunks').values(batch).execute();
  const vectors = put.vectors.map(({ key, vector }) => ({
    key,
    fingerprint,
    document_id: facts.id,
    vector: Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength),
  }));
  for (const batch of batches(vectors, 200)) await tx.insertInto('vectors').values(batch).execute();
  await putRelations(tx, put);
  await nameLaw(tx, facts);
  await note(tx, facts.id, 'put', at);
  await noteRelationTargets(tx, facts.id, at);
}

function documentRow(
  plan: SyncPlan,
  { document }: PlannedPut,
  facts: DocumentFacts,
  version: number,
  addedAt: string,
  at: string,
) {
  return {
    id: facts.id,
    version,
    state: 'serving',
    kind: facts.kind,
    source: facts.source,
    file: plan.file.path,
    origin: plan.file.origin,
    number: facts.number ?? null,
    title: facts.title,
    content_hash: document.contentHash,
    facts: JSON.stringify(facts),
    header: document.header === undefined ? null : JSON.stringify(document.header),
    text: document.text,
    articles: document.articles,
    chunk_count: document.chunks.length,
    warnings: JSON.stringify(document.warnings),
    added_at: addedAt,
    updated_at: at,
  };
}

async function putRelations(tx: Tx, put: PlannedPut) {
  const { facts } = put.document;
  const relations = await withLawNumbers(tx, put.document.relations);
  const rows = relations.map((relation, ord) => ({
    document_id: facts.id,
    ord,
    kind: relation.kind,
    target: relation.target,
    target_path: relation.targetPath === undefined ? null : JSON.stringify(relation.targetPath),
    sentence: relation.sentence,
    acts: isAllowed(facts.number, relation) ? 1 : 0,
    by_number: relation.by ?? null,
    by_from: relation.from ?? null,
    until: relation.until ?? null,
    place: relation.place === undefined ? null : JSON.stringify(relation.place),
  }));
  for (const batch of batches(rows, 200)) await tx.insertInto('relations').values(batch).execute();
}

async function removeDocument(tx: Tx, id: string, at: string) {
  await noteRelationTargets(tx, id, at);
  await tx.deleteFrom('documents').where('id', '=', id).execute();
  await note(tx, id, 'remove', at);
}

async function note(tx: Tx, id: string, kind: 'put' | 'remove', at: string) {
  await tx.insertInto('changes').values({ document_id: id, kind, at }).execute();
}

/** What a document does to another changes the other's effectivity: servers must read that one's facts again. */
async function noteRelationTargets(tx: Tx, id: string, at: string) {
  for (const other of await affectedBy(tx, [id])) if (other !== id) await note(tx, other, 'put', at);
}
