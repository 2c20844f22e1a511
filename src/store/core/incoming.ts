import { inAttachment } from '../../legal/effectivity/acts.ts';
import { startOf } from '../../legal/effectivity/effectivity.ts';
import type { CitationPath } from '../../legal/model.ts';
import { parseDocumentNumber } from '../../legal/numbers/document-number.ts';
import { isMeant } from '../../legal/numbers/same-document.ts';
import type { DocumentFacts, IncomingRelation } from '../../retrieval/model.ts';
import type { Db } from '../database.ts';
import { batches, factsOf } from './rows.ts';
import { servingActs } from './serving-acts.ts';
import { type Act, asItStands } from './stopped-acts.ts';

/**
 * Adds to each document what other serving documents do to it (only relations their rank allows). A văn bản hợp nhất
 * inherits what is done to its base by texts that it does not take in.
 */
export async function attachIncoming(db: Db, all: readonly DocumentFacts[]): Promise<DocumentFacts[]> {
  const acting = await actsOn(
    db,
    all.flatMap(({ number, consolidates }) => [number ?? [], consolidates?.base ?? []].flat()),
  );
  return all.map((facts) => {
    const own = (acting.get(facts.number ?? '') ?? [])
      .filter(({ by, relation: { sentence } }) => by.id !== facts.id && isMeant(facts, { sentence, by }))
      .map(({ relation }) => relation);
    const incoming = [...own, ...inherited(facts, acting.get(facts.consolidates?.base ?? '') ?? [])];
    return incoming.length === 0 ? facts : { ...facts, incoming };
  });
}

/** What is done to the base of a consolidation and is not in it, and the parts that its own notes call abolished. */
export function inherited<T extends Act>(facts: DocumentFacts, acts: readonly T[]): T['relation'][] {
  const { consolidates, issuer } = facts;
  if (consolidates === undefined) return [];
  const { base, texts } = consolidates;
  const unique = parseDocumentNumber(base)?.identifies === true;
  return acts
    .filter(
      ({ relation, by }) =>
        (by.id === facts.id ? relation.kind === 'partly_repeals' : !texts.includes(relation.byNumber)) &&
        (unique || by.issuer === issuer),
    )
    .map(({ relation }) => ({ ...relation, via: base }));
}

/** What serving documents do to the documents with these numbers, stored or not; acts withdrawn before they took effect
 * are left out, those suspended say so. */
export async function actsOn(db: Db, numbers: readonly string[]): Promise<Map<string, Act[]>> {
  const acting = await statedActs(db, numbers);
  const doers = [...acting.values()].flat().flatMap(({ by }) => by.number ?? []);
  const onActing = await statedActs(db, doers);
  if (onActing.size === 0) return acting;
  const stands = (act: Act): Act[] => {
    const own = (onActing.get(act.by.number ?? '') ?? []).filter(({ by, relation: { sentence } }) =>
      isMeant(act.by, { sentence, by }),
    );
    return asItStands(
      act,
      own.map(({ relation }) => relation),
    );
  };
  return new Map([...acting].map(([number, acts]) => [number, acts.flatMap(stands)]));
}

async function statedActs(db: Db, numbers: readonly string[]): Promise<Map<string, Act[]>> {
  const acts = new Map<string, Act[]>();
  for (const batch of batches([...new Set(numbers)], 500)) {
    const rows = await servingActs(db)
      .where('relations.target', 'in', batch)
      .where('relations.kind', 'not in', ['implements', 'refers', 'consolidates'])
      .execute();
    for (const row of rows) {
      const by = factsOf(row.facts);
      const from = row.by_from ?? (row.by_number === null ? startOf(by) : undefined);
      const relation: IncomingRelation = {
        kind: row.kind as IncomingRelation['kind'],
        byNumber: row.by_number ?? by.number ?? by.title,
        byTitle: by.title,
        byId: by.id,
        byScope: by.scope,
        ...(from !== undefined && { effectiveFrom: from }),
        ...(row.target_path !== null && {
          targetPath: inAttachment(JSON.parse(row.target_path) as CitationPath, row.sentence),
        }),
        ...(row.until !== null && { until: row.until }),
        ...(row.place !== null && { place: JSON.parse(row.place) as CitationPath }),
        sentence: row.sentence,
        ...(row.by_number !== null && { reportedIn: by.number ?? by.title }),
      };
      acts.set(row.target, [...(acts.get(row.target) ?? []), { relation, by }]);
    }
  }
  for (const [number, own] of acts) acts.set(number, withoutRepeated(own));
  return acts;
}

/** What a consolidation reports counts where the acting text itself, or a newer consolidation, does not say it. */
function withoutRepeated(acts: readonly Act[]): Act[] {
  const place = ({ relation: { byNumber, targetPath } }: Act) =>
    JSON.stringify([byNumber, targetPath?.dieu, targetPath?.phuLuc]);
  const said = new Set(acts.filter(({ relation }) => !relation.reportedIn).map(place));
  const newest = new Map<string, Act>();
  for (const act of acts) {
    const key = JSON.stringify([act.relation.kind, act.relation.byNumber, act.relation.targetPath]);
    const known = newest.get(key);
    if (act.relation.reportedIn && (known === undefined || (known.by.date ?? '') < (act.by.date ?? '')))
      newest.set(key, act);
  }
  const reported = new Set([...newest.values()].filter((act) => !said.has(place(act))));
  return acts.filter((act) => !act.relation.reportedIn || reported.has(act));
}
