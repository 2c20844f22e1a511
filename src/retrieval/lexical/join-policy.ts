import type { Live } from './searchable.ts';

/** Segments of about one size are joined when there are this many: the number of segments, and how often a chunk is
 * copied, grow with the logarithm of the index (the tiers of Lucene's merge policies). */
const JOIN_AT = 8;
/** Segments at least this large stay as they are. */
const LARGEST = 32_000;

/** The segments to join next, in their order; none when there are few of each size. */
export function toJoin(live: readonly Live[]): readonly Live[] {
  const tiers = new Map<number, Live[]>();
  for (const l of live) {
    const chunks = l.segment.chunkIds.length;
    if (chunks >= LARGEST) continue;
    const tier = Math.floor(Math.log(Math.max(chunks, JOIN_AT)) / Math.log(JOIN_AT));
    const same = tiers.get(tier) ?? [];
    same.push(l);
    tiers.set(tier, same);
  }
  return [...tiers.values()].find((same) => same.length >= JOIN_AT) ?? [];
}
