import { createHash } from 'node:crypto';
import type { DocumentId } from '../legal/model.ts';
import { syllables } from '../legal/text.ts';
import type { IndexableDocument } from './model.ts';
import { rekey, type StoredDocument, type SyncStore } from './sync.ts';

/** Below this two texts under one number are two documents (a decree and a file of its annex, two local decisions whose
 * date could not be read), above it two readings or versions of one. On the Gazette PDFs and the texts another tool took
 * out of them: 0.91 to 0.98; different papers: 0.54 and less, but for two sister circulars of one form at 0.74. */
const SAME_PAPER = 0.6;
/** An unnumbered form from PDF and from DOCX; stricter, for there is no number to go by. */
const SAME_FORM = 0.85;

/**
 * Settles under which id each document of a file goes. A number read from the paper is evidence, not proof: a document
 * is never taken for a new version of one whose text is another's, and an unnumbered paper in two formats is one.
 */
export async function settleIdentities(
  path: string,
  documents: readonly IndexableDocument[],
  store: SyncStore,
): Promise<readonly IndexableDocument[]> {
  const twins = await store.documents(documents.map((document) => document.facts.id));
  const settled: IndexableDocument[] = [];
  for (const document of documents) {
    settled.push(await settle(path, document, twins.get(document.facts.id), store));
  }
  return settled;
}

async function settle(
  path: string,
  document: IndexableDocument,
  twin: StoredDocument | undefined,
  store: SyncStore,
): Promise<IndexableDocument> {
  if (document.facts.kind === 'procedure') return document;
  const alike = async (other: StoredDocument) =>
    commonText(document.text, (await store.text(other.id)) ?? '');
  if (twin !== undefined && twin.file !== path && twin.contentHash !== document.contentHash) {
    return (await alike(twin)) >= SAME_PAPER ? document : apart(path, document);
  }
  if (twin === undefined && document.facts.id.startsWith('file:')) {
    for (const other of await store.unnumbered(document.facts.title)) {
      if (other.file !== path && (await alike(other)) >= SAME_FORM) return theSameAs(other, document);
    }
  }
  return document;
}

/** Another format of a stored paper: it goes by the stored one's id and content, and so counts as a duplicate. */
function theSameAs(stored: StoredDocument, document: IndexableDocument): IndexableDocument {
  return { ...rekey(document, stored.id), contentHash: stored.contentHash };
}

/** Its own id, the same at every ingestion of this file. */
function apart(path: string, document: IndexableDocument): IndexableDocument {
  const mark = createHash('sha256').update(path).digest('hex').slice(0, 8);
  const own = rekey(document, `${document.facts.id}~${mark}` as DocumentId);
  const { number } = document.facts;
  if (number === undefined) return own;
  const warning = `Số, ký hiệu ${number} trùng với văn bản khác đã có nhưng nội dung khác hẳn; được giữ thành văn bản riêng, đề nghị kiểm tra số.`;
  return { ...own, warnings: [...own.warnings, warning] };
}

/** Share (0..1) of syllables and numbers, as a multiset, that two texts have in common (Jaccard): the order of table
 * cells and running heads matters little, other contents much. */
export function commonText(a: string, b: string): number {
  const counts = new Map<string, number>();
  let total = 0;
  for (const word of syllables(a.toLowerCase())) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
    total++;
  }
  let common = 0;
  for (const word of syllables(b.toLowerCase())) {
    const left = counts.get(word) ?? 0;
    if (left > 0) {
      counts.set(word, left - 1);
      common++;
    } else total++;
  }
  return total === 0 ? 1 : common / total;
}
