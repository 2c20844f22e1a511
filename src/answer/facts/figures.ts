/** Numbers with what they count: durations, money, shares, copies, and bare numbers. Works on folded text. */

import type { Bound, Fact, FactKind } from './model.ts';
import { NUMBER, numericValue } from './numbers.ts';

const SCALE: Readonly<Record<string, number>> = { nghin: 1e3, ngan: 1e3, trieu: 1e6, ty: 1e9 };
const MONEY = /^\s*(nghin|ngan|trieu|ty)?\s*(?:viet nam dong|dong|vnd|d(?![\p{L}\p{N}])|usd|do la)/u;
const SCALED = /^\s*(nghin|ngan|trieu|ty)(?![\p{L}])/u;
const PERCENT = /^\s*(?:%|phan tram)/u;
const TIME = /^\s*(ngay lam viec|ngay|gio lam viec|gio|tieng|thang|nam|tuan|phut|quy)(?![\p{L}])/u;
const TIME_KEY: Readonly<Record<string, string>> = { tieng: 'gio' };
const COUNT = /^\s*(ban|bo|anh|nguoi|lan|m2|m²|ha|km|tuoi|trang|tap|to|ho|thanh vien|buoc)(?![\p{L}])/u;
/** "Bản chính: 1Bản sao: 0": tables of dossiers put the number after what it counts. */
const LABELLED = /(ban chinh|ban sao|so luong(?: ho so)?|so bo(?: ho so)?)[\s:()]{1,4}$/u;
const RANGE = /^\s*(?:-|–|den|toi|hoac)\s*\d+(?:[.,]\d+)*/u;
const AT_LEAST =
  /(?:toi thieu|it nhat|tu du|khong duoi|khong it hon|khong thap hon|tren|tro len)\s*(?:la|tu|:)?\s*$/u;
const AT_MOST =
  /(?:toi da|khong qua|khong vuot qua|khong hon|nhieu nhat|cham nhat|muon nhat|khong cham hon|duoi)\s*(?:la|trong|:)?\s*$/u;

/**
 * @param folded text folded with its length kept, spelled numbers in digits, what other extractors took blanked
 * @param printed the same text as printed, for `Fact.text`
 */
export function figuresOf(folded: string, printed: string): Fact[] {
  const facts: Fact[] = [];
  for (const m of folded.matchAll(NUMBER)) {
    const value = numericValue(m[0]);
    const after = folded.slice(m.index + m[0].length, m.index + m[0].length + 40);
    const range = RANGE.exec(after);
    const unit =
      unitOf(after, folded.slice(Math.max(0, m.index - 24), m.index)) ??
      (range && unitOf(after.slice(range[0].length), ''));
    const bound = boundOf(folded.slice(Math.max(0, m.index - 30), m.index));
    const end = m.index + m[0].length + (unit && !range ? unit.length : 0);
    facts.push({
      kind: unit?.kind ?? 'number',
      text: printed.slice(m.index, end).trim(),
      key: value === undefined ? `number:${m[0]}` : keyOf(value, unit),
      ...(bound && { bound }),
    });
  }
  return facts;
}

interface Unit {
  readonly kind: FactKind;
  readonly unit: string;
  readonly scale: number;
  /** Characters taken after the number. */
  readonly length: number;
}

function unitOf(after: string, before: string): Unit | undefined {
  const money = MONEY.exec(after) ?? SCALED.exec(after);
  if (money) {
    const currency = /usd|do la/.test(money[0]) ? 'usd' : 'vnd';
    return { kind: 'amount', unit: currency, scale: SCALE[money[1] ?? ''] ?? 1, length: money[0].length };
  }
  const percent = PERCENT.exec(after);
  if (percent) return { kind: 'percent', unit: '%', scale: 1, length: percent[0].length };
  const time = TIME.exec(after);
  if (time)
    return { kind: 'duration', unit: TIME_KEY[time[1]!] ?? time[1]!, scale: 1, length: time[0].length };
  const labelled = LABELLED.exec(before);
  if (labelled)
    return { kind: 'count', unit: labelled[1]!.startsWith('so') ? 'bo' : 'ban', scale: 1, length: 0 };
  const count = COUNT.exec(after);
  if (count) return { kind: 'count', unit: count[1]!.replace('²', '2'), scale: 1, length: count[0].length };
  return undefined;
}

function keyOf(value: number, unit: Unit | null | undefined): string {
  return unit
    ? `${unit.kind}:${Number((value * unit.scale).toPrecision(12))}:${unit.unit}`
    : `number:${value}`;
}

function boundOf(before: string): Bound | undefined {
  if (AT_LEAST.test(before)) return 'min';
  return AT_MOST.test(before) ? 'max' : undefined;
}
