import type { EndedBasis, Stop } from '../legal/effectivity/facts.ts';
import type {
  ChunkId,
  CitationPath,
  DocumentId,
  Effectivity,
  IsoDate,
  PartTerm,
  Span,
  SunsetClause,
  TransitionalClause,
  UnitId,
} from '../legal/model.ts';

export type DocumentKind = 'official' | 'procedure' | 'guide';
export type AuthorityLevel = 'bo' | 'tinh' | 'xa' | 'khac';

/** Who may read a document. `internal`: every signed-in official. */
export type DocumentScope =
  | { readonly kind: 'public'; readonly webOnly?: boolean }
  | { readonly kind: 'internal'; readonly webOnly?: boolean }
  | { readonly kind: 'departments'; readonly departments: readonly string[]; readonly webOnly?: boolean };

/** What the asker may read. `public` readers see only public documents. */
export interface Reader {
  readonly internal: boolean;
  readonly departments: readonly string[];
  /** Telegram never carries documents marked `webOnly`. */
  readonly channel: 'telegram' | 'web' | 'cli';
}

/** What another stored document does to this one (already checked for rank and territory). */
export interface IncomingRelation {
  readonly kind: 'replaces' | 'amends' | 'repeals' | 'partly_repeals' | 'corrects' | 'suspends';
  readonly byNumber: string;
  readonly byTitle: string;
  /** The acting document, and who may read it: its name is told to nobody else. */
  readonly byId?: DocumentId;
  readonly byScope?: DocumentScope;
  /** The day the acting document takes effect; unknown when it could not be read. */
  readonly effectiveFrom?: IsoDate;
  readonly targetPath?: CitationPath;
  /** Last day of a suspension, or the new last day of a text that is extended. */
  readonly until?: IsoDate;
  /** Where the acting document says it, and times in which that is suspended itself. */
  readonly place?: CitationPath;
  readonly stopped?: readonly Stop[];
  readonly sentence: string;
  /** Number of the consolidation (`byId`) that reports it and holds the new wording; the acting text itself is not stored. */
  readonly reportedIn?: string;
  /** The text acted on, where that is the one this document consolidates. */
  readonly via?: string;
}

/** A text this one details, guides or amends, which has ended. */
export interface EndedBasisOf extends EndedBasis {
  readonly byScope?: DocumentScope;
}

/** All that retrieval and answers need to know of a document without reading its text. */
export interface DocumentFacts {
  readonly id: DocumentId;
  readonly kind: DocumentKind;
  /** File name as ingested (a contract field, shown as `source`). */
  readonly source: string;
  readonly number?: string;
  readonly title: string;
  /** "Nghị định", "Công văn", "Thủ tục hành chính", "Tài liệu tổng hợp". */
  readonly type: string;
  readonly issuer?: string;
  readonly date?: IsoDate;
  readonly procedureCode?: string;
  readonly linhVuc?: string;
  readonly levels?: readonly AuthorityLevel[];
  /** Province the text binds, folded slug ("hue", "son-la"); absent = the whole country. */
  readonly territory?: string;
  readonly effectiveFrom?: IsoDate;
  readonly effectiveTo?: IsoDate;
  readonly sunset?: SunsetClause;
  readonly transitional?: readonly TransitionalClause[];
  /** Parts that take effect, or end, on another day than the whole. */
  readonly parts?: readonly PartTerm[];
  readonly incoming?: readonly IncomingRelation[];
  /** Of a văn bản hợp nhất: the text it gives as amended, and the texts it takes in. */
  readonly consolidates?: { readonly base: string; readonly texts: readonly string[] };
  /** Ended texts whose end leaves this one's standing undecided. */
  readonly basisEnded?: readonly EndedBasisOf[];
  readonly scope: DocumentScope;
  /** Written by this project in its own words; cited as "tài liệu tổng hợp". */
  readonly ownWords: boolean;
  /** Of a summary in own words: the first day on which what it rests on can have been in force. */
  readonly notBefore?: IsoDate;
  /** How the text was got: from an original with pages or layout, from plain text, or by OCR. A worse reading of the same
   * paper never replaces a better one. */
  readonly reading?: 'original' | 'text' | 'ocr';
  /** Reading warnings worth telling the asker (names abolished districts, OCR mended, …). */
  readonly cautions?: readonly string[];
  /** Questions people ask that this document answers; searched, never quoted. */
  readonly asked?: readonly string[];
}

/** Ends the id of the unit that holds a consolidation's notes: they say what was done to its articles, and are no rule. */
export const NOTES_UNIT = 'chu-thich';

/** A contiguous piece of a document. `text` is literal; `heading` is searched, never quoted. */
export interface Chunk {
  readonly id: ChunkId;
  readonly documentId: DocumentId;
  readonly unitId: UnitId;
  readonly path: CitationPath;
  /** As a citation is printed: "khoản 2 Điều 5 Nghị định số 120/2025/NĐ-CP". */
  readonly label: string;
  readonly heading: string;
  readonly text: string;
  readonly span: Span;
  readonly page?: number;
}

