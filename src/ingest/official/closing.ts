import { findDates } from '../../legal/calendar/dates.ts';
import type { IsoDate } from '../../legal/model.ts';
import { findDocumentNumbers } from '../../legal/numbers/document-number.ts';
import { isUpper } from '../../legal/structure/headings.ts';
import { foldKeepingLength } from '../../legal/text.ts';
import { readPlaceAndDate } from './header.ts';
import { sentenceCase } from './header-type.ts';

/** What stands after the body: who signed, for whom, and who receives it. */
export interface Closing {
  readonly signer?: string;
  readonly signerTitle?: string;
  readonly recipients?: readonly string[];
}

const AUTHORITY = /^(?:T\/?M|KT|TL|TUQ|Q)\s?\.\s*\p{Lu}/u;
const OFFICE =
  /^(?:PHÓ |QUYỀN |Q\. )?(?:CHỦ TỊCH|BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TƯỚNG|THỐNG ĐỐC|CHÁNH ÁN|VIỆN TRƯỞNG|TỔNG KIỂM TOÁN|TỔNG THANH TRA|GIÁM ĐỐC|CHỦ NHIỆM|CHÁNH VĂN PHÒNG|CỤC TRƯỞNG|TỔNG CỤC TRƯỞNG|VỤ TRƯỞNG|TRƯỞNG BAN|TRƯỞNG PHÒNG|BÍ THƯ|CHI CỤC TRƯỞNG)/u;
const NAME =
  /^(?:(?:Đại tướng|Thượng tướng|Trung tướng|Thiếu tướng|Đại tá|Thượng tá|Trung tá|Thiếu tá|TS|ThS|PGS|GS|BS)\.?\s*)*((?:\p{Lu}\p{Ll}*)(?:\s+\p{Lu}\p{Ll}*){1,4})$/u;

/** Reads the signature and the recipients in `text`, the part of the document after its body. */
export function readClosing(text: string): Closing {
  const cells = text
    .split(/\n|\t+|\s{3,}/)
    .map((cell) => cell.replace(/\s+/g, ' ').trim())
    .filter((cell) => cell !== '');
  const recipients = readRecipients(cells);
  const titles: string[] = [];
  for (const cell of cells) {
    if (isUpper(cell) && (AUTHORITY.test(cell) || OFFICE.test(cell))) {
      titles.push(cell);
      continue;
    }
    const name =
      titles.length > 0 && !/^(?:Nơi|Như|Lưu|Văn|Các|Bộ|Sở|Ban)\s/u.test(cell)
        ? NAME.exec(cell)?.[1]
        : undefined;
    if (name === undefined) continue;
    return { signer: name, signerTitle: officeOf(titles), ...(recipients.length > 0 && { recipients }) };
  }
  return recipients.length > 0 ? { recipients } : {};
}

/** "KT. THỦ TƯỚNG" + "PHÓ THỦ TƯỚNG" → "Phó Thủ tướng"; where the signer's own office is lost, for whom stays: "KT. Thủ tướng". */
function officeOf(titles: readonly string[]): string {
  const own = titles.findLast((title) => OFFICE.test(title) && !AUTHORITY.test(title)) ?? titles.at(-1)!;
  const [, forWhom = ''] = /^((?:T\/?M|KT|TL|TUQ)\s?\.)/u.exec(own) ?? [];
  const bare = own.replace(/^(?:T\/?M|KT|TL|TUQ|Q)\s?\.\s*/u, '');
  const office = sentenceCase(bare).replace(
    /^(Phó|Quyền) (\p{Ll})/u,
    (_, head: string, ch: string) => `${head} ${ch.toUpperCase()}`,
  );
  return forWhom === '' ? office : `${forWhom} ${office}`;
}

/** The dash before a recipient, as printed or as OCR takes it. */
const ITEM = /^[-–+•¬]\s*/u;

function readRecipients(cells: readonly string[]): string[] {
  // OCR loses the slanting first letters: "ời nhận:".
  const from = cells.findIndex((cell) => /^Nơi nhận|^.{1,4} nhận\s*:$/iu.test(cell));
  if (from === -1) return [];
  const out: string[] = [];
  for (const cell of cells.slice(from + 1, from + 60)) {
    if (!ITEM.test(cell)) {
      if (AUTHORITY.test(cell) || OFFICE.test(cell)) continue;
      if (out.length > 0) break;
      continue;
    }
    const recipient = cell.replace(ITEM, '').replace(/[;.]\s*$/u, '');
    if (/^Lưu/u.test(recipient)) break;
    out.push(recipient);
  }
  return out;
}

/** The day a law was passed, from its last lines: "… thông qua ngày 13 tháng 11 năm 2020." */
export function readPassingDate(text: string): IsoDate | undefined {
  const m = foldKeepingLength(text).match(/thong qua\s+(?=ngay\s*\d)/g);
  if (m === null) return undefined;
  const at = foldKeepingLength(text).lastIndexOf(m.at(-1)!);
  return findDates(text.slice(at, at + 80))[0]?.date;
}

/** A văn bản hợp nhất carries its own number and day beside the certifying signature, after the text. */
export function readConsolidation(text: string): { readonly number?: string; readonly date?: IsoDate } {
  const at = text.search(/Số\s*:\s*\d+\s*\/\s*VBHN/u);
  if (at === -1) return {};
  const near = text.slice(Math.max(0, at - 300), at + 400).split('\n');
  const number = findDocumentNumbers(text.slice(at, at + 60))[0]?.number;
  const { date } = readPlaceAndDate({
    cells: near.map((line) => line.trim()).filter((line) => /,\s*ng[àa]y/iu.test(line)),
  });
  return {
    ...(number?.complete && { number: number.canonical }),
    ...(date !== undefined && { date: date.value }),
  };
}
