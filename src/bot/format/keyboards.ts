import { InlineKeyboard } from 'grammy';
import type { Answer } from '../../answer/model.ts';
import type {
  EscalationId,
  FeedbackVerdict,
  Notice,
  Person,
  PersonId,
  PersonStatus,
  QuestionId,
} from '../../dialogue/model.ts';
import { PAPER_KINDS } from '../../dialogue/papers/model.ts';
import { PAPER_WORDS } from '../../dialogue/papers/words.ts';
import type { UploadId } from '../../dialogue/uploads/model.ts';
import { WRONG_REASONS, type WrongReason } from '../../dialogue/words.ts';
import type { IsoDate } from '../../legal/model.ts';
import { shortened } from '../../legal/text.ts';
import { pack } from '../callback-data.ts';
import { BUTTONS, MEMBER_BUTTONS } from '../words.ts';
import { basisToCopy } from './answer.ts';
import { uploadViewKeyboard } from './upload.ts';

const SOURCES_IN_A_ROW = 5;
const MAX_SOURCES = 10;
const MAX_CHOICES = 8;
const LABEL_LENGTH = 60;
/** Routes on which there is nothing to rate or to ask a department. */
const SOCIAL: ReadonlySet<string> = new Set(['greeting', 'thanks', 'small_talk', 'complaint', 'foreign']);

/** Buttons under an answer. What has been pressed stays visible as done. */
export function answerKeyboard(
  question: QuestionId,
  answer: Answer,
  asOf: IsoDate,
  done: { verdict?: FeedbackVerdict; escalated?: boolean } = {},
): InlineKeyboard {
  const rows = answerButtons(question, answer, asOf, done).inline_keyboard;
  return InlineKeyboard.from(rows.filter((row) => row.length > 0));
}

function answerButtons(
  question: QuestionId,
  answer: Answer,
  asOf: IsoDate,
  done: { verdict?: FeedbackVerdict; escalated?: boolean },
): InlineKeyboard {
  const keyboard = new InlineKeyboard();
  if (answer.status === 'clarify') addChoices(keyboard, question, answer);
  answer.citations.slice(0, MAX_SOURCES).forEach(({ n }, i) => {
    if (i > 0 && i % SOURCES_IN_A_ROW === 0) keyboard.row();
    keyboard.text(`[${n}]`, pack({ act: 'source', question, n }));
  });
  keyboard.row();
  if (answer.status === 'refused' || answer.status === 'failed' || SOCIAL.has(answer.route)) return keyboard;
  if (answer.status !== 'clarify') {
    const label = (verdict: FeedbackVerdict, text: string) =>
      done.verdict === verdict ? BUTTONS.rated(text) : text;
    keyboard
      .text(label('helpful', BUTTONS.helpful), pack({ act: 'helpful', question }))
      .text(label('wrong', BUTTONS.wrong), pack({ act: 'wrong', question }))
      .row();
  }
  keyboard.text(done.escalated ? BUTTONS.escalated : BUTTONS.escalate, pack({ act: 'escalate', question }));
  const basis = basisToCopy(answer.citations, asOf);
  if (basis !== undefined) keyboard.copyText(BUTTONS.copy, basis);
  if (answer.citations.some(({ procedureCode }) => procedureCode !== undefined)) {
    keyboard
      .row()
      .text(BUTTONS.checklist, pack({ act: 'checklist', question }))
      .row();
    for (const paper of PAPER_KINDS)
      keyboard.text(PAPER_WORDS[paper].button, pack({ act: 'paper', question, paper }));
  }
  if (answer.status !== 'clarify') addChoices(keyboard.row(), question, answer);
  return keyboard;
}

/** What the question may also have meant; asked back when it is not clear, offered last when it was answered. */
function addChoices(keyboard: InlineKeyboard, question: QuestionId, answer: Answer): void {
  answer.choices?.slice(0, MAX_CHOICES).forEach(({ label }, n) => {
    if (label.trim() !== '')
      keyboard.text(shortened(label, LABEL_LENGTH), pack({ act: 'choice', question, n })).row();
  });
}

/** Under a source whose paper is kept. */
export function originalKeyboard(question: QuestionId, n: number, hasPages: boolean): InlineKeyboard {
  const keyboard = new InlineKeyboard();
  if (hasPages) keyboard.text(BUTTONS.page, pack({ act: 'page', question, n }));
  return keyboard.text(BUTTONS.original, pack({ act: 'original', question, n }));
}

export function reasonsKeyboard(question: QuestionId): InlineKeyboard {
  const keyboard = new InlineKeyboard();
  for (const [reason, label] of Object.entries(WRONG_REASONS)) {
    keyboard.text(label, pack({ act: 'reason', question, reason: reason as WrongReason })).row();
  }
  return keyboard;
}

export function accessKeyboard(): InlineKeyboard {
  return new InlineKeyboard().text(BUTTONS.askAccess, pack({ act: 'access' }));
}

