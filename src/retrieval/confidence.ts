import type { Candidate } from './fusion.ts';
import type { LexicalIndex } from './lexical-index.ts';
import type { Concept } from './question.ts';

/** Share (0..1, by idf) of the question's informative words that the first unit has. */
export function coverageOf(
  lexical: LexicalIndex,
  concepts: readonly Concept[],
  first: Candidate | undefined,
): number {
  let total = 0;
  let covered = 0;
  for (const c of concepts) {
    const weight =
      c.keys.length === 0 ? lexical.unitIdf(-1) : Math.min(...c.keys.map((k) => lexical.unitIdf(k)));
    total += weight;
    if (first && c.keys.some((k) => lexical.unitHas(first.scores, k))) covered += weight;
  }
  return total > 0 ? covered / total : 0;
}

/** Share of the first score that the second leaves: 0 for a tie. */
export function marginOf(candidates: readonly Candidate[]): number {
  const [a, b] = candidates;
  if (!a) return 0;
  return b ? 1 - b.score / a.score : 1;
}

/** Logistic calibration of coverage and margin; refitted in docs/evaluation.md. */
export function confidenceOf(coverage: number, margin: number): number {
  return 1 / (1 + Math.exp(-(-4.2 + 4.5 * coverage + 6 * margin)));
}
