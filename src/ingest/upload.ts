import { basename } from 'node:path';
import type { DocumentHeader, Relation } from '../legal/model.ts';
import type { DocumentScope } from '../retrieval/model.ts';
import { articlesOf } from './inspect.ts';
import type { InspectedArticle } from './inspection.ts';
import type { IndexableDocument, ReadOptions, ReadValue } from './model.ts';
import type { OfficialOptions } from './official/to-document.ts';
import { planFile, type Vectoriser } from './pipeline.ts';
import { readGated } from './read-gated.ts';
import { findDraftMark } from './safety/draft.ts';
import { findPrivate, type PrivateFinding, withoutPersonalData } from './safety/personal-data.ts';
import type { PlannedDocument, SyncPlan, SyncStore } from './sync.ts';
import { parseRead, readOfficial, understandPrintout, wholeText } from './understand.ts';

/** What reading an uploaded file came to; nothing is stored. `reason` is one Vietnamese sentence. */
export type UploadReading =
  | { readonly status: 'read'; readonly value: ReadValue }
  /** A secrecy stamp: nothing of the text leaves this function. */
  | { readonly status: 'secret' | 'refused' | 'failed'; readonly reason: string };

/** Fields that a person corrected; they win over what was read. */
export type CorrectedHeader = NonNullable<OfficialOptions['corrected']>;

export interface UploadOptions {
  readonly scope: DocumentScope;
  readonly corrected: CorrectedHeader;
  /** Personal data stays as it is; otherwise it is masked in what serves. */
  readonly keepPersonalData: boolean;
  /** Keys of relations that were misread: they are not stored. */
  readonly struckOut: readonly string[];
}

export interface UnderstoodUpload {
  readonly document: IndexableDocument;
  /** As read from the paper, before corrections. */
  readonly read: DocumentHeader;
  /** Every relation that was read, the struck out ones included. */
  readonly relations: readonly Relation[];
  readonly articles: readonly InspectedArticle[];
  readonly personal: readonly PrivateFinding[];
  readonly warnings: readonly string[];
  readonly pages?: number;
  readonly ocrPages: number;
}

/** What may not go up by hand: lists of records and the project's own texts have commands of their own. */
const NOT_BY_UPLOAD = 'Tệp bản ghi thủ tục (JSON) được nạp bằng lệnh ingest, không nạp qua trang này.';

/** Reads an uploaded file and passes it through the gates: secrecy stamp first, then drafts. */
export async function readUpload(
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions = {},
): Promise<UploadReading> {
  const outcome = await readGated(bytes, fileName, options);
  if (outcome.status !== 'readable') return { status: outcome.status, reason: outcome.reason };
  const { value } = outcome;
  if (value.format === 'json' || value.format === 'jsonl')
    return { status: 'refused', reason: NOT_BY_UPLOAD };
  // An empty place for the number is no draft yet: on scans the number is written by hand, a person is asked for it.
  const draft = findDraftMark(value, { header: { number: 'has one', confidence: {} } });
  return draft === undefined ? { status: 'read', value } : { status: 'refused', reason: draft };
}

/** Understands what was read, with the person's corrections. Pure: the same input gives the same document. */
export function understandUpload(
  value: ReadValue,
  fileName: string,
  options: UploadOptions,
): UnderstoodUpload {
  const source = basename(fileName);
  const personal = findPrivate(value);
  const served = personal.length > 0 && !options.keepPersonalData ? withoutPersonalData(value) : value;
  const pages = {
    ...(value.paged && { pages: value.pages.length }),
    ocrPages: value.pages.filter((page) => page.ocr).length,
  };
  const printout = understandPrintout(served, source);
  if (printout?.status === 'documents') {
    const [document] = printout.documents;
    const facts = { ...document!.facts, scope: options.scope };
    const warnings = [...printout.warnings, ...document!.warnings];
    const read: DocumentHeader = { confidence: {} };
    const relations = document!.relations;
    return { document: { ...document!, facts }, read, relations, articles: [], personal, warnings, ...pages };
  }
  const official = parseRead(served, source);
  const { scope, corrected, struckOut } = options;
  const whole = readOfficial(served, official, source, { scope, corrected });
  const relations = whole.relations;
  const document = { ...whole, relations: relations.filter((one) => !struckOut.includes(relationKey(one))) };
  return {
    document,
    read: official.header,
    relations,
    articles: articlesOf(official.tree),
    personal,
    warnings: [...new Set([...value.warnings, ...document.warnings])],
    ...pages,
  };
}

/** "replaces 12/2020/QĐ-UBND": what one document does to another, wherever it says so. */
export function relationKey({ kind, target }: Pick<Relation, 'kind' | 'target'>): string {
  return `${kind} ${target}`;
}

/** True when nothing in the file can be searched. */
export function isEmptyUpload(value: ReadValue): boolean {
  return !/\p{L}{2}/u.test(wholeText(value));
}

export interface PlannedUpload {
  readonly planned: PlannedDocument;
  readonly plan: SyncPlan;
  readonly fingerprint: string;
}

/**
 * What an uploaded document would be to the store: new, a new version, a duplicate (src/ingest/sync.ts, identity.ts).
 * Each upload owns its version under a path of its own, `upload:<id>`.
 */
export async function planUpload(
  document: IndexableDocument,
  upload: { readonly id: string; readonly sha256: string; readonly fileName: string },
  deps: { readonly store: SyncStore; readonly vectoriser: Vectoriser },
): Promise<PlannedUpload> {
  const file = { path: uploadPath(upload.id), source: basename(upload.fileName) };
  const { planned, plan } = await planFile(file, 'upload', upload.sha256, [document], deps);
  return { planned: planned[0]!, plan, fingerprint: deps.vectoriser.fingerprint };
}

/** The owner of the versions that an upload gave, as `documents.file` has it. */
export function uploadPath(id: string): string {
  return `upload:${id}`;
}
