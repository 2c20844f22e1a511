import type { Dirent } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isCorpusDocument, isCorpusManifest, MANIFEST } from './corpus/folder.ts';
import { unopened } from './read-bytes.ts';

export interface FoundFile {
  /** Absolute. */
  readonly path: string;
  /** Path below the folder that was named, or the file's own name: what people see as `source`. */
  readonly source: string;
}

export interface Unreachable {
  readonly path: string;
  readonly reason: string;
}

/**
 * Every file named or below a named folder, sorted, each once. Hidden files are passed over; a link that leads out of
 * the named folder is not followed. Of a corpus folder (docs/corpus.md) only the documents count, not its data files.
 */
export async function findFiles(
  paths: readonly string[],
): Promise<{ files: FoundFile[]; unreachable: Unreachable[] }> {
  const files = new Map<string, FoundFile>();
  const unreachable: Unreachable[] = [];
  for (const named of paths) {
    const path = resolve(named);
    try {
      const info = await stat(path);
      if (info.isDirectory()) {
        const root = await realpath(path);
        for (const file of await below(path, root, unreachable))
          files.set(file, { path: file, source: nameOf(file) });
      } else if (info.isFile()) {
        files.set(path, { path, source: nameOf(path) });
      } else {
        unreachable.push({ path, reason: 'Đây không phải tệp thường hay thư mục; hãy chỉ tới một tệp.' });
      }
    } catch (error) {
      unreachable.push({ path, reason: unopened(error).reason });
    }
  }
  return { files: [...files.values()], unreachable };
}

/** The file's own name: the `source` that people see (and that gold data names). */
function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).normalize('NFC');
}

/** A folder that cannot be opened is told and costs the others nothing. */
async function below(folder: string, root: string, unreachable: Unreachable[]): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error) => {
    unreachable.push({ path: folder, reason: unopened(error).reason });
    return [];
  });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const found: string[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) for (const file of await below(path, root, unreachable)) found.push(file);
    else if (entry.isFile()) found.push(path);
    else if (entry.isSymbolicLink() && (await staysInside(path, root))) found.push(path);
  }
  return (await isCorpus(folder, entries)) ? found.filter(isCorpusDocument) : found;
}

async function isCorpus(folder: string, entries: readonly Dirent[]): Promise<boolean> {
  if (!entries.some((entry) => entry.isFile() && entry.name === MANIFEST)) return false;
  return isCorpusManifest(await readFile(join(folder, MANIFEST), 'utf8').catch(() => ''));
}

async function staysInside(link: string, root: string): Promise<boolean> {
  try {
    const target = await realpath(link);
    return target.startsWith(`${root}/`) && (await stat(target)).isFile();
  } catch {
    return false;
  }
}
