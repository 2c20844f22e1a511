import type { ReadValue } from '../../ingest/model.ts';
import type { PrivateFinding } from '../../ingest/safety/personal-data.ts';
import type { SyncOutcome, SyncPlan } from '../../ingest/sync.ts';
import type {
  CorrectedHeader,
  PlannedUpload,
  UnderstoodUpload,
  UploadOptions,
  UploadReading,
} from '../../ingest/upload.ts';
import type { DocumentId, HeaderField, RelationKind } from '../../legal/model.ts';
import type { DocumentScope, Reader } from '../../retrieval/model.ts';
import type { AuditAction } from '../audit-actions.ts';
import type { AuditEntry, Channel, Instant, Notice, PersonId } from '../model.ts';

/** Guidance that department staff upload: what was understood, what they corrected, and when it may serve. */
export type UploadId = string & { readonly __brand: 'UploadId' };

/** cho_xac_nhan: the uploader looks at it; cho_duyet: waits for the approver; da_nap: serves (or repeats what serves);
 * tra_lai: the approver sent it back; da_huy: the uploader gave it up. */
export const UPLOAD_STATES = ['cho_xac_nhan', 'cho_duyet', 'da_nap', 'tra_lai', 'da_huy'] as const;
export type UploadState = (typeof UPLOAD_STATES)[number];

/** In the order in which people see them. */
export const UPLOAD_FIELDS = [
  'number',
  'date',
  'type',
  'issuer',
  'subject',
  'signer',
  'effectiveFrom',
  'effectiveTo',
] as const satisfies readonly (HeaderField & keyof CorrectedHeader)[];
export type UploadField = (typeof UPLOAD_FIELDS)[number];

export interface Upload {
  readonly id: UploadId;
  /** Grows with every change: a change of an older revision is refused. */
  readonly revision: number;
  readonly state: UploadState;
  readonly by: PersonId;
  readonly department?: string;
  readonly channel: Channel;
  readonly fileName: string;
  /** Of the original bytes, which are kept under it. */
  readonly sha256: string;
  readonly size: number;
  readonly scope: DocumentScope;
  readonly corrected: CorrectedHeader;
  readonly keepPersonalData: boolean;
  /** Keys (`relationKey`) of relations that the uploader struck out as misread. */
  readonly struckOut: readonly string[];
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  /** Why it waits for the approver, as it was when it was sent there. */
  readonly approval?: readonly ApprovalReason[];
  /** Who approved or returned it, and why it was returned. */
  readonly decidedBy?: PersonId;
  readonly reason?: string;
  readonly result?: UploadResult;
}

/** What publishing did, as the reply tells it. */
export interface UploadResult {
  readonly documentId: DocumentId;
  readonly outcome: SyncOutcome;
  readonly title: string;
  readonly articles: number;
  /** What it ends or changes, where its rank allows: "thay thế 45/2020/QĐ-UBND". */
  readonly supersedes: readonly ActingRelation[];
}

export interface ActingRelation {
  readonly kind: RelationKind;
  readonly target: string;
}

export interface PreviewField {
  readonly field: UploadField;
  readonly value?: string;
  readonly corrected: boolean;
  /** Not found, or read with a confidence below 0.8: a person is asked. */
  readonly doubtful: boolean;
}

export interface PreviewRelation extends ActingRelation {
  readonly sentence: string;
  /** Law 64/2025/QH15, Điều 57: what the document's rank allows it to do. */
  readonly allowed: boolean;
  readonly key: string;
  readonly struckOut: boolean;
}

/** Why an upload does not serve by its uploader's word alone. */
const APPROVAL_REASONS = [
  'no_number',
  'number_typed',
  'no_date',
  'not_signed',
  'other_issuer',
  'rank',
  'procedure',
  'restores_withdrawn',
  'replaces_other',
] as const;
export type ApprovalReason = (typeof APPROVAL_REASONS)[number];

