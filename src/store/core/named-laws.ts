import type { Transaction } from 'kysely';
import { printDate } from '../../legal/citation-label.ts';
import type { Relation, RelationKind } from '../../legal/model.ts';
import { isAllowed } from '../../legal/numbers/rank.ts';
import { isNamedLaw, readNamedTarget } from '../../legal/relations/named-law.ts';
import type { DocumentFacts } from '../../retrieval/model.ts';
import type { Database } from '../database.ts';
import { factsOf } from './rows.ts';

type Tx = Transaction<Database>;

/** Relations to laws told by name and day get the number of the stored law; the others keep the name until it comes. */
export async function withLawNumbers(tx: Tx, relations: readonly Relation[]): Promise<Relation[]> {
  const named = relations.some(({ target }) => readNamedTarget(target) !== undefined);
  if (!named) return [...relations];
  const rows = await tx
    .selectFrom('documents')
    .select(['facts'])
    .where('kind', '=', 'official')
    .where('number', 'is not', null)
    .where((eb) =>
      eb.or([
        eb('title', 'like', 'Luật %'),
        eb('title', 'like', 'Bộ luật %'),
        eb('title', 'like', 'Pháp lệnh %'),
      ]),
    )
    .execute();
  const laws = rows.map((row) => factsOf(row.facts)).filter(isLaw);
  return relations.map((relation) => {
    const law = readNamedTarget(relation.target);
    const stored = law && laws.find((facts) => isNamedLaw(law, facts));
    return stored?.number === undefined ? relation : { ...relation, target: stored.number };
  });
}

/** A law that is stored now gives its number to the relations that named it, and what they may do to it is known. */
export async function nameLaw(tx: Tx, facts: DocumentFacts): Promise<void> {
  if (!isLaw(facts) || facts.date === undefined) return;
  const target = facts.number!;
  const rows = await tx
    .selectFrom('relations as r')
    .innerJoin('documents as d', 'd.id', 'r.document_id')
    .select(['r.document_id', 'r.ord', 'r.kind', 'r.target', 'r.by_number', 'd.number'])
    .where('r.target', 'like', `% ngày ${printDate(facts.date)}`)
    .execute();
  for (const { document_id, ord, kind, target: name, by_number, number } of rows) {
    const law = readNamedTarget(name);
    if (law === undefined || !isNamedLaw(law, facts)) continue;
    const by = by_number === null ? {} : { by: by_number };
    const acts = isAllowed(number ?? undefined, { kind: kind as RelationKind, target, ...by });
    await tx
      .updateTable('relations')
      .set({ target, acts: acts ? 1 : 0 })
      .where('document_id', '=', document_id)
      .where('ord', '=', ord)
      .execute();
  }
}

function isLaw({ number, type, consolidates }: DocumentFacts): boolean {
  return number !== undefined && consolidates === undefined && /^(?:Luật|Bộ luật|Pháp lệnh)$/u.test(type);
}
