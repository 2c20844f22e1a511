import type { Selectable, Transaction } from 'kysely';
import type { AuditEntry, Channel, PersonId } from '../../dialogue/model.ts';
import type {
  Along,
  Upload,
  UploadId,
  UploadResult,
  UploadState,
  UploadStore,
} from '../../dialogue/uploads/model.ts';
import type { ReadValue } from '../../ingest/model.ts';
import { uploadPath } from '../../ingest/upload.ts';
import type { DocumentId } from '../../legal/model.ts';
import { changeScope } from '../core/scope.ts';
import { applyPlan } from '../core/sync-store.ts';
import type { Database, Db } from '../database.ts';
import { createAuditLog } from '../dialogue/audit-log.ts';
import { createNoticeStore } from '../dialogue/notice-store.ts';
import { changeState } from '../review/documents/state.ts';
import type { UploadTables } from './tables.ts';

type Tx = Transaction<Database>;
type UploadRow = Omit<Selectable<UploadTables['uploads']>, 'read'>;

const COLUMNS = [
  'id',
  'revision',
  'state',
  'by_whom',
  'department',
  'channel',
  'file_name',
  'sha256',
  'size',
  'scope',
  'corrected',
  'keep_personal',
  'struck_out',
  'approval',
  'decided_by',
  'reason',
  'result',
  'created_at',
  'updated_at',
] as const satisfies readonly (keyof UploadRow)[];

/** Uploads, their files and what they publish. Each method is one transaction: a kill leaves the old state or the new. */
export function createUploadStore(db: Db): UploadStore {
  return {
    async add(upload, read, bytes, audit) {
      await db.transaction().execute(async (tx) => {
        await tx
          .insertInto('blobs')
          .values({ sha256: upload.sha256, bytes: Buffer.from(bytes), added_at: upload.createdAt })
          .onConflict((c) => c.column('sha256').doNothing())
          .execute();
        await tx
          .insertInto('uploads')
          .values({ ...rowOf(upload), read: JSON.stringify(read) })
          .execute();
        await createAuditLog(tx).write(audit);
      });
    },

    async upload(id) {
      const row = await db.selectFrom('uploads').select(COLUMNS).where('id', '=', id).executeTakeFirst();
      return row && uploadOf(row);
    },

    async read(id) {
      const row = await db.selectFrom('uploads').select('read').where('id', '=', id).executeTakeFirst();
      return row?.read == null ? undefined : (JSON.parse(row.read) as ReadValue);
    },

    async bytes(id) {
      const row = await db
        .selectFrom('uploads as u')
        .innerJoin('blobs as b', 'b.sha256', 'u.sha256')
        .select('b.bytes')
        .where('u.id', '=', id)
        .where('u.read', 'is not', null)
        .executeTakeFirst();
      return row?.bytes;
    },

    async list({ by, states }, limit) {
      let query = db.selectFrom('uploads').select(COLUMNS);
      if (by !== undefined) query = query.where('by_whom', '=', by);
      if (states !== undefined) query = query.where('state', 'in', [...states]);
      const rows = await query.orderBy('created_at', 'desc').orderBy('id').limit(limit).execute();
      return rows.map(uploadOf);
    },

    change: (next, along) => db.transaction().execute((tx) => change(tx, next, along)),

    async original(document) {
      const row = await db
        .selectFrom('originals as o')
        .innerJoin('documents as d', 'd.id', 'o.document_id')
        .innerJoin('blobs as b', 'b.sha256', 'o.sha256')
        .select(['o.document_id', 'o.upload', 'o.sha256', 'o.file_name', 'o.unmasked', 'b.bytes', 'd.file'])
        .where('o.document_id', '=', document)
        .executeTakeFirst();
      // A later version from another file has another original.
      if (row === undefined || row.file !== uploadPath(row.upload)) return undefined;
      return {
        documentId: row.document_id as DocumentId,
        upload: row.upload as UploadId,
        sha256: row.sha256,
        fileName: row.file_name,
        unmasked: row.unmasked === 1,
        bytes: row.bytes,
      };
    },

    setDocumentScope: (document, scope, audit) =>
      db.transaction().execute(async (tx) => {
        const done = await changeScope(tx, document, scope, audit);
        if (done) await createAuditLog(tx).write(audit);
        return done;
      }),

    setDocumentState: (document, from, to, audit) =>
      db.transaction().execute(async (tx) => {
        const done = await changeState(tx, document, from, to, audit.at);
        if (done) await createAuditLog(tx).write(audit);
        return done;
      }),
  };
}

