import { mayRead } from '../../retrieval/access.ts';
import { maySeeQuestion, readerOf } from '../access.ts';
import type { Context } from '../deps.ts';
import type { Audience, Channel, PersonId, QuestionId } from '../model.ts';
import { communeName } from '../people.ts';
import { paperDocx } from './docx.ts';
import type { PaperFile, PaperKind } from './model.ts';
import { PAPER_WORDS } from './words.ts';

/**
 * A paper of the counter about the procedure that a logged answer cites: its name, and those citations of the answer
 * that rest on that very procedure or on an official document. Reasons, days and names are left blank.
 *
 * @returns undefined when the question is not one this person may see, or cites no procedure that they may still read
 */
export async function counterPaper(
  context: Context,
  request: {
    by: PersonId;
    question: QuestionId;
    paper: PaperKind;
    channel: Channel;
    audience?: Audience;
  },
): Promise<PaperFile | undefined> {
  const person = await context.people.person(request.by);
  const logged = await context.questions.question(request.question);
  if (person === undefined || logged === undefined || !maySeeQuestion(person, logged)) return undefined;
  const reader = readerOf(person, request.channel, request.audience);
  const { citations } = logged.answer;
  const facts = await context.chunks.facts(citations.map(({ documentId }) => documentId as never));
  const readable = citations.filter(({ documentId }) => {
    const found = facts.get(documentId as never);
    return found !== undefined && mayRead(found.scope, reader);
  });
  const cited = readable.find(({ procedureCode }) => procedureCode !== undefined);
  const code = cited?.procedureCode;
  if (cited === undefined || code === undefined) return undefined;
  const own = readable.filter((one) => one.procedureCode === undefined || one.procedureCode === code);
  const bytes = await paperDocx({
    kind: request.paper,
    procedure: { name: cited.documentTitle, code },
    commune: communeName(context, person.commune),
    basis: own.map(({ label, quote }) => ({ label, quote })),
    checked: logged.asOf,
  });
  return { fileName: `${PAPER_WORDS[request.paper].fileName}-${code}.docx`, bytes };
}
