import type { Effectivity, EffectivityStatus, IsoDate } from '../legal/model.ts';
import type { DocumentFacts } from './model.ts';

/** Factor on the score of a unit with this effectivity: what is not in force stays visible, below what is. */
export const EFFECTIVITY_FACTOR: Readonly<Record<EffectivityStatus, number>> = {
  in_force: 1,
  unknown: 1,
  partly_expired: 1,
  not_yet: 0.6,
  suspended: 0.5,
  expired: 0.5,
};

/** Effectivity of a document on a day, from its own dates and what other documents did to it as a whole. */
export function effectivityOf(facts: DocumentFacts, asOf: IsoDate): Effectivity {
  const { effectiveFrom: from, effectiveTo: to } = facts;
  const dates = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  if (from !== undefined && asOf < from) return { status: 'not_yet', ...dates };
  if (to !== undefined && asOf > to) return { status: 'expired', ...dates };
  const ended = facts.incoming?.find(
    (r) =>
      (r.kind === 'replaces' || r.kind === 'repeals') &&
      r.targetPath === undefined &&
      r.effectiveFrom !== undefined &&
      r.effectiveFrom <= asOf,
  );
  if (ended) return { status: 'expired', ...dates, note: `Đã được thay thế, bãi bỏ bởi ${ended.byNumber}` };
  return { status: from === undefined ? 'unknown' : 'in_force', ...dates };
}