async function change(tx: Tx, next: Upload, along: Along): Promise<boolean> {
  const done = await tx
    .updateTable('uploads')
    .set({ ...rowOf(next), ...(along.forget === true && { read: null }) })
    .where('id', '=', next.id)
    .where('revision', '=', next.revision - 1)
    .executeTakeFirst();
  if (done.numUpdatedRows !== 1n) return false;
  if (along.publish !== undefined) await publish(tx, along.publish, along.audit);
  if (along.forget === true) await dropUnusedBlob(tx, next.sha256);
  await createAuditLog(tx).write(along.audit);
  await createNoticeStore(tx).add(along.notices ?? []);
  return true;
}

async function publish(tx: Tx, what: NonNullable<Along['publish']>, { at }: AuditEntry): Promise<void> {
  await applyPlan(tx, what.plan, what.fingerprint, at);
  if (what.original === undefined) return;
  const { documentId, upload, sha256, fileName, unmasked } = what.original;
  const row = { upload, sha256, file_name: fileName, unmasked: unmasked ? 1 : 0 };
  await tx
    .insertInto('originals')
    .values({ document_id: documentId, ...row })
    .onConflict((c) => c.column('document_id').doUpdateSet(row))
    .execute();
}

/** The same file may stand behind another upload or a document. */
async function dropUnusedBlob(tx: Tx, sha256: string): Promise<void> {
  await tx
    .deleteFrom('blobs')
    .where('sha256', '=', sha256)
    .where((e) =>
      e.not(e.exists(e.selectFrom('originals').select('document_id').where('sha256', '=', sha256))),
    )
    .where((e) =>
      e.not(
        e.exists(
          e.selectFrom('uploads').select('id').where('sha256', '=', sha256).where('read', 'is not', null),
        ),
      ),
    )
    .execute();
}

function rowOf(upload: Upload): UploadRow {
  return {
    id: upload.id,
    revision: upload.revision,
    state: upload.state,
    by_whom: upload.by,
    department: upload.department ?? null,
    channel: upload.channel,
    file_name: upload.fileName,
    sha256: upload.sha256,
    size: upload.size,
    scope: JSON.stringify(upload.scope),
    corrected: JSON.stringify(upload.corrected),
    keep_personal: upload.keepPersonalData ? 1 : 0,
    struck_out: JSON.stringify(upload.struckOut),
    approval: upload.approval === undefined ? null : JSON.stringify(upload.approval),
    decided_by: upload.decidedBy ?? null,
    reason: upload.reason ?? null,
    result: upload.result === undefined ? null : JSON.stringify(upload.result),
    created_at: upload.createdAt,
    updated_at: upload.updatedAt,
  };
}

function uploadOf(row: UploadRow): Upload {
  return {
    id: row.id as UploadId,
    revision: row.revision,
    state: row.state as UploadState,
    by: row.by_whom as PersonId,
    ...(row.department !== null && { department: row.department }),
    channel: row.channel as Channel,
    fileName: row.file_name,
    sha256: row.sha256,
    size: row.size,
    scope: JSON.parse(row.scope) as Upload['scope'],
    corrected: JSON.parse(row.corrected) as Upload['corrected'],
    keepPersonalData: row.keep_personal === 1,
    struckOut: JSON.parse(row.struck_out) as string[],
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    ...(row.approval !== null && { approval: JSON.parse(row.approval) as NonNullable<Upload['approval']> }),
    ...(row.decided_by !== null && { decidedBy: row.decided_by as PersonId }),
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.result !== null && { result: JSON.parse(row.result) as UploadResult }),
  };
}
