import type { Logger } from 'pino';
import type { ReadValue } from '../../ingest/model.ts';
import { noticeReader } from '../access.ts';
import type { AuditAction } from '../audit-actions.ts';
import type { AuditEntry, AuditLog, PeopleStore, Person, PersonId } from '../model.ts';
import { UploadError } from './errors.ts';
import type { Upload, UploadPreview, UploadReader, UploadStore } from './model.ts';
import { type Looked, look } from './preview.ts';
import { UPLOAD_WORDS } from './words.ts';

export interface UploadDeps {
  readonly people: PeopleStore;
  readonly audit: AuditLog;
  readonly uploads: UploadStore;
  readonly reader: UploadReader;
  /** Runs what changes documents while nobody else does; lets this process's index follow. */
  readonly asWriter: <T>(command: string, work: () => Promise<T>) => Promise<T>;
  /** Folded slug of the province served. */
  readonly territory: string;
  readonly now: () => Date;
  readonly log: Pick<Logger, 'error'>;
}

/** The rights are the uploader's, whoever looks. */
export async function lookAt(
  deps: UploadDeps,
  person: Person,
  upload: Upload,
  read: ReadValue,
): Promise<Looked> {
  const uploader = upload.by === person.id ? person : ((await deps.people.person(upload.by)) ?? person);
  return look(deps.reader, person, uploader, upload, read, deps.territory);
}

/** What a person is shown: with what it states otherwise than texts that they may read. */
export async function shownTo(
  deps: UploadDeps,
  person: Person,
  upload: Upload,
  read: ReadValue,
): Promise<UploadPreview> {
  const { preview, understood } = await lookAt(deps, person, upload, read);
  const differs = await deps.reader.contradictions(understood.document, noticeReader(person));
  return { ...preview, warnings: [...differs, ...preview.warnings] };
}

/** The next revision of an upload. */
export function step(deps: Pick<UploadDeps, 'now'>, upload: Upload): Upload {
  return { ...upload, revision: upload.revision + 1, updatedAt: deps.now().toISOString() };
}

/** @throws UploadError `already_done` when somebody else changed the upload meanwhile */
export async function write(
  deps: Pick<UploadDeps, 'uploads'>,
  next: Upload,
  along: Parameters<UploadStore['change']>[1],
): Promise<void> {
  if (!(await deps.uploads.change(next, along))) throw new UploadError('already_done', UPLOAD_WORDS.changed);
}

export function entry(upload: Upload, by: PersonId, action: AuditAction): AuditEntry<AuditAction> {
  return { at: upload.updatedAt, by, action, subject: upload.id, detail: { fileName: upload.fileName } };
}
