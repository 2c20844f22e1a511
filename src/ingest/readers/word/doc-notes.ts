import { type DocParts, FIB } from './doc-fib.ts';

/** Where Word shows a figure that it counts: in the text at a reference, in the notes where one begins ([MS-DOC] 2.8.10). */
const COUNTED = '\x02';
/** Bytes of a place in the text, and of what is told of each reference (FRD), in PlcffndRef and PlcfendRef. */
const PLACE = 4;
const REFERENCE = 2;

/**
 * The figures of notes as "[n]", by character position: at each reference in the text and where its note begins. One count
 * for footnotes and endnotes, by the order of their references, as in DOCX. A kind has none where references and notes do not
 * pair (figures of the writer's own).
 */
export function noteMarks(text: string, parts: DocParts): ReadonlyMap<number, string> {
  const { text: main, footnotes, headers, annotations, endnotes } = parts.counts;
  const endnotesFrom = main + footnotes + headers + annotations;
  const pairs = [
    ...paired(references(text, parts.part(FIB.footnoteReferences)), positions(text, main, footnotes)),
    ...paired(references(text, parts.part(FIB.endnoteReferences)), positions(text, endnotesFrom, endnotes)),
  ].sort((a, b) => a.reference - b.reference);
  return new Map(
    pairs.flatMap(({ reference, note }, i) => [reference, note].map((cp) => [cp, `[${i + 1}]`] as const)),
  );
}

function paired(
  references: readonly number[],
  notes: readonly number[],
): { readonly reference: number; readonly note: number }[] {
  if (references.length !== notes.length) return [];
  return references.map((reference, i) => ({ reference, note: notes[i]! }));
}

/** Places in the text that refer to notes of one kind, with figures that Word counts. */
function references(text: string, plc: Buffer): number[] {
  const n = Math.max(0, Math.floor((plc.length - PLACE) / (PLACE + REFERENCE)));
  const places = Array.from({ length: n }, (_, i) => plc.readUInt32LE(i * PLACE));
  return places.filter((cp) => text[cp] === COUNTED);
}

function positions(text: string, from: number, length: number): number[] {
  const found: number[] = [];
  for (let cp = from; cp < Math.min(from + length, text.length); cp++)
    if (text[cp] === COUNTED) found.push(cp);
  return found;
}
