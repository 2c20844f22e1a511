/** Replies of the endpoint, streamed or whole, turned into text or into the reason why there is none. */
import OpenAI from 'openai';
import type { ChatCompletion, ChatCompletionChunk } from 'openai/resources/chat/completions';
import type { CompletionUsage } from 'openai/resources/completions';
import { LlmError, type Usage } from './model.ts';
import type { CallLimits } from './options.ts';

export interface ReadReply {
  readonly text: string;
  readonly usage: Usage;
}

/** Vietnamese takes about 2.5 characters a token in the usual vocabularies; only used where nothing is reported. */
export const estimateTokens = (chars: number): number => Math.ceil(chars / 2.5);

export async function readStream(
  stream: AsyncIterable<ChatCompletionChunk>,
  limits: CallLimits,
  promptChars: number,
  heard: (text: string) => void,
): Promise<ReadReply> {
  let text = '';
  let refusal = '';
  let finish: string | null | undefined;
  let usage: CompletionUsage | undefined;
  let events = 0;
  for await (const chunk of stream) {
    events++;
    usage = chunk.usage ?? usage;
    const choice = chunk.choices?.[0];
    text += textOf(choice?.delta);
    refusal += choice?.delta?.refusal ?? '';
    finish = choice?.finish_reason ?? finish;
    heard(text);
    // Leaving the loop ends the request: the rest is never read.
    if (text.length > limits.maxChars)
      throw new LlmError('too_long', `more than ${limits.maxChars} characters`, {
        spent: estimateTokens(promptChars + text.length),
      });
  }
  // Not one event: the endpoint sent something else than a stream.
  if (events === 0) throw new LlmError('empty', 'no event in the stream');
  return finished(text, refusal, finish, usageOf(usage, promptChars, text.length));
}

/** @param whole what the endpoint sent, which may be anything that is JSON */
export function readOnce(whole: ChatCompletion | null, limits: CallLimits, promptChars: number): ReadReply {
  const choice = whole?.choices?.[0];
  const text = textOf(choice?.message);
  const usage = usageOf(whole?.usage, promptChars, text.length);
  if (text.length > limits.maxChars)
    throw new LlmError('too_long', `more than ${limits.maxChars} characters`, { spent: total(usage) });
  return finished(text, choice?.message?.refusal ?? '', choice?.finish_reason, usage);
}

function finished(text: string, refusal: string, finish: string | null | undefined, usage: Usage): ReadReply {
  const spent = total(usage);
  if (refusal !== '' || finish === 'content_filter')
    throw new LlmError('refusal', 'the model refused', { spent });
  if (text.trim() === '') throw new LlmError('empty', 'no text', { spent });
  if (finish === 'length') throw new LlmError('truncated', 'cut at the token limit', { spent });
  // Some servers never say why they stopped; whether braces that close do close the reply is seen when it is parsed.
  if (!finish && !/\}\s*(?:```\s*)?$/u.test(text))
    throw new LlmError('truncated', 'the stream ended before the reply did', { spent });
  return { text, usage };
}

/** Servers differ: a string, parts of one, or the JSON as arguments of a tool nobody offered. */
function textOf(message: object | null | undefined): string {
  const { content, tool_calls: calls } = (message ?? {}) as { content?: unknown; tool_calls?: unknown };
  if (typeof content === 'string' && content !== '') return content;
  if (Array.isArray(content))
    return content.map((part) => (typeof part?.text === 'string' ? part.text : '')).join('');
  if (!Array.isArray(calls)) return '';
  const given = calls[0]?.function?.arguments;
  return typeof given === 'string' ? given : '';
}

const total = (u: Usage) => u.promptTokens + u.completionTokens;

function usageOf(usage: CompletionUsage | null | undefined, promptChars: number, replyChars: number): Usage {
  return {
    promptTokens: usage?.prompt_tokens ?? estimateTokens(promptChars),
    completionTokens: usage?.completion_tokens ?? estimateTokens(replyChars),
    cachedTokens: usage?.prompt_tokens_details?.cached_tokens ?? 0,
    estimated: !usage,
  };
}

/** Every way the client can fail, as a reason. */
export function errorOf(error: unknown): LlmError {
  if (error instanceof LlmError) return error;
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof LlmError) return cause;
  if (error instanceof OpenAI.APIConnectionTimeoutError)
    return new LlmError('timeout', 'connection timed out', { cause: error });
  if (error instanceof OpenAI.APIUserAbortError) return new LlmError('timeout', 'aborted', { cause: error });
  if (error instanceof OpenAI.APIConnectionError)
    return new LlmError('unreachable', 'no connection', { cause: error });
  if (error instanceof OpenAI.APIError) return apiError(error);
  if (error instanceof SyntaxError) return new LlmError('broken_reply', 'not JSON', { cause: error });
  return new LlmError('truncated', 'the connection broke', { cause: error });
}

function apiError(error: InstanceType<typeof OpenAI.APIError>): LlmError {
  const { status } = error;
  const retryAfterMs = retryAfter(error.headers);
  const more = { cause: error, ...(retryAfterMs !== undefined && { retryAfterMs }) };
  // An error sent inside a stream has no status.
  if (status === undefined || status >= 500) return new LlmError('server_error', `status ${status}`, more);
  if (status === 429) return new LlmError('rate_limited', 'status 429', more);
  if (status === 401 || status === 403) return new LlmError('unauthorised', `status ${status}`, more);
  return new LlmError('bad_request', `status ${status}`, more);
}

const LONGEST_WAIT_S = 3600;

/** Seconds or a date (RFC 9110, 10.2.3), as milliseconds from now. */
export function retryAfter(headers: Headers | undefined): number | undefined {
  const given = headers?.get('retry-after');
  if (!given) return undefined;
  const seconds = /^\d+(?:\.\d+)?$/.test(given) ? Number(given) : (Date.parse(given) - Date.now()) / 1000;
  return seconds > 0 ? Math.min(seconds, LONGEST_WAIT_S) * 1000 : undefined;
}
