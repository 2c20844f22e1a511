import { bareProcedureName } from '../legal/procedure/parts.ts';
import { fold, foldKeepingLength, syllables } from '../legal/text.ts';
import { FIELD_PHRASES, FILLERS, SAME_MATTER } from './follow-up-phrases.ts';
import type { LoggedQuestion } from './model.ts';

/** A question completed from the turn before it. `kind` says by which rule. */
export interface Resolved {
  readonly question: string;
  readonly kind: 'as_is' | 'choice' | 'field' | 'case' | 'subject' | 'rewritten';
}

const OPENING = /^(?:the con|vay con|the neu|vay neu|the|vay|con|neu|truong hop)(?![\p{L}])/u;
const CLOSING = /(?:thi sao|thi the nao|thi lam sao|the nao|nhu the nao|ra sao|sao|thi)[\s?.!]*$/u;
/** What narrows the case asked about rather than naming another matter. */
const NARROWING =
  /^(?:o|tai|khi|neu|trong|ngoai|truong hop|doi voi|voi|nguoi|cho|qua|bi|mat|chua|khong|da|co yeu to|truc tuyen)(?![\p{L}])/u;

const PROCEDURE_CODE = /(?:thủ tục\s+)?\d\.\d{6}(?:\.[\p{L}\d]+)*\s*/gu;
const SHORT = 12;

/**
 * Completes a follow-up by rules from the turn before: a chosen option, "còn lệ phí?", "thế ở biên giới thì sao?",
 * "còn đăng ký kết hôn thì sao?". Anything that reads as a question of its own is returned as it is.
 *
 * @param sameMessage the turn before stood in the same message: a part without a subject of its own continues it
 */
export function resolveFollowUp(
  text: string,
  previous: LoggedQuestion | undefined,
  sameMessage = false,
): Resolved {
  const asIs: Resolved = { question: text, kind: 'as_is' };
  if (previous === undefined) return asIs;
  const choice = chosen(text, previous);
  if (choice !== undefined) return { question: choice, kind: 'choice' };
  if (syllables(text).length > SHORT) return asIs;

  const own = withoutPhrases(text, [...FIELD_PHRASES, ...FILLERS, ...(sameMessage ? SAME_MATTER : [])]);
  if (syllables(own).length === 0) {
    // "Nó", "?", a smile: nothing is asked.
    if (!sameMessage && phrasesIn(text, FIELD_PHRASES).length === 0) return asIs;
    const topic = topicOf(previous);
    return topic === undefined
      ? asIs
      : { question: `${middle(text) || trimmed(text)} ${topic}`, kind: 'field' };
  }
  const folded = fold(text).trim();
  if (!OPENING.test(folded) || !(CLOSING.test(folded) || syllables(text).length <= 8)) return asIs;
  return fromCase(text, previous) ?? asIs;
}

/** "1", "2" or the label of one of the choices offered last. */
function chosen(text: string, previous: LoggedQuestion): string | undefined {
  const choices = previous.answer.choices ?? [];
  const number = /^\s*(\d)\s*[.)]?\s*$/u.exec(text)?.[1];
  if (number !== undefined) return choices[Number(number) - 1]?.question;
  const folded = fold(text).trim();
  return choices.find((choice) => fold(choice.label).trim() === folded)?.question;
}

function fromCase(text: string, previous: LoggedQuestion): Resolved | undefined {
  // Another case may be another procedure: the code of the one before must not pin the search.
  const asked = middle((previous.understoodAs ?? previous.question).replace(PROCEDURE_CODE, ''));
  // Who only gave a code meant the procedure of that name.
  const before = syllables(asked).length > 0 ? asked : citedProcedure(previous)?.documentTitle;
  const rest = middle(text);
  if (rest === '' || before === undefined) return undefined;
  if (NARROWING.test(fold(rest))) return { question: `${trimmed(before)} ${rest}`, kind: 'case' };
  const fields = phrasesIn(before, FIELD_PHRASES);
  if (fields.length === 0 || phrasesIn(rest, FIELD_PHRASES).length > 0) return undefined;
  return { question: `${rest} ${fields.join(' ')}`, kind: 'subject' };
}

/** The matter of the turn before: its procedure by code, which look-up takes as it is; else the question's own words. */
function topicOf(previous: LoggedQuestion): string | undefined {
  const cited = citedProcedure(previous);
  if (cited?.procedureCode !== undefined)
    return `thủ tục ${cited.procedureCode} ${bareProcedureName(cited.documentTitle)}`;
  const topic = withoutPhrases(previous.understoodAs ?? previous.question, FIELD_PHRASES);
  return syllables(topic).length === 0 ? undefined : topic;
}

function citedProcedure({ answer }: LoggedQuestion) {
  return answer.citations.find((citation) => citation.procedureCode !== undefined);
}

/** Without "thế", "còn" before and "thì sao" after. */
function middle(text: string): string {
  const folded = foldKeepingLength(text.trim());
  const opening = OPENING.exec(folded)?.[0].length ?? 0;
  const closing = CLOSING.exec(folded)?.index ?? folded.length;
  return trimmed(text.trim().slice(opening, Math.max(opening, closing)));
}

function trimmed(text: string): string {
  return text.replace(/^[\s,.;:?!]+|[\s,.;:?!]+$/gu, '');
}

/** The phrases as written in `text`, in order of appearance. */
function phrasesIn(text: string, phrases: readonly string[]): string[] {
  return [...foldKeepingLength(text).matchAll(pattern(phrases))].map((m) =>
    text.slice(m.index, m.index + m[0].length),
  );
}

function withoutPhrases(text: string, phrases: readonly string[]): string {
  let left = text;
  for (const match of [...foldKeepingLength(text).matchAll(pattern(phrases))].reverse()) {
    left = `${left.slice(0, match.index)} ${left.slice(match.index + match[0].length)}`;
  }
  return trimmed(left).replace(/[\s?.,!;:]+/gu, ' ');
}

function pattern(phrases: readonly string[]): RegExp {
  const longestFirst = [...phrases].sort((a, b) => b.length - a.length);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
}
