import { randomUUID } from 'node:crypto';
import { DialogueError } from '../../dialogue/errors.ts';
import { ASK_WORDS, MAX_QUESTION_LENGTH } from '../../dialogue/words.ts';
import { nfc } from '../../legal/text.ts';
import { WebError } from '../context.ts';

/** Text of one form field, NFC; empty when it is missing or a file. */
export function field(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? nfc(value) : '';
}

/** Every text under a name: the boxes that were ticked. */
export function texts(form: FormData, name: string): string[] {
  return form.getAll(name).flatMap((value) => (typeof value === 'string' ? [nfc(value)] : []));
}

/** Every text of a form, to be shown again when the form is refused; boxes ticked under one name are lines. */
export function typedIn(form: FormData): ReadonlyMap<string, string> {
  return new Map([...form.keys()].map((name) => [name, texts(form, name).join('\n')]));
}

/** Why a form was refused; anything else is thrown on. */
export function refusalOf(error: unknown): string {
  if (error instanceof WebError && error.status === 422) return error.message;
  if (error instanceof DialogueError && error.code === 'invalid') return error.forPeople;
  throw error;
}

/** A conversation's id as we made it, or a new one. */
export function conversationId(value: string | undefined): string {
  return value !== undefined && /^[0-9a-f-]{36}$/.test(value) ? value : randomUUID();
}

/** The question, or a refusal that says what to do. */
export function questionText(form: FormData): string {
  const text = field(form, 'q').trim();
  if (!text) throw new WebError(422, ASK_WORDS.empty);
  if (text.length > MAX_QUESTION_LENGTH) throw new WebError(422, ASK_WORDS.tooLong);
  return text;
}

/** A calendar day or nothing; anything else is refused, never guessed. */
export function asOfDate(form: FormData): string | undefined {
  const text = field(form, 'asOf').trim();
  if (!text) return undefined;
  const day = new Date(`${text}T00:00:00Z`);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text))
    return text;
  throw new WebError(422, 'Ngày không đúng. Anh/chị chọn lại ngày theo dạng ngày/tháng/năm.');
}
