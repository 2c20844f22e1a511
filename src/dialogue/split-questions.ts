import { syllables } from '../legal/text.ts';
import { MAX_QUESTIONS_IN_MESSAGE } from './words.ts';

export interface SplitMessage {
  /** In the order written; at least one, unless the message is empty. */
  readonly questions: readonly string[];
  /** Questions beyond the limit that were left out. */
  readonly leftOut: number;
}

const LIST_ITEM = /^\s*(?:(?:câu|cau)\s*)?(?:\d{1,2}\s*[.):/-]|[-•*+])\s+/iu;

/**
 * The questions of one message: a numbered or bulleted list, or sentences that end in "?".
 * What stands before a question belongs to it ("Bà A 80 tuổi. Bà được trợ cấp gì?"); thanks at the end belong to the last one.
 */
export function splitQuestions(text: string, limit = MAX_QUESTIONS_IN_MESSAGE): SplitMessage {
  const whole = text.trim();
  if (whole === '') return { questions: [], leftOut: 0 };
  const parts = fromList(whole) ?? fromSentences(whole);
  return { questions: parts.slice(0, limit), leftOut: Math.max(0, parts.length - limit) };
}

/** Two list items or more; a line that is no item continues the one before it. */
function fromList(text: string): string[] | undefined {
  const lines = text.split('\n');
  const items: string[] = [];
  let preamble = '';
  for (const line of lines) {
    if (LIST_ITEM.test(line)) items.push(line.replace(LIST_ITEM, '').trim());
    else if (items.length > 0) items[items.length - 1] = `${items.at(-1)} ${line.trim()}`.trim();
    else preamble = `${preamble} ${line.trim()}`.trim();
  }
  const questions = items.filter((item) => syllables(item).length >= 2);
  // A list without a single question mark is a description ("giấy tờ có: - tờ khai - căn cước"), not a list of questions.
  if (questions.length < 2 || !questions.some((item) => item.includes('?'))) return undefined;
  return preamble.includes('?') ? [preamble, ...questions] : questions;
}

function fromSentences(text: string): string[] {
  const parts = (text.match(/[^?]*\?+|[^?]+$/gu) ?? [text])
    .map((part) => part.trim())
    .filter((p) => p !== '');
  const questions: string[] = [];
  for (const part of parts) {
    const isQuestion = part.endsWith('?') && syllables(part).length >= 2;
    if (isQuestion || questions.length === 0) questions.push(part);
    else questions[questions.length - 1] = `${questions.at(-1)} ${part}`;
  }
  return questions;
}
