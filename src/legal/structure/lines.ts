import { foldKeepingLength } from '../text.ts';
import { readArticle } from './headings.ts';

/** A line of a document as the structure parser sees it. Offsets point into the document's text. */
export interface Line {
  /** Offset of the first character that is not white space. */
  readonly start: number;
  /** Offset after the last character that is not white space. */
  readonly end: number;
  /** Trimmed. */
  readonly text: string;
  /** Blank, or furniture of the page (running head, page number, signature box of the Gazette). */
  readonly noise: boolean;
  /** Stands inside a quoted passage of an amending document, so it is no heading of this one. */
  readonly quoted: boolean;
}

const FURNITURE =
  /^(?:C[ÔO]NG B[ÁA]O\s*\/?\s*Số.*|\d{1,4}|[-–—]\s*\d{1,4}\s*[-–—]|Trang \d+(?:\s*\/\s*\d+)?|[_\-–—=.\s*]{3,}|(?:Ký bởi|Người ký|Cơ quan|Email|Thời gian ký|Ngày ký|Nguồn)\s*:.{0,90}(?:CÔNG BÁO|Chính phủ|CHÍNH PHỦ|chinhphu|[+]0[67]:00).*)$/u;

/** Splits a text (lines end with "\n") and marks furniture and quoted passages. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  for (let from = 0; from <= text.length; ) {
    const newline = text.indexOf('\n', from);
    const until = newline === -1 ? text.length : newline;
    const raw = text.slice(from, until);
    const trimmed = raw.trim();
    const start = trimmed === '' ? from : from + raw.indexOf(trimmed);
    lines.push({
      start,
      end: start + trimmed.length,
      text: trimmed,
      noise: trimmed === '' || FURNITURE.test(trimmed),
      quoted: false,
    });
    from = until + 1;
  }
  return markQuoted(lines);
}

const OPENS = /^[“"«]/u;
const CLOSES = /[”"»]\s*[.;,:/]*\s*$/u;
const STRUCTURAL =
  /^[“"«]\s*(?:Đi[ềe]u\s*\d|Chương\s|CHƯƠNG\s|Mục\s|MỤC\s|Phần\s|PHẦN\s|Tiểu mục\s|Phụ lục|PHỤ LỤC|Mẫu\s|\d{1,3}[a-zđ]?\s*[.)/]|[a-zđ]{1,2}\d?\s*\)|[-+•])/u;
const DIVISION = /^[“"«]\s*(?:Chương|CHƯƠNG|Mục|MỤC|Phần|PHẦN|Tiểu mục|Phụ lục|PHỤ LỤC)/u;
/** "2. Sửa đổi, bổ sung khoản 3 như sau:" — an instruction of the amending text itself. */
const INSTRUCTION =
  /^(?:\d{1,3}[a-zđ]?\s*[.)]|[a-zđ]\d?\))\s*(?:Sửa đổi|Bổ sung|Bãi bỏ|Thay thế|Thay cụm từ|Thay từ|Bỏ cụm từ)/u;

/** A quotation that no colon announces is a term or a name, not a passage. */
const SHORT_QUOTE = 4;

/**
 * Marks the lines of quoted passages: from a line that opens with a quotation mark before a structural word (or after
 * a colon) to the line where that mark is closed. A mark that is never closed (lost by OCR) ends at the next
 * instruction of the amending text; without one, only its own line counts. An article cannot begin inside a quoted
 * khoản, nor a lower article after a higher one.
 */
function markQuoted(lines: readonly Line[]): Line[] {
  const out = [...lines];
  let previous: Line | undefined;
  for (let i = 0; i < out.length; i++) {
    const line = out[i]!;
    if (line.noise) continue;
    const opens =
      OPENS.test(line.text) && (STRUCTURAL.test(line.text) || previous?.text.endsWith(':') === true);
    if (opens) {
      const closed = lastQuotedLine(out, i);
      const last = previous?.text.endsWith(':') || closed - i <= SHORT_QUOTE ? closed : i;
      for (let j = i; j <= last; j++) out[j] = { ...out[j]!, quoted: true };
      i = last;
    }
    previous = out[i]!.noise ? line : out[i]!;
  }
  return out;
}

function lastQuotedLine(lines: readonly Line[], from: number): number {
  const straight = lines[from]!.text.startsWith('"');
  const opening = readArticle(lines[from]!.text.replace(OPENS, '').trim());
  const division = DIVISION.test(lines[from]!.text);
  let depth = 0;
  for (let i = from; i < lines.length; i++) {
    const { text, noise } = lines[i]!;
    if (noise) continue;
    if (i > from && INSTRUCTION.test(text) && text.endsWith(':') && opensNext(lines, i)) return i - 1;
    const article = i > from && !division ? readArticle(text) : undefined;
    if (article?.strength === 'strong' && article.number < (opening?.number ?? Number.POSITIVE_INFINITY))
      return i - 1;
    for (const ch of text)
      if (ch === '“' || ch === '«') depth++;
      else if (ch === '”' || ch === '»') depth--;
    if (straight) {
      if (CLOSES.test(i === from ? text.slice(1) : text) && depth <= 0) return i;
    } else if (depth <= 0 || (depth === 1 && /"\s*[.;,]*$/u.test(text))) return i;
  }
  for (let i = from + 1; i < lines.length; i++) if (INSTRUCTION.test(lines[i]!.text)) return i - 1;
  return from;
}

function opensNext(lines: readonly Line[], at: number): boolean {
  const next = lines.slice(at + 1, at + 6).find((line) => !line.noise);
  return next !== undefined && OPENS.test(next.text);
}

const LEADS_ON =
  /(?:(?:^|\s)(?:khoan \d+[a-z]?|diem [a-z]\d?|tai|theo|va|hoac|cua|cac|tu|den|voi|khoan|diem)|[,(])$/;

/**
 * True when the sentence of the line before `at` runs on into it, so that a "Điều 5" there is a citation. A blank line
 * ends a sentence, unless it belongs to a page break (furniture stands between).
 */
export function leadsOn(lines: readonly Line[], at: number): boolean {
  let i = at - 1;
  let blank = false;
  let furniture = false;
  for (; i >= 0 && lines[i]!.noise; i--) {
    if (lines[i]!.text === '') blank = true;
    else furniture = true;
  }
  const previous = lines[i];
  if (previous === undefined || (blank && !furniture)) return false;
  return (
    previous.text !== previous.text.toUpperCase() &&
    LEADS_ON.test(foldKeepingLength(previous.text.slice(-40)))
  );
}
