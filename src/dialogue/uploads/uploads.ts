import { createHash, randomUUID } from 'node:crypto';
import { isEmptyUpload } from '../../ingest/upload.ts';
import type { DocumentScope } from '../../retrieval/model.ts';
import { demand } from '../access.ts';
import type { AuditAction } from '../audit-actions.ts';
import { DialogueError, newReferenceCode } from '../errors.ts';
import type { Channel, Person, PersonId } from '../model.ts';
import type { StoredOriginal } from './documents.ts';
import { UploadError } from './errors.ts';
import { safeFileName, withField } from './fields.ts';
import type { Upload, UploadField, UploadId, UploadPreview } from './model.ts';
import { allowedScope, mayDecide, mayTell } from './rules.ts';
import { approve, confirm, type Settled, sendBack } from './settle.ts';
import { entry, shownTo, step, type UploadDeps, write } from './steps.ts';
import { UPLOAD_LIMIT_MB, UPLOAD_WORDS } from './words.ts';

export interface NewUpload {
  readonly by: PersonId;
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly channel: Channel;
  /** The same key never makes a second upload: a transport may repeat itself after a kill. */
  readonly key?: string;
  /** A stored document whose own file this is: what a person decided about it then still holds. */
  readonly rereads?: Pick<StoredOriginal, 'upload' | 'scope'>;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** `secret`: nothing of the file was kept; the transport must remove its own copy too. */
export type Begun =
  | { readonly status: 'ready'; readonly preview: UploadPreview }
  | { readonly status: 'secret' | 'refused' | 'failed'; readonly reason: string };

/** The upload of guidance, whatever the transport. Each call checks the person's rights. */
export interface Uploads {
  /** Reads and understands a file; stores it only when it passed the gates. @throws DialogueError */
  begin(request: NewUpload): Promise<Begun>;
  /** The upload as it stands, when this person may see it. @throws UploadError `not_allowed` in Telegram for one that is
   * for the web only and did not come through Telegram from this very person */
  preview(by: PersonId, id: UploadId, channel: Channel): Promise<UploadPreview | undefined>;
  upload(by: PersonId, id: UploadId): Promise<Upload | undefined>;
  /** The person's own uploads, newest first. */
  mine(by: PersonId): Promise<readonly Upload[]>;
  /** What this person may approve or return. */
  waiting(by: PersonId): Promise<readonly Upload[]>;
  /** An empty value goes back to what was read. @throws UploadError `invalid` */
  correct(request: {
    by: PersonId;
    id: UploadId;
    values: Partial<Record<UploadField, string>>;
  }): Promise<Upload>;
  setScope(request: { by: PersonId; id: UploadId; scope: DocumentScope }): Promise<Upload>;
  keepPersonalData(request: { by: PersonId; id: UploadId; keep: boolean }): Promise<Upload>;
  /** Relations (by key) that were misread and are not to be stored; the others are taken in again. */
  strikeOut(request: { by: PersonId; id: UploadId; keys: readonly string[] }): Promise<Upload>;
  confirm(request: { by: PersonId; id: UploadId }): Promise<Settled>;
  cancel(request: { by: PersonId; id: UploadId }): Promise<Upload>;
  approve(request: { by: PersonId; id: UploadId }): Promise<Settled>;
  sendBack(request: { by: PersonId; id: UploadId; reason: string }): Promise<Upload>;
}

const LISTED = 200;

export function createUploads(deps: UploadDeps): Uploads {
  const edit = (
    by: PersonId,
    id: UploadId,
    action: AuditAction,
    change: (upload: Upload, person: Person) => Upload,
  ) => editOwn(deps, by, id, action, change);
  return {
    begin: (request) => begin(deps, request),
    async preview(by, id, channel) {
      const found = await seen(deps, by, id);
      if (found === undefined) return undefined;
      if (channel === 'telegram' && !mayTell(found.upload, found.person))
        throw new UploadError('not_allowed', UPLOAD_WORDS.onWebOnly);
      const read = await deps.uploads.read(id);
      return read && shownTo(deps, found.person, found.upload, read);
    },
    upload: async (by, id) => (await seen(deps, by, id))?.upload,
    async mine(by) {
      demand(await deps.people.person(by), 'add_documents');
      return deps.uploads.list({ by }, LISTED);
    },
    async waiting(by) {
      const person = await deps.people.person(by);
      demand(person, 'add_documents');
      const all = await deps.uploads.list({ states: ['cho_duyet'] }, LISTED);
      return all.filter((upload) => mayDecide(person, upload));
    },
    correct: ({ by, id, values }) =>
      edit(by, id, 'upload_correct', (upload) => {
        let { corrected } = upload;
        for (const [field, value] of Object.entries(values)) {
          corrected = withField(corrected, field as UploadField, value);
        }
        return { ...upload, corrected };
      }),
    setScope: ({ by, id, scope }) =>
      edit(by, id, 'upload_scope', (upload, person) => ({ ...upload, scope: allowedScope(scope, person) })),
    keepPersonalData: ({ by, id, keep }) =>
      edit(by, id, 'upload_personal_data', (upload) => ({ ...upload, keepPersonalData: keep })),
    strikeOut: ({ by, id, keys }) =>
      edit(by, id, 'upload_relations', (upload) => ({ ...upload, struckOut: [...new Set(keys)] })),
    confirm: ({ by, id }) => confirm(deps, by, id),
    cancel: ({ by, id }) => edit(by, id, 'upload_cancel', (upload) => ({ ...upload, state: 'da_huy' })),
    approve: ({ by, id }) => approve(deps, by, id),
    sendBack: ({ by, id, reason }) => sendBack(deps, by, id, reason),
  };
}

async function begin(deps: UploadDeps, request: NewUpload): Promise<Begun> {
  const person = await deps.people.person(request.by);
  demand(person, 'add_documents');
  const id = uploadId(request.key);
  const before = request.key === undefined ? undefined : await deps.uploads.upload(id);
  if (before === undefined) {
    const refused = await take(deps, person, id, request);
    if (refused !== undefined) return refused;
  }
  const upload = before ?? (await deps.uploads.upload(id));
  const read = await deps.uploads.read(id);
  if (upload === undefined || read === undefined) throw new UploadError('already_done', UPLOAD_WORDS.settled);
  return { status: 'ready', preview: await shownTo(deps, person, upload, read) };
}

/** Reads the file and keeps it; or says why not, and keeps nothing of it. */
async function take(
  deps: UploadDeps,
  person: Person,
  id: UploadId,
  { bytes, fileName: given, channel, rereads, signal, onProgress }: NewUpload,
): Promise<Begun | undefined> {
  if (bytes.length === 0) return { status: 'refused', reason: UPLOAD_WORDS.empty };
  if (bytes.length > UPLOAD_LIMIT_MB * 1024 * 1024)
    return { status: 'refused', reason: UPLOAD_WORDS.tooLarge };
  const fileName = safeFileName(given);
  const at = deps.now().toISOString();
  try {
    const reading = await deps.reader.read(bytes, fileName, {
      ...(signal !== undefined && { signal }),
      ...(onProgress !== undefined && { onProgress }),
    });
    if (reading.status === 'secret') {
      // Neither the name nor the content: the name of such a paper can be secret itself.
      await deps.audit.write({ at, by: person.id, action: 'upload_secret_refused', subject: channel });
      return reading;
    }
    if (reading.status !== 'read') return { status: reading.status, reason: reading.reason };
    if (isEmptyUpload(reading.value)) return { status: 'failed', reason: UPLOAD_WORDS.noText };
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const upload: Upload = {
      id,
      revision: 1,
      state: 'cho_xac_nhan',
      by: person.id,
      ...(person.department !== undefined && { department: person.department }),
      channel,
      fileName,
      sha256,
      size: bytes.length,
      scope: rereads?.scope ?? { kind: 'internal' },
      ...(await decidedBefore(deps, sha256, rereads?.upload)),
      createdAt: at,
      updatedAt: at,
    };
    // Understood once before it is kept: what cannot be understood is not kept.
    deps.reader.understand(reading.value, fileName, upload);
    await deps.uploads.add(upload, reading.value, bytes, entry(upload, person.id, 'upload_begin'));
    return undefined;
  } catch (error) {
    if (signal?.aborted) return { status: 'failed', reason: UPLOAD_WORDS.stopped };
    const code = newReferenceCode();
    deps.log.error({ err: withoutText(error), code }, 'an upload could not be read');
    return { status: 'failed', reason: UPLOAD_WORDS.failed(code) };
  }
}

/** What was corrected when the same file was taken in before; nothing for another file. */
async function decidedBefore(
  { uploads }: UploadDeps,
  sha256: string,
  id: UploadId | undefined,
): Promise<Pick<Upload, 'corrected' | 'keepPersonalData' | 'struckOut'>> {
  const before = id === undefined ? undefined : await uploads.upload(id);
  if (before?.sha256 !== sha256) return { corrected: {}, keepPersonalData: false, struckOut: [] };
  const { corrected, keepPersonalData, struckOut } = before;
  return { corrected, keepPersonalData, struckOut };
}

function uploadId(key: string | undefined): UploadId {
  if (key === undefined) return randomUUID() as UploadId;
  return createHash('sha256').update(`upload ${key}`).digest('base64url').slice(0, 24) as UploadId;
}

/** Where a fault happened, without words that could come from the file. */
function withoutText(error: unknown): { type: string; at: string[] } {
  if (!(error instanceof Error)) return { type: typeof error, at: [] };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { type: error.name, at: frames.slice(0, 8).map((line) => line.trim()) };
}

/** The uploader sees the upload, and whoever may decide about it. */
async function seen(
  deps: UploadDeps,
  by: PersonId,
  id: UploadId,
): Promise<{ person: Person; upload: Upload } | undefined> {
  const person = await deps.people.person(by);
  demand(person, 'add_documents');
  const upload = await deps.uploads.upload(id);
  if (upload === undefined) return undefined;
  const decides = upload.state !== 'cho_xac_nhan' && upload.state !== 'da_huy' && mayDecide(person, upload);
  return upload.by === person.id || decides ? { person, upload } : undefined;
}

async function editOwn(
  deps: UploadDeps,
  by: PersonId,
  id: UploadId,
  action: AuditAction,
  change: (upload: Upload, person: Person) => Upload,
): Promise<Upload> {
  const found = await seen(deps, by, id);
  if (found === undefined || found.upload.by !== by) throw new DialogueError('unknown', id);
  const { upload, person } = found;
  if (upload.state !== 'cho_xac_nhan' && upload.state !== 'tra_lai')
    throw new UploadError('already_done', UPLOAD_WORDS.settled);
  const changed = change(upload, person);
  const state = changed.state === 'da_huy' ? 'da_huy' : 'cho_xac_nhan';
  const next = step(deps, { ...changed, state });
  const { corrected, scope, keepPersonalData, struckOut } = next;
  const detail = { corrected, scope, keepPersonalData, struckOut };
  await write(deps, next, {
    audit: { ...entry(next, by, action), detail },
    forget: state === 'da_huy',
  });
  return next;
}
