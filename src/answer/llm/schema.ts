/** The shape of the model's reply: JSON schema for the endpoint, zod for what comes back. */
import { z } from 'zod';
import type { JsonSchema } from './call.ts';
import { LlmError, MISSING_POINTS, type ModelReply, STATEMENT_SECTIONS } from './model.ts';

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

/** An endpoint without schema support may leave empty lists out; a wrong type is still an error. */
const statements = z
  .array(
    z.object({
      text: z.string(),
      evidence: z.array(z.string()).default([]),
      quotes: z.array(z.object({ evidence: z.string(), quote: z.string() })).default([]),
    }),
  )
  .max(60)
  .default([]);

const REPLY = z.object({
  verdict: z.enum(VERDICTS),
  conclusion: statements,
  authority: statements,
  steps: statements,
  dossier: statements,
  time_limit: statements,
  fee: statements,
  caveats: statements,
  missing: z.array(z.string()).default([]),
  choices: z.array(z.string()).default([]),
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

/** JSON alone, or in one Markdown fence; prose around it is not searched for JSON. @throws LlmError */
export function readJson(text: string): unknown {
  const fenced = /^\s*```(?:json)?\s*\n([\s\S]*?)\n?```\s*$/u.exec(text);
  try {
    return JSON.parse(fenced ? fenced[1]! : text);
  } catch (cause) {
    throw new LlmError('broken_reply', 'not JSON', { cause });
  }
}
