/** A scriptable OpenAI-compatible server on 127.0.0.1: chat completions (streamed, JSON schema) and embeddings. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ChatRequest {
  readonly model: string;
  readonly messages: readonly {
    readonly role: string;
    readonly content: string;
    readonly tool_calls?: readonly unknown[];
  }[];
  readonly tools?: readonly { readonly function: { readonly name: string } }[];
  readonly stream?: boolean;
  readonly stream_options?: unknown;
  readonly response_format?: {
    readonly type: string;
    readonly json_schema?: { readonly name: string; readonly strict: boolean; readonly schema: unknown };
  };
}

/** What the server does with one chat request. */
export type FakeReply =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly finish?: 'stop' | 'length' | 'content_filter' | null;
      readonly pieces?: number;
      readonly usage?: Usage;
    }
  | { readonly kind: 'refusal'; readonly text: string }
  /** Tools the model wants called; only in replies that are not streamed. */
  | {
      readonly kind: 'tools';
      readonly calls: readonly { readonly name: string; readonly args: unknown }[];
      readonly usage?: Usage;
    }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly message?: string;
      readonly headers?: Record<string, string>;
    }
  | { readonly kind: 'empty_choices' }
  /** Half the text, then nothing, the connection open. */
  | { readonly kind: 'half_then_silence'; readonly text: string }
  /** Half the text, then a clean end without finish reason. */
  | { readonly kind: 'half_then_end'; readonly text: string }
  /** Half the text, then the connection is cut. */
  | { readonly kind: 'half_then_cut'; readonly text: string }
  | { readonly kind: 'error_in_stream'; readonly text: string }
  | { readonly kind: 'drip'; readonly text: string; readonly everyMs: number }
  | { readonly kind: 'hang' }
  /** The connection is reset before a byte. */
  | { readonly kind: 'reset' }
  /** Pieces without end. */
  | { readonly kind: 'endless' }
  /** One line without end. */
  | { readonly kind: 'endless_line' }
  | { readonly kind: 'raw'; readonly body: string | Uint8Array; readonly contentType: string };

interface Usage {
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  readonly prompt_tokens_details?: { readonly cached_tokens: number };
}

/** What the server does with one request for embeddings; undefined: what it should. */
export type EmbeddingScript = (texts: readonly string[]) => FakeEmbeddings | undefined;
export type FakeEmbeddings =
  | Extract<FakeReply, { kind: 'status' | 'raw' | 'hang' | 'reset' }>
  /** Any `data`, right or wrong. */
  | { readonly kind: 'data'; readonly data: unknown };

export type Script = FakeReply | ((request: ChatRequest) => FakeReply);

export interface FakeOpenAi {
  /** To be given as `baseURL`. */
  readonly url: string;
  readonly requests: readonly ChatRequest[];
  readonly embedded: readonly string[];
  /** Replies in order; the last one is repeated. */
  script(...replies: Script[]): void;
  /** Features answered with 400, as older servers do. */
  refuse(
    ...features: ('json_schema' | 'json_object' | 'stream' | 'stream_options' | 'max_completion_tokens')[]
  ): void;
  /** What becomes of embedding requests from now on: a status (200 unless set), or what a script says of each. */
  embeddings(script: number | EmbeddingScript): void;
  /** Embedding requests with these words are answered with 400. */
  refuseEmbeddingOf(words: string | undefined): void;
  /** Chat requests still open. */
  open(): number;
  close(): Promise<void>;
}

export const text = (
  value: unknown,
  more: Partial<Extract<FakeReply, { kind: 'text' }>> = {},
): FakeReply => ({
  kind: 'text',
  text: typeof value === 'string' ? value : JSON.stringify(value),
  ...more,
});

