import type { ReadValue } from '../../model.ts';
import { failed } from '../failure.ts';
import { cp1252 } from '../legacy/convert.ts';
import { appendRun, conversionWarnings, type StyledRun } from '../legacy/runs.ts';
import { clean } from '../plain-text.ts';
import type { Block } from './blocks.ts';
import { type DocText, docText, openDoc } from './doc-fib.ts';
import { characterRuns, type ParagraphProps, paragraphRuns, propsAt } from './doc-formatting.ts';
import { noteMarks } from './doc-notes.ts';
import { docNumbering, docStyles, fontNames } from './doc-tables.ts';
import { decodeBlocks, keptHeads } from './docx.ts';

interface DocParagraph {
  readonly runs: StyledRun[];
  readonly props: ParagraphProps;
  /** Ended by a cell mark instead of a paragraph mark. */
  readonly cellEnd: boolean;
}

/**
 * Word 97–2003 → lines, read from the piece table with fonts (legacy encodings go by font), tables as rows and the
 * numbers Word generates. word-extractor gives neither fonts nor numbers, so this reader follows [MS-DOC] itself.
 */
export function readDoc(bytes: Uint8Array): ReadValue {
  const parts = openDoc(bytes);
  const text = docText(parts, cp1252);
  const { counts } = parts;
  const paragraphsOf = paragraphReader(parts, text);
  const afterHeaders = counts.text + counts.footnotes + counts.headers + counts.annotations;
  const blocks = [
    ...toBlocks(paragraphsOf(0, counts.text)),
    ...toBlocks(
      paragraphsOf(afterHeaders + counts.endnotes, afterHeaders + counts.endnotes + counts.textboxes),
    ),
    ...toBlocks(paragraphsOf(counts.text, counts.text + counts.footnotes)),
    ...toBlocks(paragraphsOf(afterHeaders, afterHeaders + counts.endnotes)),
  ];
  const { lines, encodings } = decodeBlocks(blocks);
  const headsFrom = counts.text + counts.footnotes;
  const boxesFrom = afterHeaders + counts.endnotes + counts.textboxes;
  const heads = decodeBlocks([
    ...toBlocks(paragraphsOf(headsFrom, headsFrom + counts.headers)),
    ...toBlocks(paragraphsOf(boxesFrom, boxesFrom + counts.headerTextboxes)),
  ]).lines;
  const joined = clean([...keptHeads([...heads, ...wordArtStamps(parts.table)]), ...lines].join('\n'));
  if (joined.trim() === '')
    throw failed('Tệp DOC không có chữ nào đọc được; nếu nội dung là ảnh, hãy gửi ảnh hoặc bản PDF.');
  return {
    format: 'doc',
    paged: false,
    pages: [{ page: 1, text: joined, ocr: false }],
    warnings: conversionWarnings(encodings),
  };
}

/**
 * Stamps drawn as WordArt: their words stand as zero-ended UTF-16 among the properties of drawings ([MS-ODRAW] gtextUNICODE)
 * in the table stream. Only the three stamps are looked for; the rest of the drawings is not read.
 */
function wordArtStamps(table: Buffer): string[] {
  const text = (shift: number) =>
    new TextDecoder('utf-16le').decode(table.subarray(shift, table.length - ((table.length - shift) % 2)));
  return [0, 1].flatMap((shift) =>
    [...text(shift).matchAll(/(?<![\p{L} ])(TUYỆT MẬT|TỐI MẬT|MẬT)\0/gu)].map((match) => match[1]!),
  );
}

type ReadRange = (from: number, to: number) => DocParagraph[];

function paragraphReader(parts: ReturnType<typeof openDoc>, { text, offsets }: DocText): ReadRange {
  const characters = characterRuns(parts);
  const paragraphs = paragraphRuns(parts);
  const fonts = fontNames(parts);
  const styles = docStyles(parts);
  const numbering = docNumbering(parts);
  const marks = noteMarks(text, parts);
  const shape = (endOffset: number): ParagraphProps => {
    const own = propsAt(paragraphs, endOffset) ?? {};
    return { ...styles.resolve(own.style).paragraph, ...own };
  };
  return (from, to) => {
    const out: DocParagraph[] = [];
    let start = from;
    for (let cp = from; cp < Math.min(to, text.length); cp++) {
      const char = text[cp]!;
      if (char !== '\r' && char !== '\x07' && char !== '\x0c') continue;
      const props = shape(offsets[cp]!);
      const runs = runsOf(start, cp, props);
      const label =
        props.list && runs.some((r) => r.text.trim())
          ? numbering.next(props.list, props.level ?? 0)
          : { label: '' };
      if (label.label) runs.unshift(labelRun(label, runs[0], fonts));
      out.push({ runs, props, cellEnd: char === '\x07' });
      start = cp + 1;
    }
    return out;
  };

  function runsOf(from: number, to: number, props: ParagraphProps): StyledRun[] {
    const inherited = styles.resolve(props.style).character;
    const runs: StyledRun[] = [];
    let field = 0;
    let instruction = 0;
    for (let cp = from; cp < to; cp++) {
      const char = text[cp]!;
      if (char === '\x13') {
        field++;
        instruction++;
      } else if (char === '\x14') instruction = Math.max(0, instruction - 1);
      else if (char === '\x15') {
        if (field > 0) field--;
        if (instruction > field) instruction = field;
      }
      if (instruction > 0) continue;
      const shown = marks.get(cp) ?? visible(char);
      if (shown === '') continue;
      const own = propsAt(characters, offsets[cp]!) ?? {};
      if (own.hidden || own.deleted) continue;
      const byStyle =
        own.style === undefined ? inherited : { ...inherited, ...styles.resolve(own.style).character };
      const font = fonts[own.font ?? byStyle.font ?? -1];
      appendRun(runs, shown, font, own.caps ?? byStyle.caps);
    }
    return runs;
  }
}

function labelRun(
  label: { label: string; font?: number },
  first: StyledRun | undefined,
  fonts: readonly string[],
): StyledRun {
  const font = (label.font !== undefined ? fonts[label.font] : undefined) ?? first?.font;
  return { text: `${label.label} `, ...(font !== undefined && { font }) };
}

/** Word's control characters as what is seen on paper. */
function visible(char: string): string {
  const code = char.charCodeAt(0);
  if (code >= 0x20) return char;
  if (char === '\t') return '\t';
  if (char === '\x0b') return '\n';
  return code === 0x1e ? '-' : '';
}

/** Paragraphs of a table come cell by cell; a row ends with a mark of its own. */
function toBlocks(paragraphs: readonly DocParagraph[]): Block[] {
  const blocks: Block[] = [];
  let rows: Block[][][] = [];
  let row: Block[][] = [];
  let cell: Block[] = [];
  const flush = () => {
    if (cell.length > 0) row.push(cell);
    if (row.length > 0) rows.push(row);
    if (rows.length > 0) blocks.push({ kind: 'table', rows });
    rows = [];
    row = [];
    cell = [];
  };
  for (const p of paragraphs) {
    const block: Block = { kind: 'paragraph', label: '', runs: p.runs };
    if (p.props.rowEnd) {
      rows.push(row);
      row = [];
      cell = [];
    } else if (p.cellEnd) {
      row.push([...cell, block]);
      cell = [];
    } else if (p.props.inTable) cell.push(block);
    else {
      flush();
      blocks.push(block);
    }
  }
  flush();
  return blocks;
}
