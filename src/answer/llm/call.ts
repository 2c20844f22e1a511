/** One question to the endpoint: structured output where it can, streamed, bounded in time and size. */
import OpenAI from 'openai';
import type {
  ChatCompletionCreateParams,
  ChatCompletionMessageParam,
} from 'openai/resources/chat/completions';
import { LlmError, type Usage } from './model.ts';
import type { CallLimits } from './options.ts';
import { errorOf, readOnce, readStream } from './read-reply.ts';

export interface JsonSchema {
  readonly name: string;
  readonly schema: Record<string, unknown>;
}

export interface CallRequest {
  readonly messages: readonly ChatCompletionMessageParam[];
  readonly schema: JsonSchema;
  readonly limits: CallLimits;
  readonly signal?: AbortSignal;
}

export interface CallReply {
  readonly text: string;
  readonly usage: Usage;
  readonly mode: CallMode;
}

/** How a reply is asked for, the strictest first; an endpoint that refuses one is asked in the next. */
export type CallMode = 'json_schema' | 'json_object' | 'plain' | 'plain_unstreamed';
const LADDER: readonly CallMode[] = ['json_schema', 'json_object', 'plain', 'plain_unstreamed'];

export interface Caller {
  call(request: CallRequest): Promise<CallReply>;
}

/** Remembers the mode the endpoint took, so that only the first question pays for finding out. */
export function createCaller(client: OpenAI, model: string): Caller {
  let start = 0;
  return {
    async call(request) {
      for (let i = start; i < LADDER.length; i++) {
        const mode = LADDER[i]!;
        try {
          const reply = await callOnce(client, model, mode, request);
          start = i;
          return reply;
        } catch (error) {
          if (request.signal?.aborted) throw request.signal.reason;
          const next = nextMode(error, i);
          if (next === undefined) throw errorOf(error);
          i = next - 1;
        }
      }
      throw new LlmError('bad_request', 'the endpoint takes no mode');
    },
  };
}

/**
 * 400, 404, 415, 422 and 501 before any text: the endpoint does not know what was asked of it. A body without one
 * event: it does not stream.
 */
function nextMode(error: unknown, i: number): number | undefined {
  const last = LADDER.length - 1;
  if (i === last) return undefined;
  if (error instanceof OpenAI.APIError)
    return [400, 404, 415, 422, 501].includes(error.status ?? 0) ? i + 1 : undefined;
  return error instanceof LlmError && error.reason === 'empty' && error.spent === 0 ? last : undefined;
}

async function callOnce(
  client: OpenAI,
  model: string,
  mode: CallMode,
  request: CallRequest,
): Promise<CallReply> {
  const clock = startTimers(request);
  const params = paramsOf(model, mode, request);
  const options = { signal: clock.signal, maxRetries: 0 };
  const promptChars = request.messages.reduce((n, m) => n + String(m.content ?? '').length, 0);
  try {
    if (mode === 'plain_unstreamed') {
      const whole = await client.chat.completions.create({ ...params, stream: false }, options);
      return { ...readOnce(whole, request.limits, promptChars), mode };
    }
    const stream = await client.chat.completions.create(
      { ...params, stream: true, ...(mode !== 'plain' && { stream_options: { include_usage: true } }) },
      options,
    );
    return { ...(await readStream(stream, request.limits, promptChars, clock.heard)), mode };
  } catch (error) {
    throw clock.expired() ? new LlmError('timeout', clock.expired()!, { cause: error }) : error;
  } finally {
    clock.stop();
  }
}

function paramsOf(
  model: string,
  mode: CallMode,
  request: CallRequest,
): Omit<ChatCompletionCreateParams, 'stream'> {
  const format =
    mode === 'json_schema'
      ? { type: 'json_schema' as const, json_schema: { ...request.schema, strict: true } }
      : mode === 'json_object'
        ? { type: 'json_object' as const }
        : undefined;
  const strict = mode === 'json_schema';
  return {
    model,
    messages: strict ? [...request.messages] : withSchema(request),
    // Reasoning models refuse a temperature and `max_tokens`; other servers do not know the newer name.
    ...(strict
      ? { max_completion_tokens: request.limits.maxTokens }
      : { max_tokens: request.limits.maxTokens, temperature: 0 }),
    ...(format && { response_format: format }),
  };
}

/** Where the endpoint does not enforce the schema, the model is shown it. */
function withSchema(request: CallRequest): ChatCompletionMessageParam[] {
  const [first, ...rest] = request.messages;
  const note = `\n\nChỉ trả về một đối tượng JSON đúng lược đồ sau, không thêm chữ nào ngoài JSON:\n${JSON.stringify(request.schema.schema)}`;
  return [{ role: 'system', content: `${String(first?.content ?? '')}${note}` }, ...rest];
}

interface Timers {
  readonly signal: AbortSignal;
  /** To be called at every piece. */
  heard(): void;
  expired(): string | undefined;
  stop(): void;
}

function startTimers({ limits, signal }: CallRequest): Timers {
  const abort = new AbortController();
  let why: string | undefined;
  const expire = (reason: string) => () => {
    why ??= reason;
    abort.abort();
  };
  const total = setTimeout(expire(`no complete reply in ${limits.totalMs} ms`), limits.totalMs);
  let idle = setTimeout(expire(`silent for ${limits.idleMs} ms`), limits.idleMs);
  const outer = () => abort.abort();
  signal?.addEventListener('abort', outer, { once: true });
  if (signal?.aborted) outer();
  return {
    signal: abort.signal,
    heard: () => {
      clearTimeout(idle);
      idle = setTimeout(expire(`silent for ${limits.idleMs} ms`), limits.idleMs);
    },
    expired: () => why,
    stop: () => {
      clearTimeout(total);
      clearTimeout(idle);
      signal?.removeEventListener('abort', outer);
    },
  };
}
