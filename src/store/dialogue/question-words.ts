import { fold } from '../../legal/text.ts';

/** The words of a text as the log is searched by them: folded, letters and digits only. */
export function searchWords(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
