import type { CitationPath } from '../../legal/model.ts';

/** What a statement asserts that code can look up in a source. */
export type FactKind =
  | 'document'
  | 'law'
  | 'article'
  | 'code'
  | 'date'
  | 'duration'
  | 'amount'
  | 'percent'
  | 'count'
  | 'number'
  | 'form'
  | 'paper'
  | 'authority'
  | 'free_of_charge'
  | 'link';

export type Bound = 'min' | 'max';

export interface Fact {
  readonly kind: FactKind;
  /** As printed, for the person who reads the log and for the repair prompt. */
  readonly text: string;
  /** Comparison key; equal keys are equal facts. */
  readonly key: string;
  /** "tối đa", "không quá" against "tối thiểu", "ít nhất". */
  readonly bound?: Bound;
}

/** One source text, with what is known of it apart from its words (a citation's label, number, dates). */
export interface EvidenceText {
  readonly text: string;
  readonly documentNumber?: string;
  readonly documentTitle?: string;
  readonly procedureCode?: string;
  readonly path?: CitationPath;
  /** Label, issuer, effectivity dates and notes: may be restated, never quoted. */
  readonly notes?: readonly string[];
}
