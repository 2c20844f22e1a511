import { syllableShare } from '../vietnamese-syllable.ts';
import { convertLegacy } from './convert.ts';
import type { LegacyEncoding } from './tables.ts';

const ENCODINGS: readonly LegacyEncoding[] = ['tcvn3', 'vni', 'vps', 'viscii'];

export interface FontEncoding {
  readonly encoding: LegacyEncoding;
}

/**
 * The encoding a font name promises, or undefined for Unicode and symbol fonts.
 * ".VnTimeH" and its kind draw capitals from lower-case codes; the case of the codes is kept, as other converters do.
 */
export function encodingOfFont(font: string | undefined): FontEncoding | undefined {
  const name = font?.replace(/^[A-Z]{6}\+/, '').trim();
  if (!name) return undefined;
  if (/^\.Vn|^Vn[A-Z0-9](?!I)/.test(name)) return { encoding: 'tcvn3' };
  if (/TCVN/i.test(name)) return { encoding: 'tcvn3' };
  if (/^VNI[-_ ]?[A-Z]|^VNSVNI|^VNI$/i.test(name)) return { encoding: 'vni' };
  if (/^VPS[ -_]/i.test(name)) return { encoding: 'vps' };
  if (/^(VI |VISCII)/i.test(name)) return { encoding: 'viscii' };
  return undefined;
}

/** Words with diacritics needed before a guess from the text alone is trusted. */
const ENOUGH_WORDS = 3;

/**
 * The legacy encoding a text without telling fonts is in, from which reading gives well-formed syllables; undefined
 * when it is best read as it stands. `text` holds the bytes as cp1252 characters.
 */
export function detectLegacy(text: string): LegacyEncoding | undefined {
  const sample = text.length > 200_000 ? text.slice(0, 200_000) : text;
  if (!/[\x80-\u00ff\u0152-\u0192\u02c6-\u2122\uf080-\uf0ff]/.test(sample)) return undefined;
  const plain = syllableShare(sample);
  if (plain.accented >= ENOUGH_WORDS && plain.share > 0.9 && hasUnicodeOnlyLetters(sample)) return undefined;
  let best: { encoding: LegacyEncoding; score: number } | undefined;
  for (const encoding of ENCODINGS) {
    const converted = syllableShare(convertLegacy(sample, encoding));
    if (converted.accented < ENOUGH_WORDS) continue;
    if (!best || converted.share > best.score) best = { encoding, score: converted.share };
  }
  if (!best || best.score < 0.8) return undefined;
  return best.score > plain.share + 0.15 ? best.encoding : undefined;
}

/** Letters such as ạ ễ ự exist in no single-byte reading: the text is already Unicode. */
function hasUnicodeOnlyLetters(text: string): boolean {
  return (text.match(/[\u1ea0-\u1ef9]/g)?.length ?? 0) >= 3;
}
