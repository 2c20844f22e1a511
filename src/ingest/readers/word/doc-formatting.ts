import { type DocParts, FIB } from './doc-fib.ts';

/** Character formatting that matters for reading. */
export interface CharacterProps {
  font?: number;
  hidden?: boolean;
  deleted?: boolean;
  caps?: boolean;
  style?: number;
}

export interface ParagraphProps {
  style?: number;
  inTable?: boolean;
  rowEnd?: boolean;
  level?: number;
  /** 1-based index into the list overrides; 0 = none. */
  list?: number;
}

/** A run of file offsets [from, to) with one formatting. */
export interface Formatted<T> {
  readonly from: number;
  readonly to: number;
  readonly props: T;
}

/** Walks property modifications (sprms); the operand length follows from the top three bits. */
function eachSprm(grpprl: Buffer, visit: (sprm: number, operand: Buffer) => void): void {
  for (let at = 0; at + 2 < grpprl.length + 1 && at + 2 <= grpprl.length; ) {
    const sprm = grpprl.readUInt16LE(at);
    at += 2;
    const kind = sprm >> 13;
    let size = [1, 1, 2, 4, 2, 2, -1, 3][kind]!;
    if (size === -1) {
      // Table definitions carry a two-byte length.
      if (sprm === 0xd608 || sprm === 0xd606)
        size = at + 2 <= grpprl.length ? grpprl.readUInt16LE(at) + 1 : 0;
      else size = (grpprl[at] ?? 0) + 1;
    }
    if (at + size > grpprl.length) return;
    visit(sprm, grpprl.subarray(at, at + size));
    at += size;
  }
}

export function characterProps(grpprl: Buffer, into: CharacterProps = {}): CharacterProps {
  eachSprm(grpprl, (sprm, operand) => {
    const on = operand[0] === 1 || operand[0] === 0x81;
    if (sprm === 0x4a51 || (sprm === 0x4a4f && into.font === undefined)) into.font = operand.readUInt16LE(0);
    else if (sprm === 0x083c) into.hidden = on;
    else if (sprm === 0x0800) into.deleted = on;
    else if (sprm === 0x083b) into.caps = on;
    else if (sprm === 0x4a30) into.style = operand.readUInt16LE(0);
  });
  return into;
}

export function paragraphProps(grpprl: Buffer, into: ParagraphProps = {}): ParagraphProps {
  eachSprm(grpprl, (sprm, operand) => {
    if (sprm === 0x2416) into.inTable = operand[0] === 1;
    else if (sprm === 0x2417) into.rowEnd = operand[0] === 1;
    else if (sprm === 0x260a) into.level = operand[0]!;
    else if (sprm === 0x460b) into.list = operand.readUInt16LE(0);
  });
  return into;
}

/** Formatting runs from the 512-byte pages a bin table points to, in file order. */
function formattedPages<T>(
  parts: DocParts,
  fibOffset: number,
  entry: (page: Buffer, count: number, i: number) => T,
): Formatted<T>[] {
  const bin = parts.part(fibOffset);
  const n = Math.floor((bin.length - 4) / 8);
  const runs: Formatted<T>[] = [];
  for (let p = 0; p < n; p++) {
    const number = bin.readUInt32LE((n + 1) * 4 + p * 4) & 0x3fffff;
    const page = parts.main.subarray(number * 512, number * 512 + 512);
    if (page.length < 512) continue;
    const count = page[511]!;
    if ((count + 1) * 4 > 508) continue;
    for (let i = 0; i < count; i++) {
      runs.push({
        from: page.readUInt32LE(i * 4),
        to: page.readUInt32LE(i * 4 + 4),
        props: entry(page, count, i),
      });
    }
  }
  return runs.sort((a, b) => a.from - b.from);
}

export function characterRuns(parts: DocParts): Formatted<CharacterProps>[] {
  return formattedPages(parts, FIB.characterPages, (page, count, i) => {
    const at = page[(count + 1) * 4 + i]! * 2;
    return at === 0 ? {} : characterProps(page.subarray(at + 1, at + 1 + page[at]!));
  });
}

export function paragraphRuns(parts: DocParts): Formatted<ParagraphProps>[] {
  return formattedPages(parts, FIB.paragraphPages, (page, count, i) => {
    let at = page[(count + 1) * 4 + i * 13]! * 2;
    if (at === 0) return {};
    let size = page[at]! * 2 - 1;
    if (page[at] === 0) size = page[++at]! * 2;
    const body = page.subarray(at + 1, at + 1 + size);
    if (body.length < 2) return {};
    return paragraphProps(body.subarray(2), { style: body.readUInt16LE(0) });
  });
}

/** The run that covers an offset, by binary search; runs do not overlap. */
export function propsAt<T>(runs: readonly Formatted<T>[], offset: number): T | undefined {
  let low = 0;
  let high = runs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const run = runs[middle]!;
    if (offset < run.from) high = middle - 1;
    else if (offset >= run.to) low = middle + 1;
    else return run.props;
  }
  return undefined;
}
