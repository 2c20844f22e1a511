import type { CitationPath, IsoDate, PartTerm, RelationKind, SunsetClause } from '../model.ts';

/** What another document does to this one. */
export interface ActingRelation {
  readonly kind: RelationKind;
  readonly byNumber: string;
  /** The day the acting document takes effect; absent when it could not be read. */
  readonly effectiveFrom?: IsoDate;
  readonly targetPath?: CitationPath;
  /** Of a suspension its last day, of an extension the new last day of the text. */
  readonly until?: IsoDate;
  /** Where the acting document says it. */
  readonly place?: CitationPath;
  /** Suspensions of the acting document, or of that place in it: meanwhile it is not known what holds. */
  readonly stopped?: readonly Stop[];
  /** Number of the consolidation that reports it, where the acting text is not stored. */
  readonly reportedIn?: string;
  /** Number of the text acted on, where the facts are those of a consolidation of it. */
  readonly via?: string;
}

/** A time in which what acts on a text is suspended itself. */
export interface Stop {
  readonly byNumber: string;
  readonly from: IsoDate;
  readonly until?: IsoDate;
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
  /** Parts that begin or end on another day. */
  readonly parts?: readonly PartTerm[];
  readonly incoming?: readonly ActingRelation[];
  readonly basisEnded?: readonly EndedBasis[];
  /** Rules of others in this project's words, as they stood on `date`. */
  readonly ownWords?: boolean;
  /** Of such a summary the first day on which what it rests on can have been in force. */
  readonly notBefore?: IsoDate;
}
