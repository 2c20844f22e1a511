import type { CitationPath } from '../../legal/model.ts';
import type { DocumentFacts } from '../../retrieval/model.ts';
import type { StatedRelation } from './register.ts';

/** A document that is asked about: stored, or only spoken of by others. */
export interface Subject {
  /** As a person reads it. */
  readonly name: string;
  readonly facts?: DocumentFacts;
  readonly path: CitationPath;
  /** What it does to others, and what others do to it. */
  readonly outgoing: readonly StatedRelation[];
  readonly incoming: readonly StatedRelation[];
}