export interface UploadPreview {
  readonly upload: Upload;
  readonly kind: 'official' | 'procedure';
  readonly title: string;
  readonly fields: readonly PreviewField[];
  readonly articles: number;
  /** "Điều 1. Phạm vi điều chỉnh (trang 1)". */
  readonly firstArticles: readonly string[];
  readonly pages?: number;
  readonly ocrPages: number;
  /** The text as it would serve, and its beginning. */
  readonly text: string;
  readonly beginning: string;
  readonly relations: readonly PreviewRelation[];
  readonly personal: readonly PrivateFinding[];
  readonly warnings: readonly string[];
  readonly outcome: SyncOutcome;
  /** The stored document that it repeats or follows, when this person may read it. */
  readonly twin?: { readonly id: DocumentId; readonly title: string; readonly withdrawn: boolean };
  /** Empty: it serves as soon as it is confirmed. */
  readonly approval: readonly ApprovalReason[];
}

export type OriginalRow = {
  readonly documentId: DocumentId;
  readonly sha256: string;
  readonly fileName: string;
  readonly upload: UploadId;
  /** Personal data was masked in the text: the file itself is for staff only. */
  readonly unmasked: boolean;
};

/** What a change of an upload carries along; all of it is written, or nothing. */
export interface Along {
  readonly audit: AuditEntry<AuditAction>;
  readonly notices?: readonly Notice[];
  /** The text and the file are no longer needed. */
  readonly forget?: boolean;
  /** Puts the document among those that serve. */
  readonly publish?: {
    readonly plan: SyncPlan;
    readonly fingerprint: string;
    readonly original?: OriginalRow;
  };
}

/** Each call is one transaction. */
export interface UploadStore {
  add(upload: Upload, read: ReadValue, bytes: Uint8Array, audit: AuditEntry<AuditAction>): Promise<void>;
  upload(id: UploadId): Promise<Upload | undefined>;
  /** The text as read; undefined once the upload is settled. */
  read(id: UploadId): Promise<ReadValue | undefined>;
  /** The file as sent; undefined once the upload is settled. */
  bytes(id: UploadId): Promise<Uint8Array | undefined>;
  /** Newest first. */
  list(filter: { by?: PersonId; states?: readonly UploadState[] }, limit: number): Promise<readonly Upload[]>;
  /** False, and nothing written, when the upload was changed since `next` was made of it. */
  change(next: Upload, along: Along): Promise<boolean>;
  /** The original file behind the version that is stored now. */
  original(document: DocumentId): Promise<(OriginalRow & { readonly bytes: Uint8Array }) | undefined>;
  /** Who may read a document from now on; it outlives a new reading of the same file. False when it is not stored. */
  setDocumentScope(
    document: DocumentId,
    scope: DocumentScope,
    audit: AuditEntry<AuditAction>,
  ): Promise<boolean>;
  /** Takes a document out of the answers or puts it back, in the change feed that servers follow. */
  setDocumentState(
    document: DocumentId,
    from: 'serving' | 'withdrawn',
    to: 'serving' | 'withdrawn',
    audit: AuditEntry<AuditAction>,
  ): Promise<boolean>;
}

/** Ingestion, as uploads need it (src/ingest/upload.ts). */
export interface UploadReader {
  read(
    bytes: Uint8Array,
    fileName: string,
    options: { signal?: AbortSignal; onProgress?: (done: number, total: number) => void },
  ): Promise<UploadReading>;
  understand(value: ReadValue, fileName: string, options: UploadOptions): UnderstoodUpload;
  /** What it would be to the documents stored now. */
  plan(document: UnderstoodUpload['document'], upload: Upload): Promise<PlannedUpload>;
  /** What it states otherwise than texts in force that this reader may read, a sentence each. */
  contradictions(document: UnderstoodUpload['document'], reader: Reader): Promise<readonly string[]>;
}
