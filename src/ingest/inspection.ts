import type { DocumentHeader, PartTerm, Relation, SunsetClause, TransitionalClause } from '../legal/model.ts';
import type { FileFormat } from './model.ts';

export interface InspectedArticle {
  readonly dieu: string;
  readonly title?: string;
  readonly page?: number;
  readonly phuLuc?: string;
}

/** The contract's `Inspection`: what ingestion understands of one file, nothing stored. */
export interface Inspection {
  readonly status: 'readable' | 'refused' | 'failed';
  readonly reason?: string;
  readonly format: FileFormat | 'unknown';
  readonly pages?: number;
  readonly ocrPages?: number;
  readonly text: string;
  readonly header: Omit<DocumentHeader, 'confidence'> & {
    readonly confidence?: DocumentHeader['confidence'];
  };
  readonly articles: readonly InspectedArticle[];
  readonly relations: readonly Relation[];
  /** Relations to laws told by name and day, without their number ("Luật Hộ tịch ngày 20/11/2014"); absent where there are none. */
  readonly namedLaws?: readonly Relation[];
  /** How the text ends by itself, and what it says of dossiers received before it; absent where it says nothing. */
  readonly sunset?: SunsetClause;
  readonly transitional?: readonly TransitionalClause[];
  /** Parts that take effect, or end, on another day than the whole; absent where there are none. */
  readonly parts?: readonly PartTerm[];
  readonly warnings: readonly string[];
}

/** The inspection of a file that gave no text. */
export function notRead(status: 'refused' | 'failed', reason: string, format?: FileFormat): Inspection {
  return {
    status,
    reason,
    format: format ?? 'unknown',
    text: '',
    header: {},
    articles: [],
    relations: [],
    warnings: [],
  };
}
