import type { EscalationId, PersonId, PersonStatus, QuestionId } from '../dialogue/model.ts';
import { PAPER_KINDS, type PaperKind } from '../dialogue/papers/model.ts';
import type { UploadId } from '../dialogue/uploads/model.ts';
import type { WrongReason } from '../dialogue/words.ts';

/** What a button under an uploaded document does. */
export const UPLOAD_TODOS = [
  'view',
  'confirm',
  'edit',
  'field',
  'scope',
  'scope_is',
  'keep',
  'relations',
  'strike',
  'unstrike',
  'cancel',
  'approve',
  'return',
] as const;
export type UploadTodo = (typeof UPLOAD_TODOS)[number];

const PERSON_STATUSES: readonly PersonStatus[] = ['pending', 'active', 'blocked', 'left'];

/** What a button does. Packed and unpacked here only; Telegram allows 64 bytes. */
export type Press =
  | { readonly act: 'source'; readonly question: QuestionId; readonly n: number }
  | { readonly act: 'page'; readonly question: QuestionId; readonly n: number }
  | { readonly act: 'original'; readonly question: QuestionId; readonly n: number }
  | { readonly act: 'helpful'; readonly question: QuestionId }
  | { readonly act: 'wrong'; readonly question: QuestionId }
  | { readonly act: 'reason'; readonly question: QuestionId; readonly reason: WrongReason }
  | { readonly act: 'escalate'; readonly question: QuestionId }
  | { readonly act: 'checklist'; readonly question: QuestionId }
  | { readonly act: 'choice'; readonly question: QuestionId; readonly n: number }
  | { readonly act: 'take'; readonly escalation: EscalationId }
  | { readonly act: 'accept'; readonly person: PersonId }
  | { readonly act: 'reject'; readonly person: PersonId }
  | { readonly act: 'access' }
  | { readonly act: 'status'; readonly person: PersonId; readonly to: PersonStatus }
  | { readonly act: 'focal'; readonly person: PersonId; readonly on: 'yes' | 'no' }
  | { readonly act: 'move'; readonly person: PersonId }
  | { readonly act: 'moved'; readonly person: PersonId; readonly commune: string }
  | { readonly act: 'stand_in'; readonly person: string }
  | { readonly act: 'commune'; readonly slug: string }
  | { readonly act: 'waiting' }
  | { readonly act: 'invite'; readonly role: 'official' | 'staff' }
  | { readonly act: 'signin' }
  | { readonly act: 'delegation_add' }
  | { readonly act: 'delegation_withdraw'; readonly delegation: string }
  | { readonly act: 'paper'; readonly question: QuestionId; readonly paper: PaperKind }
  | { readonly act: 'guidance_propose'; readonly escalation: EscalationId }
  | { readonly act: 'guidance_approve'; readonly guidance: string }
  | { readonly act: 'guidance_return'; readonly guidance: string }
  | { readonly act: 'upload'; readonly todo: UploadTodo; readonly upload: UploadId; readonly arg: string };
export type Act = Press['act'];

const CODES: Record<Act, string> = {
  source: 's',
  page: 'v',
  original: 'o',
  helpful: 'h',
  wrong: 'w',
  reason: 'r',
  escalate: 'e',
  checklist: 'k',
  choice: 'c',
  take: 't',
  accept: 'y',
  reject: 'n',
  access: 'q',
  status: 'ps',
  focal: 'pf',
  move: 'pm',
  moved: 'mv',
  stand_in: 'si',
  commune: 'x',
  waiting: 'l',
  invite: 'i',
  signin: 'g',
  delegation_add: 'da',
  delegation_withdraw: 'dw',
  paper: 'p',
  guidance_propose: 'gp',
  guidance_approve: 'ga',
  guidance_return: 'gr',
  upload: 'u',
};

/** @throws RangeError when the result would be longer than Telegram's 64 bytes */
export function pack(press: Press): string {
  const { act, ...fields } = press;
  const data = [CODES[act], ...Object.values(fields)].join(':');
  if (Buffer.byteLength(data) > 64) throw new RangeError(`callback data over 64 bytes: ${data}`);
  return data;
}

/** Undefined for anything that `pack` did not make. */
export function unpack(data: string): Press | undefined {
  const [code, first = '', second = '', third = ''] = data.split(':');
  const act = (Object.keys(CODES) as Act[]).find((name) => CODES[name] === code);
  switch (act) {
    case undefined:
      return undefined;
    case 'source':
    case 'page':
    case 'original':
    case 'choice':
      return /^\d{1,3}$/.test(second) ? { act, question: first as QuestionId, n: Number(second) } : undefined;
    case 'helpful':
    case 'wrong':
    case 'escalate':
    case 'checklist':
      return { act, question: first as QuestionId };
    case 'reason':
      return { act, question: first as QuestionId, reason: second as WrongReason };
    case 'take':
      return { act, escalation: first as EscalationId };
    case 'status': {
      const to = PERSON_STATUSES.find((status) => status === second);
      return to && { act, person: first as PersonId, to };
    }
    case 'focal':
      return second === 'yes' || second === 'no' ? { act, person: first as PersonId, on: second } : undefined;
    case 'moved':
      return second === '' ? undefined : { act, person: first as PersonId, commune: second };
    case 'stand_in':
      return { act, person: first };
    case 'move':
    case 'accept':
    case 'reject':
      return { act, person: first as PersonId };
    case 'commune':
      return { act, slug: first };
    case 'upload': {
      const todo = UPLOAD_TODOS.find((name) => name === first);
      return todo && second !== '' ? { act, todo, upload: second as UploadId, arg: third } : undefined;
    }
    case 'delegation_withdraw':
      return { act, delegation: first };
    case 'paper': {
      const paper = PAPER_KINDS.find((kind) => kind === second);
      return paper && { act, question: first as QuestionId, paper };
    }
    case 'guidance_propose':
      return { act, escalation: first as EscalationId };
    case 'guidance_approve':
    case 'guidance_return':
      return { act, guidance: first };
    case 'invite':
      return first === 'official' || first === 'staff' ? { act, role: first } : undefined;
    default:
      return { act };
  }
}
