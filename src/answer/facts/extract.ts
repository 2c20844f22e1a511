/** Everything in a statement that code can look up in a source, each character counted once. */
import { findDocumentNumbers, numberKey } from '../../legal/numbers/document-number.ts';
import { fold, foldKeepingLength, nfc } from '../../legal/text.ts';
import { articlesOf } from './articles.ts';
import { oneLine } from './cells.ts';
import { datesOf } from './dates.ts';
import { figuresOf } from './figures.ts';
import type { Fact, FactKind } from './model.ts';
import { namesOf } from './names.ts';
import { digitsForWords } from './numbers.ts';

/** Bounded like the pattern for e-mail in `privacy.ts`: a long run must not be tried from each of its characters. */
const LINK =
  /(?:https?:\/\/|www\.)[^\s<>()]{1,500}|(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,80}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}|(?<![\p{L}\p{N}.-])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,6}\.(?:vn|com|net|org|gov|edu)(?![\p{L}\p{N}])/giu;
const CODE = /(?<![\d.])\d\.\d{6}(?![\d.]\d|\d)/gu;
const FORM =
  /(?:bieu mau|mau|bieu)(?: (?:don|to khai|phieu|giay))?(?: so)?\s*:?\s*((?=[\p{L}\p{N}/.-]*\d)[\p{L}\p{N}]+(?:\s?[/.-]\s?[\p{L}\p{N}]+)*|[a-z](?![\p{L})]))/gu;
const CIPHER =
  /(?<![\p{L}\p{N}])(?=[^\s,;()]*\d)(?=[^\s,;()]*\p{Lu})[\p{Lu}\d][\p{L}\d]*(?:[/.-][\p{L}\d]+)+(?![\p{L}\p{N}])/gu;
const LETTER_NUMBER = /(?<![\p{L}\p{N}/.-])\p{Lu}{1,6}\d+(?![\p{L}\p{N}])/gu;

/** "01-1/HT" → "1-1/ht": leading zeros and case do not tell forms apart. */
export function formKey(code: string): string {
  return `form:${fold(code)
    .replace(/\s+/g, '')
    .replace(/(?<!\d)0+(?=\d)/g, '')
    .replace(/[.,;-]+$/, '')}`;
}

/** @returns the facts of `text`; articles are kept apart because they are compared as pairs with a document */
export function factsOf(input: string): Fact[] {
  const text = oneLine(nfc(input));
  const facts: Fact[] = namesOf(text);
  let open = digitsForWords(text);
  const take = (fact: Fact | undefined, start: number, end: number) => {
    if (fact) facts.push(fact);
    open = open.slice(0, start) + '\uE001'.repeat(end - start) + open.slice(end);
  };
  for (const m of open.matchAll(LINK))
    take(
      { kind: 'link', text: m[0], key: `link:${m[0].toLowerCase().replace(/[.,;:)]+$/, '')}` },
      m.index,
      m.index + m[0].length,
    );
  for (const m of open.matchAll(CODE))
    take({ kind: 'code', text: m[0], key: `code:${m[0]}` }, m.index, m.index + m[0].length);
  for (const { number, span } of findDocumentNumbers(open))
    take(
      {
        kind: 'document',
        text: text.slice(span.start, span.end),
        key: `document:${numberKey(number.canonical)}`,
      },
      span.start,
      span.end,
    );
  // Articles only give their place here; `articlesOf` compares them.
  for (const a of articlesOf(text, foldKeepingLength(open))) take(undefined, a.start, a.end);
  for (const m of foldKeepingLength(open).matchAll(FORM))
    take(
      { kind: 'form', text: text.slice(m.index, m.index + m[0].length), key: formKey(m[1]!) },
      m.index,
      m.index + m[0].length,
    );
  for (const re of [CIPHER, LETTER_NUMBER])
    for (const m of open.matchAll(re)) {
      // A cell of a table run together ("tuyến30") is no form; a date with dashes is no form either.
      if (!/^\d+(?:[-./]\d+)+$/.test(m[0]))
        take({ kind: 'form', text: m[0], key: formKey(m[0]) }, m.index, m.index + m[0].length);
    }
  for (const d of datesOf(foldKeepingLength(open), text)) take(d.fact, d.start, d.end);
  facts.push(...figuresOf(foldKeepingLength(open), text));
  // ½, ①, ٣: no one writes them in an answer by accident, and nothing above reads them.
  for (const m of open.matchAll(/[^\p{ASCII}]/gu))
    if (/\p{N}/u.test(m[0]) && !/[mM]$/.test(open.slice(0, m.index)))
      facts.push({ kind: 'number', text: m[0], key: `number:${m[0]}` });
  return facts;
}

/** Does a text tell a fact of one of these kinds? */
export function hasFact(text: string, ...kinds: readonly FactKind[]): boolean {
  return factsOf(text).some(({ kind }) => kinds.includes(kind));
}
