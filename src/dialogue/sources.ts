import type { ChunkId, DocumentId, UnitId } from '../legal/model.ts';
import { mayRead } from '../retrieval/access.ts';
import { maySeeQuestion, reaches, reachOf, readerOf } from './access.ts';
import type { Context } from './deps.ts';
import type { Audience, Channel, PersonId, QuestionId, SourceView } from './model.ts';

/**
 * A cited source of a logged answer in its context: the literal text of the cited piece and its neighbours.
 *
 * @returns undefined when the question is not one this person may see, has no such citation, or the document may not
 *   be read (any longer) by this person in this channel
 */
export async function viewSource(
  context: Context,
  request: { person: PersonId; question: QuestionId; n: number; channel: Channel; audience?: Audience },
): Promise<SourceView | undefined> {
  const person = await context.people.person(request.person);
  const question = await context.questions.question(request.question);
  if (person === undefined || question === undefined) return undefined;
  const visible =
    maySeeQuestion(person, question) ||
    reaches(reachOf(person, await context.escalations.routes()), question);
  if (!visible) return undefined;
  const citation = question.answer.citations.find(({ n }) => n === request.n);
  if (citation === undefined) return undefined;

  const documentId = citation.documentId as DocumentId;
  const facts = (await context.chunks.facts([documentId])).get(documentId);
  if (facts !== undefined && !mayRead(facts.scope, readerOf(person, request.channel, request.audience)))
    return undefined;
  // Of a document that is gone nobody knows any more whether it was for the web alone: where the answer was not shown, its
  // quotation is not either.
  if (facts === undefined && question.channel === 'web' && request.channel === 'telegram') return undefined;
  const chunkId = citation.chunkId as ChunkId;
  const chunk = (await context.chunks.chunks([chunkId])).get(chunkId);
  const base = {
    label: citation.label,
    documentTitle: citation.documentTitle,
    quote: citation.quote,
    documentId: citation.documentId,
    ...(citation.page !== undefined && { page: citation.page }),
  };
  // A document changed since: the snapshot in the log is what the answer rested on.
  if (chunk === undefined) return { ...base, text: citation.quote };
  return { ...base, text: chunk.text, ...(await neighbours(context, chunk.unitId, chunkId)) };
}

async function neighbours(
  context: Context,
  unit: UnitId,
  id: ChunkId,
): Promise<{ before?: string; after?: string }> {
  const chunks = await context.chunks.unitChunks(unit);
  const at = chunks.findIndex((chunk) => chunk.id === id);
  if (at < 0) return {};
  const before = chunks[at - 1]?.text;
  const after = chunks[at + 1]?.text;
  return { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}
