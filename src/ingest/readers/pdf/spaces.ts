import { isVietnameseSyllable } from '../vietnamese-syllable.ts';
import { closeLetterSpacing } from './letter-spacing.ts';

const ASCII_WORDS = /^(a|e|i|o|u|y|b|c|d|đ|g|h|k|l|m|n|p|q|r|s|t|v|x)$/i;

/**
 * Closes letter spacing, then mends words torn by stray spaces ("chí nh quy ền" → "chính quyền"): neighbouring fragments are joined when one of
 * them is no syllable and the joined letters are one. Returns the text and how many joins were made.
 */
export function mendBrokenWords(text: string): { text: string; mended: number } {
  let mended = 0;
  const lines = text.split('\n').map((line) => {
    const tokens = closeLetterSpacing(line).split(/( +)/);
    for (let i = 0; i + 2 < tokens.length; ) {
      const joined = tokens[i + 1] === ' ' ? joinFragments(tokens[i]!, tokens[i + 2]!) : undefined;
      if (joined === undefined) i += 2;
      else {
        tokens.splice(i, 3, joined);
        mended++;
        i = Math.max(0, i - 2);
      }
    }
    return tokens.join('');
  });
  return { text: lines.join('\n'), mended };
}

function joinFragments(left: string, right: string): string | undefined {
  const [, before, a] = /^(.*?)([\p{L}\p{M}]+)$/u.exec(left) ?? [];
  const [, b, after] = /^([\p{L}\p{M}]+)(.*)$/u.exec(right) ?? [];
  if (a === undefined || b === undefined || before === undefined || after === undefined) return undefined;
  if (!/^\p{Ll}+$/u.test(b) && !(a === a.toUpperCase() && b === b.toUpperCase())) return undefined;
  if (!accented(a + b) || !isVietnameseSyllable(a + b)) return undefined;
  if (fragment(a) || fragment(b)) return before + a + b + after;
  return undefined;
}

/** Letters that cannot stand as a word: no well-formed syllable, or a lone consonant. "a", "ô" and the like stand. */
function fragment(word: string): boolean {
  if (word.length === 1) return ASCII_WORDS.test(word) && !/^[aeiouy]$/i.test(word);
  return !isVietnameseSyllable(word) && word.length <= 4 && word !== word.toUpperCase();
}

function accented(word: string): boolean {
  return /[^\x00-\x7f]/.test(word);
}
