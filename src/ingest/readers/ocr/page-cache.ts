import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ReadPage } from '../../model.ts';

/** Changes when pages would be read differently, so that old entries are not used. */
const VERSION = 5;

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
 * A cache in `directory`, keyed by the file's content, never by its name. Entries are sealed with a key made from that
 * content, so that only who has the file itself can read them: nothing of a paper that nobody has accepted yet, or that
 * was only looked at, lies on the disk in the open. An entry appears whole (written aside, then renamed) or not at all. A
 * folder that cannot be written costs the cache, not the reading.
 */
export function openPageCache(directory: string | undefined, bytes: Uint8Array): PageCache {
  if (directory === undefined) return NO_CACHE;
  const sha256 = createHash('sha256').update(bytes).digest();
  const name = createHash('sha256').update('name').update(sha256).digest('hex').slice(0, 32);
  const key = createHash('sha256').update('seal').update(sha256).digest();
  const prefix = `${name}-v${VERSION}-p`;
  const file = (page: number) => path.join(directory, `${prefix}${page}.sealed`);
  return {
    get(page) {
      try {
        const entry = JSON.parse(open(readFileSync(file(page)), key)) as CachedPage;
        return entry.page.page === page && typeof entry.page.text === 'string' ? entry : undefined;
      } catch {
        return undefined;
      }
    },
    put(entry) {
      try {
        mkdirSync(directory, { recursive: true });
        dropOld(directory);
        const aside = `${file(entry.page.page)}.${process.pid}.tmp`;
        writeFileSync(aside, seal(JSON.stringify(entry), key), { mode: 0o600 });
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

/** Days a page waits for its file to be read again. */
const KEPT_DAYS = 30;
const cleaned = new Set<string>();

/** Once a process: what nobody came back for is removed. */
function dropOld(directory: string): void {
  if (cleaned.has(directory)) return;
  cleaned.add(directory);
  const oldest = Date.now() - KEPT_DAYS * 86_400_000;
  for (const name of readdirSync(directory)) {
    const file = path.join(directory, name);
    if (statSync(file).mtimeMs < oldest) rmSync(file, { force: true });
  }
}

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM: nonce, tag, text. */
function seal(text: string, key: Buffer): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

/** @throws Error when the entry is not what `seal` wrote */
function open(entry: Buffer, key: Buffer): string {
  const cipher = createDecipheriv('aes-256-gcm', key, entry.subarray(0, IV_BYTES));
  cipher.setAuthTag(entry.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  const sealed = entry.subarray(IV_BYTES + TAG_BYTES);
  return Buffer.concat([cipher.update(sealed), cipher.final()]).toString('utf8');
}
