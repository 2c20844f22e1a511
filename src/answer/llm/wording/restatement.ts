/** A statement and what it has to follow. */
export interface Restatement {
  readonly text: string;
  /** Quoted sentences, as printed. */
  readonly passages: readonly string[];
  /** What stands beside them: title, label, heading. May be restated, is searched for no figure. */
  readonly beside: string;
  /** The question: a condition said there need not be said again. */
  readonly question: string;
}
