import type { ReadValue } from '../../model.ts';
import { levelOf } from '../../safety/stamp-words.ts';
import { failed } from '../failure.ts';
import { conversionWarnings, decodeRuns } from '../legacy/runs.ts';
import { clean } from '../plain-text.ts';
import { ZipContainer } from '../zip.ts';
import { type Block, blockLines } from './blocks.ts';
import { readBody } from './docx-body.ts';
import { NoteMarks } from './note-marks.ts';
import { readNumbering } from './numbering-part.ts';
import { readStyles } from './styles.ts';

/** Running heads and feet are left out, except what may stand nowhere else: a stamp, the code of a form. */
const KEPT_HEAD = /(^|\s)(TUYỆT MẬT|TỐI MẬT|MẬT|DỰ THẢO|Dự thảo)(\s|$)|^(Mẫu|Biểu)\s+(số\s*)?[\p{Lu}\d]/u;
const KEPT_HEAD_LENGTH = 60;

/** Lines of page headers and footers that are put before the text, each once. */
export function keptHeads(lines: readonly string[]): string[] {
  const kept = lines
    .map((l) =>
      l
        .replace(/ +/g, ' ')
        .replace(/\s\d{1,3}$/, '')
        .trim(),
    )
    .filter((l) => l.length <= KEPT_HEAD_LENGTH && (KEPT_HEAD.test(l) || stampLevel(l)));
  return [...new Set(kept)];
}

function stampLevel(line: string): boolean {
  return line.split('\t').some((cell) => levelOf(cell, false, true) !== undefined);
}

/**
 * DOCX → lines: paragraphs with the numbers Word generates, table rows with tab-separated cells, text boxes, notes with
 * their figures; deleted and hidden text left out; legacy fonts converted run by run.
 */
export function readDocx(bytes: Uint8Array): ReadValue {
  const zip = new ZipContainer(bytes);
  const main = mainPart(zip);
  const xml = main && zip.text(main);
  if (!xml) throw failed('Tệp DOCX thiếu phần nội dung chính; hãy mở bằng Word rồi lưu lại.');
  const styles = readStyles(zip.text('word/styles.xml'));
  const numbering = readNumbering(zip.text('word/numbering.xml'));
  const marks = new NoteMarks();
  const body = readBody(xml, styles, numbering, marks);
  const notes = ['word/footnotes.xml', 'word/endnotes.xml'].flatMap((part) => {
    const text = zip.text(part);
    return text ? readBody(text, styles, numbering, marks) : [];
  });
  const { lines, encodings } = decodeBlocks([...body, ...notes]);
  const heads = keptHeads(headerLines(zip, styles, numbering));
  const text = clean([...heads, ...lines].join('\n'));
  if (text.trim() === '')
    throw failed('Tệp DOCX không có chữ nào; nếu nội dung là ảnh, hãy gửi ảnh hoặc bản PDF.');
  return {
    format: 'docx',
    paged: false,
    pages: [{ page: 1, text, ocr: false }],
    warnings: conversionWarnings(encodings),
  };
}

function mainPart(zip: ZipContainer): string | undefined {
  if (zip.has('word/document.xml')) return 'word/document.xml';
  return zip.names().find((n) => /^word\/document\d*\.xml$/.test(n));
}

function headerLines(
  zip: ZipContainer,
  styles: ReturnType<typeof readStyles>,
  numbering: ReturnType<typeof readNumbering>,
): string[] {
  const parts = zip
    .names()
    .filter((n) => /^word\/(header|footer)\d*\.xml$/.test(n))
    .slice(0, 24);
  return parts.flatMap((part) => {
    const text = zip.text(part);
    return text ? decodeBlocks(readBody(text, styles, numbering)).lines : [];
  });
}

/** All paragraphs are decoded together (one decision on the encoding), then laid out as lines. */
export function decodeBlocks(blocks: readonly Block[]): {
  lines: string[];
  encodings: ReturnType<typeof decodeRuns>['encodings'];
} {
  const paragraphs: Parameters<typeof decodeRuns>[0][number][] = [];
  const collect = (list: readonly Block[]): void => {
    for (const block of list) {
      if (block.kind === 'paragraph') paragraphs.push(block.runs);
      else for (const row of block.rows) for (const cell of row) collect(cell);
    }
  };
  collect(blocks);
  const decoded = decodeRuns(paragraphs);
  let at = 0;
  return { lines: blockLines(blocks, () => decoded.lines[at++] ?? ''), encodings: decoded.encodings };
}
