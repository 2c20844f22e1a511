/** One question to the model: its vault, its evidence, its calls and what they spent. */
import type { ChatCompletionMessageParam } from 'openai/resources/chat/completions';
import type { AskRequest, Draft, Evidence, EvidenceUnit, ModelUsage } from '../model.ts';
import { createVault, type PrivacyVault } from '../privacy.ts';
import type { Trace } from '../trace.ts';
import { createArrivingReply } from './arriving.ts';
import type { Reservation, TokenBudget } from './budget.ts';
import type { Caller, JsonSchema } from './call.ts';
import { draftOf, draftSoFar } from './draft.ts';
import { DEFAULT_EVIDENCE_TOKENS, type EvidenceItem, selectEvidence } from './evidence.ts';
import { type Clock, LlmError, type LlmLogger, type ModelReply, type Usage } from './model.ts';
import type { CallLimits } from './options.ts';
import { buildMessages, buildRepair } from './prompt.ts';
import { estimateTokens } from './read-reply.ts';
import { rerankUnits } from './rerank.ts';
import { parseReply, REPLY_SCHEMA } from './schema.ts';
import {
  createVerifier,
  isFailed,
  type Sources,
  type Verification,
  type VerifiedStatement,
  verify,
} from './verify.ts';

/** Tokens booked for a reply before its real length is known. */
const REPLY_ESTIMATE = 1_500;
const EARLIER_QUESTIONS = 4;

export interface QuestionDeps {
  readonly model: string;
  readonly logger: LlmLogger;
  readonly clock: Clock;
  readonly budget: TokenBudget;
  readonly caller: Caller;
  readonly limits: CallLimits;
  /** For the whole question, the repair included; default 1.5 times the limit of one reply. */
  readonly questionMs?: number | undefined;
  readonly rerank?: boolean | undefined;
  readonly evidenceTokens?: number | undefined;
  readonly trace?: Trace | undefined;
}

export interface QuestionInput {
  readonly request: AskRequest;
  readonly evidence: Evidence;
  /** What may be sent, best first. */
  readonly units: readonly EvidenceUnit[];
  /** Told of the first reply's verified statements while it arrives. */
  readonly onDraft?: ((draft: Draft) => void) | undefined;
}

interface Checked {
  readonly reply: ModelReply;
  readonly verification: Verification;
}

export class Question {
  readonly #deps: QuestionDeps;
  readonly #request: AskRequest;
  readonly #evidence: Evidence;
  readonly #vault: PrivacyVault;
  readonly #onDraft: ((draft: Draft) => void) | undefined;
  readonly #deadline: number;
  readonly #started: number;
  #units: readonly EvidenceUnit[];
  #items: readonly EvidenceItem[] = [];
  #calls = 0;
  #tokens = { prompt: 0, completion: 0, cached: 0, lost: 0 };
  #mode = '';

  constructor(deps: QuestionDeps, { request, evidence, units, onDraft }: QuestionInput) {
    this.#deps = deps;
    this.#onDraft = onDraft;
    this.#request = request;
    this.#evidence = evidence;
    this.#units = units;
    this.#vault = createVault(request.question);
    this.#started = deps.clock();
    this.#deadline = performance.now() + (deps.questionMs ?? deps.limits.totalMs * 1.5);
  }

