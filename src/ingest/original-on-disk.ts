import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { DocumentId } from '../legal/model.ts';
import type { SyncStore } from './sync.ts';

/** Lists of records and the project's own texts are no paper that anybody signed. */
const NO_PAPER = /\.(?:jsonl?|md)$/i;

/** The file a document was ingested from, while it lies where it was and has not changed; undefined otherwise. */
export async function originalOnDisk(
  store: Pick<SyncStore, 'documents' | 'file'>,
  id: DocumentId,
): Promise<{ fileName: string; bytes: Uint8Array; unmasked: false } | undefined> {
  const stored = (await store.documents([id])).get(id);
  if (stored?.origin !== 'ingest' || stored.ownWords || NO_PAPER.test(stored.file)) return undefined;
  const known = await store.file(stored.file);
  const bytes = await readFile(stored.file).catch(() => undefined);
  if (bytes === undefined || sha256(bytes) !== known?.sha256) return undefined;
  return { fileName: basename(stored.file), bytes, unmasked: false };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
