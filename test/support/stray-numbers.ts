import type { Answer, Citation } from '../../src/answer/model.ts';
import { fold } from '../../src/legal/text.ts';

/** A document's number, form or code whole, a date or amount whole, or a figure by itself. */
const NUMBER = /[\p{L}\d]*\d[\p{L}\d]*(?:[./,:-][\p{L}\d]+)*/gu;
const SPOKEN_DATE = /(\d{1,2})\s+thang\s+(\d{1,2})\s*,?\s+nam\s+(\d{4})/g;

/** Case, leading zeros and what stands between groups do not tell numbers apart: "01/7/2025" is "1-7-2025". */
function keysOf(text: string): string[] {
  const folded = fold(text).replace(SPOKEN_DATE, '$1/$2/$3');
  return (folded.match(NUMBER) ?? []).map((number) =>
    number
      .split(/[^\p{L}\d]+/u)
      .map((group) => group.replace(/^0+(?=\d)/, ''))
      .join(' '),
  );
}

/** @param texts whatever the answer may rest on */
function known(texts: readonly string[]): { has(key: string): boolean } {
  const keys = new Set(texts.flatMap(keysOf));
  const joined = new Set([...keys].map((key) => key.replaceAll(' ', '')));
  const parts = [...keys].map((key) => ` ${key} `);
  return {
    // "8.000" is "8000"; "120/2025" is part of "120/2025/NĐ-CP".
    has: (key) =>
      keys.has(key) || joined.has(key.replaceAll(' ', '')) || parts.some((p) => p.includes(` ${key} `)),
  };
}

/** The answer without its marks and the list of sources, which is made of labels. */
export function stated(answer: string): string {
  return answer.replace(/\n*^Nguồn: \[[\s\S]*$/mu, '').replace(/\[\d+\]/g, ' ');
}

/**
 * An independent and deliberately dull check of a whole answer as text: it knows nothing of how answers are composed or
 * checked.
 *
 * @param textsOf all that the cited unit says
 * @returns the numbers, dates, sums and document numbers of the answer, the list of sources left out, that stand in
 * none of its citations' sources
 */
export function strayNumbers(
  { answer, citations }: Pick<Answer, 'answer' | 'citations'>,
  textsOf: (citation: Citation) => readonly string[],
): string[] {
  const sources = known(
    citations.flatMap((citation) => {
      const { quote, label, documentTitle, documentNumber, procedureCode, effectivity } = citation;
      const { from, to, note } = effectivity;
      return [
        ...textsOf(citation),
        ...[quote, label, documentTitle, documentNumber, procedureCode, note],
        ...[from, to].map((day) => day?.split('-').reverse().join('/')),
      ].filter((text): text is string => text !== undefined);
    }),
  );
  return keysOf(stated(answer)).filter((key) => !sources.has(key));
}
