import { resolve } from 'node:path';
import { z } from 'zod';

/** A setting is wrong. `forPeople` names the variable, what was expected and what came. */
export class ConfigError extends Error {
  readonly forPeople: string;

  constructor(problems: readonly string[]) {
    super(problems.join(' '));
    this.name = 'ConfigError';
    this.forPeople = `Cấu hình chưa đúng: ${problems.join(' ')} Sửa trong biến môi trường hoặc tệp .env rồi chạy lại.`;
  }
}

const text = z.string().trim().min(1).optional();
const url = z
  .string()
  .trim()
  .regex(/^https?:\/\/[^\s/?#]+[^\s?#]*$/i)
  .transform((value) => value.replace(/\/+$/, ''))
  .optional();
const whole = (min: number, max: number) =>
  z.string().trim().regex(/^\d+$/).transform(Number).pipe(z.number().min(min).max(max));
const flag = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.enum(['1', '0', 'true', 'false', 'yes', 'no', 'on', 'off']))
  .transform((value) => ['1', 'true', 'yes', 'on'].includes(value));

/** Variable → what it must look like, in words a person can act on. */
const EXPECTED: Record<string, string> = {
  DATA_DIR: 'một đường dẫn thư mục',
  PORT: 'một số cổng từ 0 đến 65535',
  HOST: 'một địa chỉ máy, ví dụ 127.0.0.1',
  PUBLIC_URL: 'một địa chỉ http:// hoặc https://',
  TRUST_PROXY: '1 hoặc 0',
  HTTPS_PROXY: 'một địa chỉ http:// hoặc https://',
  TELEGRAM_BOT_TOKEN: 'mã dạng 123456789:AA… do BotFather cấp',
  TELEGRAM_API_ROOT: 'một địa chỉ http:// hoặc https://',
  TELEGRAM_WEBHOOK_SECRET: '1 đến 256 ký tự A-Z a-z 0-9 _ -',
  ADMIN_TELEGRAM_IDS: 'các số định danh Telegram cách nhau bằng dấu phẩy',
  OPENAI_BASE_URL: 'một địa chỉ http:// hoặc https://',
  EMBEDDINGS: 'off, embedded hoặc endpoint',
  LLM_AGENT: '1 hoặc 0',
  LLM_SCOPE: 'public, internal hoặc all',
  LLM_TIMEOUT_MS: 'số mili giây từ 1000 đến 600000',
  LLM_DAILY_TOKENS: 'một số nguyên từ 0',
  LLM_PERSON_DAILY_TOKENS: 'một số nguyên từ 0',
  LOG_LEVEL: 'fatal, error, warn, info, debug, trace hoặc silent',
  TERRITORY: 'tên tỉnh, thành phố không dấu, ví dụ hue',
  WRITER_WAIT_MS: 'số mili giây từ 0 đến 3600000',
};

const schema = z.object({
  DATA_DIR: z.string().trim().min(1).default('./data'),
  PORT: whole(0, 65_535).default(8080),
  HOST: z.string().trim().min(1).default('127.0.0.1'),
  PUBLIC_URL: url,
  TRUST_PROXY: flag.default(false),
  HTTPS_PROXY: url,
  TELEGRAM_BOT_TOKEN: z
    .string()
    .trim()
    .regex(/^\d+:[A-Za-z0-9_-]{10,}$/)
    .optional(),
  TELEGRAM_API_ROOT: url,
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9_-]{1,256}$/)
    .optional(),
  ADMIN_TELEGRAM_IDS: z
    .string()
    .trim()
    .regex(/^\d+(\s*,\s*\d+)*$/)
    .transform((value) => value.split(',').map((id) => id.trim()))
    .optional(),
  OPENAI_API_KEY: text,
  OPENAI_BASE_URL: url,
  CHAT_MODEL: text,
  EMBEDDING_MODEL: text,
  /** Default: `endpoint` with EMBEDDING_MODEL, `off` without. */
  EMBEDDINGS: z.enum(['off', 'embedded', 'endpoint']).optional(),
  GRADING_MODEL: text,
  LLM_SCOPE: z.enum(['public', 'internal', 'all']).default('public'),
  LLM_AGENT: flag.default(false),
  LLM_RERANK: flag.default(false),
  LLM_TIMEOUT_MS: whole(1000, 600_000).default(20_000),
  LLM_DAILY_TOKENS: whole(0, 1e12).default(5_000_000),
  LLM_PERSON_DAILY_TOKENS: whole(0, 1e12).default(200_000),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  TERRITORY: z
    .string()
    .trim()
    .regex(/^[a-z]+(-[a-z]+)*$/)
    .default('hue'),
  WRITER_WAIT_MS: whole(0, 3_600_000).default(30_000),
});

/** Every variable that is read; `.env.example` lists each. */
export const SETTING_NAMES: readonly string[] = Object.keys(schema.shape);

export interface Config {
  /** Absolute. */
  readonly dataDir: string;
  readonly port: number;
  readonly host: string;
  readonly publicUrl?: string;
  readonly trustProxy: boolean;
  readonly httpsProxy?: string;
  readonly telegram?: {
    readonly token: string;
    readonly apiRoot?: string;
    readonly webhookSecret?: string;
  };
  readonly adminTelegramIds: readonly string[];
  /** Set when a key or another endpoint is configured. */
  readonly openai?: { readonly apiKey: string; readonly baseUrl?: string };
  /** `CHAT_MODEL`; with a key for OpenAI itself and nothing else said, a small model of theirs. */
  readonly chatModel?: string;
  readonly embeddingModel?: string;
  readonly embeddings: 'off' | 'embedded' | 'endpoint';
  readonly gradingModel?: string;
  readonly llm: {
    readonly scope: 'public' | 'internal' | 'all';
    readonly timeoutMs: number;
    readonly dailyTokens: number;
    readonly personDailyTokens: number;
    /** Further searches planned by the model where the first one did not answer. */
    readonly agent: boolean;
    /** The model puts what was found in order before it answers: one more request a question. */
    readonly rerank: boolean;
  };
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /** Folded slug of the province the assistant serves. */
  readonly territory: string;
  readonly writerWaitMs: number;
}

