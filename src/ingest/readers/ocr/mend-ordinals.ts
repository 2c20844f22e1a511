import { nextPoint, romanNumeral } from '../../../legal/structure/ordinals.ts';

/** A chapter's heading alone on its line; strokes of its number are often lost ("Chương II", "Chương" for "Chương III"). */
const CHAPTER = /^(Chương|CHƯƠNG)(?:\s+([IVX]+))?$/u;
/** A điểm, or a sign that is no letter in its place: "9)", "©)". */
const POINT = /^(\S)\)(?=\s)/u;
const LETTER = /^[a-zđ]$/u;

/**
 * Puts the ordinals of recognised pages right by their order: chapters whose number lost strokes, and labels of điểm that were
 * read as no letter. Only what the neighbours leave no doubt about is changed, for a wrong ordinal is a wrong citation.
 * `pages`: texts in the order of the paper. Returns them with the number of lines that were changed.
 */
export function mendOrdinals(pages: readonly string[]): { pages: string[]; mended: number } {
  const lines = pages.flatMap((text, page) => text.split('\n').map((line) => ({ page, line })));
  const changed = new Map([
    ...chapters(lines.map(({ line }) => line)),
    ...points(lines.map(({ line }) => line)),
  ]);
  const texts = pages.map((): string[] => []);
  for (const [i, { page, line }] of lines.entries()) texts[page]!.push(changed.get(i) ?? line);
  return { pages: texts.map((own) => own.join('\n')), mended: changed.size };
}

/**
 * Chapters count up from I. A number that lost strokes is put right when a later one agrees with the count, or when it was
 * lost whole or repeats the one before; a number that fits nowhere (an annex that begins anew, a quoted chapter) ends it.
 */
function chapters(lines: readonly string[]): Map<number, string> {
  const sure = new Map<number, string>();
  const open = new Map<number, string>();
  let count = 0;
  for (const [i, line] of lines.entries()) {
    const [, word, read = ''] = CHAPTER.exec(line) ?? [];
    if (word === undefined) continue;
    const before = romanNumeral(count);
    const expected = romanNumeral(++count);
    if (read === expected) {
      for (const [at, mended] of open) sure.set(at, mended);
      open.clear();
      continue;
    }
    // Strokes are lost, never added: "II" may be III, "IV" is not.
    if (!expected.startsWith(read)) break;
    const mended = `${word} ${expected}`;
    if (count > 1 && (read === '' || read === before)) sure.set(i, mended);
    else open.set(i, mended);
  }
  return sure;
}

/** A sign between two điểm of one list, or behind the last: "b) … 9) … d)" is c. */
function points(lines: readonly string[]): Map<number, string> {
  const changed = new Map<number, string>();
  const labels = lines.flatMap((line, i) => {
    const [, sign] = POINT.exec(line) ?? [];
    return sign === undefined ? [] : [{ i, sign }];
  });
  for (const [at, { i, sign }] of labels.entries()) {
    const before = labels[at - 1]?.sign;
    const after = labels[at + 1]?.sign;
    if (LETTER.test(sign) || before === undefined || !LETTER.test(before)) continue;
    const own = nextPoint(before);
    const fits = own !== undefined && (after === undefined || after === 'a' || after === nextPoint(own));
    if (fits) changed.set(i, lines[i]!.replace(POINT, `${own})`));
  }
  return changed;
}
