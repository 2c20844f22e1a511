import type { DocumentId } from '../../legal/model.ts';
import {
  findDocumentNumbers,
  matchesNumber,
  parseDocumentNumber,
} from '../../legal/numbers/document-number.ts';
import { isMeant } from '../../legal/numbers/same-document.ts';
import { plainWords } from '../../legal/text.ts';
import { mayRead } from '../../retrieval/access.ts';
import type { DocumentFacts, Retrieval } from '../../retrieval/model.ts';
import type { Draft } from '../model.ts';
import { notFound } from '../not-found.ts';
import { answerBetween, answerStanding } from '../standing/answer.ts';
import { Citations, nameOf } from '../standing/evidence.ts';
import { lawOfYear, numberOf } from '../standing/law-of-year.ts';
import { asksBetween, readStanding } from '../standing/question.ts';
import type { LawRegister, StatedRelation } from '../standing/register.ts';
import type { Subject } from '../standing/subject.ts';
import { STANDING_WORDS } from '../standing/words.ts';
import type { Step, StepDeps, Work } from './step.ts';

/** Answers what is asked about a document as such (in force? replaced by what? amends what?) from the stored relations
 * and effect; every other question goes on. */
export const standing: Step = async (work, deps) => {
  if (work.draft || !work.retrieval || !deps.register) return work;
  const cite = new Citations(deps.source, work.request.asOf);
  const draft =
    (await answered(work, work.retrieval, deps.register, deps, cite)) ??
    (await ofNamedLaw(work, work.retrieval, deps.register, deps, cite));
  if (draft === undefined) return work;
  return { ...work, standing: true, draft, evidence: { retrieval: work.retrieval, units: cite.units } };
};

async function answered(
  { request }: Work,
  retrieval: Retrieval,
  register: LawRegister,
  { source }: StepDeps,
  cite: Citations,
): Promise<Draft | undefined> {
  const numbers = findDocumentNumbers(request.question).map(({ number }) => number);
  const [first, second] = numbers;
  const facts = await storedOf(retrieval, source);
  const between = second !== undefined && asksBetween(request.question);
  const asked = readStanding(request.question, facts && first === undefined ? lawName(facts) : undefined);
  if (!between && asked === undefined) return undefined;
  if (facts === undefined && (first === undefined || retrieval.lookup.kind !== 'unknown_document'))
    return undefined;
  const readable = ({ by }: StatedRelation) => mayRead(by.scope, request.reader);
  const mention = facts?.number === undefined ? first : parseDocumentNumber(facts.number);
  const about = mention === undefined ? [] : (await register.statedOf(mention)).filter(readable);
  const subject: Subject = {
    name: facts === undefined ? (about[0]?.target ?? first!.canonical) : nameOf(facts),
    ...(facts && { facts }),
    path: retrieval.query.path ?? {},
    outgoing: facts === undefined ? [] : await register.statedBy(facts.id),
    incoming: [
      ...about.filter((act) => act.by.id !== facts?.id && (facts === undefined || isMeant(facts, act))),
      ...(await ofBase(facts, register)).filter(readable),
    ],
  };
  if (between && subject.facts)
    return answerBetween(
      subject,
      second.canonical,
      (target) => matchesNumber(second, target),
      request.asOf,
      cite,
    );
  return asked === undefined ? undefined : answerStanding(asked, subject, request.asOf, cite);
}

/** Hits among which a later law's closing articles are looked for. */
const LATER = 20;

/** A law that is named by its year and not stored: what others say of it, or that nobody here does. Whatever else was found is about
 * another text. */
async function ofNamedLaw(
  { request, evidence }: Work,
  retrieval: Retrieval,
  register: LawRegister,
  { retriever }: StepDeps,
  cite: Citations,
): Promise<Draft | undefined> {
  const law = lawOfYear(request.question);
  const named = findDocumentNumbers(request.question).length > 0 || (retrieval.titled ?? []).length > 0;
  const asked = law === undefined || named ? undefined : readStanding(request.question);
  if (law === undefined || asked === undefined || evidence === undefined) return undefined;
  const { asOf, reader } = request;
  // The law that followed it, which bears its name, says in its last articles what it ended.
  const later = await retriever.retrieve({ query: `${law.name} hết hiệu lực`, k: LATER, asOf, reader });
  const chunks = [...evidence.units.flatMap((unit) => unit.chunks), ...retrieval.hits, ...later.hits];
  const mention = numberOf(
    law,
    chunks.map(({ text }) => text),
  );
  const about = mention === undefined ? [] : await register.statedOf(mention);
  const incoming = about.filter(({ by }) => mayRead(by.scope, request.reader));
  const name = incoming[0]?.target ?? mention?.canonical ?? law.year;
  const subject: Subject = { name, path: {}, outgoing: [], incoming };
  return (
    (await answerStanding(asked, subject, request.asOf, cite)) ??
    notFound(retrieval, STANDING_WORDS.unknownLaw(law.year))
  );
}

/** The one stored document that the question names by number or by title. */
async function storedOf(
  { lookup, titled = [] }: Retrieval,
  source: StepDeps['source'],
): Promise<DocumentFacts | undefined> {
  const ids: readonly DocumentId[] =
    lookup.kind === 'found' && lookup.what !== 'procedure'
      ? (lookup.documents ?? [])
      : lookup.kind === 'none'
        ? titled
        : [];
  const facts = await source.facts(ids);
  // Of a law and its consolidation the law itself is what other texts act on.
  const all = ids.flatMap((id) => facts.get(id) ?? []);
  return all.find(({ type }) => type !== 'Văn bản hợp nhất') ?? all[0];
}

/** What is done to the text that a consolidation gives, by texts it does not take in: it is done to the consolidation. */
async function ofBase(facts: DocumentFacts | undefined, register: LawRegister): Promise<StatedRelation[]> {
  const base = facts?.consolidates && parseDocumentNumber(facts.consolidates.base);
  if (!base?.identifies) return [];
  const { texts } = facts!.consolidates!;
  return (await register.statedOf(base)).filter(
    ({ by, doer, kind }) =>
      by.id !== facts!.id && kind !== 'consolidates' && !texts.includes(doer?.number ?? by.number ?? ''),
  );
}

function lawName({ title }: DocumentFacts): string {
  return plainWords(title).replace(/^van ban hop nhat /, '');
}