export interface IndexedDocument {
  readonly facts: DocumentFacts;
  readonly chunks: readonly Chunk[];
}

/** Where the index finds facts and literal text; the store implements it. Unknown ids are left out. */
export interface ChunkSource {
  chunks(ids: readonly ChunkId[]): Promise<ReadonlyMap<ChunkId, Chunk>>;
  unitChunks(unitId: UnitId): Promise<readonly Chunk[]>;
  documentChunks(documentId: DocumentId): Promise<readonly Chunk[]>;
  facts(ids: readonly DocumentId[]): Promise<ReadonlyMap<DocumentId, DocumentFacts>>;
}

export interface ScoreTrace {
  /** Named parts of the fused score, in the order they were added ("chunk", "record", "title", "prior", …). */
  readonly parts: Readonly<Record<string, number>>;
  readonly rankIn?: Readonly<Record<string, number>>;
}

/** One unit with its best chunk. Field names are the contract's (DESIGN: Hit). */
export interface Hit {
  readonly rank: number;
  readonly score: number;
  readonly chunkId: ChunkId;
  readonly documentId: DocumentId;
  readonly unitId: UnitId;
  readonly source: string;
  readonly documentNumber?: string;
  readonly documentTitle: string;
  readonly documentType: string;
  readonly issuer?: string;
  readonly procedureCode?: string;
  readonly path: CitationPath;
  readonly label: string;
  /** The province a local text binds, folded slug; absent for the whole country. */
  readonly territory?: string;
  readonly text: string;
  readonly page?: number;
  readonly effectivity: Effectivity;
  /** The hit of which this is a near-identical procedure, and the words that its name adds to that one's or lacks
   * ("có yếu tố nước ngoài"); both empty where the names are the same. */
  readonly variantOf?: {
    readonly rank: number;
    readonly adds: readonly string[];
    readonly lacks: readonly string[];
  };
  readonly trace?: ScoreTrace;
}

/** What the question is after, separated from its subject. */
export type AskedField =
  | 'thoi_han'
  | 'thanh_phan_ho_so'
  | 'le_phi'
  | 'tham_quyen'
  | 'trinh_tu'
  | 'dieu_kien'
  | 'ket_qua'
  | 'can_cu'
  | 'doi_tuong'
  | 'bieu_mau';

export interface AnalysedQuery {
  readonly original: string;
  /** NFC, abbreviations expanded, for logs and traces. */
  readonly normalised: string;
  readonly fields: readonly AskedField[];
  /** Document numbers and procedure codes named in the question, canonical. */
  readonly documentNumbers: readonly string[];
  readonly procedureCodes: readonly string[];
  readonly path?: CitationPath;
}

export interface RetrieveRequest {
  readonly query: string;
  /** Units wanted. */
  readonly k: number;
  readonly asOf: IsoDate;
  readonly reader: Reader;
  /** Folded slug of the asker's province; local texts of other provinces rank below. Default "hue". */
  readonly territory?: string;
}

export type Lookup =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'found';
      readonly what: 'document' | 'article' | 'procedure';
      /** What was named; an answer may rest on nothing else when all of it is out of force on the day asked. */
      readonly documents?: readonly DocumentId[];
    }
  /** The number names several documents (226/QĐ-UBND): ask which issuer. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly DocumentFacts[] }
  /** The document is here but has no such article: a false premise. */
  | { readonly kind: 'no_such_article'; readonly document: DocumentFacts; readonly articles: number }
  | { readonly kind: 'unknown_document'; readonly number: string }
  | { readonly kind: 'unknown_procedure'; readonly code: string };

export interface Retrieval {
  readonly query: AnalysedQuery;
  readonly hits: readonly Hit[];
  readonly lookup: Lookup;
  /** The law that the question names by its title alone, and its consolidation; settles nothing by itself. */
  readonly titled?: readonly DocumentId[];
  /** 0..1, calibrated: share of questions with this value whose first hit is right. */
  readonly confidence: number;
  /** Share (0..1, by idf) of the question's informative terms that the corpus and the first hit cover. */
  readonly coverage: number;
  /** How much of the question the first unit meets at all, length aside; about 20 where questions begin to be answerable. */
  readonly strength?: number;
  /** The matter outside the store that the question is nearest to, and how much more of the question its names have than
   * the first unit's (1: as much). */
  readonly elsewhere?: { readonly field: string; readonly name: string; readonly share: number };
  /** Share (0..1) of the question's rarest words that the first unit has in text or names, as they were typed: low for near misses. */
  readonly rarestMet?: number;
  /** Units of the index. */
  readonly units?: number;
}

/** The port the answer layer uses. */
export interface Retriever {
  retrieve(request: RetrieveRequest): Promise<Retrieval>;
}

/** Text embeddings. `fingerprint` changes whenever vectors would not be comparable. */
export interface Embedder {
  readonly fingerprint: string;
  readonly dimensions: number;
  embedDocuments(texts: readonly string[]): Promise<Float32Array[]>;
  embedQuery(text: string): Promise<Float32Array>;
}
