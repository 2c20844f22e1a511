import { createStoredDocuments } from '../../src/dialogue/uploads/documents.ts';
import { createUploads } from '../../src/dialogue/uploads/uploads.ts';
import { planUpload, readUpload, understandUpload } from '../../src/ingest/upload.ts';
import { createDocumentStore } from '../../src/store/core/document-store.ts';
import { createSyncStore } from '../../src/store/core/sync-store.ts';
import type { Db } from '../../src/store/database.ts';
import { createDialogueStores } from '../../src/store/dialogue/index.ts';
import { createReviewStores } from '../../src/store/review/index.ts';
import { createUploadStore } from '../../src/store/uploads/upload-store.ts';
import { PEOPLE } from './people.ts';
import { NOW } from './web.ts';

/** The real use cases, readers and stores of uploads over one database; `logged` is what the operator would see. */
export function uploadsOver(db: Db, now: () => Date = () => NOW) {
  const stores = createDialogueStores(db, now);
  const review = createReviewStores(db);
  const documents = createDocumentStore(db);
  const store = createUploadStore(db);
  const sync = createSyncStore(db, now);
  const logged: unknown[] = [];
  const vectoriser = { fingerprint: 'none', vectorise: async () => [] };
  let turn: Promise<unknown> = Promise.resolve();
  const deps = {
    ...stores,
    uploads: store,
    reader: {
      read: readUpload,
      understand: understandUpload,
      plan: (document: Parameters<typeof planUpload>[0], upload: Parameters<typeof planUpload>[1]) =>
        planUpload(document, upload, { store: sync, vectoriser }),
      // Nothing is searched here: test/wiring/uploads.test.ts holds uploads against what is stored.
      contradictions: async () => [],
    },
    asWriter: <T>(_: string, work: () => Promise<T>): Promise<T> => {
      const mine = turn.then(work);
      turn = mine.catch(() => {});
      return mine;
    },
    territory: 'hue',
    now,
    log: { error: (...args: unknown[]) => void logged.push(args) } as never,
    documents: review.documents,
    originalOf: store.original,
    chunks: documents,
  };
  const uploads = createUploads(deps);
  return {
    deps,
    uploads,
    stored: createStoredDocuments(deps),
    stores,
    review,
    documents,
    store,
    logged,
    async addPeople() {
      for (const one of Object.values(PEOPLE)) await stores.people.save(one);
    },
    /** Begins an upload of a text file; throws when it was not taken. */
    async begin(text: string, by = PEOPLE.staff.id, fileName = 'cong-van.txt', key?: string) {
      const begun = await uploads.begin({
        by,
        bytes: bytesOf(text),
        fileName,
        channel: 'web',
        ...(key !== undefined && { key }),
      });
      if (begun.status !== 'ready') throw new Error(`${begun.status}: ${begun.reason}`);
      return begun.preview;
    },
  };
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A công văn of the department of `PEOPLE.staff`, made for tests. */
export function letter(
  more: {
    number?: string;
    issuer?: string;
    date?: string;
    body?: string;
    mark?: string;
    signer?: string;
  } = {},
): string {
  const lines = [
    ...(more.mark === undefined ? [] : [more.mark]),
    'ỦY BAN NHÂN DÂN	CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'THÀNH PHỐ HUẾ	Độc lập - Tự do - Hạnh phúc',
    `${more.issuer ?? 'SỞ TƯ PHÁP'}	Huế, ngày ${more.date ?? '03 tháng 02 năm 2026'}`,
    `Số: ${more.number ?? '45/STP-HCTP'}`,
    'V/v hướng dẫn đăng ký hộ tịch thử nghiệm',
    'Kính gửi: Ủy ban nhân dân các xã, phường',
    'Sở Tư pháp hướng dẫn như sau:',
    '1. Tiếp nhận hồ sơ không phụ thuộc địa giới trong thành phố.',
    '2. Trả kết quả trong 03 ngày làm việc kể từ ngày nhận đủ hồ sơ.',
    ...(more.body === undefined ? [] : [more.body]),
    'Nơi nhận:',
    '- Như trên;',
    '- Lưu: VT.',
    'GIÁM ĐỐC',
    more.signer ?? 'Trần Thị Mẫu',
  ];
  return lines.join('\n');
}
