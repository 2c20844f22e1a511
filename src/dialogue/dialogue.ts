import { demand, maySeeQuestion } from './access.ts';
import { type AskInput, createAsk } from './ask.ts';
import { checklist } from './checklist.ts';
import type { Delegation, DelegationId } from './delegations/model.ts';
import * as delegations from './delegations/register.ts';
import { type Context, DEFAULT_OPTIONS, type DialogueDeps } from './deps.ts';
import { DialogueError } from './errors.ts';
import { sweepOverdue } from './escalation-sweep.ts';
import * as escalations from './escalations.ts';
import * as invitations from './invitations.ts';
import * as membership from './membership.ts';
import type {
  Audience,
  Channel,
  Escalation,
  EscalationId,
  Feedback,
  Invitation,
  LoggedQuestion,
  Notice,
  Person,
  PersonId,
  PersonStatus,
  QuestionId,
  Reply,
  SourceView,
} from './model.ts';
import type { PaperFile, PaperKind } from './papers/model.ts';
import { counterPaper } from './papers/papers.ts';
import * as people from './people.ts';
import { departmentNames } from './review/departments.ts';
import { createSigninLink } from './signin.ts';
import { viewSource } from './sources.ts';

/** What people can do, whatever the transport. Every call checks for itself what the person may do and read. */
export interface Dialogue {
  /** Answers a message; several questions in it are answered in turn (`Reply.more`). Never throws for want of an answer:
   * errors become an `Answer` with status `failed` and a reference code. @throws DialogueError `not_active` */
  ask(input: AskInput): Promise<Reply>;
  startAfresh(person: PersonId, conversation: string): Promise<void>;
  feedback(person: PersonId, question: QuestionId, feedback: Omit<Feedback, 'at'>): Promise<void>;
  source(request: {
    person: PersonId;
    question: QuestionId;
    n: number;
    channel: Channel;
    audience?: Audience;
  }): Promise<SourceView | undefined>;
  /** One logged question, when this person may see it. */
  question(person: PersonId, id: QuestionId): Promise<LoggedQuestion | undefined>;
  /** The person's own questions, newest first. */
  history(person: PersonId, page: { limit: number; before?: QuestionId }): Promise<readonly LoggedQuestion[]>;

  /** A sheet for the citizen as plain text; undefined when the answer is not about a procedure. */
  checklist(request: {
    by: PersonId;
    question: QuestionId;
    channel: Channel;
    audience?: Audience;
  }): Promise<string | undefined>;
  /** A DOCX of the counter with blanks for the official; undefined when the answer is not about a procedure. */
  paper(request: {
    by: PersonId;
    question: QuestionId;
    paper: PaperKind;
    channel: Channel;
    audience?: Audience;
  }): Promise<PaperFile | undefined>;
  escalate(request: {
    by: PersonId;
    question: QuestionId;
  }): Promise<{ escalation: Escalation; isNew: boolean }>;
  take(request: { by: PersonId; escalation: EscalationId }): Promise<Escalation>;
  reply(request: {
    by: PersonId;
    escalation: EscalationId;
    text: string;
    basis?: string;
  }): Promise<Escalation>;
  /** Questions that wait for this person's answer (staff), oldest first. */
  toAnswer(by: PersonId): Promise<readonly escalations.EscalatedQuestion[]>;
  /** Questions that this person sent to the departments, newest first. */
  escalated(by: PersonId): Promise<readonly escalations.EscalatedQuestion[]>;
  /** To be called every minute or so; returns how many became overdue. */
  sweepOverdue(): Promise<number>;

  /** The register of delegations of the person's own commune; an administrator may name another. */
  delegations(request: { by: PersonId; commune?: string }): Promise<readonly Delegation[]>;
  /** @throws DelegationError (a DialogueError with its own sentence), DialogueError */
  addDelegation(request: {
    by: PersonId;
    commune?: string;
    input: delegations.DelegationInput;
    key?: string;
  }): Promise<Delegation>;
  withdrawDelegation(request: { by: PersonId; id: DelegationId }): Promise<Delegation>;

