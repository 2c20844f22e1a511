/**
 * The law's own concepts, shared by every layer above. Types only.
 *
 * Ids are structural and branded: inserting an article never renumbers another one's id.
 */

/** An official document's identity: number + issuer + date where the number alone is not unique.
 * `120/2025/NĐ-CP` · `226/QĐ-UBND@son-la@2026-02-03` · `tthc:1.001193` · `file:huong-dan-mot-cua.md` */
export type DocumentId = string & { readonly __brand: 'DocumentId' };

/** What one search hit stands for: a procedure, an article of a document, or a section of a document
 * without articles. `120/2025/NĐ-CP#d5`, `tthc:1.001193`, `120/2025/NĐ-CP#plI.d3`, `45/UBND-VP@…#p2`. */
export type UnitId = string & { readonly __brand: 'UnitId' };

/** A contiguous piece of a unit: `120/2025/NĐ-CP#d5.k2`, `tthc:1.001193#thanh_phan_ho_so.2`. */
export type ChunkId = string & { readonly __brand: 'ChunkId' };

/** `YYYY-MM-DD`, in Asia/Ho_Chi_Minh. */
export type IsoDate = string;

/** UTF-16 offsets into the document's text: `[start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const PROCEDURE_PARTS = [
  'trinh_tu',
  'cach_thuc',
  'thanh_phan_ho_so',
  'doi_tuong',
  'co_quan',
  'ket_qua',
  'can_cu',
  'dieu_kien',
  'khac',
] as const;
export type ProcedurePart = (typeof PROCEDURE_PARTS)[number];

/** Where in a document a statement stands; ordinals are strings as printed ("5", "12a", "đ", "IV"). */
export interface CitationPath {
  readonly phuLuc?: string;
  readonly chuong?: string;
  readonly muc?: string;
  readonly dieu?: string;
  readonly khoan?: string;
  readonly diem?: string;
  readonly part?: ProcedurePart;
}

export type EffectivityStatus =
  | 'in_force'
  | 'not_yet'
  | 'partly_expired'
  | 'expired'
  | 'suspended'
  | 'unknown';

/** Effectivity of a unit on one date. `from`, `to` are inclusive days; `note` is Vietnamese, for people. */
export interface Effectivity {
  readonly status: EffectivityStatus;
  readonly from?: IsoDate;
  readonly to?: IsoDate;
  readonly note?: string;
}

export type NodeType =
  | 'document'
  | 'phu_luc'
  | 'phan'
  | 'chuong'
  | 'muc'
  | 'tieu_muc'
  | 'dieu'
  | 'khoan'
  | 'diem'
  | 'item'
  | 'paragraph';

/** A node of an official document's tree. Children lie inside the parent's span, in order, disjoint. */
export interface LegalNode {
  readonly type: NodeType;
  /** As printed, without the word and the closing mark: "5", "12a", "đ", "IV", "1.1". */
  readonly ordinal?: string;
  readonly title?: string;
  readonly span: Span;
  /** 1-based page of the node's first character; absent when the source has no pages. */
  readonly page?: number;
  readonly children: readonly LegalNode[];
}

export type HeaderField =
  | 'number'
  | 'type'
  | 'issuer'
  | 'place'
  | 'date'
  | 'subject'
  | 'signer'
  | 'effectiveFrom'
  | 'effectiveTo';

export interface DocumentHeader {
  readonly number?: string;
  /** In Vietnamese, sentence case: "Nghị định", "Quyết định", "Công văn". */
  readonly type?: string;
  readonly issuer?: string;
  readonly place?: string;
  readonly date?: IsoDate;
  readonly subject?: string;
  readonly signer?: string;
  readonly signerTitle?: string;
  readonly recipients?: readonly string[];
  readonly effectiveFrom?: IsoDate;
  readonly effectiveTo?: IsoDate;
  /** 0..1 for each field that was found; a person is asked about what is below 0.8. */
  readonly confidence: Readonly<Partial<Record<HeaderField, number>>>;
}

export type RelationKind =
  | 'replaces'
  | 'amends'
  | 'repeals'
  | 'partly_repeals'
  | 'corrects'
  | 'consolidates'
  | 'suspends'
  | 'implements'
  | 'refers';

/** What a document says of another one. `sentence` is a literal span of the source. */
export interface Relation {
  readonly kind: RelationKind;
  /** Canonical document number. */
  readonly target: string;
  readonly targetPath?: CitationPath;
  readonly sentence: string;
  /** The text that does it, where this document only reports it (notes and head of a văn bản hợp nhất), and since when. */
  readonly by?: string;
  /** The day it happens, where that is not the day this document takes effect. */
  readonly from?: IsoDate;
  /** Of a suspension its last day; of an amendment that extends a temporary text the new last day of that text. */
  readonly until?: IsoDate;
  /** Where in this document it is said. */
  readonly place?: CitationPath;
}

/** A part that takes effect, or ends, on another day than its document, with the sentence that says so. */
export interface PartTerm {
  readonly path: CitationPath;
  readonly from?: IsoDate;
  /** The last day. */
  readonly to?: IsoDate;
  readonly sentence: string;
}

/** What becomes of dossiers received before a text takes effect, with the sentence that says so. */
export interface TransitionalClause {
  /** `old`: the older text goes on; `new`: this text applies to them too; `stated`: the sentence leaves it to a choice. */
  readonly rule: 'old' | 'new' | 'stated';
  /** Of what was begun otherwise than by handing in a dossier (contracts, projects, courses). */
  readonly begun?: true;
  /** The first day whose dossiers are under this text alone. */
  readonly receivedBefore?: IsoDate;
  readonly path: CitationPath;
  readonly sentence: string;
}

/** A conditional end ("sunset") or a precedence clause, with the sentence that says so. */
export interface SunsetClause {
  readonly until?: IsoDate;
  /** Ends earlier, provision by provision, once a later text on the matter takes effect. */
  readonly earlierByLaterText: boolean;
  readonly prevails: boolean;
  /** The sentences that set the earlier end and the precedence. */
  readonly earlierSentence?: string;
  readonly prevailsSentence?: string;
  /** Ends with something else than a day ("đến khi Nghị quyết … hết hiệu lực"): the sentence says with what. */
  readonly conditional?: true;
  readonly sentence: string;
}
