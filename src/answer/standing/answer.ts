import { printDate } from '../../legal/citation-label.ts';
import type { IsoDate, RelationKind } from '../../legal/model.ts';
import { effectivityOf } from '../../retrieval/in-force.ts';
import type { DocumentFacts } from '../../retrieval/model.ts';
import { supports } from '../effectivity.ts';
import type { Draft } from '../model.ts';
import { contents } from './contents.ts';
import { draftOf, ownCautions, plain } from './draft.ts';
import { type Citations, nameOf } from './evidence.ts';
import type { Asked } from './question.ts';
import { type StatedRelation, sinceOf } from './register.ts';
import type { Subject } from './subject.ts';
import { DOES, STANDING_WORDS } from './words.ts';

const ENDS: readonly RelationKind[] = ['replaces', 'repeals'];
const CHANGES: readonly RelationKind[] = [...ENDS, 'suspends', 'partly_repeals', 'amends', 'corrects'];
/** The relations each question is after, and from which side. */
const SOUGHT: Readonly<
  Record<
    Exclude<Asked, 'standing' | 'dates' | 'contents'>,
    { readonly side: 'incoming' | 'outgoing'; readonly kinds: readonly RelationKind[] }
  >
> = {
  replaced_by: { side: 'incoming', kinds: ['replaces', 'repeals'] },
  amended_by: {
    side: 'incoming',
    kinds: ['amends', 'partly_repeals', 'corrects', 'replaces', 'repeals', 'consolidates'],
  },
  detailed_by: { side: 'incoming', kinds: ['implements'] },
  replaces: { side: 'outgoing', kinds: ['replaces', 'repeals'] },
  amends: { side: 'outgoing', kinds: ['amends', 'partly_repeals', 'corrects'] },
  repeals: { side: 'outgoing', kinds: ['repeals', 'partly_repeals'] },
  details: { side: 'outgoing', kinds: ['implements'] },
};
/** Sentences quoted in one answer. */
const MOST_QUOTED = 6;

/** Answers a question about a document as such, from what it and others say of it; every sentence is quoted.
 * Undefined when the stored documents say nothing of it. */
export async function answerStanding(
  asked: Asked,
  subject: Subject,
  asOf: IsoDate,
  cite: Citations,
): Promise<Draft | undefined> {
  const { facts } = subject;
  if (asked === 'contents')
    return facts !== undefined && supports(effectivityOf(facts, asOf))
      ? contents(subject, facts, asOf, cite)
      : facts && standing('standing', subject, facts, asOf, cite);
  if (asked === 'standing' || asked === 'dates')
    return facts === undefined
      ? hearsay(subject, [...CHANGES, 'consolidates'], asOf, cite, true)
      : standing(asked, subject, facts, asOf, cite);
  const { side, kinds } = SOUGHT[asked];
  if (facts === undefined && side === 'outgoing') return undefined;
  if (facts === undefined) return hearsay(subject, kinds, asOf, cite);
  const told = subject[side].filter(({ kind }) => kinds.includes(kind));
  // Who asks what replaced a text is told first what ended it, then what changed it.
  told.sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
  if (told.length === 0) return nothing(side, asked, subject, asOf, cite);
  return draftOf(
    subject.name,
    [],
    await quoted(told, asOf, cite),
    cite,
    side === 'incoming' ? ownCautions(facts, asOf) : [],
  );
}

/** Does the first document act on the second? */
export async function answerBetween(
  subject: Subject,
  other: string,
  matches: (target: string) => boolean,
  asOf: IsoDate,
  cite: Citations,
): Promise<Draft> {
  const told = subject.outgoing.filter(({ kind, target }) => CHANGES.includes(kind) && matches(target));
  if (told.length === 0) return plain(STANDING_WORDS.notBetween(subject.name, other), 'not_found');
  return draftOf(subject.name, [], await quoted(told, asOf, cite), cite, []);
}

async function standing(
  asked: 'standing' | 'dates',
  subject: Subject,
  facts: DocumentFacts,
  asOf: IsoDate,
  cite: Citations,
): Promise<Draft> {
  const { status, from, to, note } = effectivityOf(facts, asOf, subject.path);
  const changes = subject.incoming.filter(
    (relation) =>
      CHANGES.includes(relation.kind) && (sinceOf(relation) === undefined || tookEffect(relation, asOf)),
  );
  changes.sort((a, b) => CHANGES.indexOf(a.kind) - CHANGES.indexOf(b.kind));
  // The newer text first.
  const changed = await quoted(changes, asOf, cite);
  const own = supports({ status }) ? await cite.ownEffect(facts) : undefined;
  const dates = [
    ...(from !== undefined
      ? [STANDING_WORDS.from(printDate(from))]
      : asked === 'dates'
        ? [STANDING_WORDS.fromUnread]
        : []),
    ...(to !== undefined && !note?.includes(printDate(to)) ? [STANDING_WORDS.until(printDate(to))] : []),
  ];
  const verdict = STANDING_WORDS.verdict[status];
  const quotes = own === undefined ? changed : [...changed, `${nameOf(facts)}: “${own.quote}” [${own.n}]`];
  // A date may stand in the conclusion where its own document is cited, or nothing is.
  const dated = own !== undefined || cite.citations.length === 0;
  const conclusion = !dated ? [verdict] : asked === 'dates' ? [...dates, verdict] : [verdict, ...dates];
  const ending =
    facts.sunset !== undefined && to !== undefined && !own?.quote.includes(facts.sunset.sentence)
      ? [STANDING_WORDS.stated(subject.name, facts.sunset.sentence)]
      : [];
  return draftOf(subject.name, conclusion, quotes, cite, [
    ...(dated ? [] : dates),
    ...(note === undefined ? [] : [note]),
    ...ending,
    ...(supports({ status }) ? ownCautions(facts, asOf) : []),
    `${STANDING_WORDS.askedDay(printDate(asOf))} ${STANDING_WORDS.onlyHere}`,
  ]);
}

