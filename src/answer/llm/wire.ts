import type { WorkingCalendar } from '../../legal/calendar/calendar.ts';
import type { UnitTable } from '../../legal/units/table.ts';
import type { ChunkSource, Retriever } from '../../retrieval/model.ts';
import type { Composer } from '../model.ts';
import type { Researcher } from '../steps/step.ts';
import type { Trace } from '../trace.ts';
import type { AgentLimits } from './agent/ledger.ts';
import { createResearcher } from './agent/researcher.ts';
import { CircuitBreaker } from './breaker.ts';
import { type BudgetLimits, memoryCounter, TokenBudget } from './budget.ts';
import { createLlmComposer } from './composer.ts';
import type { Clock, LlmLogger, UsageCounter } from './model.ts';
import { createLlmClient, type LlmOptions, limitsOf } from './options.ts';
import { createLlmRewriter, type Rewriter } from './rewrite.ts';
import { scopePolicy } from './scope.ts';

export interface LlmPartsDeps {
  /** Answers whenever the language model does not. */
  readonly fallback: Composer;
  readonly logger: LlmLogger;
  readonly clock?: Clock;
  /** Budgets that administrators changed; default those of the options. */
  readonly limits?: () => Promise<BudgetLimits>;
  /** Default: counts in this process only, so a restart starts the day's budget again. */
  readonly counter?: UsageCounter;
  readonly trace?: Trace;
  /** Given when the model may search further (`LLM_AGENT`). */
  readonly agent?: AgentParts;
}

export interface AgentParts {
  readonly retriever: Retriever;
  readonly source: ChunkSource;
  readonly calendar: () => Promise<WorkingCalendar> | WorkingCalendar;
  readonly units?: UnitTable;
  readonly limits?: AgentLimits;
}

export interface LlmParts {
  readonly composer: Composer;
  readonly rewriter: Rewriter;
  readonly researcher?: Researcher;
}

/** Everything the composition root needs for one configured endpoint; composer and rewriter share one budget
 * and one circuit breaker. */
export function createLlmParts(options: LlmOptions, deps: LlmPartsDeps): LlmParts {
  const { fallback, logger, clock = Date.now, counter = memoryCounter(), trace, agent } = deps;
  const client = createLlmClient(options);
  const budget = new TokenBudget(counter, deps.limits ?? (() => options), clock);
  const breaker = new CircuitBreaker(clock);
  const shared = { client, model: options.model, logger, budget, breaker };
  return {
    composer: createLlmComposer({
      ...shared,
      fallback,
      clock,
      scopePolicy: scopePolicy(options.scope),
      limits: limitsOf(options),
      ...(options.questionTimeoutMs !== undefined && { questionMs: options.questionTimeoutMs }),
      ...(options.rerank !== undefined && { rerank: options.rerank }),
      ...(trace && { trace }),
    }),
    rewriter: createLlmRewriter(shared),
    ...(agent && {
      researcher: createResearcher({
        ...shared,
        ...agent,
        scopePolicy: scopePolicy(options.scope),
        clock,
        trace,
      }),
    }),
  };
}
