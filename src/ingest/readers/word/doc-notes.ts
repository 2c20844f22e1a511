import type { openDoc } from './doc-fib.ts';

/** Where Word shows a figure that it counts: in the text at a reference, in the notes where one begins ([MS-DOC] 2.8.10). */
const COUNTED = '\x02';

/**
 * The figures of notes as "[n]", by character position: the nth reference in the text and the beginning of the nth note.
 * None where they do not pair (figures of the writer's own), or where there are footnotes and endnotes, whose references
 * look the same.
 */
export function noteMarks(
  text: string,
  { text: main, footnotes, headers, annotations, endnotes }: ReturnType<typeof openDoc>['counts'],
): ReadonlyMap<number, string> {
  if (footnotes > 0 === endnotes > 0) return new Map();
  const from = footnotes > 0 ? main : main + headers + annotations;
  const references = positions(text, 0, main);
  const notes = positions(text, from, from + footnotes + endnotes);
  if (references.length !== notes.length) return new Map();
  return new Map([references, notes].flatMap((all) => all.map((cp, i) => [cp, `[${i + 1}]`] as const)));
}

function positions(text: string, from: number, to: number): number[] {
  const found: number[] = [];
  for (let cp = from; cp < Math.min(to, text.length); cp++) if (text[cp] === COUNTED) found.push(cp);
  return found;
}
