import { fold } from '../../legal/text.ts';
import type { ReadPage, ReadValue } from '../model.ts';
import { levelOf, RULE, type SecretLevel } from './stamp-words.ts';

export interface SecretStamp {
  readonly level: SecretLevel;
  /** 1-based page the stamp stands on. */
  readonly page: number;
  /** Where it stands, in Vietnamese, without quoting the document. */
  readonly where: string;
}

/** Lines at the head of a document among which a stamp is looked for. */
const HEAD_LINES = 40;
/** Lines at the top and bottom edge of a later page. */
const EDGE_LINES = 3;

/** The same for stamps seen on the page's picture, as shares of its height: the head with its number, the foot, an edge. */
const UPPER = 0.5;
const LOWER = 0.88;
const EDGE = 0.12;

/** First line of the body: a stamp stands before it (form of documents: Decree 30/2020/NĐ-CP, annex I). */
const BODY_START = /^(Căn cứ|Điều\s+1\b|Kính gửi|Chương\s+I\b|Thực hiện|I\.|1\.|Theo đề nghị|Xét)/u;
const OFFICIAL_HEAD = /CỘNG\s*H(ÒA|OÀ)\s*XÃ\s*HỘI|ĐẢNG CỘNG SẢN VIỆT NAM|^Số\s*:/iu;
/** Texts about secrets (laws, lists, forms of stamps) print the words as their subject, also on lines of their own. */
const ABOUT_SECRETS = /bi mat nha nuoc|do mat cua|dau chi do mat|van thu|co yeu/;

/**
 * Finds the secrecy stamp of a document (Law 117/2025/QH15: Mật, Tối mật, Tuyệt mật). Only a stamp counts: the words
 * alone on their line or cell, at the head of a document or at the edge of a page. The same words inside a sentence
 * ("độ mật", "bảo mật", "mật độ", an article on secrets) do not.
 */
export function findSecretStamp(value: ReadValue): SecretStamp | undefined {
  const first = value.pages[0];
  if (!first) return undefined;
  const head = headLines(first.text);
  const level = highest([levelIn(head, first.ocr), ...marksOf(first, (at) => at < UPPER || at > LOWER)]);
  if (level) return { level, page: first.page, where: 'phần đầu văn bản' };
  if (ABOUT_SECRETS.test(fold(head.join(' ')))) return undefined;
  return anywhere(value.pages) ?? edgeStamp(value.pages) ?? innerHead(value.pages);
}

function headLines(text: string): string[] {
  const lines = linesOf(text).slice(0, HEAD_LINES);
  const body = lines.findIndex((line) => BODY_START.test(line));
  return body < 0 ? lines : lines.slice(0, body + 1);
}

function levelIn(lines: readonly string[], ocr: boolean): SecretLevel | undefined {
  const official = lines.some((line) => OFFICIAL_HEAD.test(line));
  const levels = lines.flatMap((line) => stampsOfLine(line, ocr, official));
  return highest(levels);
}

/** A stamp whose place says nothing: a watermark, a picture in a file without pages. */
function anywhere(pages: readonly ReadPage[]): SecretStamp | undefined {
  for (const page of pages) {
    const level = highest(
      (page.marks ?? []).filter((mark) => mark.height === undefined).map((mark) => mark.level),
    );
    if (level) return { level, page: page.page, where: 'hình ảnh hoặc chữ chìm' };
  }
  return undefined;
}

/** A stamp printed at the edge of every page, or nearly. One page alone may be a sample form. */
function edgeStamp(pages: readonly ReadPage[]): SecretStamp | undefined {
  const found: { level: SecretLevel; page: number }[] = [];
  for (const page of pages) {
    const lines = linesOf(page.text);
    const edge = [...lines.slice(0, EDGE_LINES), ...lines.slice(-EDGE_LINES)];
    const level = highest([
      ...edge.flatMap((line) => stampsOfLine(line, page.ocr, false)),
      ...marksOf(page, (at) => at < EDGE || at > 1 - EDGE),
    ]);
    if (level) found.push({ level, page: page.page });
  }
  if (found.length < Math.max(2, pages.length / 2)) return undefined;
  return { level: highest(found.map((f) => f.level))!, page: found[0]!.page, where: 'mép trang' };
}

/** A stamped document attached behind an open one: its own official head on a later page, or later in one text. */
function innerHead(pages: readonly ReadPage[]): SecretStamp | undefined {
  for (const page of pages) {
    const lines = linesOf(page.text);
    for (let i = 0; i < lines.length; i++) {
      if (!OFFICIAL_HEAD.test(lines[i]!)) continue;
      const around = lines.slice(Math.max(0, i - 4), i + 6);
      const level = highest([
        ...around.flatMap((line) => stampsOfLine(line, page.ocr, false)),
        ...(i < EDGE_LINES * 3 ? marksOf(page, (at) => at < UPPER) : []),
      ]);
      if (level) return { level, page: page.page, where: 'đầu văn bản gửi kèm' };
    }
  }
  return undefined;
}

/** True where a document begins: the nation's name, the Party's, or a number. */
export function hasOfficialHead(text: string): boolean {
  return linesOf(text).some((line) => OFFICIAL_HEAD.test(line));
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

/** No stamp and no line of a head is longer; patterns over a hostile line of megabytes overflow. A long line is still
 * looked at cell by cell and at its beginning: a document laid out in one line must not pass the gate. */
const LONGEST = 2_000;

function stampsOfLine(line: string, ocr: boolean, official: boolean): SecretLevel[] {
  const short = (text: string) => text.length <= LONGEST;
  const cells = [...line.split(/\t|\s{2,}/), line].filter(short).map((cell) => levelOf(cell, ocr, official));
  const beginning = line.slice(0, LONGEST);
  const glued =
    (short(line) ? /^(?:Số\s*:.{3,40}\s)(TUYỆT MẬT|TỐI MẬT|MẬT)$/u.exec(line)?.[1] : undefined) ??
    /^(TUYỆT MẬT|TỐI MẬT|MẬT)\s+(?:CỘNG H|ĐẢNG CỘNG|Số\s*:)/u.exec(beginning)?.[1];
  return [...cells, glued as SecretLevel | undefined].filter((l) => l !== undefined);
}

function marksOf(page: ReadPage, there: (height: number) => boolean): SecretLevel[] {
  return (page.marks ?? []).flatMap(({ level, height }) =>
    height !== undefined && there(height) ? [level] : [],
  );
}

function highest(levels: readonly (SecretLevel | undefined)[]): SecretLevel | undefined {
  return (['TUYỆT MẬT', 'TỐI MẬT', 'MẬT'] as const).find((level) => levels.includes(level));
}

/** What a person is told; nothing of the document's text is repeated. */
export function secretRefusal({ level, page, where }: SecretStamp): string {
  return `Tài liệu có dấu ${level} (trang ${page}, ${where}) nên không được tiếp nhận, không có gì được lưu lại. ${RULE}`;
}
