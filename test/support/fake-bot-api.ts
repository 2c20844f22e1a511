import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Json = Record<string, unknown>;

export interface Sent {
  readonly message_id: number;
  readonly chat_id: number;
  text: string;
  readonly at: number;
  reply_markup?: {
    inline_keyboard?: { text: string; callback_data?: string; copy_text?: { text: string } }[][];
  };
  readonly reply_parameters?: { message_id: number };
  readonly parse_mode?: string;
  /** Of a document or photograph that was sent; its caption is the text. */
  readonly file?: { readonly name: string; readonly bytes: Uint8Array };
  readonly kind?: 'document' | 'photo';
  edits: number;
}

/** What the next call of a method gets instead of its answer. `hang` answers never, `drop` cuts the connection;
 * `after` does what was asked and then cuts the connection (the answer is lost, the message is sent). */
export type Failure =
  | { readonly code: number; readonly description: string; readonly parameters?: Json }
  | 'hang'
  | 'drop'
  | 'after';

/**
 * A Bot API server for tests: acknowledges by offset as Telegram does, checks HTML and lengths, knows edits, callback
 * queries, files and webhooks, and fails on demand. Nothing is mocked: the bot talks to it over HTTP.
 */
export interface FakeBotApi {
  readonly url: string;
  readonly sent: Sent[];
  readonly calls: { method: string; payload: Json }[];
  /** Updates that were neither acknowledged nor taken back. */
  unacknowledged(): number;
  say(chat: number, text: string, more?: Json): number;
  press(chat: number, data: string, message?: Partial<Sent>): number;
  push(update: Json): number;
  fail(method: string, ...failures: Failure[]): void;
  addFile(id: string, content: Buffer): void;
  /** Sends a file as a document or a photograph; returns the id of its message. */
  sendFile(
    chat: number,
    content: Buffer,
    more?: { name?: string; as?: 'document' | 'photo'; size?: number; caption?: string },
  ): number;
  /** What was shown of messages in the making. */
  readonly drafts: { readonly chat_id: number; readonly text: string }[];
  /** Messages that the bot deleted, as "chat:message". */
  readonly deleted: string[];
  /** Resolves with the messages to a chat once there are `count` of them. */
  messages(chat: number, count: number, timeoutMs?: number): Promise<Sent[]>;
  until(condition: () => boolean, timeoutMs?: number): Promise<void>;
  close(): Promise<void>;
}

export const BOT = { id: 4242, is_bot: true, first_name: 'Trợ lý', username: 'tro_ly_test_bot' };

