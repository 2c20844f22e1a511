/** One question to the endpoint: structured output where it can, streamed, bounded in time and size. */
import type OpenAI from 'openai';
import type {
  ChatCompletionCreateParams,
  ChatCompletionMessageParam,
} from 'openai/resources/chat/completions';
import { EVERYTHING, type Features, type Format, withLess } from './features.ts';
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
  /** Told of the text so far at every piece; a shorter text than before is a new attempt. */
  readonly onText?: (text: string) => void;
}

export interface CallReply {
  readonly text: string;
  readonly usage: Usage;
  readonly mode: CallMode;
}

/** How the reply was asked for, for the log: "json_schema", "plain_unstreamed" … */
export type CallMode = `${Format}${'' | '_unstreamed'}`;

export interface Caller {
  call(request: CallRequest): Promise<CallReply>;
}

/** Requests for one reply at most, while it is found out what the endpoint takes. */
const MAX_ATTEMPTS = 7;

/** Remembers what the endpoint took, so that only the first question pays for finding out. */
export function createCaller(client: OpenAI, model: string): Caller {
  let known = EVERYTHING;
  return {
    async call(request) {
      const until = performance.now() + request.limits.totalMs;
      let features = known;
      for (let attempt = 1; ; attempt++) {
        try {
          const left = Math.max(1, Math.floor(until - performance.now()));
          const limits = { ...request.limits, totalMs: Math.min(request.limits.totalMs, left) };
          const reply = await callOnce(client, model, features, { ...request, limits });
          known = features;
          return reply;
        } catch (error) {
          if (request.signal?.aborted) throw request.signal.reason;
          const next = attempt < MAX_ATTEMPTS ? withLess(features, error) : undefined;
          if (next === undefined) throw errorOf(error);
          features = next;
        }
      }
    },
  };
}

async function callOnce(
  client: OpenAI,
  model: string,
  features: Features,
  request: CallRequest,
): Promise<CallReply> {
  const clock = startTimers(request);
  const params = paramsOf(model, features, request);
  const options = { signal: clock.signal, maxRetries: 0 };
  const promptChars = request.messages.reduce((n, m) => n + String(m.content ?? '').length, 0);
  const mode: CallMode = `${features.format}${features.streamed ? '' : '_unstreamed'}`;
  try {
    if (!features.streamed) {
      const whole = await client.chat.completions.create({ ...params, stream: false }, options);
      return { ...readOnce(whole, request.limits, promptChars), mode };
    }
    const stream = await client.chat.completions.create(
      { ...params, stream: true, ...(features.usage && { stream_options: { include_usage: true } }) },
      options,
    );
    const heard = (text: string) => {
      clock.heard();
      request.onText?.(text);
    };
    return { ...(await readStream(stream, request.limits, promptChars, heard)), mode };
  } catch (error) {
    throw clock.expired() ? new LlmError('timeout', clock.expired()!, { cause: error }) : error;
  } finally {
    clock.stop();
  }
}

function paramsOf(
  model: string,
  { format, newer }: Features,
  request: CallRequest,
): Omit<ChatCompletionCreateParams, 'stream'> {
  const response_format =
    format === 'json_schema'
      ? { type: 'json_schema' as const, json_schema: { ...request.schema, strict: true } }
      : format === 'json_object'
        ? { type: 'json_object' as const }
        : undefined;
  return {
    model,
    messages: format === 'json_schema' ? [...request.messages] : withSchema(request),
    // Reasoning models refuse a temperature and `max_tokens`; other servers do not know the newer name.
    ...(newer
      ? { max_completion_tokens: request.limits.maxTokens }
      : { max_tokens: request.limits.maxTokens, temperature: 0 }),
    ...(response_format && { response_format }),
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
