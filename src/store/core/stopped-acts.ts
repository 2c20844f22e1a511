import { addDays } from '../../legal/calendar/dates.ts';
import { extensionOf, reachOf } from '../../legal/effectivity/acts.ts';
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
  const until =
    relation.kind === 'suspends'
      ? lastDay(lengthened(relation, onActing), ended, by.effectiveTo)
      : relation.until;
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

/** "Kéo dài thời gian ngưng hiệu lực quy định tại Điều 1 …": a suspension with the last day that a later text gives it. */
function lengthened(
  { until, place = {} }: IncomingRelation,
  onActing: readonly IncomingRelation[],
): { readonly until?: string } {
  const longer = extensionOf(onActing, place, until, FOR_GOOD)?.until ?? until;
  return longer === undefined ? {} : { until: longer };
}

/** A day after all others. */
const FOR_GOOD = '9999-12-31';

const ENDS: ReadonlySet<ActingRelation['kind']> = new Set(['replaces', 'repeals', 'partly_repeals']);

function lastDay({ until }: { readonly until?: string }, ended: string | undefined, to: string | undefined) {
  const days = [until, ended && addDays(ended, -1), to].filter((day) => day !== undefined);
  return days.sort()[0];
}
