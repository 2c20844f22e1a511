import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readFrontMatter } from '../../src/ingest/corpus/front-matter.ts';
import type { IsoDate } from '../../src/legal/model.ts';
import { nfc } from '../../src/legal/text.ts';

/** One document of `corpus/` as listed in `corpus/manifest.json`. */
export interface ManifestEntry {
  /** Path below `corpus/`, with "/". */
  readonly file: string;
  readonly kind: 'procedure' | 'guide';
  readonly title: string;
  readonly code?: string;
  readonly basis: readonly string[];
  readonly checked: IsoDate;
  /** Of the file's bytes. */
  readonly sha256: string;
}

export interface Manifest {
  /** Said once for all documents; each says it too. */
  readonly note: string;
  readonly documents: readonly ManifestEntry[];
}

export const MANIFEST_NOTE =
  'Tài liệu tổng hợp do dự án viết bằng lời của mình từ các văn bản nêu ở từng mục; bản gốc văn bản có giá trị quyết định.';

/** Lists the documents below `folder` (the `.md` files), sorted by path.
 * @throws GuideFormatError when a file is not a document of the corpus. */
export async function buildManifest(folder: string): Promise<Manifest> {
  const names = await readdir(folder, { recursive: true });
  const files = names.map((name) => name.replaceAll('\\', '/')).filter((name) => name.endsWith('.md'));
  const documents = await Promise.all(files.sort().map((file) => entry(folder, file)));
  return { note: MANIFEST_NOTE, documents };
}

async function entry(folder: string, file: string): Promise<ManifestEntry> {
  const bytes = await readFile(join(folder, file));
  const read = readFrontMatter(nfc(bytes.toString('utf8')), file);
  if (read === undefined) throw new Error(`${file}: không có phần đầu của tài liệu tổng hợp`);
  const { front } = read;
  return {
    file,
    kind: front.kind,
    title: front.title,
    ...(front.procedureCode !== undefined && { code: front.procedureCode }),
    basis: front.legalBasis,
    checked: front.checked,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}