export async function startFakeBotApi(
  /** `drafts`: knows sendMessageDraft (Bot API 9.3). */
  options: { readonly port?: number; readonly drafts?: boolean } = {},
): Promise<FakeBotApi> {
  const sent: Sent[] = [];
  const calls: FakeBotApi['calls'] = [];
  const queue: { update_id: number; body: Json }[] = [];
  const failures = new Map<string, Failure[]>();
  const files = new Map<string, Buffer>();
  const deleted: string[] = [];
  const drafts: FakeBotApi['drafts'] = [];
  const pollers = new Set<() => void>();
  let nextUpdate = 1;
  let nextMessage = 1;
  let webhook: { url: string; secret?: string } | undefined;

  function push(body: Json): number {
    const update_id = nextUpdate++;
    queue.push({ update_id, body: { update_id, ...body } });
    if (webhook !== undefined) void postWebhook(webhook, queue);
    for (const wake of pollers) wake();
    return update_id;
  }

  function sendFile({ chat_id, caption, ...rest }: Json, kind: 'document' | 'photo'): unknown {
    const file = rest[kind] as { name?: string; bytes?: Uint8Array } | undefined;
    if (file?.bytes === undefined) throw new ApiError(400, `Bad Request: there is no ${kind} in the request`);
    if (String(caption ?? '').length > 1024)
      throw new ApiError(400, 'Bad Request: message caption is too long');
    const message = {
      text: String(caption ?? ''),
      file,
      kind,
      message_id: nextMessage++,
      chat_id: Number(chat_id),
      at: Date.now(),
      edits: 0,
    } as unknown as Sent;
    sent.push(message);
    return asMessage(message);
  }

  const methods: Record<string, (payload: Json) => unknown> = {
    getMe: () => BOT,
    async getUpdates({ offset, limit, timeout }) {
      while (queue.length > 0 && queue[0]!.update_id < Number(offset ?? 0)) queue.shift();
      if (queue.length === 0) await waitForUpdate(pollers, Math.min(Number(timeout ?? 0), 2) * 1000);
      return queue.slice(0, Number(limit ?? 100)).map(({ body }) => body);
    },
    sendMessage(payload) {
      const problem = textProblem(payload);
      if (problem !== undefined) throw new ApiError(400, problem);
      const message = {
        ...payload,
        message_id: nextMessage++,
        chat_id: Number(payload['chat_id']),
        at: Date.now(),
        edits: 0,
      } as unknown as Sent;
      sent.push(message);
      for (const wake of pollers) wake();
      return asMessage(message);
    },
    sendDocument: (payload) => sendFile(payload, 'document'),
    sendPhoto: (payload) => sendFile(payload, 'photo'),
    sendMessageDraft(payload) {
      if (!options.drafts) throw new ApiError(404, 'Not Found: method not found');
      const problem = textProblem(payload);
      if (problem !== undefined || Number(payload['draft_id']) === 0)
        throw new ApiError(400, problem ?? 'Bad Request: draft_id must be non-zero');
      if (Number(payload['chat_id']) < 0) throw new ApiError(400, 'Bad Request: chat not found');
      drafts.push({ chat_id: Number(payload['chat_id']), text: String(payload['text']) });
      return true;
    },
    editMessageText(payload) {
      const message = find(sent, payload);
      const problem = textProblem(payload);
      if (problem !== undefined) throw new ApiError(400, problem);
      if (message.text === payload['text']) throw new ApiError(400, 'Bad Request: message is not modified');
      message.text = String(payload['text']);
      // An edit without a keyboard takes the keyboard away.
      delete message.reply_markup;
      if (payload['reply_markup'] !== undefined)
        message.reply_markup = payload['reply_markup'] as NonNullable<Sent['reply_markup']>;
      message.edits += 1;
      return asMessage(message);
    },
    editMessageReplyMarkup(payload) {
      const message = find(sent, payload);
      const before = JSON.stringify(message.reply_markup ?? null);
      if (before === JSON.stringify(payload['reply_markup'] ?? null)) {
        throw new ApiError(
          400,
          'Bad Request: message is not modified: specified new message content and reply markup are exactly the same',
        );
      }
      delete message.reply_markup;
      if (payload['reply_markup'] !== undefined)
        message.reply_markup = payload['reply_markup'] as NonNullable<Sent['reply_markup']>;
      message.edits += 1;
      return asMessage(message);
    },
    deleteMessage({ chat_id, message_id }) {
      deleted.push(`${chat_id}:${message_id}`);
      return true;
    },
    answerCallbackQuery: () => true,
    sendChatAction: () => true,
    setMyCommands: () => true,
    deleteWebhook() {
      webhook = undefined;
      return true;
    },
    setWebhook({ url, secret_token }) {
      webhook = { url: String(url), ...(secret_token !== undefined && { secret: String(secret_token) }) };
      if (queue.length > 0) void postWebhook(webhook, queue);
      return true;
    },
    getFile({ file_id }) {
      const content = files.get(String(file_id));
      if (content === undefined) throw new ApiError(400, 'Bad Request: invalid file_id');
      return {
        file_id,
        file_unique_id: file_id,
        file_size: content.length,
        file_path: `documents/${file_id}`,
      };
    },
  };

  const server = createServer((request, response) => {
    void serve(request, response).catch(() => response.destroy());
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const file = /^\/file\/bot[^/]+\/documents\/(.+)$/.exec(request.url ?? '')?.[1];
    if (file !== undefined) return void response.writeHead(files.has(file) ? 200 : 404).end(files.get(file));
    const method = /^\/bot[^/]+\/([A-Za-z]+)/.exec(request.url ?? '')?.[1] ?? '';
    const payload = await readJson(request);
    calls.push({ method, payload });
    const failure = failures.get(method)?.shift();
    if (failure === 'hang') return;
    if (failure === 'drop') return void response.destroy();
    if (typeof failure === 'object') {
      const { code, description, parameters } = failure;
      return answer(response, code, {
        ok: false,
        error_code: code,
        description,
        ...(parameters && { parameters }),
      });
    }
    try {
      const handler = methods[method];
      if (handler === undefined) throw new ApiError(404, 'Not Found: method not found');
      const result = await handler(payload);
      if (failure === 'after') return void response.destroy();
      answer(response, 200, { ok: true, result });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      answer(response, error.code, { ok: false, error_code: error.code, description: error.message });
    }
  }

  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function until(condition: () => boolean, timeoutMs = 15_000): Promise<void> {
    const end = Date.now() + timeoutMs;
    while (!condition()) {
      if (Date.now() > end)
        throw new Error(`not within ${timeoutMs} ms; sent: ${JSON.stringify(sent.slice(-5))}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  return {
    url,
    sent,
    drafts,
    calls,
    push,
    until,
    unacknowledged: () => queue.length,
    say: (chat, text, more = {}) => push({ message: userMessage(chat, nextMessage++, text, more) }),
    press(chat, data, message) {
      const { from, chat: place } = userMessage(chat, 0, '');
      const under =
        message === undefined ? { message_id: 1, date: 1, chat: place } : asMessage(message as Sent);
      return push({
        callback_query: { id: String(nextUpdate), from, chat_instance: '1', data, message: under },
      });
    },
    fail(method, ...more) {
      failures.set(method, [...(failures.get(method) ?? []), ...more]);
    },
    deleted,
    addFile: (id, content) => void files.set(id, content),
    sendFile(chat, content, { name = 'van-ban.txt', as = 'document', size = content.length, caption } = {}) {
      const file_id = `file${files.size + 1}`;
      files.set(file_id, content);
      const file = { file_id, file_unique_id: file_id, file_size: size };
      const message_id = nextMessage++;
      const { text: _, ...message } = userMessage(chat, message_id, '');
      const body =
        as === 'document'
          ? { document: { ...file, file_name: name } }
          : {
              photo: [
                { ...file, file_id: 'thumb', file_size: 1, width: 1, height: 1 },
                { ...file, width: 2, height: 2 },
              ],
            };
      push({ message: { ...message, ...body, ...(caption !== undefined && { caption }) } });
      return message_id;
    },
    async messages(chat, count, timeoutMs) {
      const of = () => sent.filter(({ chat_id }) => chat_id === chat);
      await until(() => of().length >= count, timeoutMs);
      return of();
    },
    close: () => stop(server),
  };
}

class ApiError extends Error {
  readonly code: number;
  constructor(code: number, description: string) {
    super(description);
    this.code = code;
  }
}

/** A private chat has its person's id; negative ids are groups, where person 1 speaks unless `from` says otherwise. */
function userMessage(chat: number, message_id: number, text: string, more: Json = {}) {
  const id = chat > 0 ? chat : 1;
  const from = { id, is_bot: false, first_name: `Người ${id}` };
  const place =
    chat > 0
      ? { id: chat, type: 'private', first_name: from.first_name }
      : { id: chat, type: 'supergroup', title: 'Nhóm' };
  const command = /^\/\w+(?:@\w+)?/.exec(text)?.[0];
  const entities =
    command === undefined ? {} : { entities: [{ type: 'bot_command', offset: 0, length: command.length }] };
  return { message_id, date: Math.floor(Date.now() / 1000), chat: place, from, text, ...entities, ...more };
}

function asMessage(message: Sent): Json {
  const chat = {
    id: message.chat_id,
    type: message.chat_id > 0 ? 'private' : 'supergroup',
    title: 'x',
    first_name: 'x',
  };
  return { message_id: message.message_id, date: 1, chat, from: BOT, text: message.text };
}

function find(sent: Sent[], payload: Json): Sent {
  const message = sent.find(
    (m) => m.message_id === payload['message_id'] && m.chat_id === Number(payload['chat_id']),
  );
  if (message === undefined) throw new ApiError(400, 'Bad Request: message to edit not found');
  return message;
}

/** Telegram's own checks of a text: markup closed and nested, nothing but its tags, 1–4096 characters as read. */
export function textProblem(payload: Json): string | undefined {
  const text = String(payload['text'] ?? '');
  const read = payload['parse_mode'] === 'HTML' ? htmlText(text) : text;
  if (read === undefined) return "Bad Request: can't parse entities";
  if (read.trim() === '') return 'Bad Request: message text is empty';
  if (read.length > 4096) return 'Bad Request: message is too long';
  const data = JSON.stringify(payload['reply_markup'] ?? '').match(/"callback_data":"[^"]*"/g) ?? [];
  if (data.some((d) => Buffer.byteLength(d) > 64 + '"callback_data":""'.length))
    return 'Bad Request: BUTTON_DATA_INVALID';
  return undefined;
}

/** The text as read; undefined when the markup is not valid. */
export function htmlText(html: string): string | undefined {
  const open: string[] = [];
  let text = '';
  for (const [token] of html.matchAll(/<[^>]*>|[^<]+|</g)) {
    const tag = /^<(\/?)(b|i|u|s|code|pre|blockquote)( expandable)?>$/.exec(token);
    if (tag === null && token.startsWith('<')) return undefined;
    if (tag === null) {
      if (/&(?!(?:amp|lt|gt|quot);)/.test(token) || token.includes('>')) return undefined;
      text += token
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"')
        .replace(/&amp;/g, '&');
    } else if (tag[1] === '') open.push(tag[2]!);
    else if (open.pop() !== tag[2]) return undefined;
  }
  return open.length === 0 ? text : undefined;
}

function waitForUpdate(pollers: Set<() => void>, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const wake = (): void => {
      clearTimeout(timer);
      pollers.delete(wake);
      resolve();
    };
    const timer = setTimeout(wake, ms);
    pollers.add(wake);
  });
}

async function postWebhook(
  webhook: { url: string; secret?: string },
  queue: { body: Json }[],
): Promise<void> {
  for (const item of [...queue]) {
    const headers = {
      'content-type': 'application/json',
      ...(webhook.secret !== undefined && { 'x-telegram-bot-api-secret-token': webhook.secret }),
    };
    const response = await fetch(webhook.url, {
      method: 'POST',
      headers,
      body: JSON.stringify(item.body),
    }).catch(() => undefined);
    if (response?.status === 200 && queue.includes(item)) queue.splice(queue.indexOf(item), 1);
  }
}

async function readJson(request: IncomingMessage): Promise<Json> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/')) return readMultipart(bytes, type);
  const body = bytes.toString();
  return body === '' ? {} : (JSON.parse(body) as Json);
}

/** A file sent as `attach://name` stands in the payload as what it is: name and content. Latin-1 keeps every byte. */
function readMultipart(bytes: Buffer, type: string): Json {
  const boundary = /boundary=(.+)$/.exec(type)?.[1] ?? '';
  const parts = new Map<string, { fileName: string | undefined; bytes: Buffer }>();
  for (const part of bytes.toString('latin1').split(`--${boundary}`).slice(1, -1)) {
    const end = part.indexOf('\r\n\r\n');
    const head = Buffer.from(part.slice(0, end), 'latin1').toString();
    const content = Buffer.from(part.slice(end + 4, -2), 'latin1');
    const name = /[; ]name="?([^";\r]+)/.exec(head)?.[1] ?? '';
    parts.set(name, { fileName: /filename="?([^";\r]+)/.exec(head)?.[1], bytes: content });
  }
  const payload: Json = {};
  for (const [name, { fileName, bytes: content }] of parts) {
    const text = content.toString();
    const file = text.startsWith('attach://') ? parts.get(text.slice('attach://'.length)) : undefined;
    if (file !== undefined) payload[name] = { name: file.fileName, bytes: file.bytes };
    else if (fileName === undefined) payload[name] = text;
  }
  return payload;
}

function answer(response: ServerResponse, code: number, body: Json): void {
  response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
