import type { Answer } from '../answer/model.ts';
import type { DocumentId, IsoDate } from '../legal/model.ts';
import { type MaskToken, mask } from '../legal/privacy/privacy.ts';
import type { Hit } from '../retrieval/model.ts';
import type { Context } from './deps.ts';
import type { Resolved } from './follow-up.ts';
import type { Channel, LoggedQuestion, Person, QuestionId } from './model.ts';
import { MAX_QUESTION_LENGTH } from './words.ts';

export interface ToLog {
  readonly id: QuestionId;
  readonly person: Person;
  readonly input: { readonly channel: Channel; readonly conversation: string };
  readonly asked: string;
  readonly asOf: IsoDate;
  readonly resolved: Resolved;
  readonly answer: Answer;
  readonly hits: readonly Hit[];
}

/** Logs one question with its answer, personal data masked in both. Quotes of official texts stay literal. */
export async function logQuestion(context: Context, done: ToLog): Promise<LoggedQuestion> {
  const { person, input } = done;
  const { masked, tokens } = mask(done.asked.slice(0, MAX_QUESTION_LENGTH));
  const field = await fieldOf(context, done.answer);
  const logged: LoggedQuestion = {
    id: done.id,
    traceId: done.answer.traceId,
    person: person.id,
    channel: input.channel,
    conversation: input.conversation,
    askedAt: context.now().toISOString(),
    asOf: done.asOf,
    question: masked,
    answer: maskAnswer(done.answer, tokens),
    hits: done.hits.slice(0, 20).map(({ rank, score, chunkId, documentId, label, trace }) => ({
      rank,
      score,
      chunkId,
      documentId,
      label,
      ...(trace !== undefined && { trace }),
    })),
    ...(done.resolved.kind !== 'as_is' && { understoodAs: mask(done.resolved.question, tokens).masked }),
    ...(person.commune !== undefined && { commune: person.commune }),
    ...(field !== undefined && { field }),
  };
  await context.questions.add(logged);
  return logged;
}

/** Lĩnh vực of what was cited first, else of what was found first. */
/** The field of what the answer rests on. A question that nothing answered has no field: the nearest hit would send it
 * to the wrong department. */
async function fieldOf(context: Context, answer: Answer): Promise<string | undefined> {
  const id = answer.citations[0]?.documentId as DocumentId | undefined;
  if (id === undefined) return undefined;
  return (await context.chunks.facts([id])).get(id)?.linhVuc;
}

/** Only what echoes the question can hold personal data; quotes of official texts stay literal. */
function maskAnswer(answer: Answer, tokens: readonly MaskToken[]): Answer {
  if (tokens.length === 0) return answer;
  const hide = (text: string): string =>
    tokens.reduce((hidden, { token, value }) => hidden.replaceAll(value, token), text);
  return {
    ...answer,
    answer: hide(answer.answer),
    sections: answer.sections.map((section) => ({ ...section, lines: section.lines.map(hide) })),
    ...(answer.choices !== undefined && {
      choices: answer.choices.map((c) => ({ ...c, label: hide(c.label), question: hide(c.question) })),
    }),
  };
}
