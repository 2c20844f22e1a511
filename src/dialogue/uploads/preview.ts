import type { ReadValue } from '../../ingest/model.ts';
import { ASK_BELOW } from '../../ingest/official/doubts.ts';
import { type PlannedUpload, relationKey, type UnderstoodUpload } from '../../ingest/upload.ts';
import type { RelationKind } from '../../legal/model.ts';
import { isAllowed } from '../../legal/numbers/rank.ts';
import { mayRead } from '../../retrieval/access.ts';
import { readerOf } from '../access.ts';
import type { Person } from '../model.ts';
import {
  type ActingRelation,
  type PreviewField,
  type PreviewRelation,
  UPLOAD_FIELDS,
  type Upload,
  type UploadPreview,
  type UploadReader,
} from './model.ts';
import { approvalReasons } from './rules.ts';

/** Nobody misses these: many documents have no end, and take effect on the day they are signed. */
const OFTEN_ABSENT: ReadonlySet<string> = new Set(['effectiveFrom', 'effectiveTo']);
const FIRST_ARTICLES = 5;
const BEGINNING = 1500;

const CHANGING: ReadonlySet<RelationKind> = new Set([
  'replaces',
  'amends',
  'repeals',
  'partly_repeals',
  'corrects',
  'suspends',
]);

export interface Looked {
  readonly understood: UnderstoodUpload;
  readonly planned: PlannedUpload;
  readonly preview: UploadPreview;
}

/** Understands a stored upload again, with its corrections, against the documents of this moment. */
export async function look(
  reader: UploadReader,
  person: Person,
  uploader: Person,
  upload: Upload,
  read: ReadValue,
  territory: string,
): Promise<Looked> {
  const understood = reader.understand(read, upload.fileName, upload);
  const planned = await reader.plan(understood.document, upload);
  return {
    understood,
    planned,
    preview: previewOf(person, uploader, upload, understood, planned, territory),
  };
}

function previewOf(
  person: Person,
  uploader: Person,
  upload: Upload,
  understood: UnderstoodUpload,
  planned: PlannedUpload,
  territory: string,
): UploadPreview {
  const { document, articles } = understood;
  const { facts } = document;
  const { of: twin, outcome } = planned.planned;
  const mayKnow = twin?.scope !== undefined && mayRead(twin.scope, readerOf(person, 'web'));
  return {
    upload,
    kind: facts.kind === 'procedure' ? 'procedure' : 'official',
    title: facts.title,
    fields: facts.kind === 'procedure' ? [] : fieldsOf(upload, understood),
    articles: document.articles,
    firstArticles: articles
      .slice(0, FIRST_ARTICLES)
      .map(
        ({ dieu, title, page, phuLuc }) =>
          `Điều ${dieu}${title === undefined ? '' : `. ${title}`}${phuLuc === undefined ? '' : ` (phụ lục ${phuLuc})`}${page === undefined ? '' : ` (trang ${page})`}`,
      ),
    ...(understood.pages !== undefined && { pages: understood.pages }),
    ocrPages: understood.ocrPages,
    text: document.text,
    beginning: document.text.slice(0, BEGINNING),
    relations: relationsOf(upload, understood),
    personal: understood.personal,
    warnings: understood.warnings,
    outcome,
    ...(mayKnow && { twin: { id: twin.id, title: twin.title, withdrawn: twin.withdrawn } }),
    approval: approvalReasons(uploader, understood, planned, territory),
  };
}

/** Each target once, with the first sentence that names it; what a consolidation reports of others is not its own doing. */
function relationsOf(upload: Upload, { document, relations }: UnderstoodUpload): PreviewRelation[] {
  const first = new Map<string, PreviewRelation>();
  for (const relation of relations) {
    const { kind, target, sentence, by } = relation;
    const key = relationKey({ kind, target });
    if (kind === 'refers' || by !== undefined || first.has(key)) continue;
    const allowed = isAllowed(document.facts.number, relation);
    first.set(key, { kind, target, sentence, allowed, key, struckOut: upload.struckOut.includes(key) });
  }
  return [...first.values()];
}

function fieldsOf(upload: Upload, { read }: UnderstoodUpload): PreviewField[] {
  return UPLOAD_FIELDS.map((field) => {
    const typed = upload.corrected[field];
    const value = typed ?? read[field];
    const doubtful =
      typed === undefined &&
      (read[field] === undefined ? !OFTEN_ABSENT.has(field) : (read.confidence[field] ?? 1) < ASK_BELOW);
    return { field, ...(value !== undefined && { value }), corrected: typed !== undefined, doubtful };
  });
}

/** What the document ends or changes, each target once, where its rank allows. */
export function supersededBy({ document }: UnderstoodUpload): ActingRelation[] {
  const acting = document.relations.filter(
    (relation) =>
      CHANGING.has(relation.kind) && relation.by === undefined && isAllowed(document.facts.number, relation),
  );
  const seen = new Map(acting.map(({ kind, target }) => [`${kind} ${target}`, { kind, target }]));
  return [...seen.values()];
}
