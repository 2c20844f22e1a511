import type { Answer } from '../answer/model.ts';
import type { IsoDate } from '../legal/model.ts';
import type { Hit, Reader } from '../retrieval/model.ts';
import type { AuditAction } from './audit-actions.ts';

/** What a person may do, whatever the transport. Ids are opaque strings; instants are ISO-8601 UTC. */
export type PersonId = string & { readonly __brand: 'PersonId' };
export type QuestionId = string & { readonly __brand: 'QuestionId' };
export type EscalationId = string & { readonly __brand: 'EscalationId' };
export type Instant = string;
export type Channel = 'telegram' | 'web' | 'cli';

/** official: cán bộ, công chức; focal: đầu mối xã; leader: lãnh đạo xã; staff: chuyên viên sở;
 * approver: người duyệt; admin: quản trị hệ thống. */
export const ROLES = ['official', 'focal', 'leader', 'staff', 'approver', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Closed by default: only `active` people are answered. */
export type PersonStatus = 'pending' | 'active' | 'blocked' | 'left';

export interface Person {
  readonly id: PersonId;
  readonly name: string;
  readonly status: PersonStatus;
  readonly roles: readonly Role[];
  /** Slug of one of today's communes ("my-thuong"). */
  readonly commune?: string;
  /** Slug of a department ("so-tu-phap"). */
  readonly department?: string;
  readonly position?: string;
  /** Fields (lĩnh vực) that a staff member answers for. */
  readonly fields: readonly string[];
  /** Who stands in while this person is on leave. */
  readonly standIn?: PersonId;
  readonly telegramId?: string;
  readonly createdAt: Instant;
}

export interface Invitation {
  readonly code: string;
  readonly roles: readonly Role[];
  readonly commune?: string;
  readonly department?: string;
  readonly usesLeft: number;
  readonly expiresAt: Instant;
  readonly createdBy: PersonId;
}

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

export type EscalationState = 'cho_tiep_nhan' | 'dang_xu_ly' | 'cho_duyet' | 'da_tra_loi' | 'qua_han';

export interface Escalation {
  readonly id: EscalationId;
  readonly question: QuestionId;
  readonly asker: PersonId;
  readonly field?: string;
  readonly department?: string;
  readonly state: EscalationState;
  readonly takenBy?: PersonId;
  readonly reply?: string;
  readonly replyBasis?: string;
  readonly createdAt: Instant;
  readonly dueAt: Instant;
  readonly answeredAt?: Instant;
}

/** Routing: lĩnh vực → lead body → people; a table, editable. */
export interface FieldRoute {
  readonly field: string;
  readonly department: string;
  readonly people: readonly PersonId[];
}

/** What is read back may hold actions of an earlier or later version. */
export interface AuditEntry<A extends string = string> {
  readonly at: Instant;
  readonly by: PersonId | 'system';
  readonly action: A;
  readonly subject: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

// Ports. The store implements them; each has one contract suite.

export interface PeopleStore {
  person(id: PersonId): Promise<Person | undefined>;
  byTelegramId(telegramId: string): Promise<Person | undefined>;
  people(filter?: { status?: PersonStatus; role?: Role; commune?: string }): Promise<readonly Person[]>;
  save(person: Person): Promise<void>;
  invitation(code: string): Promise<Invitation | undefined>;
  saveInvitation(invitation: Invitation): Promise<void>;
  /** Takes one use and saves who used it; false (and nothing saved) when it is spent, expired or unknown. Atomic. */
  useInvitation(code: string, now: Instant, by?: Person): Promise<boolean>;
  /** Changes the status only when it is still `from`; the one who changed it gets true. Atomic. */
  changeStatus(id: PersonId, from: PersonStatus, to: PersonStatus): Promise<boolean>;
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

export interface EscalationStore {
  escalation(id: EscalationId): Promise<Escalation | undefined>;
  list(filter: {
    state?: EscalationState;
    field?: string;
    asker?: PersonId;
    takenBy?: PersonId;
  }): Promise<readonly Escalation[]>;
  save(escalation: Escalation): Promise<void>;
  /** Sets `takenBy` only when nobody has it yet; the winner gets true. Atomic. */
  take(id: EscalationId, by: PersonId): Promise<boolean>;
  /** Saves `next` only while the state is still `from`; false when somebody else was quicker. Atomic. */
  advance(next: Escalation, from: EscalationState): Promise<boolean>;
  routes(): Promise<readonly FieldRoute[]>;
  saveRoute(route: FieldRoute): Promise<void>;
}

export interface AuditLog {
  write(entry: AuditEntry<AuditAction>): Promise<void>;
  entries(
    filter: { from?: Instant; to?: Instant; by?: string; action?: string },
    limit: number,
  ): Promise<readonly AuditEntry[]>;
}

/** One-time sign-in links and web sessions; tokens are stored as SHA-256 only. */
export interface SigninStore {
  saveLink(link: { tokenHash: string; person: PersonId; expiresAt: Instant }): Promise<void>;
  /** Returns the person and uses the link up; undefined when unknown, used or expired. Atomic. */
  useLink(tokenHash: string, now: Instant): Promise<PersonId | undefined>;
  saveSession(session: WebSession): Promise<void>;
  session(idHash: string): Promise<WebSession | undefined>;
  sessions(person: PersonId): Promise<readonly WebSession[]>;
  endSession(idHash: string): Promise<void>;
}

export interface WebSession {
  readonly idHash: string;
  readonly person: PersonId;
  readonly csrf: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly userAgent?: string;
}

/** Settings editable by administrators (retention days, deadlines of escalations, notices, off switch). */
export interface SettingsStore {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown, by: PersonId | 'system'): Promise<void>;
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

/** Who hears the answer: in a group everybody does, so only public documents may support it. */
export type Audience = 'person' | 'group';

/** `readerOf` is the only place where a person's rights to read are decided. */
export type ReaderOf = (person: Person, channel: Channel, audience?: Audience) => Reader;

/** What a person is told without having asked just now. `subject` is the id of the person, question or escalation. */
export const NOTICE_KINDS = [
  'access_requested',
  'access_granted',
  'access_refused',
  'transfer_requested',
  'transferred',
  'escalation_new',
  'escalation_taken',
  'escalation_answered',
  'escalation_reminder',
  'escalation_overdue',
  'escalation_late',
  'upload_waiting',
  'upload_approved',
  'upload_returned',
  'guidance_waiting',
  'guidance_approved',
  'guidance_returned',
  'guidance_overtaken',
  'data_request_new',
  'data_request_answered',
  'answer_changed',
  'digest',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export interface Notice {
  readonly id: string;
  readonly to: PersonId;
  readonly kind: NoticeKind;
  readonly subject: string;
  /** Vietnamese, plain text, personal data masked. */
  readonly text: string;
  readonly createdAt: Instant;
}

/** Notices wait here until a transport has delivered them, so that a restart loses none. */
export interface NoticeStore {
  /** A notice whose id is known already is ignored. */
  add(notices: readonly Notice[]): Promise<void>;
  /** Not delivered yet, oldest first. */
  pending(limit: number): Promise<readonly Notice[]>;
  delivered(id: string, at: Instant): Promise<void>;
  /** Newest first, delivered ones included. */
  of(person: PersonId, limit: number): Promise<readonly Notice[]>;
}
