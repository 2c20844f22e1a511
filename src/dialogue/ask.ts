import { createHash, randomUUID } from 'node:crypto';
import type { Answer, AnswerSoFar, AnswerStatus, ModelUsage, Turn } from '../answer/model.ts';
import { addUsage } from '../answer/usage.ts';
import { parseAsOf } from '../legal/calendar/as-of.ts';
import { dayInVietnam } from '../legal/calendar/today.ts';
import type { IsoDate } from '../legal/model.ts';
import { nfc } from '../legal/text.ts';
import type { Hit } from '../retrieval/model.ts';
import { demand, readerOf } from './access.ts';
import { audit } from './audit.ts';
import { withLocalSigners } from './delegations/signers.ts';
import type { Context } from './deps.ts';
import { newReferenceCode } from './errors.ts';
import { type Resolved, resolveFollowUp } from './follow-up.ts';
import { logQuestion } from './log-question.ts';
import type { Audience, Channel, LoggedQuestion, Person, PersonId, QuestionId, Reply } from './model.ts';
import { plainAnswer } from './plain-answer.ts';
import { createRateLimiter, type RateLimiter } from './rate-limit.ts';
import { readSettings } from './review/settings.ts';
import { rewriteFollowUp } from './rewrite.ts';
import { splitQuestions } from './split-questions.ts';
import { ASK_WORDS, MAX_QUESTION_LENGTH, MAX_QUESTIONS_IN_MESSAGE } from './words.ts';

export interface AskInput {
  readonly person: PersonId;
  readonly channel: Channel;
  readonly conversation: string;
  readonly text: string;
  /** Today in Asia/Ho_Chi_Minh unless said. */
  readonly asOf?: IsoDate;
  readonly signal?: AbortSignal;
  readonly audience?: Audience;
  /** Same key, same question: asking again after a restart returns what was logged and asks nothing twice. */
  readonly key?: string;
  /** The question whose answer the message replies to: it continues that one instead of the last. */
  readonly about?: QuestionId;
  /** Told of what can be shown before the answer is whole; `part` counts the questions of the message from 0. */
  readonly onProgress?: (soFar: AnswerSoFar, part: number) => void;
}

const TURNS_REMEMBERED = 4;
const SAYS_NOTHING: ReadonlySet<AnswerStatus> = new Set(['out_of_scope', 'refused', 'failed']);

/** Asks all questions of a message in turn; the first reply carries the others in `more`.
 * @throws DialogueError `not_active` when the person may not ask */
export function createAsk(context: Context): (input: AskInput) => Promise<Reply> {
  const limiter = createRateLimiter({ perMinute: context.options.questionsPerMinute });
  const known = new Set<PersonId>();
  return async (input) => {
    const person = await context.people.person(input.person);
    demand(person, 'ask');
    const firstContact = !known.has(person.id) && (await neverAsked(context, person.id, input.key));
    known.add(person.id);
    const { questions, leftOut } = splitQuestions(nfc(input.text));
    const replies: Reply[] = [];
    for (const [part, text] of (questions.length === 0 ? [''] : questions).entries()) {
      replies.push(await askOne({ context, limiter, person, input, text, part, firstContact }));
    }
    if (leftOut > 0) replies.push(await tooMany(context, person, input, replies.length));
    const [first, ...more] = replies;
    return more.length === 0 ? first! : { ...first!, more };
  };
}

/** Nothing logged but, perhaps, what this very message logged before a restart. */
async function neverAsked(context: Context, person: PersonId, key: string | undefined): Promise<boolean> {
  const parts = Array.from({ length: MAX_QUESTIONS_IN_MESSAGE + 1 }, (_, part) => part);
  const own = new Set(key === undefined ? [] : parts.map((part) => questionId(key, part)));
  const logged = await context.questions.list({ person }, { limit: parts.length + 1 });
  return logged.every(({ id }) => own.has(id));
}

interface One {
  readonly context: Context;
  readonly limiter: RateLimiter;
  readonly person: Person;
  readonly input: AskInput;
  readonly text: string;
  readonly part: number;
  readonly firstContact: boolean;
}

async function askOne(one: One): Promise<Reply> {
  const { context, person, input, text, part } = one;
  const id = questionId(input.key, part);
  const before = input.key === undefined ? undefined : await context.questions.question(id);
  const firstContact = one.firstContact && part === 0;
  if (before !== undefined) return replyOf(before, firstContact);

  const turns = await turnsBefore(one);
  const byRules = resolveFollowUp(text, turns.findLast(isMatter), part > 0);
  const refused = (await refusal(one)) ?? (await paused(one));
  let rewriting: ModelUsage | undefined;
  const resolved =
    refused === undefined
      ? await rewriteFollowUp(context, {
          text,
          resolved: byRules,
          turns,
          person: person.id,
          signal: input.signal,
          onUsage: (usage) => {
            rewriting = usage;
          },
        })
      : byRules;
  const { answer: given, hits, asOf } = refused ?? (await answered(one, resolved, turns));
  const usage = addUsage(rewriting, given.usage);
  const answer = usage === undefined ? given : { ...given, usage };
  const logged = await logQuestion(context, { id, person, input, asked: text, asOf, resolved, answer, hits });
  return { ...replyOf(logged, firstContact), answer };
}

