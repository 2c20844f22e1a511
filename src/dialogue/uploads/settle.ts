import { randomUUID } from 'node:crypto';
import { documentNameAndSubject } from '../../legal/citation-label.ts';
import { demand, may } from '../access.ts';
import { DialogueError } from '../errors.ts';
import type { Notice, NoticeKind, Person, PersonId } from '../model.ts';
import { UploadError } from './errors.ts';
import type { ApprovalReason, Upload, UploadId, UploadResult } from './model.ts';
import { type Looked, supersededBy } from './preview.ts';
import { mayDecide, mayTell } from './rules.ts';
import { entry, lookAt, step, type UploadDeps, write } from './steps.ts';
import { resultSentence, UPLOAD_WORDS } from './words.ts';

/** What confirming or approving came to. */
export type Settled =
  | { readonly status: 'serving' | 'duplicate'; readonly upload: Upload; readonly result: UploadResult }
  | {
      readonly status: 'waiting';
      readonly upload: Upload;
      readonly title: string;
      readonly reasons: readonly ApprovalReason[];
    };

/**
 * The uploader stands by what was understood. A numbered, dated, signed document of their own department serves at once;
 * everything else waits for the approver. Confirming again tells the same outcome, so that a repeated tap does no harm.
 */
export async function confirm(deps: UploadDeps, by: PersonId, id: UploadId): Promise<Settled> {
  return asWriter(deps, 'upload confirm', async () => {
    const person = await deps.people.person(by);
    demand(person, 'add_documents');
    const upload = await deps.uploads.upload(id);
    if (upload === undefined || upload.by !== by) throw new DialogueError('unknown', id);
    const again = outcomeOf(upload);
    if (again !== undefined) return again;
    if (upload.state !== 'cho_xac_nhan') throw new UploadError('already_done', UPLOAD_WORDS.settled);
    const looked = await lookNow(deps, person, upload);
    const reasons = looked.preview.approval;
    return reasons.length === 0
      ? publish(deps, upload, looked, by, [])
      : sendForApproval(deps, person, upload, looked, reasons);
  });
}

/** Lets a waiting upload serve. @throws DialogueError `not_allowed` for one's own upload or another department's */
export async function approve(deps: UploadDeps, by: PersonId, id: UploadId): Promise<Settled> {
  return asWriter(deps, 'upload approve', async () => {
    const { person, upload } = await toDecide(deps, by, id);
    const again = upload.state === 'da_nap' && upload.decidedBy === by ? outcomeOf(upload) : undefined;
    if (again !== undefined) return again;
    if (upload.state !== 'cho_duyet') throw new UploadError('already_done', UPLOAD_WORDS.settled);
    const looked = await lookNow(deps, person, upload);
    const named = nameable(upload, await deps.people.person(upload.by));
    const told = (result: UploadResult) => {
      const text = named ? UPLOAD_WORDS.approved(resultSentence(result)) : UPLOAD_WORDS.approvedUnnamed;
      return [notice(deps, upload, upload.by, 'upload_approved', text)];
    };
    return publish(deps, { ...upload, decidedBy: by }, looked, by, told);
  });
}

/** Back to the uploader, who may correct it and confirm again. @throws UploadError `invalid` without a reason */
export async function sendBack(deps: UploadDeps, by: PersonId, id: UploadId, given: string): Promise<Upload> {
  const { upload } = await toDecide(deps, by, id);
  const reason = given.replace(/\s+/gu, ' ').trim().slice(0, 1000);
  if (reason === '') throw new UploadError('invalid', UPLOAD_WORDS.needReason);
  if (upload.state !== 'cho_duyet') throw new UploadError('already_done', UPLOAD_WORDS.settled);
  const next = step(deps, { ...upload, state: 'tra_lai', decidedBy: by, reason });
  const name = nameable(next, await deps.people.person(next.by)) ? next.fileName : UPLOAD_WORDS.unnamed;
  await write(deps, next, {
    audit: { ...entry(next, by, 'upload_return'), detail: { reason } },
    notices: [notice(deps, next, next.by, 'upload_returned', UPLOAD_WORDS.returned(name, reason))],
  });
  return next;
}

/** Another process may be writing for minutes; the upload waits where it is. */
async function asWriter<T>(deps: UploadDeps, command: string, work: () => Promise<T>): Promise<T> {
  try {
    return await deps.asWriter(command, work);
  } catch (error) {
    if ((error as { name?: string } | null)?.name !== 'DataDirBusyError') throw error;
    throw new UploadError('already_taken', UPLOAD_WORDS.busy);
  }
}

