import { UPLOAD_FIELDS } from '../dialogue/uploads/model.ts';
import { ACTS_WORDS, FIELD_WORDS } from '../dialogue/uploads/words.ts';
import type { InspectedArticle, Inspection } from '../ingest/inspection.ts';
import { citationLabel, printDate } from '../legal/citation-label.ts';
import type { Relation } from '../legal/model.ts';

const NOT_READ = { refused: 'Từ chối', failed: 'Không đọc được' } as const;
/** Rows of a list before it is cut, and characters of the text that are shown; `--json` has all. */
const ROWS = 40;
const BEGINNING = 800;

/** What `inspect` understood of a file, for people. */
export function inspectionText(inspection: Inspection): string {
  const { status, reason = '' } = inspection;
  if (status !== 'readable') return `${NOT_READ[status]}: ${reason}`;
  const { articles, relations, namedLaws = [], warnings, text } = inspection;
  const blocks = [
    outline(inspection),
    ...list('Các điều', articles.map(articleLine)),
    ...list('Nói về văn bản khác', [...relations, ...namedLaws].map(relationLine)),
    ...list('Cần anh/chị xem lại', warnings),
    `Nội dung (${count(text.length)} ký tự), phần đầu:\n${beginning(text)}`,
  ];
  return blocks.join('\n\n');
}

function outline({ format, pages, ocrPages = 0, header }: Inspection): string {
  const paged = pages === undefined ? '' : `, ${count(pages)} trang`;
  const scanned = ocrPages > 0 ? `, ${count(ocrPages)} trang đọc từ ảnh quét` : '';
  const fields = UPLOAD_FIELDS.flatMap((field) => {
    const value = header[field];
    return value === undefined ? [] : [`${FIELD_WORDS[field]}: ${asRead(value)}`];
  });
  return [`Đọc được (${format}${paged}${scanned})`, ...fields].join('\n');
}

function articleLine({ dieu, title, page, phuLuc }: InspectedArticle): string {
  const name = title === undefined ? `Điều ${dieu}` : `Điều ${dieu}. ${title}`;
  const where = [
    ...(phuLuc === undefined ? [] : [citationLabel({ phuLuc }, { title: '' }).trim()]),
    ...(page === undefined ? [] : [`trang ${page}`]),
  ];
  return where.length === 0 ? name : `${name} (${where.join(', ')})`;
}

function relationLine({ kind, target, targetPath, sentence }: Relation): string {
  return `${ACTS_WORDS[kind]} ${citationLabel(targetPath ?? {}, { title: target })}: “${sentence}”`;
}

function list(heading: string, rows: readonly string[]): string[] {
  if (rows.length === 0) return [];
  const more = rows.length > ROWS ? [`- … và ${count(rows.length - ROWS)} mục nữa (xem bằng --json)`] : [];
  return [
    `${heading} (${count(rows.length)}):\n${[...rows.slice(0, ROWS).map((row) => `- ${row}`), ...more].join('\n')}`,
  ];
}

const count = (n: number): string => n.toLocaleString('vi-VN');
const asRead = (value: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? printDate(value) : value);
const beginning = (text: string): string =>
  text.length > BEGINNING ? `${text.slice(0, BEGINNING).trimEnd()}…` : text.trim();
