import { addDays } from '../../legal/calendar/dates.ts';
import { parseDocumentNumber } from '../../legal/numbers/document-number.ts';
import type { DocumentFacts, EndedBasisOf } from '../../retrieval/model.ts';
import type { Db } from '../database.ts';
import { actsOn } from './incoming.ts';
import { batches, factsOf } from './rows.ts';
import type { Act } from './stopped-acts.ts';

/** A circular on a decree on a law: the end of the law reaches both. */
const DEEPEST = 2;

/**
 * Adds to each document the ended texts it details, guides or amends: what becomes of it then the data does not decide
 * (Law 64/2025/QH15, Điều 57). A text made after that end is not touched by it.
 */
export async function attachEndedBases(
  db: Db,
  all: readonly DocumentFacts[],
  depth = DEEPEST,
): Promise<DocumentFacts[]> {
  const bases = await basesOf(
    db,
    all.filter(({ number }) => number !== undefined),
  );
  if (bases.size === 0) return [...all];
  const ends = await endsOf(db, [...new Set([...bases.values()].flat())], depth);
  return all.map((facts) => {
    const ended = (bases.get(facts.id) ?? []).flatMap((number) => ends.get(number) ?? []);
    const after = ended.filter(({ endedOn }) => facts.date === undefined || endedOn! > facts.date);
    return after.length === 0 ? facts : { ...facts, basisEnded: after };
  });
}

/** Numbers each document rests on: what its subject details or guides, or the one text it sets out to amend. Only
 * numbers that name one document. */
async function basesOf(db: Db, all: readonly DocumentFacts[]): Promise<Map<string, string[]>> {
  const bases = new Map<string, string[]>();
  for (const batch of batches(all, 500)) {
    const rows = await db
      .selectFrom('relations')
      .select(['document_id', 'kind', 'target'])
      .distinct()
      .where(
        'document_id',
        'in',
        batch.map(({ id }) => id),
      )
      .where('kind', 'in', ['implements', 'amends'])
      .execute();
    for (const { id, title } of batch) {
      const own = rows.filter((row) => row.document_id === id && isUnique(row.target));
      const amended = own.filter(({ kind }) => kind === 'amends').map(({ target }) => target);
      const rests = [
        ...own.filter(({ kind }) => kind === 'implements').map(({ target }) => target),
        ...(amended.length === 1 && /(?<!\p{L})(?:sửa đổi|bổ sung)(?!\p{L})/iu.test(title) ? amended : []),
      ];
      if (rests.length > 0) bases.set(id, [...new Set(rests)]);
    }
  }
  return bases;
}

function isUnique(number: string): boolean {
  return parseDocumentNumber(number)?.identifies ?? false;
}

/** Those of the numbers whose text has ended, or will on a known day, with what ended it. */
async function endsOf(
  db: Db,
  numbers: readonly string[],
  depth: number,
): Promise<Map<string, EndedBasisOf[]>> {
  const acts = await actsOn(db, numbers);
  const stored = await storedUnder(db, numbers);
  const resting = depth > 1 ? await attachEndedBases(db, [...stored.values()], depth - 1) : [];
  const further = new Map(resting.map(({ number, basisEnded }) => [number!, basisEnded ?? []]));
  const ends = new Map<string, EndedBasisOf[]>();
  for (const number of numbers) {
    const own = endOf(number, acts.get(number) ?? [], stored.get(number));
    const all = own === undefined ? (further.get(number) ?? []) : [own];
    if (all.length > 0) ends.set(number, [...all]);
  }
  return ends;
}

/** The earliest known end of a whole text: by another one, or by its own term. */
function endOf(
  number: string,
  acts: readonly Act[],
  facts: DocumentFacts | undefined,
): EndedBasisOf | undefined {
  const [first] = acts
    .filter(
      ({ relation: { kind, targetPath, effectiveFrom } }) =>
        (kind === 'replaces' || kind === 'repeals') &&
        targetPath === undefined &&
        effectiveFrom !== undefined,
    )
    .map(({ relation }) => relation)
    .sort((a, b) => a.effectiveFrom!.localeCompare(b.effectiveFrom!));
  const until = facts?.effectiveTo ?? facts?.sunset?.until;
  const term = until === undefined ? undefined : addDays(until, 1);
  if (first !== undefined && (term === undefined || first.effectiveFrom! <= term))
    return {
      number,
      byNumber: first.byNumber,
      endedOn: first.effectiveFrom!,
      ...(first.byScope && { byScope: first.byScope }),
    };
  return term === undefined ? undefined : { number, endedOn: term };
}

async function storedUnder(db: Db, numbers: readonly string[]): Promise<Map<string, DocumentFacts>> {
  const found = new Map<string, DocumentFacts>();
  for (const batch of batches(numbers, 500)) {
    const rows = await db
      .selectFrom('documents')
      .select(['number', 'facts'])
      .where('number', 'in', batch)
      .where('state', '=', 'serving')
      .execute();
    for (const row of rows) found.set(row.number!, factsOf(row.facts));
  }
  return found;
}
