import type { ChunkId } from '../../legal/model.ts';
import { BestOf } from './best-of.ts';
import { boundUnits, ROUNDING, scoreChunks } from './block-scores.ts';
import type { WeightedTerm } from './bm25.ts';
import { scoreInSight, starts } from './pruning.ts';
import type { Searched } from './unit-scores.ts';

/** Plain BM25 over single chunks, best first; ties go to what was indexed first. */
export function bestChunks(
  segments: readonly Searched[],
  terms: readonly WeightedTerm[],
  k: number,
): { chunkId: ChunkId; score: number }[] {
  const best = new BestOf<{ chunkId: ChunkId; score: number; order: number }>(k);
  for (const { segment, alive, body, scratch } of segments) {
    const bounds = scratch.bounds.fill(0);
    boundUnits(body, terms, bounds);
    for (let u = 0; u < bounds.length; u++) bounds[u]! *= alive[segment.unitDocument[u]!] ? ROUNDING : 0;
    scratch.own.chunk.fill(0);
  }
  const scratch = segments.map((s) => s.scratch);
  const firstOrder = starts(segments.map((s) => s.segment.chunkIds.length));
  scoreInSight(scratch, k, best, (place, choice) => {
    const { body, segment } = segments[place]!;
    const scores = scratch[place]!.own.chunk;
    scoreChunks(body, terms, choice, scores);
    for (let i = 0; i < choice.count; i++) {
      const u = choice.chosen[i]!;
      for (let c = segment.unitStart[u]!; c < segment.unitStart[u + 1]!; c++) {
        const score = scores[c]!;
        if (score <= 0 || score < best.threshold) continue;
        const order = firstOrder[place]! + c;
        best.offer(score, order, { chunkId: segment.chunkIds[c]!, score, order });
      }
    }
  });
  return best
    .items()
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .map(({ chunkId, score }) => ({ chunkId, score }));
}
