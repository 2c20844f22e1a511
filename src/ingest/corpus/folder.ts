import { z } from 'zod';

/** The list of its documents that makes a folder a corpus (docs/corpus.md). */
export const MANIFEST = 'manifest.json';

const MANIFEST_SHAPE = z.object({
  documents: z.array(z.object({ file: z.string(), sha256: z.string() })).min(1),
});

/** Whether a `manifest.json` is the one of a corpus folder, not some other file of that name. */
export function isCorpusManifest(text: string): boolean {
  try {
    return MANIFEST_SHAPE.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}

/** A corpus holds its documents as Markdown; everyday names, word lists and maps of units beside them are data. */
export function isCorpusDocument(path: string): boolean {
  return path.endsWith('.md');
}
