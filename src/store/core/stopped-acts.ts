import { addDays } from '../../legal/calendar/dates.ts';
import { reachOf } from '../../legal/effectivity/acts.ts';
import type { ActingRelation } from '../../legal/effectivity/effectivity.ts';
import type { Stop } from '../../legal/effectivity/facts.ts';
import type { DocumentFacts, IncomingRelation } from '../../retrieval/model.ts';

/** What a document says it does to another, seen from the other. */
export interface Act {
  readonly relation: IncomingRelation;
  /** The document that says so. */
  readonly by: DocumentFacts;
}

/**
 * An act as it stands after what was done to the place that acts. Abolished or replaced before it took effect, it never
 * acts; a suspension ends with the text that orders it; while the acting place is suspended itself, what
 * holds is not known. An act that has ended or changed a text stays done when its own document ends later: no text
 * comes back by that alone.
 */
export function asItStands(act: Act, onActing: readonly IncomingRelation[]): Act[] {
  const { relation, by } = act;
  if (relation.reportedIn !== undefined) return [act];
  const reaching = onActing.filter(
    (other) => other.effectiveFrom !== undefined && reachOf(other, relation.place ?? {}) === 'all',
  );
  const [ended] = reaching
    .filter(({ kind }) => ENDS.has(kind))
    .map(({ effectiveFrom }) => effectiveFrom!)
    .sort();
  const begins = relation.effectiveFrom;
  if (ended !== undefined && begins !== undefined && ended <= begins) return [];
  const stopped = reaching
    .filter(({ kind }) => kind === 'suspends')
    .map(
      ({ byNumber, effectiveFrom, until }): Stop => ({
        byNumber,
        from: effectiveFrom!,
        ...(until !== undefined && { until }),
      }),
    );
  const until = relation.kind === 'suspends' ? lastDay(relation, ended, by.effectiveTo) : relation.until;
  return [
    {
      by,
      relation: {
        ...relation,
        ...(until !== undefined && { until }),
        ...(stopped.length > 0 && { stopped }),
      },
    },
  ];
}

const ENDS: ReadonlySet<ActingRelation['kind']> = new Set(['replaces', 'repeals', 'partly_repeals']);

function lastDay({ until }: ActingRelation, ended: string | undefined, to: string | undefined) {
  const days = [until, ended && addDays(ended, -1), to].filter((day) => day !== undefined);
  return days.sort()[0];
}