  /** @throws LlmError when there is no verified answer */
  async answer(): Promise<Draft> {
    const reservation = await this.#reserve();
    try {
      if (this.#deps.rerank) this.#units = await this.#reranked();
      const messages = this.#prompt();
      const checked = await this.#ask(messages);
      const draft = draftOf({
        request: this.#request,
        evidence: this.#evidence,
        items: this.#items,
        ...checked,
      });
      if (!draft)
        throw new LlmError('nothing_verified', `${checked.verification.failed.length} statements failed`);
      const { kept, failed } = checked.verification;
      this.#deps.logger.info(
        {
          event: 'llm_answer',
          status: draft.status,
          kept: kept.length,
          removed: tally(failed),
          ...this.report(),
        },
        'the language model answered',
      );
      const usage = this.usage();
      return { ...draft, composer: 'llm', ...(usage && { usage }) };
    } finally {
      await reservation.settle(this.#tokens.prompt + this.#tokens.completion + this.#tokens.lost);
    }
  }

  /** @returns what was asked until now; absent before the first call */
  usage(): ModelUsage | undefined {
    if (this.#calls === 0) return undefined;
    const { prompt, completion, cached, lost } = this.#tokens;
    return {
      model: this.#deps.model,
      calls: this.#calls,
      promptTokens: prompt + lost,
      completionTokens: completion,
      ...(cached > 0 && { cachedTokens: cached }),
    };
  }

  /** For the log: counts only, no text. */
  report(): object {
    const { prompt, completion, cached, lost } = this.#tokens;
    return {
      model: this.#deps.model,
      mode: this.#mode,
      calls: this.#calls,
      evidence: this.#items.length,
      promptTokens: prompt,
      completionTokens: completion,
      cachedTokens: cached,
      lostTokens: lost,
      ms: this.#deps.clock() - this.#started,
    };
  }

  #prompt(): ChatCompletionMessageParam[] {
    this.#items = selectEvidence(this.#units, this.#deps.evidenceTokens ?? DEFAULT_EVIDENCE_TOKENS);
    if (this.#items.length === 0) throw new LlmError('no_evidence', 'no chunk fits the budget');
    const messages = buildMessages({
      question: this.#request.question,
      // Earlier answers may rest on documents this endpoint must not see: only the questions go along.
      earlierQuestions: (this.#request.history ?? []).slice(-EARLIER_QUESTIONS).map((t) => t.question),
      asOf: this.#request.asOf,
      items: this.#items,
      vault: this.#vault,
    });
    return messages;
  }

  async #reserve(): Promise<Reservation> {
    const chars = this.#request.question.length + 4_500;
    const estimate =
      estimateTokens(chars) + (this.#deps.evidenceTokens ?? DEFAULT_EVIDENCE_TOKENS) + REPLY_ESTIMATE;
    const reservation = await this.#deps.budget.reserve(this.#request.person, estimate);
    if (!reservation) throw new LlmError('budget', 'the day’s tokens are used up');
    return reservation;
  }

  async #reranked(): Promise<readonly EvidenceUnit[]> {
    return rerankUnits({
      question: this.#vault.mask(this.#request.question),
      units: this.#units,
      vault: this.#vault,
      call: (messages, schema) => this.#send(messages, schema),
    });
  }

  /** The reply and, when something in it fails, one repair; the better of the two counts. */
  async #ask(messages: readonly ChatCompletionMessageParam[]): Promise<Checked> {
    const text = await this.#send(messages, REPLY_SCHEMA, this.#shower());
    let first: Checked | undefined;
    try {
      first = this.#check(text);
      if (first.verification.failed.length === 0) return first;
    } catch (error) {
      if (!(error instanceof LlmError) || error.reason !== 'broken_reply') throw error;
    }
    try {
      const failed = first?.verification.failed ?? [];
      this.#deps.trace?.('repair', { failed: failed.length, broken: first === undefined });
      const repaired = this.#check(
        await this.#send(buildRepair(messages, text, failed, this.#vault), REPLY_SCHEMA),
      );
      return first && score(first) > score(repaired) ? first : repaired;
    } catch (error) {
      // What was verified of the first reply stands; the repair was only a chance for more.
      if (first && !this.#request.signal?.aborted) return first;
      throw error;
    }
  }

  #check(text: string): Checked {
    const reply = parseReply(text);
    const verification = verify(reply, this.#sources());
    this.#deps.trace?.('verification', {
      verdict: reply.verdict,
      kept: verification.kept.length,
      failed: verification.failed.map((f) => ({
        section: f.section,
        failures: f.failures.map((x) => x.kind),
      })),
    });
    return { reply, verification };
  }

  #sources(): Sources {
    return { items: this.#items, vault: this.#vault, question: this.#request.question };
  }

  /** Shows each statement that holds as soon as it is there; those that fail wait for the repair. */
  #shower(): ((text: string) => void) | undefined {
    const onDraft = this.#onDraft;
    if (!onDraft) return undefined;
    const arriving = createArrivingReply();
    const check = createVerifier(this.#sources());
    const kept: VerifiedStatement[] = [];
    return (text) => {
      const before = kept.length;
      for (const { section, statement } of arriving.read(text)) {
        const result = check(section, statement);
        if (!isFailed(result)) kept.push(result);
      }
      if (kept.length === before || this.#request.signal?.aborted) return;
      if (!/^(?:full|partial)$/.test(arriving.verdict ?? '')) return;
      const draft = draftSoFar(kept);
      if (draft) onDraft({ ...draft, composer: 'llm' });
    };
  }

  async #send(
    messages: readonly ChatCompletionMessageParam[],
    schema: JsonSchema,
    onText?: (text: string) => void,
  ): Promise<string> {
    const left = Math.floor(this.#deadline - performance.now());
    if (left <= 0) throw new LlmError('timeout', 'the question took too long');
    this.#calls++;
    this.#deps.trace?.('prompt', { messages });
    try {
      const { signal } = this.#request;
      const limits = { ...this.#deps.limits, totalMs: Math.min(this.#deps.limits.totalMs, left) };
      const reply = await this.#deps.caller.call({
        messages,
        schema,
        limits,
        ...(signal && { signal }),
        ...(onText && { onText }),
      });
      this.#count(reply.usage);
      this.#mode = reply.mode;
      // Personal data is still masked here, as it came.
      this.#deps.trace?.('reply', { mode: reply.mode, ...reply.usage, text: reply.text });
      return reply.text;
    } catch (error) {
      // An endpoint that failed half-way has read the prompt all the same.
      if (error instanceof LlmError) this.#tokens.lost += error.spent || lostTokens(error, messages);
      throw error;
    }
  }

  #count(usage: Usage): void {
    this.#tokens.prompt += usage.promptTokens;
    this.#tokens.completion += usage.completionTokens;
    this.#tokens.cached += usage.cachedTokens;
  }
}

function lostTokens(error: LlmError, messages: readonly ChatCompletionMessageParam[]): number {
  if (!/^(?:timeout|truncated|too_long)$/.test(error.reason)) return 0;
  return estimateTokens(messages.reduce((n, m) => n + String(m.content ?? '').length, 0));
}

/** A verified conclusion first, then the fewest removed, then the most kept. */
function score({ verification: { kept, failed } }: Checked): number {
  const conclusion = kept.some((s) => s.section === 'conclusion') ? 1000 : 0;
  return conclusion + (kept.length > 0 ? 100 : 0) - failed.length * 2 + kept.length;
}

function tally(failed: Verification['failed']): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { failures } of failed) for (const { kind } of failures) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
