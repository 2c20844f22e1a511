import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import PQueue from 'p-queue';
import type { PagePicture, PagePictures } from '../dialogue/originals/model.ts';
import { kindOf } from '../ingest/page-picture/kind.ts';
import { createPictureProcess } from '../ingest/page-picture/process.ts';

/** Drawn pages that are kept. */
const KEPT = 48;
/** A page is sent by then, whether or not its original has been opened. */
const COUNT_WITHIN_MS = 250;
/** Requests that may wait for the one that draws. */
const WAITING = 16;

/** Draws pages of original files, one at a time and the last ones kept, so that people leafing through scans never take
 * the processor from those who ask. */
export function createPagePictures({ waitMs = COUNT_WITHIN_MS } = {}): PagePictures {
  const draws = createPictureProcess();
  const queue = new PQueue({ concurrency: 1 });
  const kept = new Map<string, PagePicture>();
  const counts = new Map<string, Promise<number>>();
  return {
    async pages({ bytes, fileName }) {
      // What has no pages is known at once.
      if (kindOf(bytes, fileName) === undefined) return 0;
      const key = sha256(bytes);
      const counted =
        counts.get(key) ?? (queue.add(() => draws.count({ bytes, fileName })) as Promise<number>);
      remember(counts, key, counted);
      return Promise.race([counted, sleep<undefined>(waitMs, undefined, { ref: false })]);
    },
    async page({ bytes, fileName }, page, cited) {
      const key = `${sha256(bytes)}/${page}/${cited === undefined ? '' : sha256(JSON.stringify(cited))}`;
      const found = kept.get(key);
      if (found) return found;
      if (queue.size >= WAITING) return 'busy';
      const request = { bytes, fileName, page, ...(cited && { cited }) };
      const drawn = await queue.add(async () => kept.get(key) ?? (await draws.draw(request)));
      if (drawn === undefined) return undefined;
      remember(kept, key, drawn);
      return drawn;
    },
  };
}

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

/** Keeps the last used ones. */
function remember<T>(kept: Map<string, T>, key: string, value: T): void {
  kept.delete(key);
  kept.set(key, value);
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
}
