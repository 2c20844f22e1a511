import { dayInVietnam } from '../../legal/calendar/today.ts';
import type { DocumentHeader, DocumentId, EffectivityStatus, IsoDate, Relation } from '../../legal/model.ts';
import { effectivityOf } from '../../retrieval/in-force.ts';
import type { ChunkSource, DocumentFacts, DocumentScope } from '../../retrieval/model.ts';
import type { Instant, PersonId } from '../model.ts';

/** Documents as the desk lists them, withdrawn ones included. */
export interface DocumentRow {
  readonly id: DocumentId;
  readonly title: string;
  readonly number?: string;
  readonly kind: string;
  readonly source: string;
  /** corpus | ingest | upload */
  readonly origin: string;
  /** Who stands by it, when somebody uploaded it. */
  readonly uploadedBy?: PersonId;
  readonly issuer?: string;
  readonly state: 'serving' | 'withdrawn';
  readonly articles: number;
  readonly chunks: number;
  readonly warnings: readonly string[];
  readonly updatedAt: Instant;
  readonly scope: DocumentScope;
  readonly timesCited: number;
}

export interface DocumentVersion {
  readonly version: number;
  readonly source: string;
  readonly replacedAt: Instant;
}

export interface DocumentDetail extends DocumentRow {
  /** As read and corrected; absent for procedures and guides. */
  readonly header?: DocumentHeader;
  readonly facts: DocumentFacts;
  readonly version: number;
  readonly text: string;
  readonly relations: readonly Relation[];
  /** Earlier ones, newest first. */
  readonly versions: readonly DocumentVersion[];
}

/** What was read of one page, as far as passages tell: a passage belongs to the page it begins on. */
export interface PageText {
  /** The passage that began on an earlier page and may run into this one. */
  readonly before: string;
  readonly text: string;
}

export interface DocumentFilter {
  /** Only these. */
  readonly ids?: readonly DocumentId[];
  readonly text?: string;
  readonly state?: DocumentRow['state'];
  readonly kind?: string;
  readonly withWarnings?: boolean;
  /** Its effect ends on one of these days, both included. */
  readonly expires?: { readonly from: IsoDate; readonly to: IsoDate };
}

/** How far ahead the desk looks for documents that end. */
export const SOON_DAYS = 60;

/** From today to {@link SOON_DAYS} later. */
export function expiringSoon(now: Date): { readonly from: IsoDate; readonly to: IsoDate } {
  return { from: dayInVietnam(now), to: dayInVietnam(new Date(now.getTime() + SOON_DAYS * 86_400_000)) };
}

export interface DocumentDesk {
  /** In the order of ids; `after` is the id of the last row of the previous page. */
  list(filter: DocumentFilter, page: { limit: number; after?: string }): Promise<readonly DocumentRow[]>;
  document(id: string): Promise<DocumentDetail | undefined>;
  versionText(id: string, version: number): Promise<string | undefined>;
  /** The part of the text that begins on a page of the original; undefined where nothing says what stands on it. */
  pageText(id: string, page: number): Promise<PageText | undefined>;
  /** Of every document ever stored under these ids; one that left no trace is not in the map. */
  scopes(ids: readonly string[]): Promise<ReadonlyMap<string, DocumentScope>>;
  counts(): Promise<{ readonly serving: number; readonly withdrawn: number; readonly generation: number }>;
  /** How many serving ones end on one of these days. */
  expiring(days: { readonly from: IsoDate; readonly to: IsoDate }): Promise<number>;
  /** Serving ones that name their end or that another one acts on: only they can be over. */
  endable(): Promise<readonly DocumentId[]>;
  /** Takes it out of the answers or puts it back, within the change feed that servers follow. Atomic. */
  setState(id: string, from: DocumentRow['state'], to: DocumentRow['state'], at: Instant): Promise<boolean>;
}

/** Documents among those that serve whose text is replaced, repealed, suspended or past its term today. */
export async function overDocuments(deps: {
  readonly documents: Pick<DocumentDesk, 'endable'>;
  readonly chunks: Pick<ChunkSource, 'facts'>;
  readonly now: () => Date;
}): Promise<DocumentId[]> {
  const today = dayInVietnam(deps.now());
  const facts = await deps.chunks.facts(await deps.documents.endable());
  return [...facts.values()].filter((one) => OVER.has(effectivityOf(one, today).status)).map(({ id }) => id);
}

const OVER: ReadonlySet<EffectivityStatus> = new Set(['expired', 'suspended']);
