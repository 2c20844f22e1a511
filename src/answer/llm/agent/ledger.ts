/** What one agent may spend, and what it has spent. */
export interface AgentLimits {
  /** Replies of the model. */
  readonly steps: number;
  /** Tool calls altogether: one reply may ask for many. */
  readonly toolCalls: number;
  /** Prompt and reply tokens of all steps. */
  readonly tokens: number;
  readonly totalMs: number;
}

export const DEFAULT_AGENT_LIMITS: AgentLimits = { steps: 6, toolCalls: 12, tokens: 40_000, totalMs: 25_000 };

type Bound = 'steps' | 'tool_calls' | 'tokens';

/** A bound was reached; what was found until then still counts. */
export class BoundReachedError extends Error {
  readonly bound: Bound;
  constructor(bound: Bound) {
    super(`the agent reached its bound of ${bound}`);
    this.name = 'BoundReachedError';
    this.bound = bound;
  }
}

export class AgentLedger {
  readonly #limits: AgentLimits;
  steps = 0;
  promptTokens = 0;
  completionTokens = 0;
  toolCalls = 0;
  bound: Bound | undefined;

  constructor(limits: AgentLimits) {
    this.#limits = limits;
  }

  get tokens(): number {
    return this.promptTokens + this.completionTokens;
  }

  /** @throws BoundReachedError when the next step is not allowed any more */
  admitStep(promptTokens: number): void {
    // It was told that there are no more calls; nothing new can come of another step.
    if (this.bound === 'tool_calls') throw this.#reached('tool_calls');
    if (this.steps >= this.#limits.steps) throw this.#reached('steps');
    if (this.tokens + promptTokens > this.#limits.tokens) throw this.#reached('tokens');
    this.steps++;
  }

  /** False when the tool may not be called any more. */
  admitToolCall(): boolean {
    if (this.toolCalls >= this.#limits.toolCalls) {
      this.bound = 'tool_calls';
      return false;
    }
    this.toolCalls++;
    return true;
  }

  #reached(bound: Bound): BoundReachedError {
    this.bound = bound;
    return new BoundReachedError(bound);
  }
}
