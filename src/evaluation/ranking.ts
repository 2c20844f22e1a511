/** Rank (1-based) of the first right unit among distinct units, 0 when it is not among those looked at. */
export type FirstRightRank = number;

/** Shares 0..1 over a set of questions. One right unit is enough, so the ideal gain of nDCG is 1. */
export interface RankingScores {
  readonly questions: number;
  readonly 'R@1': number;
  readonly 'R@5': number;
  readonly 'R@10': number;
  readonly 'MRR@10': number;
  readonly 'nDCG@10': number;
}

const DEPTH = 10;

/** Rank of the first item that is right, counting each unit once. */
export function firstRightRank<T>(
  items: readonly T[],
  unitOf: (item: T) => string,
  isRight: (item: T) => boolean,
): FirstRightRank {
  const seen = new Set<string>();
  for (const item of items) {
    seen.add(unitOf(item));
    if (isRight(item)) return seen.size;
  }
  return 0;
}

/** Scores of a set of ranks; all 0 for an empty set. */
export function rankingScores(ranks: readonly FirstRightRank[]): RankingScores {
  const mean = (value: (rank: number) => number) =>
    ranks.length === 0 ? 0 : ranks.reduce((sum, r) => sum + (r > 0 ? value(r) : 0), 0) / ranks.length;
  const within = (k: number) => mean((r) => (r <= k ? 1 : 0));
  return {
    questions: ranks.length,
    'R@1': within(1),
    'R@5': within(5),
    'R@10': within(10),
    'MRR@10': mean((r) => (r <= DEPTH ? 1 / r : 0)),
    'nDCG@10': mean((r) => (r <= DEPTH ? 1 / Math.log2(r + 1) : 0)),
  };
}
