import type { Instant } from '../model.ts';

/** One question of an evaluation run; `rank` is that of the first right unit. */
export interface EvaluatedQuestion {
  readonly id: string;
  readonly question: string;
  readonly rank?: number;
  readonly status?: string;
  /** False: nothing in the documents answers it, and the right reply says so. Absent in runs of earlier versions. */
  readonly answerable?: boolean;
  /** Whether the answer had every fact it needs; absent when none are set down. */
  readonly facts?: boolean;
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

/**
 * What got better and worse between two runs of the same set. What a person reads counts first: whether the answer has
 * its facts, whether there is one (or, for a question without an answer, none), and only then the rank of the source.
 */
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
    const change = difference(merits(then), merits(now));
    if (change > 0) better.push([then, now]);
    else if (change < 0) worse.push([then, now]);
    else same++;
  }
  return { better, worse, same };
}

const SAYS_SOMETHING = new Set(['answered', 'partial', 'clarify']);

/** Whether a reply was of the right kind: an answer where there is one, none where there is none. */
export function rightReply({ status, answerable }: EvaluatedQuestion): boolean | undefined {
  if (status === undefined || answerable === undefined) return undefined;
  return SAYS_SOMETHING.has(status) === answerable;
}

function merits(question: EvaluatedQuestion): readonly number[] {
  const { rank, facts } = question;
  return [Number(facts ?? 0), Number(rightReply(question) ?? 0), rank === undefined ? 0 : 1 / rank];
}

function difference(then: readonly number[], now: readonly number[]): number {
  const at = then.findIndex((value, i) => value !== now[i]);
  return at < 0 ? 0 : now[at]! - then[at]!;
}
