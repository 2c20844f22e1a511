import { startOf } from '../../legal/effectivity/effectivity.ts';
import type { CitationPath, DocumentId, IsoDate, RelationKind } from '../../legal/model.ts';
import type { DocumentNumber } from '../../legal/numbers/document-number.ts';
import type { DocumentFacts } from '../../retrieval/model.ts';

/** What a serving document says it does to another one; only what its rank allows. */
export interface StatedRelation {
  readonly kind: RelationKind;
  /** Canonical number. */
  readonly target: string;
  readonly targetPath?: CitationPath;
  /** Literal in the text of `by`, white space aside. */
  readonly sentence: string;
  readonly by: DocumentFacts;
  /** The day it happens, where that is not the day `by` takes effect. */
  readonly from?: IsoDate;
  /** The text that does it, and since when, where `by` is a consolidation that reports it. */
  readonly doer?: { readonly number: string; readonly from?: IsoDate };
}

/** The day the relation takes effect, where it is known. */
export function sinceOf({ by, doer, from }: StatedRelation): IsoDate | undefined {
  return doer === undefined ? (from ?? startOf(by)) : doer.from;
}

/** The relations between stored documents, as questions about them need them. Scopes are for the caller to heed. */
export interface LawRegister {
  /** What this document does to others, in the order of its text. */
  statedBy(id: DocumentId): Promise<readonly StatedRelation[]>;
  /** What serving documents say of the one that a number, whole or partial, names; it need not be stored itself. */
  statedOf(mention: DocumentNumber): Promise<readonly StatedRelation[]>;
}
