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
  heard: () => void,
): Promise<ReadReply> {
  let text = '';
  let refusal = '';
  let finish: string | null | undefined;
  let usage: CompletionUsage | undefined;
  let events = 0;
  for await (const chunk of stream) {
    heard();
    events++;
    usage = chunk.usage ?? usage;
    const choice = chunk.choices?.[0];
    if (!choice) continue;
    text += choice.delta?.content ?? '';
    refusal += choice.delta?.refusal ?? '';
    finish = choice.finish_reason ?? finish;
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

export function readOnce(whole: ChatCompletion, limits: CallLimits, promptChars: number): ReadReply {
  const choice = whole.choices?.[0];
  const text = choice?.message?.content ?? '';
  const usage = usageOf(whole.usage, promptChars, text.length);
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
  if (!finish) throw new LlmError('truncated', 'the stream ended before the reply did', { spent });
  return { text, usage };
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
  // An error sent inside a stream has no status.
  if (status === undefined || status >= 500)
    return new LlmError('server_error', `status ${status}`, { cause: error });
  if (status === 429) {
    const seconds = Number(error.headers?.get('retry-after'));
    const retryAfterMs = Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 3600) * 1000 : undefined;
    return new LlmError('rate_limited', 'status 429', {
      cause: error,
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    });
  }
  if (status === 401 || status === 403)
    return new LlmError('unauthorised', `status ${status}`, { cause: error });
  return new LlmError('bad_request', `status ${status}`, { cause: error });
}
