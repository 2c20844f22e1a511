import type { StyledRun } from '../legacy/runs.ts';

/** Records of a BIFF stream ([MS-XLS] 2.1.4): type and body, CONTINUE records given with the one they continue. */
export interface BiffRecord {
  readonly type: number;
  readonly offset: number;
  /** The body, then the bodies of its CONTINUE records. */
  readonly parts: readonly Buffer[];
}

export const RECORD = {
  bof: 0x809,
  eof: 0x0a,
  boundSheet: 0x85,
  sst: 0xfc,
  font: 0x31,
  xf: 0xe0,
  format: 0x41e,
  dateMode: 0x22,
  filePass: 0x2f,
  labelSst: 0xfd,
  label: 0x204,
  richString: 0xd6,
  number: 0x203,
  rk: 0x27e,
  mulRk: 0xbd,
  formula: 0x06,
  formula3: 0x206,
  formula4: 0x406,
  string: 0x207,
  header: 0x14,
  footer: 0x15,
  drawingGroup: 0xeb,
} as const;

export function* biffRecords(stream: Buffer, from = 0): Generator<BiffRecord> {
  for (let at = from; at + 4 <= stream.length; ) {
    const offset = at;
    const type = stream.readUInt16LE(at);
    const parts: Buffer[] = [];
    do {
      const size = stream.readUInt16LE(at + 2);
      parts.push(stream.subarray(at + 4, at + 4 + size));
      at += 4 + size;
    } while (at + 4 <= stream.length && stream.readUInt16LE(at) === 0x3c);
    yield { type, offset, parts };
  }
}

/** Reads across CONTINUE boundaries; inside a string each new part begins with its own width flag. */
export class PartReader {
  private part = 0;
  private at = 0;
  private readonly parts: readonly Buffer[];

  constructor(parts: readonly Buffer[]) {
    this.parts = parts;
  }

  private settle(): void {
    while (this.part < this.parts.length && this.at >= this.parts[this.part]!.length) {
      this.part++;
      this.at = 0;
    }
  }

  get done(): boolean {
    this.settle();
    return this.part >= this.parts.length;
  }

  u8(): number {
    this.settle();
    return this.parts[this.part]?.[this.at++] ?? 0;
  }

  u16(): number {
    return this.u8() | (this.u8() << 8);
  }

  u32(): number {
    return (this.u16() | (this.u16() << 16)) >>> 0;
  }

  skip(count: number): void {
    for (let left = count; left > 0 && !this.done; ) {
      const step = Math.min(left, this.parts[this.part]!.length - this.at);
      this.at += step;
      left -= step;
    }
  }

  characters(count: number, wide: boolean): string {
    let out = '';
    let isWide = wide;
    for (let i = 0; i < count && this.part < this.parts.length; i++) {
      if (this.at >= this.parts[this.part]!.length) {
        this.settle();
        if (this.part >= this.parts.length) break;
        isWide = (this.u8() & 1) === 1;
      }
      out += String.fromCharCode(isWide ? this.u16() : this.u8());
    }
    return out;
  }
}

/** A string with the fonts of its parts: `[start, font index]`. */
export interface RichText {
  readonly text: string;
  readonly fonts: readonly (readonly [number, number])[];
}

/** XLUnicodeRichExtendedString. */
export function richText(reader: PartReader): RichText {
  const length = reader.u16();
  const flags = reader.u8();
  const runs = flags & 8 ? reader.u16() : 0;
  const extra = flags & 4 ? reader.u32() : 0;
  const text = reader.characters(length, (flags & 1) === 1);
  const fonts = Array.from(
    { length: Math.min(runs, length + 1) },
    () => [reader.u16(), reader.u16()] as const,
  );
  reader.skip(extra);
  return { text, fonts };
}

/** Font index 4 does not exist in BIFF; higher ones are shifted by one. */
export function fontAt(fonts: readonly string[], index: number): string | undefined {
  return fonts[index > 4 ? index - 1 : index];
}

export function styledRuns(
  rich: RichText,
  cellFont: string | undefined,
  fonts: readonly string[],
): StyledRun[] {
  const run = (text: string, font: string | undefined): StyledRun => ({
    text,
    ...(font !== undefined && { font }),
  });
  const cuts = rich.fonts.filter(([at]) => at < rich.text.length);
  const first = cuts[0]?.[0] ?? rich.text.length;
  const out = first > 0 ? [run(rich.text.slice(0, first), cellFont)] : [];
  cuts.forEach(
    ([at, font], i) => void out.push(run(rich.text.slice(at, cuts[i + 1]?.[0]), fontAt(fonts, font))),
  );
  return out;
}

/** RK: a 30-bit integer or the upper 30 bits of a double, either divided by 100 on demand. */
export function rkNumber(rk: number): number {
  const base = rk & 2 ? rk >> 2 : doubleFromHigh(rk & 0xfffffffc);
  return rk & 1 ? base / 100 : base;
}

function doubleFromHigh(high: number): number {
  const buffer = Buffer.alloc(8);
  buffer.writeInt32LE(high | 0, 4);
  return buffer.readDoubleLE(0);
}

/** The drawings of a workbook (MsoDrawingGroup, [MS-XLS] 2.4.171), their pieces joined: pictures stand whole in it. */
export function drawingBytes(stream: Buffer): Buffer {
  const pieces: Buffer[] = [];
  for (const { type, parts } of biffRecords(stream)) if (type === RECORD.drawingGroup) pieces.push(...parts);
  return Buffer.concat(pieces);
}
