import { ListCounter, type ListLevel } from '../numbering.ts';
import { type DocParts, FIB } from './doc-fib.ts';
import {
  type CharacterProps,
  characterProps,
  type ParagraphProps,
  paragraphProps,
} from './doc-formatting.ts';

/** Font names by index (SttbfFfn). */
export function fontNames(parts: DocParts): string[] {
  const table = parts.part(FIB.fonts);
  const names: string[] = [];
  for (let at = 4; at < table.length; ) {
    const size = table[at]! + 1;
    const entry = table.subarray(at, at + size);
    names.push(entry.subarray(40).toString('utf16le').split('\0')[0] ?? '');
    at += size;
  }
  return names;
}

export interface DocStyle {
  readonly base: number;
  readonly character: CharacterProps;
  readonly paragraph: ParagraphProps;
}

export interface DocStyles {
  /** Formatting of a style with what it inherits. */
  resolve(style: number | undefined): { character: CharacterProps; paragraph: ParagraphProps };
}

/** The style sheet (STSH): fonts and list membership inherited by paragraphs. */
export function docStyles(parts: DocParts): DocStyles {
  const sheet = parts.part(FIB.styles);
  const styles: (DocStyle | undefined)[] = [];
  let defaultFont: number | undefined;
  if (sheet.length > 20) {
    const headerSize = sheet.readUInt16LE(0);
    const baseSize = sheet.readUInt16LE(4);
    if (headerSize >= 18) defaultFont = sheet.readUInt16LE(2 + 16);
    for (let at = 2 + headerSize; at + 2 <= sheet.length; ) {
      const size = sheet.readUInt16LE(at);
      styles.push(size === 0 ? undefined : readStyle(sheet.subarray(at + 2, at + 2 + size), baseSize));
      at += 2 + size;
    }
  }
  return {
    resolve(index) {
      const chain: DocStyle[] = [];
      for (let at = index ?? 0, i = 0; i < 20; i++) {
        const style = styles[at];
        if (!style) break;
        chain.unshift(style);
        if (style.base === 0xfff || style.base === at) break;
        at = style.base;
      }
      return {
        character: Object.assign(
          {},
          defaultFont !== undefined && { font: defaultFont },
          ...chain.map((s) => s.character),
        ),
        paragraph: Object.assign({}, ...chain.map((s) => s.paragraph)),
      };
    },
  };
}

function readStyle(std: Buffer, baseSize: number): DocStyle | undefined {
  if (std.length < baseSize + 2) return undefined;
  const kind = std.readUInt16LE(2) & 0xf;
  const base = std.readUInt16LE(2) >> 4;
  let at = baseSize + 2 + std.readUInt16LE(baseSize) * 2 + 2;
  const next = () => {
    if (at & 1) at++;
    if (at + 2 > std.length) return Buffer.alloc(0);
    const size = std.readUInt16LE(at);
    const body = std.subarray(at + 2, at + 2 + size);
    at += 2 + size;
    return body;
  };
  if (kind === 1) {
    const paragraph = next();
    const character = next();
    return { base, paragraph: paragraphProps(paragraph.subarray(2)), character: characterProps(character) };
  }
  return { base, paragraph: {}, character: kind === 2 ? characterProps(next()) : {} };
}

interface Level extends ListLevel {
  readonly font?: number;
}

/** Labels of numbered paragraphs, stepping from top to bottom; `font` is the font the label is written in. */
export interface DocNumbering {
  next(list: number, level: number): { label: string; font?: number };
}

const FORMATS = ['decimal', 'upperRoman', 'lowerRoman', 'upperLetter', 'lowerLetter'];

export function docNumbering(parts: DocParts): DocNumbering {
  const lists = readLists(parts);
  const overrides = readOverrides(parts);
  const counters = new Map<number, ListCounter>();
  return {
    next(list, level) {
      const lsid = overrides[list - 1];
      const levels = lsid === undefined ? undefined : lists.get(lsid);
      const own = levels?.[level];
      if (lsid === undefined || !levels || !own) return { label: '' };
      let counter = counters.get(lsid);
      if (!counter) {
        counter = new ListCounter(levels);
        counters.set(lsid, counter);
      }
      return { label: counter.next(level), ...(own.font !== undefined && { font: own.font }) };
    },
  };
}

/** PlcfLst: the list heads, then all their levels one after the other. */
function readLists(parts: DocParts): Map<number, Level[]> {
  const head = parts.part(FIB.lists);
  const lists = new Map<number, Level[]>();
  if (head.length < 2) return lists;
  const count = head.readUInt16LE(0);
  const start = parts.main.readUInt32LE(FIB.lists);
  const cursor = { at: start + 2 + count * 28 };
  for (let i = 0; i < count && 2 + i * 28 + 28 <= head.length; i++) {
    const lsid = head.readInt32LE(2 + i * 28);
    const simple = (head[2 + i * 28 + 26]! & 1) === 1;
    const levels: Level[] = [];
    for (let l = 0; l < (simple ? 1 : 9) && cursor.at + 28 <= parts.table.length; l++)
      levels.push(readLevel(parts.table, cursor));
    lists.set(lsid, levels);
  }
  return lists;
}

function readLevel(table: Buffer, cursor: { at: number }): Level {
  const at = cursor.at;
  const format = table[at + 4]!;
  const chpx = table[at + 24]!;
  const papx = table[at + 25]!;
  const character = characterProps(table.subarray(at + 28 + papx, at + 28 + papx + chpx));
  const textAt = at + 28 + papx + chpx;
  const length = textAt + 2 <= table.length ? table.readUInt16LE(textAt) : 0;
  const text = table.subarray(textAt + 2, textAt + 2 + length * 2).toString('utf16le');
  cursor.at = textAt + 2 + length * 2;
  return {
    start: table.readUInt32LE(at),
    format:
      format === 23
        ? 'bullet'
        : format === 255
          ? 'none'
          : format === 22
            ? 'decimalZero'
            : (FORMATS[format] ?? 'decimal'),
    pattern: text.replace(/[\x00-\x08]/g, (c) => `%${c.charCodeAt(0) + 1}`),
    legal: (table[at + 5]! & 4) !== 0,
    ...(character.font !== undefined && { font: character.font }),
  };
}

/** PlfLfo: paragraph list index → list id. */
function readOverrides(parts: DocParts): number[] {
  const table = parts.part(FIB.overrides);
  if (table.length < 4) return [];
  const count = Math.min(table.readUInt32LE(0), Math.floor((table.length - 4) / 16));
  return Array.from({ length: count }, (_, i) => table.readInt32LE(4 + i * 16));
}
