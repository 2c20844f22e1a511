/** The shape of the model's reply: JSON schema for the endpoint, zod for what comes back. */
import { z } from 'zod';
import type { JsonSchema } from './call.ts';
import {
  LlmError,
  MISSING_POINTS,
  type ModelReply,
  type ModelStatement,
  STATEMENT_SECTIONS,
} from './model.ts';

const string = { type: 'string' } as const;
const object = (properties: Record<string, unknown>) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});
const array = (items: unknown) => ({ type: 'array', items });

const STATEMENT = object({
  text: string,
  evidence: array(string),
  quotes: array(object({ evidence: string, quote: string })),
});

const VERDICTS = ['full', 'partial', 'none', 'clarify', 'out_of_scope'] as const;

export const REPLY_SCHEMA: JsonSchema = {
  name: 'cau_tra_loi',
  schema: object({
    verdict: { type: 'string', enum: VERDICTS },
    ...Object.fromEntries(STATEMENT_SECTIONS.map((s) => [s, array(STATEMENT)])),
    missing: array({ type: 'string', enum: MISSING_POINTS }),
    choices: array(string),
  }),
};

/** An endpoint without schema support may leave empty lists out or null; a wrong type is still an error. */
const listOf = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform((list) => list ?? []);
const STATEMENT_SHAPE = z.object({
  text: z.string(),
  evidence: listOf(z.string()),
  quotes: listOf(z.object({ evidence: z.string(), quote: z.string() })),
});
const statements = z
  .array(STATEMENT_SHAPE)
  .max(60)
  .nullish()
  .transform((list) => list ?? []);

const REPLY = z.object({
  verdict: z.enum(VERDICTS),
  conclusion: statements,
  authority: statements,
  steps: statements,
  dossier: statements,
  time_limit: statements,
  fee: statements,
  caveats: statements,
  missing: listOf(z.string()),
  choices: listOf(z.string()),
});

/** @throws LlmError `broken_reply` */
export function parseReply(text: string): ModelReply {
  const parsed = REPLY.safeParse(readJson(text));
  if (!parsed.success) {
    const where = parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.code}`).slice(0, 5);
    throw new LlmError('broken_reply', `outside the schema at ${where.join('; ')}`);
  }
  const { verdict, missing, choices, ...sections } = parsed.data;
  return {
    verdict,
    statements: sections,
    missing: MISSING_POINTS.filter((p) => missing.includes(p)),
    choices,
  };
}

/** One statement of a reply, or undefined when it has another shape. */
export function parseStatement(json: string): ModelStatement | undefined {
  try {
    return STATEMENT_SHAPE.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}

/** What some models think aloud before they answer; never part of the answer. */
const THOUGHT = /^\s*<(think|thinking|reasoning)>[\s\S]*?<\/\1>/iu;

/**
 * JSON alone, in one Markdown fence, after a model's thoughts, or with a sentence around it: the outermost braces
 * count, and what stands outside them is never shown. @throws LlmError
 */
export function readJson(text: string): unknown {
  const said = text.replace(THOUGHT, '').trim();
  const fenced = /```(?:json)?\s*\n([\s\S]*?)\n?```/u.exec(said);
  const braces = said.slice(said.indexOf('{'), said.lastIndexOf('}') + 1);
  for (const candidate of [said, fenced?.[1], braces]) {
    if (!candidate) continue;
    try {
      return JSON.parse(candidate);
    } catch {}
  }
  throw new LlmError('broken_reply', 'not JSON');
}
