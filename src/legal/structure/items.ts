import type { NodeType } from '../model.ts';
import { readDivision } from './headings.ts';
import type { Line } from './lines.ts';
import { pointGap, pointOrder, romanValue } from './ordinals.ts';

/** A numbered part found below an article, or in a text without articles. `rank`: smaller stands higher. */
export interface Mark {
  readonly type: NodeType;
  readonly ordinal: string;
  readonly rank: number;
  readonly start: number;
  /** Offset of the words after the ordinal. */
  readonly contentStart: number;
  readonly line: number;
}

/** One way of numbering: how its ordinals are recognised and what may follow what. */
interface Kind {
  readonly type: NodeType;
  readonly rank: number;
  readonly pattern: RegExp;
  /** Steps from the previous sibling (`undefined` for a first one) to this one: 1 = next; ≤ 0 or NaN = not in sequence. */
  readonly step: (previous: string | undefined, ordinal: string, parent: string | undefined) => number;
}

const MARK = '\\s?(?:[.)]|/(?!\\d)|\\.?\\s?[-–](?=\\s))';
const NUMBER: Kind = {
  type: 'khoan',
  rank: 60,
  pattern: new RegExp(`^(\\d{1,3}[a-zđ]{0,2})${MARK}\\s*(?=[\\p{L}“"'(\\[«<…])`, 'u'),
  step: (previous, ordinal) => numberStep(previous, ordinal),
};
const SUBNUMBER: Kind = {
  type: 'item',
  rank: 70,
  pattern: /^(\d{1,3}\.\d{1,3})[.)]?\s*(?=[\p{L}“"'(])/u,
  step: (previous, ordinal, parent) => dottedStep(previous, ordinal, parent),
};
const SUBSUBNUMBER: Kind = {
  type: 'item',
  rank: 75,
  pattern: /^(\d{1,3}\.\d{1,3}\.\d{1,3})[.)]?\s*(?=[\p{L}“"'(])/u,
  step: (previous, ordinal, parent) => dottedStep(previous, ordinal, parent),
};
const POINT: Kind = {
  type: 'diem',
  rank: 80,
  pattern: /^([a-zđ]\d?)\s?(?:\)|\/(?=\s)|\.(?=\s))\s*(?=\S)/u,
  step: (previous, ordinal) => pointStep(previous, ordinal),
};
const ROMAN: Kind = {
  type: 'muc',
  rank: 50,
  pattern: /^([IVXLC]{1,7})\s?(?:[.)/:]|[-–](?=\s))\s*(?=\S)/u,
  step: (previous, ordinal) =>
    (romanValue(ordinal) ?? Number.NaN) - (previous === undefined ? 0 : romanValue(previous)!),
};
const LETTER: Kind = {
  type: 'phan',
  rank: 40,
  pattern: /^([A-HĐ])\s?(?:[.)/:]|[-–](?=\s))\s*(?=\S)/u,
  step: (previous, ordinal) => pointStep(previous?.toLowerCase(), ordinal.toLowerCase()),
};

const IN_ARTICLE: readonly Kind[] = [NUMBER, SUBSUBNUMBER, SUBNUMBER, POINT];
const IN_SECTIONS: readonly Kind[] = [ROMAN, LETTER, ...IN_ARTICLE];
const DIVISION_RANK: Readonly<Partial<Record<NodeType, number>>> = {
  phan: 10,
  chuong: 20,
  muc: 30,
  tieu_muc: 35,
};

/** A line, or what follows "Điều 2." on its line. */
export interface ItemLine {
  readonly line: Line;
  readonly index: number;
  /** Offset into the document where `text` begins. */
  readonly start: number;
  readonly text: string;
}

/** The khoản and điểm of an article, in order. Ordinals that are out of sequence (tables, citations) stay text. */
export function marksInArticle(lines: readonly ItemLine[]): Mark[] {
  return collect(lines, IN_ARTICLE, false);
}

/** The parts of a text without articles: Phần, Mục, A., I., 1., 1.1., a). */
export function marksInSections(lines: readonly ItemLine[]): Mark[] {
  return collect(lines, IN_SECTIONS, true);
}

