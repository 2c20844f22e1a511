import type { DocumentScope } from '../../retrieval/model.ts';
import { demand } from '../access.ts';
import type { AuditAction } from '../audit-actions.ts';
import { DialogueError } from '../errors.ts';
import type { Channel, Person, PersonId } from '../model.ts';
import type { OriginalFile } from '../originals/model.ts';
import { type Begun, begin, type NewUpload, noteSecret } from './begin.ts';
import { UploadError } from './errors.ts';
import { withField } from './fields.ts';
import type { Upload, UploadField, UploadId, UploadPreview } from './model.ts';
import { allowedScope, mayDecide, mayTell } from './rules.ts';
import { approve, confirm, type Settled, sendBack } from './settle.ts';
import { entry, shownTo, step, type UploadDeps, write } from './steps.ts';
import { UPLOAD_WORDS } from './words.ts';

/** The upload of guidance, whatever the transport. Each call checks the person's rights. */
export interface Uploads {
  /** Reads and understands a file; stores it only when it passed the gates. @throws DialogueError */
  begin(request: NewUpload): Promise<Begun>;
  /** For the audit: this person sent a secret paper there, and it was not taken. */
  noteSecret(by: PersonId, channel: Channel): Promise<void>;
  /** The upload as it stands, when this person may see it. @throws UploadError `not_allowed` in Telegram for one that is
   * for the web only and did not come through Telegram from this very person */
  preview(by: PersonId, id: UploadId, channel: Channel): Promise<UploadPreview | undefined>;
  /** The file itself, to be looked at beside what was understood; until the upload is settled, with the same rights. */
  paper(by: PersonId, id: UploadId, channel: Channel): Promise<OriginalFile | undefined>;
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
    noteSecret: (by, channel) => noteSecret(deps, by, channel),
    async preview(by, id, channel) {
      const found = await shown(deps, by, id, channel);
      const read = found && (await deps.uploads.read(id));
      return read && shownTo(deps, found.person, found.upload, read);
    },
    async paper(by, id, channel) {
      const found = await shown(deps, by, id, channel);
      const bytes = found && (await deps.uploads.bytes(id));
      return bytes && { fileName: found.upload.fileName, bytes };
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

/** The uploader sees the upload, and, of one that was sent for approval, whoever may decide about it. */
async function seen(
  deps: UploadDeps,
  by: PersonId,
  id: UploadId,
): Promise<{ person: Person; upload: Upload } | undefined> {
  const person = await deps.people.person(by);
  demand(person, 'add_documents');
  const upload = await deps.uploads.upload(id);
  if (upload === undefined) return undefined;
  const handedIn =
    upload.approval !== undefined && upload.state !== 'cho_xac_nhan' && upload.state !== 'da_huy';
  const decides = handedIn && mayDecide(person, upload);
  return upload.by === person.id || decides ? { person, upload } : undefined;
}

/** The same, where it may be shown. @throws UploadError `not_allowed` in Telegram for what is for the web only */
async function shown(
  deps: UploadDeps,
  by: PersonId,
  id: UploadId,
  channel: Channel,
): ReturnType<typeof seen> {
  const found = await seen(deps, by, id);
  if (found !== undefined && channel === 'telegram' && !mayTell(found.upload, found.person))
    throw new UploadError('not_allowed', UPLOAD_WORDS.onWebOnly);
  return found;
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
