import { parse } from 'node:path';
import type { FileFormat, ReadOptions, ReadOutcome } from './model.ts';
import { readSource } from './readers/index.ts';
import { openPageCache } from './readers/ocr/page-cache.ts';
import { levelInWords, markedRefusal } from './safety/marked-words.ts';
import { findSecretStamp, secretRefusal } from './safety/secret-stamp.ts';

/** `secret`: a secrecy stamp, or a name that says as much; nothing of the text leaves the gate, nothing of it stays on the
 * disk. Without `format` the file was not opened. */
export type GatedReading =
  | ReadOutcome
  | { readonly status: 'secret'; readonly reason: string; readonly format?: FileFormat };

/** Reads one file past the gate of secrecy stamps: the only way into ingestion, inspection and uploads. */
export async function readGated(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions = {},
): Promise<GatedReading> {
  const marked = levelInWords(parse(name).name);
  if (marked !== undefined) return { status: 'secret', reason: markedRefusal(marked) };
  const read = await readSource(bytes, name, options);
  if (read.status !== 'readable') return read;
  const stamp = findSecretStamp(read.value);
  if (stamp === undefined) return read;
  openPageCache(options.pageCacheDir, bytes).forget();
  return { status: 'secret', reason: secretRefusal(stamp), format: read.value.format };
}
