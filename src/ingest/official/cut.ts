import type { Span } from '../../legal/model.ts';

/** The span without white space at its ends. */
export function trimSpan(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && /\s/u.test(text[from]!)) from++;
  while (to > from && /\s/u.test(text[to - 1]!)) to--;
  return { start: from, end: to };
}

/** Cuts a long span into pieces of at most `longest` characters: at line ends, else at sentence ends, else at a space. */
export function cutLong(text: string, span: Span, longest: number): Span[] {
  const pieces: Span[] = [];
  let { start } = trimSpan(text, span);
  const { end } = trimSpan(text, span);
  while (end - start > longest) {
    const cut = start + bestCut(text.slice(start, start + longest));
    pieces.push(trimSpan(text, { start, end: cut }));
    start = trimSpan(text, { start: cut, end }).start;
  }
  if (end > start) pieces.push({ start, end });
  return pieces;
}

/** Where to cut `window`: after its last paragraph, sentence, clause or word, none of them in its first third. */
function bestCut(window: string): number {
  const least = Math.floor(window.length / 3);
  for (const pattern of [
    /[.;:]\s*\n/g,
    /[.;](?<!(?:Điều|khoản|số)\s?\d{0,4}\.)\s+(?=[\p{Lu}"“(])/gu,
    /[;,]\s+/g,
    /\s+/g,
  ]) {
    const last = [...window.matchAll(pattern)].findLast((m) => m.index >= least);
    if (last !== undefined) return last.index + last[0].length;
  }
  return window.length;
}