export async function startFakeOpenAi(): Promise<FakeOpenAi> {
  let replies: Script[] = [text('{}')];
  let refused: readonly string[] = [];
  let open = 0;
  let embedding: EmbeddingScript = () => undefined;
  let unwelcome: string | undefined;
  const requests: ChatRequest[] = [];
  const embedded: string[] = [];
  const server = createServer((req, res) => {
    void route(req, res).catch(() => res.destroy());
  });
  // On a busy machine an idle connection would be closed just as it is used again.
  server.keepAliveTimeout = 0;

  async function route(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const body = JSON.parse(await readBody(req)) as ChatRequest & {
      input?: string | string[];
      dimensions?: number;
      encoding_format?: string;
    };
    if (req.url?.endsWith('/embeddings')) {
      const texts = typeof body.input === 'string' ? [body.input] : (body.input ?? []);
      const scripted = embedding(texts);
      if (scripted?.kind === 'data') return sendList(res, scripted.data);
      if (scripted !== undefined) return play(scripted, body, res);
      if (unwelcome !== undefined && JSON.stringify(texts).includes(unwelcome))
        return sendStatus(res, 400, 'input not taken');
      embedded.push(...texts);
      return sendList(res, embeddingsOf(texts, body.encoding_format));
    }
    if (!req.url?.endsWith('/chat/completions')) return sendStatus(res, 404, 'no such path');
    const unknown = refused.find((f) => usesFeature(body, f));
    if (unknown) return sendStatus(res, 400, `unknown parameter: ${unknown}`);
    requests.push(body);
    open++;
    res.on('close', () => open--);
    const script = replies.length > 1 ? replies.shift()! : replies[0]!;
    await play(typeof script === 'function' ? script(body) : script, body, res);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    embedded,
    script: (...next) => {
      replies = next;
    },
    refuse: (...features) => {
      refused = features;
    },
    embeddings: (script) => {
      embedding =
        typeof script === 'function'
          ? script
          : () => (script === 200 ? undefined : { kind: 'status', status: script });
    },
    refuseEmbeddingOf: (words) => {
      unwelcome = words;
    },
    open: () => open,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readBody(req: IncomingMessage): Promise<string> {
  let body = '';
  for await (const piece of req.setEncoding('utf8')) body += piece;
  return body;
}

function usesFeature(body: ChatRequest, feature: string): boolean {
  if (feature === 'stream') return body.stream === true;
  return body.response_format?.type === feature || feature in body;
}

function sendStatus(
  res: ServerResponse,
  status: number,
  message: string,
  headers: Record<string, string> = {},
): void {
  res.writeHead(status, { 'content-type': 'application/json', ...headers });
  res.end(JSON.stringify({ error: { message, type: 'fake', code: null, param: null } }));
}

const chunk = (delta: object, finish: string | null = null) =>
  `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 0, model: 'fake', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;

async function play(reply: FakeReply, body: ChatRequest, res: ServerResponse): Promise<void> {
  if (reply.kind === 'hang') return;
  if (reply.kind === 'reset') return void res.socket?.resetAndDestroy();
  if (reply.kind === 'status')
    return sendStatus(res, reply.status, reply.message ?? 'fake error', reply.headers);
  if (reply.kind === 'raw') {
    res.writeHead(200, { 'content-type': reply.contentType });
    return void res.end(reply.body);
  }
  if (!body.stream) return sendWhole(reply, res);
  res.writeHead(200, { 'content-type': 'text/event-stream' });
  await stream(reply, body, res);
}

function sendWhole(reply: FakeReply, res: ServerResponse): void {
  const content = 'text' in reply && reply.kind !== 'refusal' ? reply.text : null;
  const refusal = reply.kind === 'refusal' ? reply.text : null;
  const finish = reply.kind === 'text' && reply.finish !== undefined ? reply.finish : 'stop';
  const calls =
    reply.kind === 'tools'
      ? reply.calls.map(({ name, args }, i) => ({
          id: `call-${i}`,
          type: 'function',
          function: { name, arguments: typeof args === 'string' ? args : JSON.stringify(args) },
        }))
      : undefined;
  const choices =
    reply.kind === 'empty_choices'
      ? []
      : [
          {
            index: 0,
            message: { role: 'assistant', content, refusal, ...(calls && { tool_calls: calls }) },
            finish_reason: calls ? 'tool_calls' : finish,
          },
        ];
  res.writeHead(200, { 'content-type': 'application/json' });
  res.end(
    JSON.stringify({
      id: 'c',
      object: 'chat.completion',
      created: 0,
      model: 'fake',
      choices,
      usage: { total_tokens: 150, ...usageOf(reply) },
    }),
  );
}

const usageOf = (reply: FakeReply): Usage =>
  ('usage' in reply ? reply.usage : undefined) ?? { prompt_tokens: 100, completion_tokens: 50 };

async function stream(reply: FakeReply, body: ChatRequest, res: ServerResponse): Promise<void> {
  const half = 'text' in reply ? reply.text.slice(0, Math.ceil(reply.text.length / 2)) : '';
  switch (reply.kind) {
    case 'text': {
      const size = Math.max(1, Math.ceil(reply.text.length / (reply.pieces ?? 5)));
      for (let i = 0; i < reply.text.length; i += size)
        res.write(chunk({ content: reply.text.slice(i, i + size) }));
      if (reply.finish !== null) res.write(chunk({}, reply.finish ?? 'stop'));
      return end(res, body, reply.usage);
    }
    case 'refusal':
      res.write(chunk({ refusal: reply.text }));
      res.write(chunk({}, 'stop'));
      return end(res, body);
    case 'tools':
    case 'empty_choices':
      res.write(
        `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 0, model: 'fake', choices: [] })}\n\n`,
      );
      return end(res, body);
    case 'half_then_silence':
      return void res.write(chunk({ content: half }));
    case 'half_then_end':
      res.write(chunk({ content: half }));
      return void res.end();
    case 'half_then_cut':
      res.write(chunk({ content: half }));
      return void setTimeout(() => res.destroy(), 20);
    case 'error_in_stream':
      res.write(chunk({ content: half }));
      return void res.end(
        `data: ${JSON.stringify({ error: { message: 'overloaded', type: 'server_error' } })}\n\n`,
      );
    case 'drip':
      for (const letter of reply.text) {
        if (res.destroyed) return;
        res.write(chunk({ content: letter }));
        await new Promise((r) => setTimeout(r, reply.everyMs));
      }
      res.write(chunk({}, 'stop'));
      return end(res, body);
    case 'endless':
      return flood(res, chunk({ content: 'rất dài '.repeat(200) }));
    case 'endless_line':
      res.write('data: ');
      return flood(res, 'x'.repeat(65_536));
  }
}

function end(
  res: ServerResponse,
  body: ChatRequest,
  usage: Usage = { prompt_tokens: 100, completion_tokens: 50 },
): void {
  if (body.stream_options)
    res.write(
      `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 0, model: 'fake', choices: [], usage })}\n\n`,
    );
  res.end('data: [DONE]\n\n');
}

async function flood(res: ServerResponse, piece: string): Promise<void> {
  const closed = new Promise<void>((resolve) => res.once('close', () => resolve()));
  while (!res.destroyed) {
    if (res.write(piece)) await new Promise((r) => setImmediate(r));
    else await Promise.race([closed, new Promise<void>((resolve) => res.once('drain', () => resolve()))]);
  }
}

/** Bags of hashed syllables: texts with shared words are near each other, the same text always gets the same vector. */
export function embeddingsOf(texts: readonly string[], format = 'float', dimensions = DIMENSIONS) {
  return texts.map((t, index) => {
    const vector = hashedVector(t, dimensions);
    const embedding = format === 'base64' ? Buffer.from(vector.buffer).toString('base64') : [...vector];
    return { object: 'embedding', index, embedding };
  });
}

function sendList(res: ServerResponse, data: unknown): void {
  res.writeHead(200, { 'content-type': 'application/json' });
  res.end(
    JSON.stringify({ object: 'list', data, model: 'fake', usage: { prompt_tokens: 1, total_tokens: 1 } }),
  );
}

const DIMENSIONS = 64;

function hashedVector(t: string, dimensions: number): Float32Array {
  const vector = new Float32Array(dimensions);
  for (const word of t.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    let hash = 2166136261;
    for (const ch of word) hash = Math.imul(hash ^ ch.codePointAt(0)!, 16777619);
    vector[(hash >>> 0) % dimensions]! += 1;
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map((v) => v / length);
}
