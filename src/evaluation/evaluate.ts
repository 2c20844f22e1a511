import type { Answer } from '../answer/model.ts';
import type { Hit } from '../retrieval/model.ts';
import { type AnsweredQuestion, type AnswerScores, scoreAnswers, scoreFacts } from './answers.ts';
import { type Calibration, calibration } from './calibration.ts';
import { type EvaluationQuestion, isRight } from './questions.ts';
import { firstRightRank, type RankingScores, rankingScores } from './ranking.ts';

export interface QuestionResult {
  readonly id: string;
  readonly style: string;
  readonly kind: string;
  /** Rank of the first right unit; 0 not among the hits; null for a question without gold. */
  readonly rank: number | null;
  readonly status: Answer['status'];
  readonly confidence: number;
  /** All facts in the answer; null when the question has none. */
  readonly facts: boolean | null;
}

/** A set of questions: those with gold give `ranking`, all give `answers`. */
export type Scores = RankingScores & { readonly answers: AnswerScores };

export interface EvaluationReport {
  readonly overall: Scores;
  readonly byStyle: Readonly<Record<string, Scores>>;
  readonly byKind: Readonly<Record<string, Scores>>;
  /** How far `confidence` of the questions can be believed. */
  readonly calibration: Calibration;
  readonly questions: readonly QuestionResult[];
}

interface Row {
  readonly question: EvaluationQuestion;
  readonly rank: number | null;
  readonly answered: AnsweredQuestion;
  readonly confidence: number;
  /** Settled before retrieval otherwise: small talk, drafting, what routing answers. */
  readonly retrieved: boolean;
}

export type Ask = (
  question: EvaluationQuestion,
) => Promise<{ readonly answer: Answer; readonly hits: readonly Hit[] }>;

/** Asks every question once, each standing alone, and scores what came. */
export async function evaluate(
  questions: readonly EvaluationQuestion[],
  ask: Ask,
  onProgress: (done: number) => void = () => {},
): Promise<EvaluationReport> {
  const rows: Row[] = [];
  for (const question of questions) {
    const { answer, hits } = await ask(question);
    rows.push(rowOf(question, answer, hits));
    onProgress(rows.length);
  }
  return {
    overall: scoresOf(rows),
    byStyle: grouped(rows, (r) => r.question.style),
    byKind: grouped(rows, (r) => r.question.kind),
    calibration: calibration(
      rows
        .filter(({ retrieved }) => retrieved)
        .map(({ confidence, rank }) => ({ confidence, answerable: rank !== null, firstRight: rank === 1 })),
    ),
    questions: rows.map(resultOf),
  };
}

function rowOf(question: EvaluationQuestion, answer: Answer, hits: readonly Hit[]): Row {
  const { id, kind, style, gold, facts } = question;
  const rank =
    gold.length === 0
      ? null
      : firstRightRank(
          hits,
          (h) => h.unitId,
          (h) => isRight(h, gold),
        );
  const answered = { id, kind, style, gold, answerable: gold.length > 0, facts, answer };
  return { question, rank, answered, confidence: answer.confidence, retrieved: hits.length > 0 };
}

function scoresOf(rows: readonly Row[]): Scores {
  const ranks = rows.flatMap((r) => (r.rank === null ? [] : [r.rank]));
  return { ...rankingScores(ranks), answers: scoreAnswers(rows.map((r) => r.answered)) };
}

function grouped(rows: readonly Row[], key: (row: Row) => string): Record<string, Scores> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return Object.fromEntries([...groups].map(([name, of]) => [name, scoresOf(of)]));
}

function resultOf({ question, rank, answered, confidence }: Row): QuestionResult {
  return {
    id: question.id,
    style: question.style,
    kind: question.kind,
    rank,
    status: answered.answer.status,
    confidence,
    facts: question.facts.length === 0 ? null : scoreFacts(answered).ok,
  };
}
