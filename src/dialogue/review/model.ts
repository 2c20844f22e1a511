import type { AnswerStatus } from '../../answer/model.ts';
import type { IsoDate } from '../../legal/model.ts';
import type { Reach } from '../access.ts';
import type {
  EscalationId,
  FeedbackVerdict,
  Instant,
  PersonId,
  QuestionFilter,
  QuestionId,
} from '../model.ts';

/** What administrators see and decide about logged questions. */

export const REVIEW_VERDICTS = ['correct', 'wrong', 'incomplete'] as const;
export type ReviewVerdict = (typeof REVIEW_VERDICTS)[number];

export interface Review {
  readonly question: QuestionId;
  readonly by: PersonId;
  readonly at: Instant;
  readonly verdict: ReviewVerdict;
  readonly reason?: string;
}

/** Why a question waits for review; one question may have several reasons. Heaviest first. */
export const REVIEW_REASONS = [
  'disliked',
  'cites_replaced',
  'escalated',
  'failed',
  'not_found',
  'low_confidence',
] as const;
export type ReviewReason = (typeof REVIEW_REASONS)[number];

/** A row of a list of questions: small, so that a million of them stay quick to filter. */
export interface QuestionSummary {
  /** Position in the log; grows with time. Pages go by it. */
  readonly seq: number;
  readonly id: QuestionId;
  readonly askedAt: Instant;
  readonly question: string;
  readonly status: AnswerStatus;
  readonly composer: 'embedded' | 'llm';
  readonly person: PersonId;
  readonly commune?: string;
  readonly field?: string;
  readonly feedback?: FeedbackVerdict;
  readonly escalated: boolean;
  readonly verdict?: ReviewVerdict;
  readonly totalMs: number;
  /** Of the language model; 0 when none was asked. */
  readonly tokens: number;
  readonly confidence: number;
  readonly reasons: readonly ReviewReason[];
}

export interface DeskFilter extends Omit<QuestionFilter, 'documentId'> {
  readonly documentId?: string;
  readonly department?: string;
  readonly reviewed?: boolean;
  /** Only what whoever looks may look through. */
  readonly reach?: Reach;
}

/** One day in Vietnam time. */
export interface DayCount {
  readonly day: IsoDate;
  readonly status: AnswerStatus;
  readonly feedback?: FeedbackVerdict;
  readonly questions: number;
}

export interface Durations {
  readonly median?: number;
  readonly p95?: number;
}

export interface QuestionDesk {
  /** Newest first; `before` is the `seq` of the last row of the previous page. */
  list(filter: DeskFilter, page: { limit: number; before?: number }): Promise<readonly QuestionSummary[]>;
  /** The first page and how many rows there are, counted no further than `most` (less far where counting is dear; `more`
   * says that it stopped): one search for both. */
  first(
    filter: DeskFilter,
    limit: number,
    most: number,
  ): Promise<{ readonly rows: readonly QuestionSummary[]; readonly count: number; readonly more: boolean }>;
  /** Not reviewed and with a reason, heaviest and newest first; `after` is the last row of the previous page. */
  queue(page: {
    limit: number;
    after?: { priority: number; seq: number };
    reach?: Reach;
  }): Promise<readonly QueuedQuestion[]>;
  queueLength(most: number): Promise<number>;
  days(from: IsoDate, to: IsoDate): Promise<readonly DayCount[]>;
  durations(from: IsoDate, to: IsoDate): Promise<Durations>;
  /** Distinct values that filters offer. */
  communes(): Promise<readonly string[]>;
  fields(): Promise<readonly string[]>;
  review(question: QuestionId): Promise<Review | undefined>;
  /** The last word counts; earlier reviews stay in the audit. */
  saveReview(review: Review): Promise<void>;
  /** Marks or unmarks the questions that cite these documents as resting on text no longer in force. */
  setCitesReplaced(documentIds: readonly string[]): Promise<number>;
}

export interface QueuedQuestion extends QuestionSummary {
  readonly priority: number;
}

/** The right answer, written by a person from sources; `approved` ones serve everyone. */
export interface StandardAnswer {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
  /** Which documents and articles it rests on, in words. */
  readonly basis: string;
  readonly field?: string;
  readonly fromQuestion?: QuestionId;
  /** An opinion of the department that answered this question of an official; its writer owns it. */
  readonly fromEscalation?: EscalationId;
  /** When its owner looks at it again; on that day it stops serving until then. */
  readonly reviewBy?: IsoDate;
  /** returned: the approver sent it back; overtaken: served until a document it cites ended, or its review day came. */
  readonly state: 'draft' | 'approved' | 'returned' | 'overtaken' | 'withdrawn';
  /** Why it was returned or stopped serving. */
  readonly reason?: string;
  readonly by: PersonId;
  readonly at: Instant;
  readonly approvedBy?: PersonId;
  readonly approvedAt?: Instant;
}

export interface StandardAnswerStore {
  get(id: string): Promise<StandardAnswer | undefined>;
  save(answer: StandardAnswer): Promise<void>;
  /** Changes the state only when it is still `from`. Atomic. */
  advance(next: StandardAnswer, from: StandardAnswer['state']): Promise<boolean>;
  /** Newest first. */
  list(
    filter: { state?: StandardAnswer['state']; fromQuestion?: QuestionId },
    limit: number,
  ): Promise<readonly StandardAnswer[]>;
}

/** Puts an approved answer among the documents that are searched, or takes it out again. */
export interface GuidancePublisher {
  publish(answer: StandardAnswer): Promise<void>;
  withdraw(answer: StandardAnswer): Promise<void>;
}
