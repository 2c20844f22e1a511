import { Tiktoken } from 'js-tiktoken/lite';
import o200k from 'js-tiktoken/ranks/o200k_base';
import type { ChatRequest } from '../fake-openai.ts';

let encoding: Tiktoken | undefined;

/** Tokens of a text in o200k_base, the encoding of OpenAI's models since 2024; its ranks come with the package. */
export function countTokens(text: string): number {
  encoding ??= new Tiktoken(o200k);
  return encoding.encode(text, 'all').length;
}

/** What OpenAI's cookbook counts around each message and around the reply. */
const PER_MESSAGE = 3;

/** Prompt tokens of a request: messages, tools and reply schema, the latter two as they are written in the request. */
export function promptTokens({ messages, tools, response_format }: ChatRequest): number {
  const said = messages.reduce(
    (n, { content, tool_calls }) =>
      n +
      PER_MESSAGE +
      countTokens(content ?? '') +
      (tool_calls ? countTokens(JSON.stringify(tool_calls)) : 0),
    PER_MESSAGE,
  );
  const schema = response_format?.json_schema?.schema;
  return (
    said +
    (tools ? countTokens(JSON.stringify(tools)) : 0) +
    (schema ? countTokens(JSON.stringify(schema)) : 0)
  );
}
