/** What is asked of an endpoint besides a reply, and what to do without when it refuses. */
import OpenAI from 'openai';
import { LlmError } from './model.ts';

export type Format = 'json_schema' | 'json_object' | 'plain';

export interface Features {
  readonly format: Format;
  readonly streamed: boolean;
  /** `stream_options`. */
  readonly usage: boolean;
  /** `max_completion_tokens` and no temperature, or `max_tokens` and temperature 0. */
  readonly newer: boolean;
}

export const EVERYTHING: Features = { format: 'json_schema', streamed: true, usage: true, newer: true };

/** The endpoint does not know what was asked of it. */
const REFUSALS: readonly number[] = [400, 404, 415, 422, 501];

/** @returns what to ask for next, or undefined when the error is of another kind or nothing is left to do without */
export function withLess(f: Features, error: unknown): Features | undefined {
  // A body without one event: it does not stream.
  if (error instanceof LlmError)
    return f.streamed && error.reason === 'empty' && error.spent === 0
      ? { ...f, streamed: false }
      : undefined;
  if (!(error instanceof OpenAI.APIError) || !REFUSALS.includes(error.status ?? 0)) return undefined;
  return named(f, error.message) ?? unnamed(f);
}

/** The message says what it does not take. */
function named(f: Features, message: string): Features | undefined {
  if (f.usage && f.streamed && /stream_options|include_usage/i.test(message)) return { ...f, usage: false };
  if (f.newer && /max_completion_tokens/i.test(message)) return { ...f, newer: false };
  if (!f.newer && /max_tokens|temperature/i.test(message) && f.format !== 'plain')
    return { ...f, newer: true, format: 'plain' };
  if (f.streamed && /\bstream(?:ing)?\b/i.test(message)) return { ...f, streamed: false };
  return undefined;
}

function unnamed(f: Features): Features | undefined {
  if (f.format === 'json_schema') return { ...f, format: 'json_object', newer: false };
  if (f.format === 'json_object') return { ...f, format: 'plain' };
  if (f.usage && f.streamed) return { ...f, usage: false };
  return f.streamed ? { ...f, streamed: false } : undefined;
}