async function lookNow(deps: UploadDeps, person: Person, upload: Upload): Promise<Looked> {
  const read = await deps.uploads.read(upload.id);
  if (read === undefined) throw new UploadError('already_done', UPLOAD_WORDS.settled);
  return lookAt(deps, person, upload, read);
}

async function toDecide(
  deps: UploadDeps,
  by: PersonId,
  id: UploadId,
): Promise<{ person: Person; upload: Upload }> {
  const person = await deps.people.person(by);
  demand(person, 'add_documents');
  const upload = await deps.uploads.upload(id);
  if (upload === undefined) throw new DialogueError('unknown', id);
  if (!mayDecide(person, upload)) throw new DialogueError('not_allowed', `${by} decides ${id}`);
  return { person, upload };
}

function outcomeOf(upload: Upload): Settled | undefined {
  const { state, result } = upload;
  if (state === 'da_nap' && result !== undefined) {
    const status = result.outcome === 'added' || result.outcome === 'updated' ? 'serving' : 'duplicate';
    return { status, upload, result };
  }
  return state === 'cho_duyet'
    ? { status: 'waiting', upload, title: upload.fileName, reasons: upload.approval ?? [] }
    : undefined;
}

/** Document, original file, upload, audit and notices in one transaction. */
async function publish(
  deps: UploadDeps,
  upload: Upload,
  { understood, planned }: Looked,
  by: PersonId,
  told: readonly Notice[] | ((result: UploadResult) => readonly Notice[]),
): Promise<Settled> {
  const { document, outcome, of: twin } = planned.planned;
  const writes = outcome === 'added' || outcome === 'updated';
  const result: UploadResult = {
    documentId: writes ? document.facts.id : (twin?.id ?? document.facts.id),
    outcome,
    title: documentNameAndSubject(document.facts),
    articles: document.articles,
    supersedes: writes ? supersededBy(understood) : [],
  };
  const next = step(deps, { ...upload, state: 'da_nap', result });
  await write(deps, next, {
    audit: {
      ...entry(next, by, upload.by === by ? 'upload_publish' : 'upload_approve'),
      detail: {
        document: result.documentId,
        outcome,
        scope: next.scope,
        corrected: next.corrected,
        struckOut: next.struckOut,
      },
    },
    notices: typeof told === 'function' ? told(result) : told,
    forget: true,
    ...(writes && {
      publish: {
        plan: planned.plan,
        fingerprint: planned.fingerprint,
        original: {
          documentId: result.documentId,
          sha256: next.sha256,
          fileName: next.fileName,
          upload: next.id,
          unmasked: understood.personal.length > 0 && !next.keepPersonalData,
        },
      },
    }),
  });
  return { status: writes ? 'serving' : 'duplicate', upload: next, result };
}

async function sendForApproval(
  deps: UploadDeps,
  person: Person,
  upload: Upload,
  { preview: { title } }: Looked,
  reasons: readonly ApprovalReason[],
): Promise<Settled> {
  const next = step(deps, { ...upload, state: 'cho_duyet', approval: reasons });
  const deciders = (await deps.people.people({ status: 'active' })).filter(
    (one) => may(one, 'add_documents') && mayDecide(one, next),
  );
  await write(deps, next, {
    audit: { ...entry(next, person.id, 'upload_to_approval'), detail: { reasons } },
    notices: deciders.map((one) =>
      notice(
        deps,
        next,
        one.id,
        'upload_waiting',
        UPLOAD_WORDS.waitingForApproval(nameable(next, one) ? title : UPLOAD_WORDS.unnamed, person.name),
      ),
    ),
  });
  return { status: 'waiting', upload: next, title, reasons };
}

/** Whether a notice to this person, which also goes through Telegram where they use it, may name what was uploaded. */
function nameable(upload: Upload, to: Person | undefined): boolean {
  return to?.telegramId === undefined || mayTell(upload, to);
}

function notice(
  deps: Pick<UploadDeps, 'now'>,
  upload: Upload,
  to: PersonId,
  kind: NoticeKind,
  text: string,
): Notice {
  return {
    id: randomUUID(),
    to,
    kind,
    subject: upload.id as UploadId,
    text,
    createdAt: deps.now().toISOString(),
  };
}
