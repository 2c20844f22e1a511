import type { DocumentId } from '../../legal/model.ts';
import { mayRead } from '../../retrieval/access.ts';
import type { ChunkSource, DocumentScope } from '../../retrieval/model.ts';
import { demand, may, mayKeepDocument, readerOf } from '../access.ts';
import { DialogueError } from '../errors.ts';
import type { Audience, Channel, PeopleStore, Person, PersonId } from '../model.ts';
import type { OriginalFile } from '../originals/model.ts';
import type { DocumentDesk, DocumentDetail } from '../review/documents.ts';
import { UploadError } from './errors.ts';
import type { UploadId, UploadStore } from './model.ts';
import { allowedScope, isOwnDepartment, isSteward } from './rules.ts';
import { UPLOAD_WORDS } from './words.ts';

export interface DocumentChangeDeps {
  readonly people: Pick<PeopleStore, 'person'>;
  readonly uploads: Pick<UploadStore, 'setDocumentState' | 'setDocumentScope'>;
  /** `unmasked`: the file shows personal data that was masked in the text. */
  readonly originalOf: (
    document: DocumentId,
  ) => Promise<(OriginalFile & { readonly unmasked: boolean; readonly upload?: UploadId }) | undefined>;
  readonly documents: Pick<DocumentDesk, 'document'>;
  readonly chunks: Pick<ChunkSource, 'facts'>;
  readonly territory: string;
  readonly now: () => Date;
}

/** The file, and what was decided about the document that was read from it. */
export interface StoredOriginal extends OriginalFile {
  readonly scope: DocumentScope;
  /** Absent when it came by command. */
  readonly upload?: UploadId;
}

export interface StateRequest {
  readonly by: PersonId;
  readonly document: DocumentId;
  readonly reason: string;
}

export interface ScopeRequest {
  readonly by: PersonId;
  readonly document: DocumentId;
  readonly scope: DocumentScope;
}

/** What becomes of documents that serve, and their original files. */
export interface StoredDocuments {
  /** Takes a document out of the answers; servers follow within 2 s. @throws DialogueError */
  withdraw(request: StateRequest): Promise<void>;
  /** Puts it back. @throws DialogueError */
  restore(request: StateRequest): Promise<void>;
  /** Changes who may read it; answers, searches and servers follow within 2 s. @throws DialogueError */
  changeScope(request: ScopeRequest): Promise<void>;
  /** The original file, when it is kept and this person may read it. */
  original(
    by: PersonId,
    document: DocumentId,
    channel: Channel,
    audience?: Audience,
  ): Promise<StoredOriginal | undefined>;
}

export function createStoredDocuments(deps: DocumentChangeDeps): StoredDocuments {
  return {
    withdraw: (request) => change(deps, request, 'serving', 'withdrawn'),
    restore: (request) => change(deps, request, 'withdrawn', 'serving'),
    changeScope: (request) => changeScope(deps, request),
    original: (...request) => original(deps, ...request),
  };
}

async function change(
  deps: DocumentChangeDeps,
  { by, document: id, reason: given }: StateRequest,
  from: 'serving' | 'withdrawn',
  to: 'serving' | 'withdrawn',
): Promise<void> {
  await toChange(deps, by, id);
  const reason = given.replace(/\s+/gu, ' ').trim().slice(0, 1000);
  if (reason === '') throw new UploadError('invalid', UPLOAD_WORDS.needReason);
  const audit = {
    at: deps.now().toISOString(),
    by,
    action: `document_${to}` as const,
    subject: id,
    detail: { reason },
  };
  if (!(await deps.uploads.setDocumentState(id, from, to, audit)))
    throw new UploadError('already_done', UPLOAD_WORDS.documentChanged);
}

/** A document that this person may change. @throws DialogueError */
async function toChange(
  deps: DocumentChangeDeps,
  by: PersonId,
  id: DocumentId,
): Promise<{ person: Person; document: DocumentDetail }> {
  const person = await deps.people.person(by);
  demand(person, 'add_documents');
  const document = await deps.documents.document(id);
  if (document === undefined || !mayKeepDocument(person, document)) throw new DialogueError('unknown', id);
  if (!isSteward(person) && !isOwnDepartment(person, document.facts, deps.territory))
    throw new UploadError('not_allowed', UPLOAD_WORDS.notYours);
  return { person, document };
}

async function changeScope(
  deps: DocumentChangeDeps,
  { by, document: id, scope }: ScopeRequest,
): Promise<void> {
  const { person, document } = await toChange(deps, by, id);
  const to = allowedScope(scope, person);
  if (JSON.stringify(to) === JSON.stringify(document.scope)) return;
  const audit = {
    at: deps.now().toISOString(),
    by,
    action: 'document_scope' as const,
    subject: id,
    detail: { from: document.scope, to },
  };
  if (!(await deps.uploads.setDocumentScope(id, to, audit)))
    throw new UploadError('already_done', UPLOAD_WORDS.documentChanged);
}

/** A file whose text was masked shows what was masked: it is for those who look after documents. */
async function original(
  deps: DocumentChangeDeps,
  by: PersonId,
  id: DocumentId,
  channel: Channel,
  audience?: Audience,
): Promise<StoredOriginal | undefined> {
  const person = await deps.people.person(by);
  demand(person, 'ask');
  const keeps = may(person, 'add_documents');
  const document = keeps ? await deps.documents.document(id) : undefined;
  const facts = keeps ? document?.facts : (await deps.chunks.facts([id])).get(id);
  if (facts === undefined) return undefined;
  const looksAfter = channel === 'web' && document !== undefined && mayKeepDocument(person, document);
  if (!looksAfter && !mayRead(facts.scope, readerOf(person, channel, audience))) return undefined;
  const found = await deps.originalOf(id);
  if (found === undefined || (found.unmasked && !keeps)) return undefined;
  const { fileName, bytes, upload } = found;
  return { fileName, bytes, scope: facts.scope, ...(upload !== undefined && { upload }) };
}
