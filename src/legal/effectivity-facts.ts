import type { CitationPath, IsoDate, RelationKind, SunsetClause } from './model.ts';

/** What another document does to this one. */
export interface ActingRelation {
  readonly kind: RelationKind;
  readonly byNumber: string;
  /** The day the acting document takes effect; absent when it could not be read. */
  readonly effectiveFrom?: IsoDate;
  readonly targetPath?: CitationPath;
  /** Number of the consolidation that reports it, where the acting text is not stored. */
  readonly reportedIn?: string;
  /** Number of the text acted on, where the facts are those of a consolidation of it. */
  readonly via?: string;
}

/** A text this one details, guides or amends, which has ended. */
export interface EndedBasis {
  readonly number: string;
  readonly byNumber?: string;
  /** The first day it was no longer in force. */
  readonly endedOn?: IsoDate;
}

/** What effectivity is told from; `DocumentFacts` of the retrieval layer fits. */
export interface EffectFacts {
  readonly number?: string;
  readonly date?: IsoDate;
  readonly effectiveFrom?: IsoDate;
  readonly effectiveTo?: IsoDate;
  readonly sunset?: SunsetClause;
  readonly incoming?: readonly ActingRelation[];
  readonly basisEnded?: readonly EndedBasis[];
}