/** What others say of a document whose text is not here. */
async function hearsay(
  subject: Subject,
  kinds: readonly RelationKind[],
  asOf: IsoDate,
  cite: Citations,
  asksStanding = false,
): Promise<Draft | undefined> {
  const told = subject.incoming.filter(({ kind }) => kinds.includes(kind));
  told.sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
  if (told.length === 0) return undefined;
  const quotes = await quoted(told, asOf, cite);
  const ended = told.some(
    (relation) =>
      ENDS.includes(relation.kind) && relation.targetPath === undefined && tookEffect(relation, asOf),
  );
  const conclusion = asksStanding && ended ? [STANDING_WORDS.endedByOther] : [];
  const draft = draftOf(subject.name, conclusion, quotes, cite, [
    STANDING_WORDS.notHere(subject.name),
    STANDING_WORDS.onlyHere,
  ]);
  // That a text was changed does not say whether the rest of it is in force.
  return asksStanding && !ended && draft.status === 'answered' ? { ...draft, status: 'partial' } : draft;
}

/** Whether it was done by that day by a text that was not withdrawn before. */
function tookEffect(relation: StatedRelation, asOf: IsoDate): boolean {
  const since = sinceOf(relation);
  if (since === undefined || since > asOf) return false;
  return relation.doer !== undefined || supports(effectivityOf(relation.by, since));
}

/** One line a sentence: who does it, its words, the mark. What is not yet, or no longer, in force is told without one. */
async function quoted(told: readonly StatedRelation[], asOf: IsoDate, cite: Citations): Promise<string[]> {
  const lines: string[] = [];
  const seen = new Set<string>();
  for (const relation of told) {
    const key = `${relation.by.id}|${relation.sentence}`;
    if (seen.has(key)) continue;
    seen.add(key);
    if (seen.size > MOST_QUOTED) continue;
    const citation = await cite.relation(relation);
    if (citation !== undefined) lines.push(`${acts(relation)}: “${citation.quote}” [${citation.n}]`);
    else lines.push(uncited(relation, asOf));
  }
  if (seen.size > MOST_QUOTED) lines.push(STANDING_WORDS.more(seen.size - MOST_QUOTED));
  return [...new Set(lines)];
}

/** "Nghị định số 280/2025/NĐ-CP sửa đổi, bổ sung 23/2015/NĐ-CP". */
function acts({ by, kind, target, doer }: StatedRelation): string {
  return doer === undefined
    ? `${nameOf(by)} ${DOES[kind]} ${target}`
    : STANDING_WORDS.reported(doer.number, DOES[kind], nameOf(by));
}

function uncited(relation: StatedRelation, asOf: IsoDate): string {
  const { by, sentence } = relation;
  const from = sinceOf(relation);
  const when =
    from !== undefined && from > asOf
      ? ` (${STANDING_WORDS.later(relation.doer?.number ?? nameOf(by), printDate(from))})`
      : '';
  return `${acts(relation)}${when}: “${sentence}”`;
}

async function nothing(
  side: 'incoming' | 'outgoing',
  asked: Asked,
  subject: Subject,
  asOf: IsoDate,
  cite: Citations,
): Promise<Draft> {
  if (side === 'outgoing') {
    const kind =
      asked === 'amends' || asked === 'repeals' ? asked : asked === 'details' ? 'implements' : 'replaces';
    const does = DOES[kind];
    return plain(STANDING_WORDS.doesNothing(subject.name, does), 'not_found');
  }
  const done =
    asked === 'detailed_by' ? DOES.implements : asked === 'amended_by' ? DOES.amends : DOES.replaces;
  const words = STANDING_WORDS.nothingDone(subject.name, done);
  // It may have ended or changed in another way, which the asker should hear as well.
  const draft = await standing('standing', subject, subject.facts!, asOf, cite);
  return {
    ...draft,
    status: 'partial',
    sections: [{ role: 'conclusion', lines: [words] }, ...draft.sections],
  };
}
