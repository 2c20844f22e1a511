import { type Precedent, precedenceOver } from '../../legal/numbers/precedence.ts';
import type { DocumentFacts, Hit } from '../../retrieval/model.ts';
import { asksLess, type Contradiction, contradictions, sameMatter } from './compare.ts';
import type { Statement } from './statements.ts';

/** A text with what it states. */
export interface Stating {
  readonly facts: DocumentFacts;
  readonly statements: readonly Statement[];
}

/** A contradiction with why the other text goes before. */
export interface Overruled extends Contradiction {
  readonly why: 'higher' | 'later';
  readonly lowerFacts: DocumentFacts;
  readonly higherFacts: DocumentFacts;
}

/** What a text states otherwise than another of the same area that goes before it; nothing where none does. */
export function overruled(lower: Stating, higher: Stating): Overruled[] {
  const why = precedes(higher.facts, lower.facts);
  if (why === undefined) return [];
  // Published procedures are newer than the rule as it is stored, and times are often cut: only what asks more is told.
  const published = lower.facts.kind !== 'official';
  const found = contradictions(lower.statements, higher.statements).filter(
    (one) => !published || !asksLess(one),
  );
  return found.map((one) => ({
    ...one,
    why,
    lowerFacts: lower.facts,
    higherFacts: higher.facts,
  }));
}

/** Only what is surely in force is held against another text. */
export function isInForce({ effectivity: { status } }: Hit): boolean {
  return status === 'in_force' || status === 'partly_expired';
}

/** Whether the first of two documents goes before the second where they differ; local texts only within their area. */
export function precedes(a: DocumentFacts, b: DocumentFacts): 'higher' | 'later' | undefined {
  if (a.id === b.id || a.kind !== 'official') return undefined;
  if (a.territory !== undefined && a.territory !== b.territory) return undefined;
  // A consolidation gives the words of its base; it does not stand beside it.
  if (a.consolidates?.base === b.number && b.number !== undefined) return undefined;
  if (b.consolidates?.base === a.number && a.number !== undefined) return undefined;
  return precedenceOver(precedentOf(a), {
    ...precedentOf(b),
    prevails: b.sunset?.prevails === true && !outlives(a, b),
  });
}

/** A provision of a temporary text and what a later text says on its matter. */
export interface TakenUp {
  readonly own: Statement;
  readonly later: Statement;
  readonly laterFacts: DocumentFacts;
}

/** What a later text has taken up of a temporary one, whose provisions end with that (decree 120/2025/NĐ-CP, Điều 23). */
export function takenUp(temporary: Stating, later: Stating): TakenUp[] {
  if (!outlives(later.facts, temporary.facts) || precedes(later.facts, temporary.facts) === undefined)
    return [];
  return temporary.statements.flatMap((own) => {
    const theirs = later.statements.find((other) => sameMatter(own, other));
    return theirs === undefined ? [] : [{ own, later: theirs, laterFacts: later.facts }];
  });
}

/** Whether the second text gives way, provision by provision, to the first, which took effect after it. */
function outlives({ effectiveFrom }: DocumentFacts, temporary: DocumentFacts): boolean {
  return (
    temporary.sunset?.earlierByLaterText === true &&
    effectiveFrom !== undefined &&
    temporary.effectiveFrom !== undefined &&
    effectiveFrom > temporary.effectiveFrom
  );
}

function precedentOf({ number, issuer, date, consolidates }: DocumentFacts): Precedent {
  const known = consolidates?.base ?? number;
  return {
    ...(known !== undefined && { number: known }),
    // A consolidation is issued by another body than the text it gives.
    ...(issuer !== undefined && consolidates === undefined && { issuer }),
    ...(date !== undefined && { date }),
  };
}
