import { type ChatRequest, type FakeReply, type Script, text } from '../fake-openai.ts';
import { nextCalls } from './agent.ts';
import { type Composing, composeFrom, withFault } from './compose.ts';
import { shareOf, topicWords } from './reading.ts';
import { countTokens, promptTokens } from './tokens.ts';

export const STEPS = ['rewrite', 'rerank', 'compose', 'repair', 'agent', 'grade'] as const;
export type ModelStep = (typeof STEPS)[number];

/** What a request is for, by its schema and tools. */
export function stepOf({ tools, response_format, messages }: ChatRequest): ModelStep {
  if (tools !== undefined) return 'agent';
  switch (response_format?.json_schema?.name) {
    case 'cau_hoi':
      return 'rewrite';
    case 'xep_hang':
      return 'rerank';
    case 'cham_diem':
      return 'grade';
    default:
      return messages.some(({ role }) => role === 'assistant') ? 'repair' : 'compose';
  }
}

export interface Charged {
  readonly step: ModelStep;
  readonly promptTokens: number;
  readonly completionTokens: number;
}

export interface StandInOptions extends Composing {
  /** Every so many compositions err once, so that a repair is asked for; default none. */
  readonly faultEvery?: number;
  readonly onReply?: (charged: Charged) => void;
}

/**
 * A stand-in for a language model: answers every kind of request of this program from what the request says,
 * always the same way. Tokens are counted as OpenAI counts them, so prompts cost what they would; how long its
 * replies are is its own.
 */
export function standIn({ faultEvery = 0, onReply, ...composing }: StandInOptions = {}): Script {
  let composed = 0;
  return (request) => {
    const step = stepOf(request);
    if (step === 'compose') composed++;
    const erring = step === 'compose' && faultEvery > 0 && composed % faultEvery === 0;
    const reply = replyTo(step, request, erring, composing);
    const said =
      reply.kind === 'tools' ? JSON.stringify(reply.calls) : reply.kind === 'text' ? reply.text : '';
    const usage = { prompt_tokens: promptTokens(request), completion_tokens: countTokens(said) };
    onReply?.({ step, promptTokens: usage.prompt_tokens, completionTokens: usage.completion_tokens });
    return reply.kind === 'tools' || reply.kind === 'text' ? { ...reply, usage } : reply;
  };
}

function replyTo(step: ModelStep, request: ChatRequest, erring: boolean, composing: Composing): FakeReply {
  const user = request.messages.find(({ role }) => role === 'user')?.content ?? '{}';
  switch (step) {
    case 'agent':
      return nextCalls(request, composing);
    case 'rewrite':
      return text(rewritten(user));
    case 'rerank':
      return text(ordered(user));
    case 'grade':
      return text({ statements: gradedLines(user), completeness: 3, usefulness: 3 });
    case 'compose':
    case 'repair':
      return text(erring ? withFault(composeFrom(user, composing)) : composeFrom(user, composing));
  }
}

function rewritten(user: string): object {
  const { earlier_questions, question } = JSON.parse(user) as {
    earlier_questions: readonly string[];
    question: string;
  };
  return { question: `${question.replace(/[?\s]+$/u, '')}, ${earlier_questions.at(-1) ?? ''}` };
}

function ordered(user: string): object {
  const { documents, question } = JSON.parse(user) as {
    documents: readonly { token: string; title: string; text: string }[];
    question: string;
  };
  const wanted = topicWords(question);
  const scored = documents.map(({ token, title, text: shown }) => ({
    token,
    score: shareOf(wanted, topicWords(title)) + shareOf(wanted, topicWords(shown)),
  }));
  return { order: scored.sort((a, b) => b.score - a.score).map(({ token }) => token) };
}

/** Lines of the answer, each held against the quotations by its words. */
function gradedLines(user: string): object[] {
  const { answer, citations } = JSON.parse(user) as {
    answer: string;
    citations: readonly { quote: string }[];
  };
  const quoted = topicWords(citations.map(({ quote }) => quote).join(' '));
  return answer
    .split('\n')
    .filter((line) => /\[\d+\]/u.test(line))
    .map((statement) => ({ statement, supported: shareOf(topicWords(statement), quoted) >= 0.8 }));
}
