import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ReadPage } from '../../model.ts';

/** Changes when pages would be read differently, so that old entries are not used. */
const VERSION = 2;

export interface CachedPage {
  readonly page: ReadPage;
  readonly mended: number;
}

/** Finished OCR pages of one file, so that interrupted work resumes. */
export interface PageCache {
  get(page: number): CachedPage | undefined;
  put(entry: CachedPage): void;
  /** Removes everything kept of this file (a stamped document leaves no trace). */
  forget(): void;
}

const NO_CACHE: PageCache = { get: () => undefined, put: () => {}, forget: () => {} };

/**
 * A cache in `directory`, keyed by the file's content, never by its name. An entry appears whole (written aside, then
 * renamed) or not at all. A folder that cannot be written costs the cache, not the reading.
 */
export function openPageCache(directory: string | undefined, bytes: Uint8Array): PageCache {
  if (directory === undefined) return NO_CACHE;
  const key = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  const prefix = `${key}-v${VERSION}-p`;
  const file = (page: number) => path.join(directory, `${prefix}${page}.json`);
  return {
    get(page) {
      try {
        const entry = JSON.parse(readFileSync(file(page), 'utf8')) as CachedPage;
        return entry.page.page === page && typeof entry.page.text === 'string' ? entry : undefined;
      } catch {
        return undefined;
      }
    },
    put(entry) {
      try {
        mkdirSync(directory, { recursive: true });
        const aside = `${file(entry.page.page)}.${process.pid}.tmp`;
        writeFileSync(aside, JSON.stringify(entry), { mode: 0o600 });
        renameSync(aside, file(entry.page.page));
      } catch {
        // Without the cache the pages are only read again.
      }
    },
    forget() {
      try {
        for (const name of readdirSync(directory))
          if (name.startsWith(prefix)) rmSync(path.join(directory, name), { force: true });
      } catch {
        // Nothing was kept.
      }
    },
  };
}
