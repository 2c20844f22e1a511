import { type Precedent, precedenceOver } from '../../legal/precedence.ts';
import type { DocumentFacts } from '../../retrieval/model.ts';
import { type Contradiction, contradictions } from './compare.ts';
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
  return contradictions(lower.statements, higher.statements).map((found) => ({
    ...found,
    why,
    lowerFacts: lower.facts,
    higherFacts: higher.facts,
  }));
}

/** Whether the first of two documents goes before the second where they differ; local texts only within their area. */
export function precedes(a: DocumentFacts, b: DocumentFacts): 'higher' | 'later' | undefined {
  if (a.id === b.id || a.kind !== 'official') return undefined;
  if (a.territory !== undefined && a.territory !== b.territory) return undefined;
  // A consolidation gives the words of its base; it does not stand beside it.
  if (a.consolidates?.base === b.number && b.number !== undefined) return undefined;
  if (b.consolidates?.base === a.number && a.number !== undefined) return undefined;
  return precedenceOver(precedentOf(a), precedentOf(b));
}

function precedentOf({ number, date, sunset, consolidates }: DocumentFacts): Precedent {
  const known = consolidates?.base ?? number;
  return {
    ...(known !== undefined && { number: known }),
    ...(date !== undefined && { date }),
    ...(sunset?.prevails && { prevails: true }),
  };
}