/** The answer that the message replies to, in this chat; else the last turns of the person. */
async function turnsBefore({ context, person, input, part }: One): Promise<readonly LoggedQuestion[]> {
  if (input.about !== undefined && part === 0) {
    const about = await context.questions.question(input.about);
    if (about?.channel === input.channel && about.conversation === input.conversation) return [about];
  }
  return context.questions.conversation(person.id, input.conversation, TURNS_REMEMBERED);
}

/** Greetings, thanks and refusals are nothing that the next message could continue. */
function isMatter({ answer }: LoggedQuestion): boolean {
  return !SAYS_NOTHING.has(answer.status);
}

interface Outcome {
  readonly answer: Answer;
  readonly hits: readonly Hit[];
  /** The day whose rules were applied. */
  readonly asOf: IsoDate;
}

async function refusal({ context, limiter, person, input, text }: One): Promise<Outcome | undefined> {
  const refused = (sentence: string, route: string): Outcome => ({
    answer: plainAnswer('refused', [sentence], route),
    hits: [],
    asOf: input.asOf ?? dayInVietnam(context.now()),
  });
  if (text === '') return refused(ASK_WORDS.empty, 'empty');
  if (text.length > MAX_QUESTION_LENGTH) return refused(ASK_WORDS.tooLong, 'too_long');
  const { wait, firstRefusal } = limiter.take(person.id, context.now());
  if (wait === 0) return undefined;
  if (firstRefusal) await audit(context, person.id, 'rate_limited', person.id);
  return refused(ASK_WORDS.tooOften(wait), 'rate_limited');
}

/** The administrators' off switch, in every transport. */
async function paused({ context, input }: One): Promise<Outcome | undefined> {
  if ((await context.settings.get('service.off')) !== true) return undefined;
  const settings = await readSettings(context.settings);
  return {
    answer: plainAnswer('refused', [settings['service.notice'] || ASK_WORDS.paused], 'paused'),
    hits: [],
    asOf: input.asOf ?? dayInVietnam(context.now()),
  };
}

async function answered(
  { context, person, input, part }: One,
  resolved: Resolved,
  turns: readonly LoggedQuestion[],
): Promise<Outcome> {
  const today = input.asOf ?? dayInVietnam(context.now());
  const named = input.asOf ?? parseAsOf(resolved.question, today);
  const asOf = named ?? today;
  const timeout = AbortSignal.timeout(context.options.askTimeoutMs);
  const signal = input.signal === undefined ? timeout : AbortSignal.any([input.signal, timeout]);
  try {
    for (const lookup of context.lookups ?? []) {
      const answer = await lookup(resolved.question, today);
      if (answer !== undefined) return { answer, hits: [], asOf: today };
    }
    const found = await orAborted(
      context.answerer.ask({
        question: resolved.question,
        asOf,
        ...(named !== undefined && { dayNamed: true }),
        reader: readerOf(person, input.channel, input.audience),
        territory: context.options.territory,
        history: turns.map(turn),
        person: person.id,
        signal,
        ...(input.onProgress && { onProgress: (soFar) => input.onProgress?.(soFar, part) }),
      }),
      signal,
    );
    const asked = { person, question: resolved.question, asOf, audience: input.audience };
    return { ...found, answer: await withLocalSigners(context, asked, found.answer), asOf };
  } catch (error) {
    const code = newReferenceCode();
    const timedOut = timeout.aborted;
    context.log.error(
      { err: error, code, person: person.id },
      timedOut ? 'answer timed out' : 'answer failed',
    );
    const sentence = timedOut ? ASK_WORDS.timedOut(code) : ASK_WORDS.failed(code);
    return { answer: plainAnswer('failed', [sentence], timedOut ? 'timeout' : 'error'), hits: [], asOf };
  }
}

/** An answerer that does not heed the signal must not hold the chat. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const abort = (): void => reject(signal.reason as Error);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

async function tooMany(context: Context, person: Person, input: AskInput, part: number): Promise<Reply> {
  const asked = '…';
  const logged = await logQuestion(context, {
    id: questionId(input.key, part),
    person,
    input,
    asked,
    asOf: input.asOf ?? dayInVietnam(context.now()),
    resolved: { question: asked, kind: 'as_is' },
    answer: plainAnswer('refused', [ASK_WORDS.tooMany], 'too_many'),
    hits: [],
  });
  return replyOf(logged, false);
}

function replyOf(logged: LoggedQuestion, firstContact: boolean): Reply {
  return {
    questionId: logged.id,
    answer: logged.answer,
    firstContact,
    asOf: logged.asOf,
    ...(logged.understoodAs !== undefined && { understoodAs: logged.understoodAs }),
  };
}

function turn(logged: LoggedQuestion): Turn {
  const cited = logged.answer.citations[0];
  return {
    question: logged.understoodAs ?? logged.question,
    answer: logged.answer.answer,
    ...(cited?.procedureCode !== undefined && { procedureCode: cited.procedureCode }),
    ...(cited?.documentNumber !== undefined && { documentNumber: cited.documentNumber }),
  };
}

/** Short enough for a button's callback data beside the action's name. */
function questionId(key: string | undefined, part: number): QuestionId {
  const seed = key === undefined ? randomUUID() : `${key}/${part}`;
  return createHash('sha256').update(seed).digest('base64url').slice(0, 16) as QuestionId;
}
