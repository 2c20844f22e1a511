import { describe, expect, it } from 'vitest';
import { type DocParts, FIB } from '../../../src/ingest/readers/word/doc-fib.ts';
import { noteMarks } from '../../../src/ingest/readers/word/doc-notes.ts';

const MARK = '\x02';

/** PlcffndRef or PlcfendRef ([MS-DOC] 2.8.10): places, the end of the text, and two bytes of each reference. */
function references(places: readonly number[], end: number): Buffer {
  const plc = Buffer.alloc((places.length + 1) * 4 + places.length * 2);
  [...places, end].forEach((cp, i) => void plc.writeUInt32LE(cp, i * 4));
  return plc;
}

function marks(main: string, footnotes: string, endnotes: string, at: { foot: number[]; end: number[] }) {
  const counts = {
    text: main.length,
    footnotes: footnotes.length,
    headers: 0,
    annotations: 0,
    endnotes: endnotes.length,
    textboxes: 0,
    headerTextboxes: 0,
  };
  const part = (offset: number) =>
    offset === FIB.footnoteReferences
      ? references(at.foot, main.length)
      : offset === FIB.endnoteReferences
        ? references(at.end, main.length)
        : Buffer.alloc(0);
  const text = main + footnotes + endnotes;
  const found = noteMarks(text, { counts, part } as DocParts);
  return [...text].map((char, cp) => found.get(cp) ?? (char === MARK ? '?' : char)).join('');
}

describe('figures of notes in DOC', () => {
  it('are counted in one row for footnotes and endnotes', () => {
    const at = { foot: [2, 9], end: [6] };
    expect(marks(`ab${MARK} cd${MARK} e${MARK}.`, `${MARK}x\r${MARK}y\r`, `${MARK}z\r`, at)).toBe(
      'ab[1] cd[2] e[3].[1]x\r[3]y\r[2]z\r',
    );
  });

  it('are left out where references and notes of a kind do not pair', () => {
    const at = { foot: [1], end: [3] };
    expect(marks(`a${MARK}b${MARK}`, 'x\r', `${MARK}z\r`, at)).toBe('a?b[1]x\r[1]z\r');
  });
});