function collect(lines: readonly ItemLine[], kinds: readonly Kind[], divisions: boolean): Mark[] {
  const marks: Mark[] = [];
  const open: Mark[] = [];
  /** Last sibling of each rank under the marks now open. */
  const lastOf = new Map<number, string>();
  let previous: ItemLine | undefined;
  for (const item of lines) {
    if (item.line.noise) continue;
    const mark = item.line.quoted ? undefined : read(item, kinds, divisions, open, lastOf, previous);
    previous = item;
    if (mark === undefined) continue;
    while (open.length > 0 && open.at(-1)!.rank >= mark.rank) open.pop();
    for (const rank of [...lastOf.keys()]) if (rank > mark.rank) lastOf.delete(rank);
    open.push(mark);
    lastOf.set(mark.rank, mark.ordinal);
    marks.push(mark);
  }
  return marks;
}

function read(
  item: ItemLine,
  kinds: readonly Kind[],
  divisions: boolean,
  open: readonly Mark[],
  lastOf: ReadonlyMap<number, string>,
  previous: ItemLine | undefined,
): Mark | undefined {
  if (divisions) {
    const division = readSectionDivision(item.text);
    if (division !== undefined && lastOf.get(division.rank) !== division.ordinal)
      return { ...division, start: item.start, contentStart: item.start + division.restAt, line: item.index };
  }
  for (const kind of kinds) {
    const m = kind.pattern.exec(item.text);
    if (m === null) continue;
    const ordinal = mend(kind, m[1]!, lastOf.get(kind.rank));
    const parent = open.findLast((mark) => mark.rank < kind.rank)?.ordinal;
    const step = kind.step(lastOf.get(kind.rank), ordinal, parent);
    if (!(step >= 1) || (step > 1 && !(step <= 3 && endsSentence(previous)))) continue;
    return {
      type: kind.type,
      ordinal,
      rank: kind.rank,
      start: item.start,
      contentStart: item.start + m[0].length,
      line: item.index,
    };
  }
  return undefined;
}

/** In annexes: "Mục 1", "Phần II" and the forms ("Mẫu số 01"), each alone or with a title. */
function readSectionDivision(
  text: string,
): { type: NodeType; ordinal: string; rank: number; restAt: number } | undefined {
  const form = /^(Mẫu(?: số)? \d{1,3}[a-zA-Z]?(?:[-/.]\p{Lu}[\p{Lu}\d.-]*)?)\s*(?:[.:]\s*(?=\p{Lu})|$)/u.exec(
    text,
  );
  if (form !== null) return { type: 'muc', ordinal: form[1]!, rank: 30, restAt: form[0].length };
  const heading = readDivision(text);
  const rank = heading === undefined ? undefined : DIVISION_RANK[heading.type];
  return heading === undefined || rank === undefined ? undefined : { ...heading, rank };
}

/** OCR and old fonts print đ as d: a second "d)" after "d)" is "đ)". */
function mend(kind: Kind, ordinal: string, previous: string | undefined): string {
  return kind.type === 'diem' && ordinal === 'd' && previous === 'd' ? 'đ' : ordinal;
}

function endsSentence(previous: ItemLine | undefined): boolean {
  return previous === undefined || /[.;:!?”"]\s*$/u.test(previous.text);
}

function numberStep(previous: string | undefined, ordinal: string): number {
  const [n, suffix] = splitNumber(ordinal);
  const [p, ps] = splitNumber(previous ?? '0');
  if (n === p) return suffix > ps && previous !== undefined ? 1 : Number.NaN;
  return suffix === '' || suffix === 'a' ? n - p : Number.NaN;
}

function splitNumber(ordinal: string): readonly [number, string] {
  const digits = /^\d+/.exec(ordinal)?.[0] ?? '0';
  return [Number(digits), ordinal.slice(digits.length)];
}

function dottedStep(previous: string | undefined, ordinal: string, parent: string | undefined): number {
  const at = ordinal.lastIndexOf('.');
  const head = ordinal.slice(0, at);
  if (parent !== undefined && /^\d/.test(parent) && parent !== head) return Number.NaN;
  if (previous !== undefined && !previous.startsWith(`${head}.`)) return Number.NaN;
  return Number(ordinal.slice(at + 1)) - (previous === undefined ? 0 : Number(previous.slice(at + 1)));
}

function pointStep(previous: string | undefined, ordinal: string): number {
  const letter = ordinal[0]!;
  if (pointOrder(letter) === 0) return Number.NaN;
  if (previous === undefined) return letter === 'a' ? 1 : letter === 'b' ? 2 : Number.NaN;
  const from = previous[0]!;
  if (letter === from)
    return Number(ordinal.slice(1) || 0) === Number(previous.slice(1) || 0) + 1 ? 1 : Number.NaN;
  return pointOrder(letter) > pointOrder(from) ? 1 + pointGap(from, letter) : Number.NaN;
}
