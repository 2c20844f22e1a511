import type { LawRegister, StatedRelation } from '../../answer/standing/register.ts';
import type { CitationPath, RelationKind } from '../../legal/model.ts';
import { type DocumentNumber, matchesNumber } from '../../legal/numbers/document-number.ts';
import type { Db } from '../database.ts';
import { attachEndedBases } from './ended-basis.ts';
import { attachIncoming } from './incoming.ts';
import { factsOf } from './rows.ts';
import { servingActs } from './serving-acts.ts';

/** Relations as they were stored with their documents; what a rank does not allow is left out. */
export function createLawRegister(db: Db): LawRegister {
  const acting = () => servingActs(db).orderBy('relations.document_id').orderBy('relations.ord');

  return {
    async statedBy(id) {
      const rows = await acting()
        .where('relations.document_id', '=', id)
        .where('relations.by_number', 'is', null)
        .execute();
      return stated(db, rows);
    },
    async statedOf(mention: DocumentNumber) {
      const start = mention.complete
        ? mention.canonical
        : `${mention.serial}/${mention.year === undefined ? '' : `${mention.year}/`}`;
      const rows = await acting()
        .where('relations.target', '>=', start)
        .where('relations.target', '<', `${start}\uffff`)
        .execute();
      return stated(
        db,
        rows.filter((row) => matchesNumber(mention, row.target)),
      );
    },
  };
}

interface Row {
  readonly kind: string;
  readonly target: string;
  readonly target_path: string | null;
  readonly sentence: string;
  readonly by_number: string | null;
  readonly by_from: string | null;
  readonly facts: string;
}

/** The acting documents with what others do to them: one that has ended itself supports nothing. */
async function stated(db: Db, rows: readonly Row[]): Promise<StatedRelation[]> {
  const acting = new Map(rows.map(({ facts }) => [facts, factsOf(facts)]));
  const whole = await attachEndedBases(db, await attachIncoming(db, [...acting.values()]));
  const byId = new Map(whole.map((facts) => [facts.id, facts]));
  const told = rows.map((row) => ({
    kind: row.kind as RelationKind,
    target: row.target,
    ...(row.target_path !== null && { targetPath: JSON.parse(row.target_path) as CitationPath }),
    sentence: row.sentence,
    by: byId.get(acting.get(row.facts)!.id)!,
    ...(row.by_number === null && row.by_from !== null && { from: row.by_from }),
    ...(row.by_number !== null && {
      doer: { number: row.by_number, ...(row.by_from !== null && { from: row.by_from }) },
    }),
  }));
  // What a consolidation reports is told by the acting text itself, where that is stored, else by its notes, else by its head.
  return told.filter(
    ({ doer, target, targetPath }) =>
      doer === undefined ||
      !told.some(
        (other) =>
          other.target === target &&
          (other.by.number === doer.number ||
            (targetPath === undefined && other.targetPath && other.doer?.number === doer.number)),
      ),
  );
}
