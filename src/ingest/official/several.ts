import { numberKey, parseDocumentNumber } from '../../legal/numbers/document-number.ts';
import { isUpper } from '../../legal/structure/headings.ts';
import { foldKeepingLength } from '../../legal/text.ts';
import type { ReadPage, ReadValue } from '../model.ts';
import { MOTTO, readPlaceAndDate } from './header.ts';

/** Lines within which the motto stands beside a number, and the type or "V/v" below it. */
const BESIDE = 6;
const BELOW = 14;
const NUMBER = /^(?:số|luật số)\s*:?\s*(?=\d)/iu;
/** The place of a number that is still to be written: a form. */
const EMPTY = /^(?:số|luật số)\s*:?\s*[….·_]/iu;
const TYPE =
  /^(?:QUYẾT ĐỊNH|NGHỊ QUYẾT|NGHỊ ĐỊNH|THÔNG TƯ|CHỈ THỊ|KẾ HOẠCH|THÔNG BÁO|BÁO CÁO|HƯỚNG DẪN|TỜ TRÌNH|LUẬT|PHÁP LỆNH|CÔNG ĐIỆN|QUY ĐỊNH|V\s?\/\s?v|Kính gửi)(?!\p{L})/u;

/** Lines of a page within which the motto of a document stands that begins on it. */
const TOP = 8;

/** Where a document begins in the pages of a file; no number where a stamp or the scanner took it. */
interface Start {
  readonly page: number;
  readonly at: number;
  readonly number?: string;
}

/**
 * The documents of a file that holds several, one behind the other, as departments scan and forward them: each later one
 * has a head of its own: motto, a number in figures that is not the one before, its type; one without a readable number has
 * the motto at the top of its page, place and day, and its type. Forms among the annexes have the motto too, but an
 * empty place for the number or the day. Of documents without a number only the first is parted: nothing tells the others from its copies. A file
 * with one document comes back as it is.
 */
export function splitDocuments(value: ReadValue): ReadValue[] {
  const starts = value.pages.flatMap((page, i) => headsOf(page, i));
  const own = starts.filter((start, i) => starts.findIndex((other) => keyOf(other) === keyOf(start)) === i);
  const [first, ...later] = own;
  // What stands before a first head that is not at the beginning is a document without a number, or a letter around it.
  if (first === undefined || later.length === 0 || first.page > 0) return [value];
  const cuts = [{ page: 0, at: 0 }, ...later, { page: value.pages.length, at: 0 }];
  return cuts.slice(0, -1).map((from, i) => between(value, from, cuts[i + 1]!));
}

const keyOf = ({ number }: Start): string => (number === undefined ? '' : numberKey(number));

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
  const near = (i: number) => lines.slice(Math.max(0, i - BESIDE), i + BESIDE).flatMap(({ cells }) => cells);
  const typed = (i: number) =>
    lines.slice(i + 1, i + 1 + BELOW).some(({ cells }) => cells.some((one) => TYPE.test(one)));
  const numbered = lines.flatMap(({ cells }, i): Start[] => {
    const number = numberIn(cells);
    const isHead = number !== undefined && near(i).some(isMotto) && typed(i);
    return isHead ? [{ page, at: headStart(lines, i), number }] : [];
  });
  const motto = lines.slice(0, TOP).findIndex(({ cells }) => cells.some(isMotto));
  if (motto === -1 || numberIn(near(motto)) !== undefined || !typed(motto)) return numbered;
  const dated = readPlaceAndDate({ cells: near(motto) }).place !== undefined;
  return dated && !near(motto).some((cell) => EMPTY.test(cell)) ? [{ page, at: 0 }, ...numbered] : numbered;
}

const isMotto = (cell: string): boolean => MOTTO.test(foldKeepingLength(cell));

function numberIn(cells: readonly string[]): string | undefined {
  const cell = cells.find((one) => NUMBER.test(one));
  const number = cell === undefined ? undefined : parseDocumentNumber(cell);
  return number?.complete ? number.canonical : undefined;
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
  return isUpper(cell) || isMotto(cell) || !/\p{L}/u.test(cell);
}
