/** One question: its candidates as the ranking left them, best first, with the parts of their scores. */
export interface RankedQuestion {
  /** Questions about the same thing are never in both halves of a split. */
  readonly group: string;
  readonly candidates: readonly RatedCandidate[];
}

export interface RatedCandidate {
  readonly right: boolean;
  readonly score: number;
  /** `ScoreTrace.parts`: chunk, record, title or asked, allNames, prior, nameFit. */
  readonly parts: Readonly<Record<string, number>>;
}

/** Factors on the weights in use; 1 leaves a weight as it is. The last two are powers of their parts. */
export const FACTORS = ['record', 'names', 'allNames', 'prior', 'nameFit'] as const;
export type Factors = Readonly<Record<(typeof FACTORS)[number], number>>;

export interface CrossValidation {
  /** nDCG@10 and R@1 with the weights in use. */
  readonly inUse: Quality;
  /** With the factors that fit all questions best: what fitting claims. */
  readonly fitted: Quality & { readonly factors: Factors };
  /** Each question ranked with factors chosen without its group: what fitting is worth. */
  readonly heldOut: Quality;
  readonly chosen: readonly Factors[];
}

interface Quality {
  readonly ndcg: number;
  readonly first: number;
}

const IN_USE: Factors = { record: 1, names: 1, allNames: 1, prior: 1, nameFit: 1 };
const GRID = [0, 0.5, 0.75, 1, 1.35, 2];
const DEPTH = 10;

/** Whether other weights would rank better, by coordinate ascent over a coarse grid, and how much of that is left on
 * questions that the choice did not see. Only candidates that are given can rise, so each list should be long. */
export function crossValidate(questions: readonly RankedQuestion[], folds = 5): CrossValidation {
  const groups = [...new Set(questions.map(({ group }) => group))].sort();
  const foldOf = new Map(groups.map((group, i) => [group, i % folds]));
  const chosen: Factors[] = [];
  const ranks: number[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const factors = bestFor(questions.filter(({ group }) => foldOf.get(group) !== fold));
    chosen.push(factors);
    ranks.push(
      ...ranksWith(
        questions.filter(({ group }) => foldOf.get(group) === fold),
        factors,
      ),
    );
  }
  const best = bestFor(questions);
  return {
    inUse: quality(ranksWith(questions, IN_USE)),
    fitted: { ...quality(ranksWith(questions, best)), factors: best },
    heldOut: quality(ranks),
    chosen,
  };
}

/** A factor changes only for a better value; of equal ones the weight in use stays. */
function bestFor(questions: readonly RankedQuestion[]): Factors {
  let best = IN_USE;
  let most = quality(ranksWith(questions, best)).ndcg;
  for (let pass = 0; pass < 2; pass++)
    for (const factor of FACTORS)
      for (const value of GRID) {
        const tried = { ...best, [factor]: value };
        const { ndcg } = quality(ranksWith(questions, tried));
        if (ndcg <= most + 1e-9) continue;
        best = tried;
        most = ndcg;
      }
  return best;
}

function ranksWith(questions: readonly RankedQuestion[], factors: Factors): number[] {
  return questions.map(({ candidates }) => {
    const right = Math.max(...candidates.filter((c) => c.right).map((c) => scoreWith(c, factors)));
    return right > 0 ? 1 + candidates.filter((c) => !c.right && scoreWith(c, factors) > right).length : 0;
  });
}

/** What lifted or lowered a score beside its parts (effect on the day, a plain name before its variant) stays a factor. */
function scoreWith(candidate: RatedCandidate, factors: Factors): number {
  const { score, parts } = candidate;
  const now = combined(parts, IN_USE);
  return now > 0 ? (score / now) * combined(parts, factors) : score;
}

function combined(parts: RatedCandidate['parts'], f: Factors): number {
  const { chunk = 0, record = 0, title = 0, asked = 0, allNames = 0, prior = 1, nameFit = 1 } = parts;
  const sum = chunk + f.record * record + f.names * Math.max(title, asked) + f.allNames * allNames;
  return sum * prior ** f.prior * nameFit ** f.nameFit;
}

function quality(ranks: readonly number[]): Quality {
  const mean = (value: (rank: number) => number) =>
    ranks.reduce((sum, r) => sum + (r > 0 && r <= DEPTH ? value(r) : 0), 0) / Math.max(1, ranks.length);
  return { ndcg: mean((r) => 1 / Math.log2(r + 1)), first: mean((r) => (r === 1 ? 1 : 0)) };
}
