import type { Answer } from '../../answer/model.ts';
import type { IsoDate } from '../../legal/model.ts';
import type { Hit } from '../../retrieval/model.ts';
import type { Channel, EscalationId, Instant, PersonId, QuestionId } from './ids.ts';

export type FeedbackVerdict = 'helpful' | 'wrong';
export interface Feedback {
  readonly verdict: FeedbackVerdict;
  readonly reason?: string;
  readonly at: Instant;
}

/** One asked question as logged: masked text only, the answer as the person saw it, cited text snapshotted. */
export interface LoggedQuestion {
  readonly id: QuestionId;
  readonly traceId: string;
  readonly person: PersonId;
  readonly commune?: string;
  readonly channel: Channel;
  readonly conversation: string;
  readonly askedAt: Instant;
  readonly asOf: IsoDate;
  /** Personal data masked. */
  readonly question: string;
  /** What was asked of the search, when a follow-up had to be completed from the turn before; masked too. */
  readonly understoodAs?: string;
  readonly field?: string;
  /** Answer text with personal data masked; citations inside are the snapshots. */
  readonly answer: Answer;
  readonly hits: readonly Pick<Hit, 'rank' | 'score' | 'chunkId' | 'documentId' | 'label' | 'trace'>[];
  readonly feedback?: Feedback;
  readonly escalation?: EscalationId;
}

export interface QuestionFilter {
  readonly from?: Instant;
  readonly to?: Instant;
  readonly person?: PersonId;
  readonly commune?: string;
  readonly field?: string;
  readonly status?: Answer['status'];
  readonly feedback?: FeedbackVerdict | 'none';
  readonly composer?: Answer['composer'];
  readonly documentId?: string;
  /** Full-text over question and answer. */
  readonly text?: string;
}

export interface QuestionLog {
  add(question: LoggedQuestion): Promise<void>;
  question(id: QuestionId): Promise<LoggedQuestion | undefined>;
  /** Newest first; `before` is the id of the last row of the previous page. */
  list(
    filter: QuestionFilter,
    page: { limit: number; before?: QuestionId },
  ): Promise<readonly LoggedQuestion[]>;
  count(filter: QuestionFilter): Promise<number>;
  /** The latest turns of a conversation since it was last started afresh, oldest first. */
  conversation(person: PersonId, conversation: string, limit: number): Promise<readonly LoggedQuestion[]>;
  setFeedback(id: QuestionId, feedback: Feedback): Promise<void>;
  setEscalation(id: QuestionId, escalation: EscalationId): Promise<void>;
  /** Turns up to now no longer count as context; they stay in the log. */
  startAfresh(person: PersonId, conversation: string, at: Instant): Promise<void>;
}

/** What the asker sees: the answer, and the id for feedback, sources and escalation. */
export interface Reply {
  readonly questionId: QuestionId;
  readonly answer: Answer;
  /** The person's first question ever: say that this is a machine and that the original prevails. */
  readonly firstContact: boolean;
  /** The day whose rules were applied. */
  readonly asOf?: IsoDate;
  /** What was asked of the search, when the message was a follow-up that had to be completed. */
  readonly understoodAs?: string;
  /** A message with several questions gets one reply each: the later ones, in order. */
  readonly more?: readonly Reply[];
}

export interface SourceView {
  readonly label: string;
  readonly documentTitle: string;
  /** Literal text of the cited chunk, and its neighbours in the unit. */
  readonly before?: string;
  readonly text: string;
  readonly after?: string;
  readonly quote: string;
  readonly page?: number;
  readonly documentId: string;
}
