import type { ChatCompletionMessageParam } from 'openai/resources/chat/completions';
import type { ModelUsage } from '../model.ts';
import type { Trace } from '../trace.ts';
import type { Caller, JsonSchema } from './call.ts';
import { LlmError, type Usage } from './model.ts';
import type { CallLimits } from './options.ts';
import { estimateTokens } from './read-reply.ts';

export interface ModelCallsDeps {
  readonly model: string;
  readonly caller: Caller;
  readonly limits: CallLimits;
  /** For everything asked for one question; default 1.5 times the limit of one reply. */
  readonly questionMs?: number | undefined;
  readonly trace?: Trace | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What is asked of the model for one question: within one time limit, every token counted. */
export class ModelCalls {
  readonly #deps: ModelCallsDeps;
  readonly #deadline: number;
  #calls = 0;
  #tokens = { prompt: 0, completion: 0, cached: 0, lost: 0 };
  #mode = '';

  constructor(deps: ModelCallsDeps) {
    this.#deps = deps;
    this.#deadline = performance.now() + (deps.questionMs ?? deps.limits.totalMs * 1.5);
  }

  /** @throws LlmError of the endpoint, or `timeout` when the time for the question is used up */
  async send(
    messages: readonly ChatCompletionMessageParam[],
    schema: JsonSchema,
    onText?: (text: string) => void,
  ): Promise<string> {
    const { caller, limits, signal, trace } = this.#deps;
    const left = Math.floor(this.#deadline - performance.now());
    if (left <= 0) throw new LlmError('timeout', 'the question took too long');
    this.#calls++;
    trace?.('prompt', { messages });
    try {
      const reply = await caller.call({
        messages,
        schema,
        limits: { ...limits, totalMs: Math.min(limits.totalMs, left) },
        ...(signal && { signal }),
        ...(onText && { onText }),
      });
      this.#count(reply.usage);
      this.#mode = reply.mode;
      // Personal data is still masked here, as it came.
      trace?.('reply', { mode: reply.mode, ...reply.usage, text: reply.text });
      return reply.text;
    } catch (error) {
      // An endpoint that failed half-way has read the prompt all the same.
      if (error instanceof LlmError) this.#tokens.lost += error.spent || lostTokens(error, messages);
      throw error;
    }
  }

  /** Tokens spent, those of replies that broke off estimated. */
  get spent(): number {
    const { prompt, completion, lost } = this.#tokens;
    return prompt + completion + lost;
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

  /** For the log: counts only. */
  report(): object {
    const { prompt, completion, cached, lost } = this.#tokens;
    return {
      model: this.#deps.model,
      mode: this.#mode,
      calls: this.#calls,
      promptTokens: prompt,
      completionTokens: completion,
      cachedTokens: cached,
      lostTokens: lost,
    };
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
