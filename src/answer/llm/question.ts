/** One question to the model: its vault, its evidence, its reply and one repair. */
import type { ChatCompletionMessageParam } from 'openai/resources/chat/completions';
import type { AskRequest, Draft, Evidence, EvidenceUnit, ModelUsage } from '../model.ts';
import { createVault, type PrivacyVault } from '../privacy.ts';
import type { Reservation, TokenBudget } from './budget.ts';
import { betterOf, type Checked, tally, traceOf } from './checked.ts';
import { draftOf } from './draft.ts';
import { DEFAULT_EVIDENCE_TOKENS, type EvidenceItem, selectEvidence } from './evidence.ts';
import { type Clock, LlmError, type LlmLogger } from './model.ts';
import { ModelCalls, type ModelCallsDeps } from './model-calls.ts';
import { buildMessages, buildRepair } from './prompt.ts';
import { estimateTokens } from './read-reply.ts';
import { rerankUnits } from './rerank.ts';
import { parseReply, REPLY_SCHEMA } from './schema.ts';
import { showing } from './showing.ts';
import { type Sources, verify } from './verify.ts';

/** Tokens booked for a reply before its real length is known. */
const REPLY_ESTIMATE = 1_500;
const EARLIER_QUESTIONS = 4;

export interface QuestionDeps extends Omit<ModelCallsDeps, 'signal'> {
  readonly logger: LlmLogger;
  readonly clock: Clock;
  readonly budget: TokenBudget;
  readonly rerank?: boolean | undefined;
  readonly evidenceTokens?: number | undefined;
}

export interface QuestionInput {
  readonly request: AskRequest;
  readonly evidence: Evidence;
  /** What may be sent, best first. */
  readonly units: readonly EvidenceUnit[];
  /** Told of the first reply's verified statements while it arrives. */
  readonly onDraft?: ((draft: Draft) => void) | undefined;
}

export class Question {
  readonly #deps: QuestionDeps;
  readonly #request: AskRequest;
  readonly #evidence: Evidence;
  readonly #vault: PrivacyVault;
  readonly #onDraft: ((draft: Draft) => void) | undefined;
  readonly #calls: ModelCalls;
  readonly #started: number;
  #units: readonly EvidenceUnit[];
  #items: readonly EvidenceItem[] = [];

  constructor(deps: QuestionDeps, { request, evidence, units, onDraft }: QuestionInput) {
    this.#deps = deps;
    this.#onDraft = onDraft;
    this.#request = request;
    this.#evidence = evidence;
    this.#units = units;
    this.#vault = createVault(request.question);
    this.#started = deps.clock();
    this.#calls = new ModelCalls({ ...deps, signal: request.signal });
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
      await reservation.settle(this.#calls.spent);
    }
  }

  /** @returns what was asked until now; absent before the first call */
  usage(): ModelUsage | undefined {
    return this.#calls.usage();
  }

  /** For the log: counts only, no text. */
  report(): object {
    return {
      ...this.#calls.report(),
      evidence: this.#items.length,
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
      call: (messages, schema) => this.#calls.send(messages, schema),
    });
  }

  /** The reply and, when something in it fails, one repair; the better of the two counts. */
  async #ask(messages: readonly ChatCompletionMessageParam[]): Promise<Checked> {
    const text = await this.#calls.send(messages, REPLY_SCHEMA, this.#onText());
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
        await this.#calls.send(buildRepair(messages, text, failed, this.#vault), REPLY_SCHEMA),
      );
      return first ? betterOf(first, repaired) : repaired;
    } catch (error) {
      // What was verified of the first reply stands; the repair was only a chance for more.
      if (first && !this.#request.signal?.aborted) return first;
      throw error;
    }
  }

  #check(text: string): Checked {
    const reply = parseReply(text);
    const verification = verify(reply, this.#sources());
    this.#deps.trace?.('verification', traceOf({ reply, verification }, this.#vault));
    return { reply, verification };
  }

  #onText(): ((text: string) => void) | undefined {
    return this.#onDraft && showing(this.#sources(), this.#onDraft, this.#request.signal);
  }

  #sources(): Sources {
    return { items: this.#items, vault: this.#vault, question: this.#request.question };
  }
}
