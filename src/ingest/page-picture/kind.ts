import { detectFormat } from '../readers/detect.ts';

/** Which kind of original with pages of its own these bytes are; undefined for all others. */
export function kindOf(bytes: Uint8Array, fileName: string): 'pdf' | 'image' | undefined {
  try {
    const found = detectFormat(bytes, fileName);
    const format = found.kind === 'format' ? found.format : undefined;
    return format === 'pdf' || format === 'image' ? format : undefined;
  } catch {
    return undefined;
  }
}
