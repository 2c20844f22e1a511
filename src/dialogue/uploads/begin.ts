import { createHash, randomUUID } from 'node:crypto';
import { isEmptyUpload } from '../../ingest/upload.ts';
import { demand } from '../access.ts';
import { newReferenceCode } from '../errors.ts';
import type { Channel, Person, PersonId } from '../model.ts';
import type { StoredOriginal } from './documents.ts';
import { UploadError } from './errors.ts';
import { safeFileName } from './fields.ts';
import type { Upload, UploadId, UploadPreview } from './model.ts';
import { entry, shownTo, type UploadDeps } from './steps.ts';
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

/** Reads the file, unless this upload is known already, and shows what it was understood to be. */
export async function begin(deps: UploadDeps, request: NewUpload): Promise<Begun> {
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
      await noteSecret(deps, person.id, channel);
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

/** For the audit. Neither the name nor the content: the name of such a paper can be secret itself. */
export async function noteSecret({ audit, now }: UploadDeps, by: PersonId, channel: Channel): Promise<void> {
  await audit.write({ at: now().toISOString(), by, action: 'upload_secret_refused', subject: channel });
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
