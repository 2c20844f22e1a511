import type { Logger } from 'pino';
import type { Answerer } from '../answer/model.ts';
import type { DigestDeps } from '../dialogue/changes/digest.ts';
import type { Dialogue } from '../dialogue/dialogue.ts';
import type {
  AuditLog,
  EscalationStore,
  Feedback,
  NoticeStore,
  PeopleStore,
  Person,
  QuestionId,
  QuestionLog,
  Reply,
  SettingsStore,
  SigninStore,
  SourceView,
} from '../dialogue/model.ts';
import type { CitedOriginals } from '../dialogue/originals/cited.ts';
import type { PagePictures } from '../dialogue/originals/model.ts';
import type { PushStore } from '../dialogue/push/model.ts';
import type { PushDeps } from '../dialogue/push/push.ts';
import type { DataRequestStore } from '../dialogue/review/data-requests.ts';
import type { DocumentDesk } from '../dialogue/review/documents.ts';
import type { EvaluationRuns } from '../dialogue/review/evaluations.ts';
import type { GapStore } from '../dialogue/review/gaps.ts';
import type { GuidancePublisher, QuestionDesk, StandardAnswerStore } from '../dialogue/review/model.ts';
import type { RetentionStore } from '../dialogue/review/retention.ts';
import type { SavedFilterStore } from '../dialogue/review/saved-filters.ts';
import type { SuggestedRoute } from '../dialogue/review/suggested-routes.ts';
import type { StoredDocuments } from '../dialogue/uploads/documents.ts';
import type { Uploads } from '../dialogue/uploads/uploads.ts';
import type { IsoDate } from '../legal/model.ts';
import type { VectorState } from '../retrieval/dense/vector-state.ts';
import type { ChunkSource } from '../retrieval/model.ts';

/** What web chat needs of the dialogue: the same use cases, with the same answers, as Telegram has.
 * Each call checks for itself what the person may do and read. */
export interface Chat {
  ask(
    person: Person,
    request: { question: string; conversation: string; asOf?: IsoDate; signal?: AbortSignal },
  ): Promise<Reply>;
  giveFeedback(person: Person, question: QuestionId, feedback: Omit<Feedback, 'at'>): Promise<void>;
  /** Sends the question to the department in charge; the sentence says to whom and until when. */
  escalate(person: Person, question: QuestionId): Promise<string>;
  /** Undefined when the question is not this person's, has no such citation, or may no longer be read. */
  source(person: Person, question: QuestionId, n: number): Promise<SourceView | undefined>;
}

/** Everything the web needs, put together in the composition root. */
export interface WebDeps {
  readonly chat: Chat;
  readonly people: PeopleStore;
  readonly signin: SigninStore;
  readonly questions: QuestionLog;
  readonly escalations: EscalationStore;
  readonly audit: AuditLog;
  readonly settings: SettingsStore;
  readonly notices: Pick<NoticeStore, 'add' | 'of' | 'delivered'>;
  /** The register of delegations and the papers of the counter; without it neither is offered. */
  readonly commune?: CommuneDialogue;
  /** The papers behind sources; without it no page is shown. */
  readonly citedOriginals?: CitedOriginals;
  /** Notices pushed to browsers; without it none is offered. */
  readonly push?: PushParts;
  /** Administration; without it the web is chat alone. */
  readonly admin?: DeskParts;
  /** Why the process cannot serve yet, for /readyz; undefined when it can. */
  readonly notReady?: () => Promise<string | undefined>;
  /** Address that people use, when it is not the address the server listens on; decides `Secure`. */
  readonly publicUrl?: URL;
  /** True when exactly one proxy stands in front and sets X-Forwarded-For itself. */
  readonly trustProxy: boolean;
  /** Fields that people follow. */
  readonly digest?: DigestDeps;
  readonly now: () => Date;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
}

/** Telling browsers of notices. */
export interface PushParts {
  readonly store: PushStore;
  /** What browsers subscribe with (VAPID). */
  readonly publicKey: string;
  readonly allowed?: PushDeps['allowed'];
}

/** Use cases of the dialogue that the desk's pages call; each checks the person's rights itself. */
export type DeskDialogue = Pick<
  Dialogue,
  'decide' | 'changeStatus' | 'invite' | 'take' | 'reply' | 'communeName' | 'communes' | 'source'
>;

/** Use cases of a commune's own pages; each checks the person's rights itself. */
export type CommuneDialogue = Pick<
  Dialogue,
  'delegations' | 'addDelegation' | 'withdrawDelegation' | 'paper' | 'communeName' | 'communes'
>;

/** Guidance that staff upload, and what becomes of stored documents. */
export interface UploadParts {
  readonly uploads: Uploads;
  readonly stored: StoredDocuments;
}

/** The models as configured on the server, and how much of the budget is used up. Budgets can be changed in the desk. */
export interface LanguageModelUse {
  /** Undefined: none is configured. */
  readonly name?: string;
  /** Host that the questions go to. */
  readonly endpoint?: string;
  readonly scope: 'public' | 'internal' | 'all';
  readonly timeoutMs: number;
  readonly agent: boolean;
  readonly embeddings: 'off' | 'embedded' | 'endpoint';
  readonly embeddingModel?: string;
  readonly gradingModel?: string;
  /** Tokens a day by the configuration; 0 = none at all. */
  readonly dailyTokens: number;
  readonly personDailyTokens: number;
  readonly usedToday: number;
  /** Tokens between two days, both included. */
  used(from: IsoDate, to: IsoDate): Promise<number>;
}

/** What administration needs beside the chat. */
export interface DeskParts {
  readonly dialogue: DeskDialogue;
  readonly desk: QuestionDesk;
  readonly standardAnswers: StandardAnswerStore;
  readonly gaps: GapStore;
  readonly documents: DocumentDesk;
  readonly evaluations: EvaluationRuns;
  readonly savedFilters: SavedFilterStore;
  readonly dataRequests: DataRequestStore;
  readonly retention: RetentionStore;
  readonly chunks: Pick<ChunkSource, 'facts'>;
  readonly answerer: Answerer;
  /** Folded slug of the province served. */
  readonly territory: string;
  readonly guidance?: GuidancePublisher;
  readonly uploads: UploadParts;
  readonly pagePictures?: PagePictures;
  /** From a guide; shown until administrators confirm or replace them. */
  readonly suggestedRoutes?: readonly SuggestedRoute[];
  readonly languageModel?: () => Promise<LanguageModelUse>;
  /** How far documents have vectors; absent when vectors are off. */
  readonly vectors?: () => Promise<VectorState>;
}

export type DeskDeps = Omit<WebDeps, 'admin'> & DeskParts;