export function communesKeyboard(communes: readonly { slug: string; name: string }[]): InlineKeyboard {
  const keyboard = new InlineKeyboard();
  for (const { slug, name } of communes) keyboard.text(name, pack({ act: 'commune', slug })).row();
  return keyboard;
}

export function adminKeyboard(): InlineKeyboard {
  return new InlineKeyboard()
    .text(BUTTONS.waiting, pack({ act: 'waiting' }))
    .row()
    .text(BUTTONS.inviteOfficial, pack({ act: 'invite', role: 'official' }))
    .row()
    .text(BUTTONS.inviteStaff, pack({ act: 'invite', role: 'staff' }))
    .row()
    .text(BUTTONS.signin, pack({ act: 'signin' }));
}

export function decisionKeyboard(person: PersonId): InlineKeyboard {
  return new InlineKeyboard()
    .text(BUTTONS.accept, pack({ act: 'accept', person }))
    .text(BUTTONS.reject, pack({ act: 'reject', person }));
}

/** What the receiver of a notice can do about it. */
export function noticeKeyboard(notice: Pick<Notice, 'kind' | 'subject'>): InlineKeyboard | undefined {
  switch (notice.kind) {
    case 'access_requested':
      return decisionKeyboard(notice.subject as PersonId);
    case 'transfer_requested': {
      const [person = '', commune = ''] = notice.subject.split('/');
      return transferKeyboard(person as PersonId, commune);
    }
    case 'escalation_new':
    case 'escalation_reminder':
    case 'escalation_overdue':
      return takeKeyboard(notice.subject as EscalationId);
    case 'guidance_waiting':
      return guidanceKeyboard(notice.subject);
    case 'upload_waiting':
    case 'upload_returned':
      return uploadViewKeyboard(notice.subject as UploadId);
    default:
      return undefined;
  }
}

export function takeKeyboard(escalation: EscalationId): InlineKeyboard {
  return new InlineKeyboard().text(BUTTONS.take, pack({ act: 'take', escalation }));
}

/** One tap moves; whoever is not to move is left alone. */
function transferKeyboard(person: PersonId, commune: string): InlineKeyboard {
  return new InlineKeyboard().text(BUTTONS.accept, pack({ act: 'moved', person, commune }));
}

/** What may be changed about a person: administrators all, a focal person only that somebody left. */
export function personKeyboard({ id: person, status, roles }: Person, all: boolean): InlineKeyboard {
  if (all && status === 'pending') return decisionKeyboard(person);
  const keyboard = new InlineKeyboard();
  const change = (label: string, to: PersonStatus) =>
    keyboard.text(label, pack({ act: 'status', person, to }));
  if (status === 'active') change(MEMBER_BUTTONS.left, 'left');
  if (!all) return keyboard;
  if (status === 'active') change(MEMBER_BUTTONS.block, 'blocked');
  if (status === 'blocked' || status === 'left') change(MEMBER_BUTTONS.unblock, 'active');
  if (status !== 'active') return keyboard;
  const focal = roles.includes('focal');
  return keyboard
    .row()
    .text(MEMBER_BUTTONS.move, pack({ act: 'move', person }))
    .text(
      focal ? MEMBER_BUTTONS.notFocal : MEMBER_BUTTONS.focal,
      pack({ act: 'focal', person, on: focal ? 'no' : 'yes' }),
    );
}

export function standInKeyboard(others: readonly Person[], away: boolean): InlineKeyboard {
  const keyboard = new InlineKeyboard();
  if (away) keyboard.text(MEMBER_BUTTONS.back, pack({ act: 'stand_in', person: '' })).row();
  for (const { id, name } of others) keyboard.text(name, pack({ act: 'stand_in', person: id })).row();
  return keyboard;
}

/** Communes to choose from, for a person who is to move there. */
export function moveKeyboard(
  person: PersonId,
  communes: readonly { slug: string; name: string }[],
): InlineKeyboard {
  const keyboard = new InlineKeyboard();
  for (const { slug: commune, name } of communes)
    keyboard.text(name, pack({ act: 'moved', person, commune })).row();
  return keyboard;
}

export function addDelegationKeyboard(): InlineKeyboard {
  return new InlineKeyboard().text(BUTTONS.addDelegation, pack({ act: 'delegation_add' }));
}

export function withdrawDelegationKeyboard(delegation: string): InlineKeyboard {
  return new InlineKeyboard().text(BUTTONS.withdraw, pack({ act: 'delegation_withdraw', delegation }));
}

export function proposeKeyboard(escalation: EscalationId): InlineKeyboard {
  return new InlineKeyboard().text(BUTTONS.proposeGuidance, pack({ act: 'guidance_propose', escalation }));
}

function guidanceKeyboard(guidance: string): InlineKeyboard {
  return new InlineKeyboard()
    .text(BUTTONS.approve, pack({ act: 'guidance_approve', guidance }))
    .text(BUTTONS.sendBack, pack({ act: 'guidance_return', guidance }));
}
