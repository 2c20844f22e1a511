import type { ReadOptions, ReadPage } from '../../model.ts';
import { findSecretStamp } from '../../safety/secret-stamp.ts';
import { refused } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import { type OcrEngine, openOcrEngine } from './engine.ts';
import { rotate } from './image.ts';
import { mendOrdinals } from './mend-ordinals.ts';
import type { CachedPage, PageCache } from './page-cache.ts';
import { linesOfPicture, textOfPage } from './read-page.ts';
import { findStampMarks, type StampedPage } from './stamp-marks.ts';

/** Where page pictures come from. */
export interface PageSource {
  readonly pages: readonly number[];
  render(page: number): Promise<StampedPage>;
}

export interface Recognized {
  readonly pages: Map<number, ReadPage>;
  /** Words whose tone marks or figures of dates were mended. */
  readonly mended: number;
  /** Numbers of chapters and labels of điểm put right by their order. */
  readonly ordinals: number;
  readonly failedPages: readonly number[];
}

/** Threads of one file; the machine is shared with the people it serves. */
const THREADS = 2;

/**
 * Recognises the pages of one source, at most `THREADS` at a time, in order. Finished pages are kept in the cache, so an
 * aborted run goes on where it stopped; a page that fails is reported and skipped. Throws the abort reason.
 */
export async function recognizePages(
  source: PageSource,
  options: ReadOptions,
  cache: PageCache,
): Promise<Recognized> {
  if (source.pages.length > LIMITS.ocrPages) {
    throw refused(
      `Tệp có ${source.pages.length} trang ảnh cần nhận dạng, vượt mức ${LIMITS.ocrPages} trang; hãy tách thành nhiều tệp rồi gửi lại.`,
    );
  }
  const pages = new Map<number, CachedPage>();
  const failedPages: number[] = [];
  const waiting = source.pages.filter((page) => {
    const kept = cache.get(page);
    if (kept) pages.set(page, kept);
    return !kept;
  });
  const report = () => options.onProgress?.(pages.size + failedPages.length, source.pages.length);
  report();
  const guard = new StampGuard(cache, waiting);
  const work = async () => {
    let engine: OcrEngine | undefined;
    try {
      for (let page = waiting.shift(); page !== undefined; page = waiting.shift()) {
        options.signal?.throwIfAborted();
        engine ??= await openOcrEngine();
        const entry = await recognizeOne(source, page, engine);
        guard.looks(page, entry);
        if (entry) pages.set(page, entry);
        else failedPages.push(page);
        report();
      }
    } finally {
      await engine?.close();
    }
  };
  await Promise.all(Array.from({ length: Math.min(THREADS, waiting.length) }, work));
  const inOrder = [...pages.values()].map(({ page }) => page).sort((a, b) => a.page - b.page);
  const ordinals = mendOrdinals(inOrder.map(({ text }) => text));
  return {
    pages: new Map(inOrder.map((page, i) => [page.page, { ...page, text: ordinals.pages[i]! }])),
    ordinals: ordinals.mended,
    mended: [...pages.values()].reduce((sum, entry) => sum + entry.mended, 0),
    failedPages: failedPages.sort((a, b) => a - b),
  };
}

/**
 * Keeps finished pages in the order of the paper, each once no page before it shows a secrecy stamp (stamps stand on the
 * first page): threads finish out of order, and what stands behind a stamped page must not reach the disk before it. When
 * a later page shows one, all is forgotten.
 */
class StampGuard {
  private stamped = false;
  private readonly cache: PageCache;
  private readonly order: number[];
  private readonly looked = new Map<number, CachedPage | undefined>();

  constructor(cache: PageCache, order: readonly number[]) {
    this.cache = cache;
    this.order = [...order];
  }

  /** `entry`: undefined for a page that could not be read. */
  looks(page: number, entry: CachedPage | undefined): void {
    this.looked.set(page, entry);
    while (!this.stamped && this.order[0] !== undefined && this.looked.has(this.order[0])) {
      const ready = this.looked.get(this.order.shift()!);
      if (ready === undefined) continue;
      this.stamped = isStamped(ready.page);
      if (this.stamped) this.cache.forget();
      else this.cache.put(ready);
    }
  }
}

function isStamped(page: ReadPage): boolean {
  return findSecretStamp({ format: 'pdf', paged: true, pages: [page], warnings: [] }) !== undefined;
}

async function recognizeOne(
  source: PageSource,
  number: number,
  engine: OcrEngine,
): Promise<CachedPage | undefined> {
  try {
    const { image, red, scale } = await source.render(number);
    const page = await linesOfPicture({ image, scale }, engine);
    const { quarters } = page;
    const marks = await findStampMarks(
      { image: rotate(image, quarters), ...(red && { red: rotate(red, quarters) }), scale },
      engine.readLine,
    );
    const { text, mended, doubtful } = textOfPage(page);
    return {
      page: {
        page: number,
        text,
        ocr: true,
        ocrConfidence: Math.round(page.confidence * 1000) / 1000,
        ...(marks.length > 0 && { marks }),
        ...(doubtful.length > 0 && { doubtful }),
      },
      mended,
    };
  } catch {
    return undefined;
  }
}