  identify(user: people.TelegramUser): Promise<Person | undefined>;
  person(id: PersonId): Promise<Person | undefined>;
  register(request: people.Registration): Promise<Person>;
  /** Accepts or refuses a waiting person. */
  decide(request: { by: PersonId; person: PersonId; accept: boolean }): Promise<Person>;
  changeStatus(request: { by: PersonId; person: PersonId; to: PersonStatus }): Promise<Person>;
  findPeople(request: { by: PersonId; text: string }): Promise<readonly Person[]>;
  requestTransfer(request: { by: PersonId; commune: string }): Promise<void>;
  transfer(request: { by: PersonId; person: PersonId; commune: string }): Promise<Person>;
  setFocal(request: { by: PersonId; person: PersonId; focal: boolean }): Promise<Person>;
  standIns(by: PersonId): Promise<readonly Person[]>;
  /** `undefined`: back from leave. Returns who stands in. */
  setStandIn(request: { by: PersonId; standIn: PersonId | undefined }): Promise<Person | undefined>;
  routes(by: PersonId): ReturnType<typeof membership.listRoutes>;
  /** Returns the names that mean nobody or several people; nothing is changed then. */
  routeByNames(request: Parameters<typeof membership.routeByNames>[1]): Promise<readonly string[]>;
  waiting(by: PersonId): Promise<readonly Person[]>;
  invite(request: invitations.InvitationRequest): Promise<Invitation>;
  redeem(request: people.TelegramUser & { code: string }): Promise<Person>;
  /** Undefined when there is an administrator who can be reached. */
  claimCode(): Promise<string | undefined>;
  localAdmin(): Promise<Person>;
  /** Path of a one-time sign-in link for the web chat. @throws DialogueError `not_active` */
  signinLink(person: PersonId): Promise<string>;
  communeName(slug: string | undefined): string;
  /** As people write it: "so-tu-phap" → "Sở Tư pháp". */
  departmentName(slug: string | undefined): Promise<string>;
  readonly communes: readonly { slug: string; name: string }[];

  /** Undelivered notices, oldest first, and the mark that they reached their person. */
  pendingNotices(limit: number): Promise<readonly Notice[]>;
  noticeDelivered(id: string): Promise<void>;
}

export function createDialogue(deps: DialogueDeps): Dialogue {
  const context: Context = { ...deps, options: { ...DEFAULT_OPTIONS, ...deps.options } };
  return {
    ask: createAsk(context),
    startAfresh: (person, conversation) =>
      context.questions.startAfresh(person, conversation, context.now().toISOString()),
    feedback: (person, question, feedback) => giveFeedback(context, person, question, feedback),
    source: (request) => viewSource(context, request),
    question: (person, id) => visibleQuestion(context, person, id),
    history: (person, page) => context.questions.list({ person }, page),

    checklist: (request) => checklist(context, request),
    paper: (request) => counterPaper(context, request),
    escalate: (request) => escalations.escalate(context, request),
    take: (request) => escalations.take(context, request),
    reply: (request) => escalations.reply(context, request),
    toAnswer: (by) => escalations.toAnswer(context, by),
    escalated: (by) => escalations.escalated(context, by),
    sweepOverdue: () => sweepOverdue(context),

    delegations: (request) => delegations.delegationsOf(context, request),
    addDelegation: (request) => delegations.addDelegation(context, request),
    withdrawDelegation: (request) => delegations.withdrawDelegation(context, request),

    identify: (user) => people.identify(context, user),
    person: (id) => context.people.person(id),
    register: (request) => people.register(context, request),
    decide: (request) => people.decide(context, request),
    changeStatus: (request) => people.changeStatus(context, request),
    findPeople: (request) => membership.findPeople(context, request),
    requestTransfer: (request) => membership.requestTransfer(context, request),
    transfer: (request) => membership.transfer(context, request),
    setFocal: (request) => membership.setFocal(context, request),
    standIns: (by) => membership.standIns(context, by),
    setStandIn: (request) => membership.setStandIn(context, request),
    routes: (by) => membership.listRoutes(context, by),
    routeByNames: (request) => membership.routeByNames(context, request),
    async waiting(by) {
      demand(await context.people.person(by), 'manage_people');
      return context.people.people({ status: 'pending' });
    },
    invite: (request) => invitations.invite(context, request),
    redeem: (request) => invitations.redeem(context, request),
    claimCode: () => invitations.claimCode(context),
    localAdmin: () => people.localAdmin(context),
    async signinLink(id) {
      demand(await context.people.person(id), 'ask');
      return createSigninLink(context, id);
    },
    communeName: (slug) => people.communeName(context, slug),
    departmentName: async (slug) => (await departmentNames(context.settings)).of(slug),
    communes: context.communes ?? [],

    pendingNotices: (limit) => context.notices.pending(limit),
    noticeDelivered: (id) => context.notices.delivered(id, context.now().toISOString()),
  };
}

async function visibleQuestion(
  context: Context,
  by: PersonId,
  id: QuestionId,
): Promise<LoggedQuestion | undefined> {
  const person = await context.people.person(by);
  const question = await context.questions.question(id);
  return person !== undefined && question !== undefined && maySeeQuestion(person, question)
    ? question
    : undefined;
}

async function giveFeedback(
  context: Context,
  by: PersonId,
  id: QuestionId,
  feedback: Omit<Feedback, 'at'>,
): Promise<void> {
  const question = await visibleQuestion(context, by, id);
  if (question === undefined || question.person !== by) throw new DialogueError('unknown', id);
  await context.questions.setFeedback(id, { ...feedback, at: context.now().toISOString() });
}
