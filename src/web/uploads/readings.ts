import { randomUUID } from 'node:crypto';
import type { Person, PersonId } from '../../dialogue/model.ts';
import type { Begun, NewUpload } from '../../dialogue/uploads/begin.ts';
import type { Uploads } from '../../dialogue/uploads/uploads.ts';
import { WebError } from '../context.ts';

/** Reading one file may take minutes (OCR, about 4 s a page); longer than this it is given up. */
const READ_WITHIN_MS = 30 * 60_000;
/** An outcome nobody came back for is forgotten. */
const KEEP_MS = 30 * 60_000;
/** Files wait in memory, since nothing may be stored before it is known to be no secret. */
const PER_PERSON = 2;
const IN_ALL = 8;

export interface Reading {
  readonly id: string;
  readonly by: PersonId;
  readonly fileName: string;
  /** Pages, once the reader knows them. */
  progress?: { done: number; total: number };
  outcome?: Begun;
  readonly finished: Promise<void>;
}

export type FileToRead = Pick<NewUpload, 'bytes' | 'fileName' | 'rereads'>;

/** Files being read, few enough that memory stays bounded; the readers take them one at a time. */
export interface Readings {
  /** @throws WebError 429 when this person or the server has too many in hand */
  start(person: Person, file: FileToRead): Reading;
  of(person: Person, id: string): Reading | undefined;
}

export function createReadings(uploads: Pick<Uploads, 'begin'>): Readings {
  const all = new Map<string, Reading>();
  return {
    start(person, file) {
      const open = [...all.values()].filter((one) => one.outcome === undefined);
      if (open.length >= IN_ALL || open.filter((one) => one.by === person.id).length >= PER_PERSON)
        throw new WebError(429, 'Đang có tệp khác chờ đọc. Anh/chị đợi đọc xong rồi gửi tệp tiếp theo.');
      const reading: Reading = {
        id: randomUUID(),
        by: person.id,
        fileName: file.fileName,
        finished: Promise.resolve(),
      };
      const work = (async () => {
        reading.outcome = await uploads.begin({
          by: person.id,
          ...file,
          channel: 'web',
          signal: AbortSignal.timeout(READ_WITHIN_MS),
          onProgress: (done, total) => {
            reading.progress = { done, total };
          },
        });
      })();
      const finished = work
        .catch((error: unknown) => {
          const words = (error as { forPeople?: string } | null)?.forPeople;
          reading.outcome = {
            status: 'failed',
            reason:
              words ?? 'Hệ thống gặp lỗi khi đọc tệp này, chưa có gì được lưu. Anh/chị gửi lại sau ít phút.',
          };
        })
        .finally(() => setTimeout(() => all.delete(reading.id), KEEP_MS).unref());
      Object.assign(reading, { finished });
      all.set(reading.id, reading);
      return reading;
    },
    of(person, id) {
      const found = all.get(id);
      return found?.by === person.id ? found : undefined;
    },
  };
}
