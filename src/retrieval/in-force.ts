import { effectivityOn } from '../legal/effectivity/effectivity.ts';
import type { CitationPath, Effectivity, EffectivityStatus, IsoDate, UnitId } from '../legal/model.ts';
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

/** Effectivity of a document, or of the place `path` in it, on a day. */
export function effectivityOf(facts: DocumentFacts, asOf: IsoDate, path: CitationPath = {}): Effectivity {
  return effectivityOn(facts, path, asOf);
}

/** The article a unit stands for, read from its id ("…#d5", "…#plI.d3"). An annex without an ordinal ("…#pl.d3") has
 * the empty one, as in the paths of its chunks: its article is not the body's. */
export function unitPath(unitId: UnitId): CitationPath {
  const place = unitId.slice(unitId.lastIndexOf('#') + 1);
  const dieu = /(?:^|\.)d(\d+[a-zđ]?)$/.exec(place)?.[1];
  const printed = /^pl([^.]*)(?:\.|$)/.exec(place)?.[1];
  // "plQuy-định": the words of an attached regulation's kind are joined in an id.
  const phuLuc =
    printed !== undefined && /^\p{Lu}\p{Ll}/u.test(printed) ? printed.replaceAll('-', ' ') : printed;
  return { ...(phuLuc !== undefined && { phuLuc }), ...(dieu !== undefined && { dieu }) };
}
