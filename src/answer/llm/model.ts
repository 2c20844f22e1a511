import type { IsoDate } from '../../legal/model.ts';

/** Which documents may be sent to the endpoint. That an endpoint is local is the operator's statement. */
export type LlmScope = 'public' | 'internal' | 'all';

/** The subset of pino that is used; never given question, answer or document text. */
export interface LlmLogger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

/** Why the language model did not answer and the embedded composer did. */
export type FallbackReason =
  | 'no_evidence'
  | 'lookup'
  | 'scope'
  | 'budget'
  | 'circuit_open'
  | 'timeout'
  | 'rate_limited'
  | 'server_error'
  | 'unauthorised'
  | 'unreachable'
  | 'bad_request'
  | 'truncated'
  | 'too_long'
  | 'empty'
  | 'refusal'
  | 'broken_reply'
  | 'nothing_verified'
  | 'internal_error';

/** The endpoint did not give a usable reply. `message` is for the log and holds no text of the question. */
export class LlmError extends Error {
  readonly reason: FallbackReason;
  /** Milliseconds the endpoint asked to wait (429). */
  readonly retryAfterMs?: number;
  /** Tokens spent although no usable reply came. */
  readonly spent: number;

  constructor(
    reason: FallbackReason,
    message: string,
    options: { cause?: unknown; retryAfterMs?: number; spent?: number } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'LlmError';
    this.reason = reason;
    this.spent = options.spent ?? 0;
    if (options.retryAfterMs !== undefined) this.retryAfterMs = options.retryAfterMs;
  }
}

export interface Usage {
  readonly promptTokens: number;
  readonly completionTokens: number;
  /** Part of `promptTokens` that the endpoint had in its prompt cache. */
  readonly cachedTokens: number;
  /** True when the endpoint reported nothing and characters were counted instead. */
  readonly estimated: boolean;
}

/** Where token use is counted; the store implements it, `memoryCounter` does for one process. */
export interface UsageCounter {
  /** Tokens used by `key` on `day` (Asia/Ho_Chi_Minh). */
  used(key: string, day: IsoDate): Promise<number>;
  /** `tokens` may be negative: a reservation given back. */
  add(key: string, day: IsoDate, tokens: number): Promise<void>;
}

/** Milliseconds since the epoch. */
export type Clock = () => number;

export const STATEMENT_SECTIONS = [
  'conclusion',
  'authority',
  'steps',
  'dossier',
  'time_limit',
  'fee',
  'caveats',
] as const;
export type StatementSection = (typeof STATEMENT_SECTIONS)[number];

export const MISSING_POINTS = [
  'authority',
  'steps',
  'dossier',
  'time_limit',
  'fee',
  'form',
  'condition',
  'result',
  'legal_basis',
  'other',
] as const;
export type MissingPoint = (typeof MISSING_POINTS)[number];

export interface ModelQuote {
  readonly evidence: string;
  readonly quote: string;
}

/** One sentence of the model, with the tokens it rests on. */
export interface ModelStatement {
  readonly text: string;
  readonly evidence: readonly string[];
  readonly quotes: readonly ModelQuote[];
}

export type Verdict = 'full' | 'partial' | 'none' | 'clarify' | 'out_of_scope';

/** The model's reply as asked for by the JSON schema. */
export interface ModelReply {
  readonly verdict: Verdict;
  readonly statements: Readonly<Record<StatementSection, readonly ModelStatement[]>>;
  readonly missing: readonly MissingPoint[];
  /** With `clarify`: tokens of the documents the person may mean. */
  readonly choices: readonly string[];
}
