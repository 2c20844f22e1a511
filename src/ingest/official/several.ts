import { numberKey, parseDocumentNumber } from '../../legal/document-number.ts';
import { isUpper } from '../../legal/headings.ts';
import { foldKeepingLength } from '../../legal/text.ts';
import type { ReadPage, ReadValue } from '../model.ts';
import { MOTTO } from './header.ts';

/** Lines within which the motto stands beside a number, and the type or "V/v" below it. */
const BESIDE = 6;
const BELOW = 14;
const NUMBER = /^(?:số|luật số)\s*:?\s*(?=\d)/iu;
const TYPE =
  /^(?:QUYẾT ĐỊNH|NGHỊ QUYẾT|NGHỊ ĐỊNH|THÔNG TƯ|CHỈ THỊ|KẾ HOẠCH|THÔNG BÁO|BÁO CÁO|HƯỚNG DẪN|TỜ TRÌNH|LUẬT|PHÁP LỆNH|CÔNG ĐIỆN|QUY ĐỊNH|V\s?\/\s?v|Kính gửi)(?!\p{L})/u;

/** Where a document begins in the pages of a file. */
interface Start {
  readonly page: number;
  readonly at: number;
  readonly number: string;
}

/**
 * The documents of a file that holds several, one behind the other, as departments scan and forward them: each later one
 * has a head of its own (motto, a number in figures that is not the one before, its type). Forms among the annexes have the
 * motto too, but no number. A file with one document comes back as it is.
 */
export function splitDocuments(value: ReadValue): ReadValue[] {
  const starts = value.pages.flatMap((page, i) => headsOf(page, i));
  const own = starts.filter(
    ({ number }, i) => starts.findIndex((other) => numberKey(other.number) === numberKey(number)) === i,
  );
  const [first, ...later] = own;
  // What stands before a first head that is not at the beginning is a document without a number, or a letter around it.
  if (first === undefined || later.length === 0 || first.page > 0) return [value];
  const cuts = [{ page: 0, at: 0 }, ...later, { page: value.pages.length, at: 0 }];
  return cuts.slice(0, -1).map((from, i) => between(value, from, cuts[i + 1]!));
}

type Place = Pick<Start, 'page' | 'at'>;

function between(value: ReadValue, from: Place, to: Place): ReadValue {
  const pages = value.pages.slice(from.page, to.at > 0 ? to.page + 1 : to.page).map((page, i): ReadPage => {
    const index = from.page + i;
    const end = index === to.page ? to.at : page.text.length;
    return { ...page, text: page.text.slice(index === from.page ? from.at : 0, end) };
  });
  return { ...value, pages };
}

function headsOf({ text }: ReadPage, page: number): Start[] {
  const lines = linesOf(text);
  return lines.flatMap(({ cells }, i) => {
    const cell = cells.find((one) => NUMBER.test(one));
    const number = cell === undefined ? undefined : parseDocumentNumber(cell);
    if (!number?.complete) return [];
    const beside = lines.slice(Math.max(0, i - BESIDE), i + BESIDE);
    const below = lines.slice(i + 1, i + 1 + BELOW);
    const isHead =
      beside.some((line) => line.cells.some((one) => MOTTO.test(foldKeepingLength(one)))) &&
      below.some((line) => line.cells.some((one) => TYPE.test(one)));
    return isHead ? [{ page, at: headStart(lines, i), number: number.canonical }] : [];
  });
}

interface Line {
  readonly at: number;
  readonly cells: readonly string[];
}

function linesOf(text: string): Line[] {
  let at = 0;
  return text.split('\n').flatMap((line) => {
    const start = at;
    at += line.length + 1;
    const cells = line
      .split(/\t+|\s{3,}/)
      .map((cell) => cell.trim())
      .filter((cell) => cell !== '');
    return cells.length === 0 ? [] : [{ at: start, cells }];
  });
}

/** The issuer's lines, in capitals, above the number and the motto belong to the head; the name of who signed before does not. */
function headStart(lines: readonly Line[], number: number): number {
  let first = number;
  for (let i = number - 1; i >= Math.max(0, number - BESIDE); i--) {
    if (!lines[i]!.cells.every(isOfHead)) break;
    first = i;
  }
  return first === 0 ? 0 : lines[first]!.at;
}

function isOfHead(cell: string): boolean {
  return isUpper(cell) || MOTTO.test(foldKeepingLength(cell)) || !/\p{L}/u.test(cell);
}
