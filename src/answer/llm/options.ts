import OpenAI from 'openai';
import { boundedFetch } from './bounded-fetch.ts';
import type { LlmScope } from './model.ts';

/** What an operator may set; `src/config.ts` fills it from the environment. Times in milliseconds. */
export interface LlmOptions {
  readonly apiKey: string;
  readonly baseUrl?: string;
  readonly model: string;
  readonly scope: LlmScope;
  /** For one reply, from the request to its last character. */
  readonly timeoutMs: number;
  /** For everything the model does for one question, the repair included. */
  readonly questionTimeoutMs?: number;
  readonly dailyTokens: number;
  readonly personDailyTokens: number;
  /** Lets the model put the retrieved units in order first. One more request a question. Default false. */
  readonly rerank?: boolean;
  /** For proxies; default the global one. */
  readonly fetch?: typeof fetch;
}

export interface CallLimits {
  readonly totalMs: number;
  /** Longest silence before the first piece and between two pieces. */
  readonly idleMs: number;
  /** Longest reply in characters. */
  readonly maxChars: number;
  readonly maxTokens: number;
}

/** Of the time for one reply, how much of it may pass in silence: a person at a counter waits for the rest. */
const SILENT_SHARE = 0.4;

/** A reply of 60,000 characters is ten times the longest honest one. */
export const DEFAULT_LIMITS: CallLimits = {
  totalMs: 20_000,
  idleMs: 20_000 * SILENT_SHARE,
  maxChars: 60_000,
  maxTokens: 4_000,
};

/** Bytes of one HTTP response; a stream of JSON pieces is some ten times longer than what it says. */
const MAX_RESPONSE_BYTES = 4_000_000;

/** The client for a configured endpoint. Nothing connects here; retries are the composer's business. */
export function createLlmClient(
  options: Pick<LlmOptions, 'apiKey' | 'baseUrl' | 'timeoutMs' | 'fetch'>,
): OpenAI {
  return new OpenAI({
    apiKey: options.apiKey,
    ...(options.baseUrl !== undefined && { baseURL: options.baseUrl }),
    timeout: options.timeoutMs,
    maxRetries: 0,
    fetch: boundedFetch(MAX_RESPONSE_BYTES, options.fetch),
    // What is sent is meant for the configured address and for no other.
    fetchOptions: { redirect: 'error' },
    logLevel: 'off',
  });
}

/** Limits of one reply from the configured time. */
export function limitsOf(options: Pick<LlmOptions, 'timeoutMs'>): CallLimits {
  return {
    ...DEFAULT_LIMITS,
    totalMs: options.timeoutMs,
    idleMs: Math.floor(options.timeoutMs * SILENT_SHARE),
  };
}