const DEFAULT_CHAT_MODEL = 'gpt-4.1-mini';

/** Never repeated in a message (a proxy's address may carry a password). */
const SECRETS = new Set(['TELEGRAM_BOT_TOKEN', 'TELEGRAM_WEBHOOK_SECRET', 'OPENAI_API_KEY', 'HTTPS_PROXY']);

/**
 * Reads the configuration from environment variables. Pure; an empty variable counts as absent.
 *
 * @throws ConfigError naming each wrong variable; the value of a secret is never repeated
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.keys(schema.shape).flatMap((name) => {
      const value = env[name] ?? (name === 'HTTPS_PROXY' ? env['https_proxy'] : undefined);
      return value === undefined || value.trim() === '' ? [] : [[name, value]];
    }),
  );
  const parsed = schema.safeParse(given);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((issue) => problemOf(String(issue.path[0]), env));
  if (parsed.success) problems.push(...contradictions(parsed.data));
  if (problems.length > 0 || !parsed.success) throw new ConfigError([...new Set(problems)]);
  return configOf(parsed.data);
}

/** Settings that are each well formed and do not fit together. */
function contradictions(v: z.output<typeof schema>): string[] {
  return [
    ...(v.OPENAI_BASE_URL !== undefined &&
    v.CHAT_MODEL === undefined &&
    v.EMBEDDING_MODEL === undefined &&
    v.GRADING_MODEL === undefined
      ? ['OPENAI_BASE_URL được đặt nhưng chưa có CHAT_MODEL, EMBEDDING_MODEL hay GRADING_MODEL.']
      : []),
    ...(v.EMBEDDINGS === 'endpoint' && v.EMBEDDING_MODEL === undefined
      ? ['EMBEDDINGS=endpoint cần EMBEDDING_MODEL.']
      : []),
    ...(v.EMBEDDING_MODEL !== undefined && v.OPENAI_API_KEY === undefined && v.OPENAI_BASE_URL === undefined
      ? ['EMBEDDING_MODEL cần OPENAI_API_KEY hoặc OPENAI_BASE_URL.']
      : []),
    ...(v.TELEGRAM_WEBHOOK_SECRET !== undefined && v.PUBLIC_URL === undefined
      ? ['TELEGRAM_WEBHOOK_SECRET cần PUBLIC_URL để Telegram gửi tới.']
      : []),
  ];
}

function problemOf(name: string, env: Readonly<Record<string, string | undefined>>): string {
  const came = SECRETS.has(name) ? 'một giá trị khác' : `"${(env[name] ?? '').slice(0, 60)}"`;
  return `${name} phải là ${EXPECTED[name] ?? 'giá trị hợp lệ'}, nhưng đang là ${came}.`;
}

function configOf(v: z.output<typeof schema>): Config {
  const plainOpenAi =
    v.OPENAI_API_KEY !== undefined && v.OPENAI_BASE_URL === undefined && v.EMBEDDING_MODEL === undefined;
  const chatModel = v.CHAT_MODEL ?? (plainOpenAi ? DEFAULT_CHAT_MODEL : undefined);
  const openai = v.OPENAI_API_KEY !== undefined || v.OPENAI_BASE_URL !== undefined;
  return {
    dataDir: resolve(v.DATA_DIR),
    port: v.PORT,
    host: v.HOST,
    ...(v.PUBLIC_URL !== undefined && { publicUrl: v.PUBLIC_URL }),
    trustProxy: v.TRUST_PROXY,
    ...(v.HTTPS_PROXY !== undefined && { httpsProxy: v.HTTPS_PROXY }),
    ...(v.TELEGRAM_BOT_TOKEN !== undefined && {
      telegram: {
        token: v.TELEGRAM_BOT_TOKEN,
        ...(v.TELEGRAM_API_ROOT !== undefined && { apiRoot: v.TELEGRAM_API_ROOT }),
        ...(v.TELEGRAM_WEBHOOK_SECRET !== undefined && { webhookSecret: v.TELEGRAM_WEBHOOK_SECRET }),
      },
    }),
    adminTelegramIds: v.ADMIN_TELEGRAM_IDS ?? [],
    ...(openai && {
      openai: {
        apiKey: v.OPENAI_API_KEY ?? 'none',
        ...(v.OPENAI_BASE_URL !== undefined && { baseUrl: v.OPENAI_BASE_URL }),
      },
    }),
    ...(chatModel !== undefined && { chatModel }),
    ...(v.EMBEDDING_MODEL !== undefined && { embeddingModel: v.EMBEDDING_MODEL }),
    embeddings: v.EMBEDDINGS ?? (openai && v.EMBEDDING_MODEL !== undefined ? 'endpoint' : 'off'),
    ...(v.GRADING_MODEL !== undefined && { gradingModel: v.GRADING_MODEL }),
    llm: {
      scope: v.LLM_SCOPE,
      timeoutMs: v.LLM_TIMEOUT_MS,
      dailyTokens: v.LLM_DAILY_TOKENS,
      personDailyTokens: v.LLM_PERSON_DAILY_TOKENS,
      agent: v.LLM_AGENT,
      rerank: v.LLM_RERANK,
    },
    logLevel: v.LOG_LEVEL,
    territory: v.TERRITORY,
    writerWaitMs: v.WRITER_WAIT_MS,
  };
}
