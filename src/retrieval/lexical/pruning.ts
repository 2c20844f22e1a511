import type { BestOf } from './best-of.ts';
import type { Choice, Scratch } from './scratch.ts';

/** Units looked at first, for each one wanted. Any value gives the same hits; other values were not compared. */
const FIRST_LOOK = 2;
const BUCKETS = 1024;

/**
 * Scores only what may be among the best, in two rounds: first the units with the highest bounds, then those whose
 * bound reaches the worst score kept from the first. What is left out scores below that: the result is the same as if
 * every unit had been scored (Turtle & Flood 1995, MaxScore, with the bounds of one unit each).
 *
 * @param scratch for each segment, with the most that each unit can score; 0 for those that must not be found
 * @param best is offered the scores
 * @param score scores the chosen units of a segment
 */
export function scoreInSight(
  scratch: readonly Pick<Scratch, 'bounds' | 'choice'>[],
  limit: number,
  best: BestOf<unknown>,
  score: (place: number, choice: Choice) => void,
): void {
  const cut = cutFor(
    scratch.map((s) => s.bounds),
    FIRST_LOOK * limit,
  );
  const round = (from: number, below: number) => {
    for (const [place, { bounds, choice }] of scratch.entries()) {
      choose(bounds, from, below, choice);
      if (choice.count > 0) score(place, choice);
    }
  };
  round(cut, Number.POSITIVE_INFINITY);
  if (cut > 0) round(best.threshold, cut);
}

/** Chooses the units whose bound is in `[from, below)` and not 0. */
function choose(bound: Float32Array, from: number, below: number, choice: Choice): void {
  const { chosen, isChosen } = choice;
  isChosen.fill(0);
  let n = 0;
  for (let u = 0; u < bound.length; u++) {
    const b = bound[u]!;
    if (b < from || b >= below || b <= 0) continue;
    isChosen[u] = 1;
    chosen[n++] = u;
  }
  choice.count = n;
}

/** A value that about `wanted` bounds reach, 0 when there are not more; by a histogram, so without sorting. */
function cutFor(bounds: readonly Float32Array[], wanted: number): number {
  const scale = (BUCKETS - 1) / bounds.reduce((most, bound) => Math.max(most, largest(bound)), 0);
  const counts = new Uint32Array(BUCKETS);
  for (const bound of bounds) tally(bound, scale, counts);
  let seen = 0;
  for (let bucket = BUCKETS - 1; bucket > 0; bucket--) {
    seen += counts[bucket]!;
    if (seen >= wanted) return bucket / scale;
  }
  return 0;
}

function largest(bound: Float32Array): number {
  let most = 0;
  for (let u = 0; u < bound.length; u++) if (bound[u]! > most) most = bound[u]!;
  return most;
}

function tally(bound: Float32Array, scale: number, counts: Uint32Array): void {
  for (let u = 0; u < bound.length; u++) counts[(bound[u]! * scale) | 0]!++;
}

/** Where each part starts when parts of these lengths are laid end to end. */
export function starts(lengths: readonly number[]): number[] {
  let at = 0;
  return lengths.map((n) => {
    at += n;
    return at - n;
  });
}
