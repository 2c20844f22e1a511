/**
 * Answers composed by a language model that are shown only as far as code can verify them. The steps, in order:
 * scope → circuit and budget → (rerank) → evidence under tokens → privacy gate and prompt → call → verification →
 * one repair → draft; the embedded composer answers whenever a step cannot.
 */
import type OpenAI from 'openai';
import type { AskRequest, Composer, Draft, Evidence } from '../model.ts';
import type { Trace } from '../trace.ts';
import { CircuitBreaker } from './breaker.ts';
import type { TokenBudget } from './budget.ts';
import { type Caller, createCaller } from './call.ts';
import { fallBack, opensCircuit } from './fallback.ts';
import { type Clock, type FallbackReason, LlmError, type LlmLogger } from './model.ts';
import { type CallLimits, DEFAULT_LIMITS } from './options.ts';
import { Question } from './question.ts';
import { applyScope, type ScopePolicy } from './scope.ts';

export interface LlmComposerDeps {
  readonly client: OpenAI;
  readonly model: string;
  readonly fallback: Composer;
  readonly scopePolicy: ScopePolicy;
  readonly logger: LlmLogger;
  readonly clock: Clock;
  readonly budget: TokenBudget;
  readonly limits?: CallLimits;
  /** For the whole question, the repair included; default 1.5 times the limit of one reply. */
  readonly questionMs?: number;
  readonly breaker?: CircuitBreaker;
  readonly rerank?: boolean;
  readonly evidenceTokens?: number;
  /** Called at each step, for `ask --trace`; holds masked text only. */
  readonly trace?: Trace;
}

export function createLlmComposer(deps: LlmComposerDeps): Composer {
  const run = new Run(deps);
  return { name: 'llm', compose: (request, evidence, onDraft) => run.compose(request, evidence, onDraft) };
}

class Run {
  readonly #deps: LlmComposerDeps;
  readonly #caller: Caller;
  readonly #breaker: CircuitBreaker;
  readonly #limits: CallLimits;

  constructor(deps: LlmComposerDeps) {
    this.#deps = deps;
    this.#caller = createCaller(deps.client, deps.model);
    this.#breaker = deps.breaker ?? new CircuitBreaker(deps.clock);
    this.#limits = deps.limits ?? DEFAULT_LIMITS;
  }

  async compose(request: AskRequest, evidence: Evidence, onDraft?: (draft: Draft) => void): Promise<Draft> {
    const { fallback, logger, scopePolicy } = this.#deps;
    const instead = (reason: FallbackReason, detail: object = {}) => {
      this.#deps.trace?.('fallback', { reason, ...detail });
      return fallBack(reason, detail, fallback, logger, request, evidence);
    };
    if (!/^(?:none|found)$/.test(evidence.retrieval.lookup.kind)) return instead('lookup');
    if (evidence.units.length === 0) return instead('no_evidence');
    const scoped = applyScope(evidence.units, scopePolicy);
    if (scoped.decisiveWithheld || scoped.sendable.length === 0)
      return instead('scope', { withheld: scoped.withheld });
    if (!this.#breaker.admit()) return instead('circuit_open');
    const question = new Question(
      { ...this.#deps, caller: this.#caller, limits: this.#limits },
      { request, evidence, units: scoped.sendable, onDraft },
    );
    try {
      const draft = await question.answer();
      this.#breaker.succeeded();
      return draft;
    } catch (error) {
      if (request.signal?.aborted) {
        this.#breaker.released();
        throw error;
      }
      const reason = error instanceof LlmError ? error.reason : 'internal_error';
      if (opensCircuit(reason))
        this.#breaker.failed(error instanceof LlmError ? error.retryAfterMs : undefined);
      else if (reason === 'budget' || reason === 'internal_error') this.#breaker.released();
      else this.#breaker.succeeded();
      const draft = await instead(reason, {
        detail: error instanceof LlmError ? error.message : error instanceof Error ? error.name : 'unknown',
        ...question.report(),
      });
      const usage = question.usage();
      return usage ? { ...draft, usage } : draft;
    }
  }
}
