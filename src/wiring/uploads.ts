import PQueue from 'p-queue';
import type { Logger } from 'pino';
import { againstStored, type StoredTexts } from '../answer/contradictions/against-stored.ts';
import { CONTRADICTION_WORDS } from '../answer/contradictions/words.ts';
import { createStoredDocuments, type StoredDocuments } from '../dialogue/uploads/documents.ts';
import type { UploadReader } from '../dialogue/uploads/model.ts';
import type { UploadDeps } from '../dialogue/uploads/steps.ts';
import { createUploads, type Uploads } from '../dialogue/uploads/uploads.ts';
import { originalOnDisk } from '../ingest/original-on-disk.ts';
import type { Vectoriser } from '../ingest/pipeline.ts';
import { readUploadApart } from '../ingest/reading/process.ts';
import type { SyncStore } from '../ingest/sync.ts';
import { planUpload, understandUpload } from '../ingest/upload.ts';
import { dayInVietnam } from '../legal/calendar/today.ts';
import type { DocumentStore } from '../store/core/document-store.ts';
import type { Db } from '../store/database.ts';
import type { DialogueStores } from '../store/dialogue/index.ts';
import type { ReviewStores } from '../store/review/index.ts';
import { createUploadStore } from '../store/uploads/upload-store.ts';

/** Contradictions shown with one upload. */
const MOST_CONTRADICTIONS = 8;

export interface UploadWiring {
  readonly db: Db;
  readonly stores: DialogueStores;
  readonly review: Pick<ReviewStores, 'documents'>;
  readonly documents: DocumentStore;
  readonly syncStore: SyncStore;
  readonly vectoriser: Vectoriser;
  readonly asWriter: UploadDeps['asWriter'];
  readonly territory: string;
  /** Finished pages of OCR are kept here, sealed, until the file is read. */
  readonly pageCacheDir: string;
  /** The texts that serve, for what an upload states otherwise. */
  readonly stored: StoredTexts;
  readonly now: () => Date;
  readonly log: Pick<Logger, 'error'>;
}

/** The upload of guidance over the readers of ingestion and the one database. */
export function wireUploads(parts: UploadWiring): {
  uploads: Uploads;
  stored: StoredDocuments;
  /** One file at a time, in a process of its own, past the gate of secrecy stamps. */
  read: UploadReader['read'];
} {
  const { stores, review, documents, syncStore, vectoriser, territory, now } = parts;
  const store = createUploadStore(parts.db);
  // Reading takes memory and processor time; answers must stay quick meanwhile.
  const queue = new PQueue({ concurrency: 1 });
  const oneAtATime = async <T>(work: () => Promise<T>): Promise<T> => (await queue.add(work)) as T;
  const read: UploadReader['read'] = (bytes, fileName, options) =>
    oneAtATime(() => readUploadApart(bytes, fileName, { ...options, pageCacheDir: parts.pageCacheDir }));
  return {
    read,
    uploads: createUploads({
      people: stores.people,
      audit: stores.audit,
      uploads: store,
      reader: {
        read,
        understand: understandUpload,
        plan: (document, upload) => planUpload(document, upload, { store: syncStore, vectoriser }),
        contradictions: async (document, reader) => {
          const found = await againstStored(document, parts.stored, reader, dayInVietnam(now()));
          return found.slice(0, MOST_CONTRADICTIONS).map(CONTRADICTION_WORDS.atUpload);
        },
      },
      asWriter: parts.asWriter,
      territory,
      now,
      log: parts.log,
    }),
    stored: createStoredDocuments({
      people: stores.people,
      uploads: store,
      originalOf: async (id) => (await store.original(id)) ?? originalOnDisk(syncStore, id),
      documents: review.documents,
      chunks: documents,
      territory,
      now,
    }),
  };
}
