import type { Logger } from 'pino';
import type { Answer, Answerer, ModelUsage, Turn } from '../answer/model.ts';
import type { IsoDate } from '../legal/model.ts';
import type { ChunkSource } from '../retrieval/model.ts';
import type { DelegationStore } from './delegations/model.ts';
import type {
  AuditLog,
  EscalationStore,
  NoticeStore,
  PeopleStore,
  QuestionLog,
  SettingsStore,
  SigninStore,
} from './model.ts';

/** Answers that code works out without a search (a deadline, a former unit); undefined when the text asks for none. */
export type DirectLookup = (text: string, asOf: IsoDate) => Promise<Answer | undefined> | Answer | undefined;

/** A follow-up rewritten to stand alone by a language model; undefined when the rules should decide. */
export type Rewrite = (
  question: string,
  history: readonly Turn[],
  options?: {
    readonly person?: string;
    readonly signal?: AbortSignal;
    readonly onUsage?: (usage: ModelUsage) => void;
  },
) => Promise<string | undefined>;

export interface CommuneName {
  readonly slug: string;
  /** With its kind: "phường Mỹ Thượng". */
  readonly name: string;
  /** Units that it was made of, with their kinds: people still say where they work by the former name. */
  readonly former?: readonly string[];
}

export interface DialogueOptions {
  /** Telegram ids that are administrators from their first message on. */
  readonly adminTelegramIds: readonly string[];
  readonly questionsPerMinute: number;
  readonly askTimeoutMs: number;
  /** Folded slug of the province served. */
  readonly territory: string;
  /** Hours, days off not counted, until a question sent to a department is overdue; setting `escalation.hours` overrides it. */
  readonly escalationHours: number;
}

export const DEFAULT_OPTIONS: DialogueOptions = {
  adminTelegramIds: [],
  questionsPerMinute: 30,
  askTimeoutMs: 90_000,
  territory: 'hue',
  escalationHours: 48,
};

/** Everything the dialogue needs, put together in the composition root. */
export interface DialogueDeps {
  readonly answerer: Answerer;
  readonly chunks: ChunkSource;
  readonly people: PeopleStore;
  readonly questions: QuestionLog;
  readonly escalations: EscalationStore;
  readonly audit: AuditLog;
  readonly signin: SigninStore;
  readonly settings: SettingsStore;
  readonly notices: NoticeStore;
  readonly delegations: DelegationStore;
  /** Today's communes, for asking for access and for naming them; may be empty. */
  readonly communes?: readonly CommuneName[];
  readonly lookups?: readonly DirectLookup[];
  readonly rewrite?: Rewrite;
  readonly now: () => Date;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  readonly options?: Partial<DialogueOptions>;
}

/** With the options filled in. */
export type Context = Omit<DialogueDeps, 'options'> & { readonly options: DialogueOptions };
