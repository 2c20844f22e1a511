import { randomInt } from 'node:crypto';
import { REFUSAL_WORDS, type RefusalCode } from './words.ts';

/** The dialogue would not do what was asked. `message` is for logs, `forPeople` is a polite Vietnamese sentence. */
export class DialogueError extends Error {
  readonly code: RefusalCode;
  readonly forPeople: string;

  constructor(code: RefusalCode, detail = '') {
    super(detail === '' ? code : `${code}: ${detail}`);
    this.name = 'DialogueError';
    this.code = code;
    this.forPeople = REFUSAL_WORDS[code];
  }
}

const UNMISTAKABLE = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** Six letters and digits that cannot be misread over the phone; the log has the details under it. */
export function newReferenceCode(): string {
  return Array.from({ length: 6 }, () => UNMISTAKABLE[randomInt(UNMISTAKABLE.length)]).join('');
}
