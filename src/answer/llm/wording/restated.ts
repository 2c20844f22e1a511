/** The stretch of a source that a clause restates. */
import { foldKeepingLength } from '../../../legal/text.ts';
import { splitCells } from '../../facts/cells.ts';
import { keysOf } from './words.ts';

interface Place {
  readonly keys: readonly string[];
  readonly start: number;
  readonly end: number;
}

/**
 * @param wanted keys of the clause worth looking for
 * @param source as printed
 * @returns the shortest stretch of `source` with every wanted key that it has at all; undefined when it has none
 */
export function restatedBy(wanted: ReadonlySet<string>, source: string): string | undefined {
  const text = splitCells(source);
  const places = placesOf(text);
  const present = new Set(places.flatMap((p) => p.keys).filter((k) => wanted.has(k)));
  if (present.size === 0) return undefined;
  const count = new Map<string, number>();
  let best: { from: number; to: number } | undefined;
  let from = 0;
  for (let to = 0; to < places.length; to++) {
    for (const k of places[to]!.keys) if (present.has(k)) count.set(k, (count.get(k) ?? 0) + 1);
    while (count.size === present.size) {
      if (!best || to - from < best.to - best.from) best = { from, to };
      for (const k of places[from]!.keys) {
        const left = (count.get(k) ?? 0) - 1;
        if (left > 0) count.set(k, left);
        else if (left === 0) count.delete(k);
      }
      from++;
    }
  }
  if (!best) return undefined;
  const { start } = places[best.from]!;
  const { end } = places[best.to]!;
  const denial = DENIED.exec(text.slice(0, start))?.[0].length ?? 0;
  return text.slice(start - denial, end + (UNIT.exec(text.slice(end))?.[0].length ?? 0));
}

/** A denial just before belongs to it: "Không được yêu cầu …" is not "yêu cầu …". */
const DENIED = /(?<![\p{L}])(?:không|chưa|cấm|nghiêm cấm|miễn)\s+(?:[\p{L}\p{M}]+\s+){0,2}$/iu;
/** A number at the end keeps its unit: "04 ngày" is not "04 ngày làm việc". */
const UNIT =
  /^\s*(?:nghìn |triệu |tỷ )?(?:đồng|ngày làm việc|ngày|giờ làm việc|giờ|làm việc|tháng|năm|%|phần trăm)(?![\p{L}])/iu;

function placesOf(text: string): Place[] {
  const folded = foldKeepingLength(text);
  return [...folded.matchAll(/[\p{L}\p{M}]+|\p{N}+/gu)].map((m) => ({
    keys: keysOf(m[0]),
    start: m.index,
    end: m.index + m[0].length,
  }));
}
