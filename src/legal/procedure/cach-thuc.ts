import type { Span } from '../model.ts';
import { closingParenthesis, trimSpan } from './spans.ts';

/** A time limit as printed. `unit` is absent where the portal prints a bare number: it is never guessed. */
export interface ChannelTime {
  readonly span: Span;
  readonly amount: number;
  readonly unit?: string;
}

/** One row of "Hình thức nộp · Thời gian · Phí, lệ phí · Mô tả". All spans point into the field. */
export interface ChannelRow {
  readonly span: Span;
  readonly channel: Span;
  readonly time?: ChannelTime;
  /** The fee cell with its notes in parentheses; absent when the portal says "Không có thông tin". */
  readonly fee?: Span;
  readonly description?: Span;
  /** Time and fee printed as one number ("1" and "20 VNĐ" as "120 VNĐ"): they cannot be told apart. */
  readonly unsplit?: Span;
}

export interface ChannelTable {
  readonly rows: readonly ChannelRow[];
  /** Text that belongs to no row. */
  readonly leftover: readonly Span[];
}

const HEADER = 'Hình thức nộpThời gianPhí, lệ phíMô tả';
// A channel opens a row only where the next cell is run together with it; "Trực tiếp tại …" is prose.
const ROW_START = /(?:Trực tuyến|Trực tiếp|Dịch vụ bưu chính)(?=\d|Không|Miễn phí|VNĐ|Việt Nam Đồng|$)/gu;
const TIME = /^(\d+(?:[.,]\d{1,2})?) ?(Ngày làm việc|Ngày|Giờ làm việc|Giờ|Tuần|Tháng|Năm|Phút)(?![\p{Ll}])/u;
const BARE_TIME = /^(\d+)(?=Miễn phí|Không có thông tin|VNĐ|Việt Nam Đồng)/u;
const NO_TIME = /^(?:Không có thông tin|Không (?=Không|Miễn|\d)|Không(?=Không|Miễn|\d))/u;
const MONEY = /^[\d.,]* ?(?:Việt Nam Đồng|VNĐ|VND|đồng|Đồng|USD|EUR|Euro)/u;
const FREE = /^Miễn phí/u;
const NO_FEE = /^Không có thông tin/u;
const TIME_IN_WORDS = /^(.{1,80}?)(?=Miễn phí|Không có thông tin|\d[\d,.]* ?(?:Việt Nam Đồng|VNĐ))/u;

/** Rows of the field `cach_thuc_thuc_hien`, whose cells the portal runs together. */
export function parseChannelTable(text: string): ChannelTable {
  const starts = [...text.matchAll(ROW_START)].map((m) => ({ at: m.index, length: m[0].length }));
  const bodyStart = text.startsWith(HEADER) ? HEADER.length : 0;
  const leftover: Span[] = [];
  const before = trimSpan(text, { start: bodyStart, end: starts[0]?.at ?? text.length });
  if (before) leftover.push(before);
  const rows = starts.map((start, i) =>
    parseRow(text, start.at, start.at + start.length, starts[i + 1]?.at ?? text.length),
  );
  return { rows, leftover };
}

function parseRow(text: string, start: number, cells: number, end: number): ChannelRow {
  const span = trimSpan(text, { start, end })!;
  const channel = { start, end: cells };
  const rest = text.slice(cells, end);
  const timed = TIME.exec(rest);
  if (!timed && /^\d/.test(rest) && MONEY.test(rest) && !BARE_TIME.test(rest)) {
    const feeEnd = feeCellEnd(text, cells, end);
    const description = trimSpan(text, { start: feeEnd, end });
    return { span, channel, unsplit: { start: cells, end: feeEnd }, ...(description && { description }) };
  }
  const { time, end: timeEnd } = timeCell(rest, timed, cells);
  const feeEnd = feeCellEnd(text, timeEnd, end);
  const hasFee = feeEnd > timeEnd && !isNoFee(text.slice(timeEnd, feeEnd));
  const description = trimSpan(text, { start: feeEnd, end });
  return {
    span,
    channel,
    ...(time && { time }),
    ...(hasFee && { fee: { start: timeEnd, end: feeEnd } }),
    ...(description && { description }),
  };
}

function timeCell(
  rest: string,
  timed: RegExpExecArray | null,
  at: number,
): { time?: ChannelTime; end: number } {
  if (timed) {
    const span = { start: at, end: at + timed[0].length };
    return { time: { span, amount: toNumber(timed[1]!), unit: timed[2]! }, end: span.end };
  }
  const bare = BARE_TIME.exec(rest);
  // "5VNĐ": five of an unnamed unit, fee empty; "120 VNĐ" was taken for unsplit before.
  if (bare) {
    const span = { start: at, end: at + bare[0].length };
    return { time: { span, amount: toNumber(bare[1]!) }, end: span.end };
  }
  const none = NO_TIME.exec(rest) ?? (FREE.test(rest) ? null : TIME_IN_WORDS.exec(rest));
  return { end: at + (none?.[0].length ?? 0) };
}

function feeCellEnd(text: string, from: number, limit: number): number {
  let at = from;
  for (;;) {
    const rest = text.slice(at, limit);
    const cell = FREE.exec(rest) ?? NO_FEE.exec(rest) ?? MONEY.exec(rest);
    if (!cell) return at;
    at += cell[0].length;
    if (text[at] === '(' && at < limit) at = closingParenthesis(text, at, limit);
  }
}

function isNoFee(cell: string): boolean {
  return /^(?:Không có thông tin)+$/u.test(cell);
}

function toNumber(printed: string): number {
  return Number(printed.replace(',', '.'));
}
