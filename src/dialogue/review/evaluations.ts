import type { Instant } from '../model.ts';

/** One question of an evaluation run; `rank` is that of the first right unit. */
export interface EvaluatedQuestion {
  readonly id: string;
  readonly question: string;
  readonly rank?: number;
  readonly status?: string;
}

export interface EvaluationRun {
  readonly id: string;
  readonly set: string;
  readonly at: Instant;
  /** Names of measures and their values: R@1, MRR@10, … */
  readonly overall: Readonly<Record<string, number>>;
}

export interface EvaluationRuns {
  save(run: EvaluationRun, questions: readonly EvaluatedQuestion[]): Promise<void>;
  /** Newest first. */
  list(limit: number): Promise<readonly EvaluationRun[]>;
  get(
    id: string,
  ): Promise<(EvaluationRun & { readonly questions: readonly EvaluatedQuestion[] }) | undefined>;
}

export interface Comparison {
  readonly better: readonly [before: EvaluatedQuestion, after: EvaluatedQuestion][];
  readonly worse: readonly [before: EvaluatedQuestion, after: EvaluatedQuestion][];
  readonly same: number;
}

/** What got better and worse between two runs of the same set; a question without a rank was not found. */
export function compareRuns(
  before: readonly EvaluatedQuestion[],
  after: readonly EvaluatedQuestion[],
): Comparison {
  const old = new Map(before.map((question) => [question.id, question]));
  const better: [EvaluatedQuestion, EvaluatedQuestion][] = [];
  const worse: [EvaluatedQuestion, EvaluatedQuestion][] = [];
  let same = 0;
  for (const now of after) {
    const then = old.get(now.id);
    if (!then) continue;
    const change = (now.rank ?? Number.POSITIVE_INFINITY) - (then.rank ?? Number.POSITIVE_INFINITY);
    if (change < 0) better.push([then, now]);
    else if (change > 0) worse.push([then, now]);
    else same++;
  }
  return { better, worse, same };
}
