import type { ArticleHeading } from './headings.ts';

/** A line that may be the heading of an article. */
export interface ArticleCandidate {
  readonly line: number;
  readonly heading: ArticleHeading;
  /** Followed at once by another candidate, as in a table of contents. */
  readonly empty: boolean;
}

/**
 * Which candidates are the articles of one text: the heaviest run of strictly rising numbers, so that a "Điều 5"
 * quoted or cited at the beginning of a line cannot break a sequence in which 2 is due. Gaps are allowed (extracts
 * leave articles out); a candidate without its full stop is believed only right after its predecessor.
 * O(n²) in the candidates of one text (some hundreds).
 */
export function chooseArticles(candidates: readonly ArticleCandidate[]): ArticleCandidate[] {
  if (isPlainSequence(candidates)) return [...candidates];
  const best: { weight: number; from: number }[] = [];
  let last = -1;
  for (let i = 0; i < candidates.length; i++) {
    const start = startWeight(candidates[i]!);
    let choice = { weight: start, from: -1 };
    for (let j = i - 1; j >= 0; j--) {
      const step = stepWeight(candidates[j]!, candidates[i]!);
      if (step === undefined || best[j]!.weight === Number.NEGATIVE_INFINITY) continue;
      if (best[j]!.weight + step > choice.weight) choice = { weight: best[j]!.weight + step, from: j };
    }
    best.push(choice);
    if (last === -1 || choice.weight >= best[last]!.weight) last = i;
  }
  const chosen: ArticleCandidate[] = [];
  for (let i = last; i >= 0; i = best[i]!.from) chosen.push(candidates[i]!);
  return chosen.reverse();
}

function isPlainSequence(candidates: readonly ArticleCandidate[]): boolean {
  return candidates.every((candidate, i) => {
    const previous = candidates[i - 1];
    if (candidate.heading.strength !== 'strong' || candidate.empty) return false;
    return previous === undefined
      ? candidate.heading.number <= 1
      : follows(previous.heading, candidate.heading);
  });
}

/** 5 → 6, 5 → 5a, 5a → 5b, 5a → 6. */
function follows(a: ArticleHeading, b: ArticleHeading): boolean {
  return b.number === a.number ? b.suffix > a.suffix : b.number === a.number + 1;
}

function ownWeight({ heading, empty }: ArticleCandidate): number {
  const weight = heading.strength === 'strong' ? 4 : heading.strength === 'lone' ? 2 : 1;
  return empty ? weight / 2 : weight;
}

function startWeight(candidate: ArticleCandidate): number {
  if (candidate.heading.number === 1) return ownWeight(candidate) + 2;
  return candidate.heading.strength === 'strong' ? ownWeight(candidate) : Number.NEGATIVE_INFINITY;
}

function stepWeight(a: ArticleCandidate, b: ArticleCandidate): number | undefined {
  const rising =
    b.heading.number > a.heading.number ||
    (b.heading.number === a.heading.number && b.heading.suffix > a.heading.suffix);
  if (!rising) return undefined;
  if (follows(a.heading, b.heading)) return ownWeight(b) + 2;
  return b.heading.strength === 'strong' ? ownWeight(b) : undefined;
}
