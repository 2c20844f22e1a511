import type { Answer } from '../../answer/model.ts';
import type { DocumentId, IsoDate } from '../../legal/model.ts';
import type { DocumentFacts } from '../../retrieval/model.ts';
import type { Instant, Notice, PersonId, QuestionId } from '../model.ts';

/** A past answer that cites a document. */
export interface PastAnswer {
  readonly question: QuestionId;
  readonly person: PersonId;
  readonly askedAt: Instant;
  readonly text: string;
  readonly citations: Answer['citations'];
}

export interface CorrectionsMark {
  readonly generation: number;
  /** The last day whose beginnings and ends of effect were looked at; empty before the first. */
  readonly day: IsoDate | '';
}

export interface CorrectionStore {
  mark(): Promise<CorrectionsMark>;
  /** Documents changed after a generation, oldest first; `generation` is the last one covered. */
  changed(
    after: number,
    limit: number,
  ): Promise<{ readonly ids: readonly DocumentId[]; readonly generation: number }>;
  /** Documents whose own effect ends, or on which a text that takes effect acts, between two days (`after`, `to`]. */
  turning(after: IsoDate, to: IsoDate): Promise<readonly DocumentId[]>;
  /** Answered questions since `from` that cite the document. */
  citing(document: DocumentId, from: Instant): Promise<readonly PastAnswer[]>;
  /** Notices and the new mark in one transaction; a notice whose id is known is left out. */
  finish(mark: CorrectionsMark, notices: readonly Notice[]): Promise<void>;
}

export interface Subscriber {
  readonly person: PersonId;
  readonly fields: readonly string[];
  readonly seenTo: Instant;
  readonly sentOn: IsoDate;
}

export interface SubscriptionStore {
  /** Fields that documents or routes know, in the alphabet's order. */
  fields(): Promise<readonly string[]>;
  of(person: PersonId): Promise<readonly string[]>;
  add(person: PersonId, field: string, at: Instant): Promise<void>;
  remove(person: PersonId, field: string): Promise<void>;
  /** Subscribers to whom nothing was due yet on that day. */
  due(day: IsoDate): Promise<readonly Subscriber[]>;
  /** Guidance that began to serve after `after`, oldest first; procedures and the project's own texts are left out. */
  newGuidance(
    after: Instant,
  ): Promise<readonly { readonly facts: DocumentFacts; readonly addedAt: Instant }[]>;
  /** The digest, if there is one, and the new mark in one transaction. */
  finish(person: PersonId, mark: { seenTo: Instant; sentOn: IsoDate }, notice?: Notice): Promise<void>;
}
