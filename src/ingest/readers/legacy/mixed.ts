import { syllableStatistics } from '../syllable-statistics.ts';
import { isVietnameseSyllable, syllableShare } from '../vietnamese-syllable.ts';
import { convertLegacy } from './convert.ts';
import type { LegacyEncoding } from './tables.ts';

/** A stretch of text and the encoding its font promises. */
export interface Promised {
  readonly text: string;
  readonly encoding: LegacyEncoding;
}

/** Characters that legacy bytes come as. */
export const LEGACY_CHAR = /[\x80-\u024f\u02c6-\u02dc\u2013-\u2122\uf080-\uf0ff]|[\u0300-\u0323]/;

/** Signs inside words that no encoding writes on purpose. */
const LEFT_OVER = /\p{L}[\x80-\xa9\xac-\xb8\xbc-\xbf]|[\x80-\xa9\xac-\xb8\xbc-\xbf]\p{L}/u;

const ALL: readonly LegacyEncoding[] = ['tcvn3', 'vni', 'vps', 'viscii'];
/** Words with diacritics from which one stretch alone shows that it is typed in another encoding. */
const ENOUGH = 2;
/** Such words in all stretches from which a document is taken to be mixed. */
const ENOUGH_IN_ALL = 4;
/** Share of syllables that the other encoding must give at least, and by how much it must win. */
const READS_WELL = 0.8;
const CLEARLY = 0.4;

/**
 * The encoding other than the promised one in which a document has whole stretches (pasted from elsewhere, fonts renamed
 * by hand), by promised encoding. Only of such a document are single words doubted.
 */
export function otherEncodings(stretches: readonly Promised[]): Map<LegacyEncoding, LegacyEncoding> {
  const votes = new Map<string, { own: LegacyEncoding; other: LegacyEncoding; words: number }>();
  for (const { text, encoding: own } of stretches) {
    if (!LEGACY_CHAR.test(text)) continue;
    const promised = syllableShare(convertLegacy(text, own));
    if (promised.accented < ENOUGH || promised.share > 1 - CLEARLY) continue;
    for (const other of ALL) {
      if (other === own) continue;
      const { share, accented } = syllableShare(convertLegacy(text, other));
      if (accented < ENOUGH || share < READS_WELL || share < promised.share + CLEARLY) continue;
      const vote = votes.get(`${own} ${other}`) ?? { own, other, words: 0 };
      vote.words += accented;
      votes.set(`${own} ${other}`, vote);
    }
  }
  const most = [...votes.values()].filter((v) => v.words >= ENOUGH_IN_ALL).sort((a, b) => a.words - b.words);
  return new Map(most.map(({ own, other }) => [own, other]));
}

/**
 * Text whose words are in one of two encodings: each word in the one that makes a syllable in use of it (both readings may
 * be well-formed: "Coäng" is "Cộng" or "Coọng"); a word that tells nothing stays as promised unless it stands among words
 * of the other.
 */
export function convertEither(text: string, own: LegacyEncoding, other: LegacyEncoding): string {
  const parts = text.split(/(\s+)/);
  const verdicts = parts.map((part) => {
    if (!LEGACY_CHAR.test(part)) return undefined;
    const asOwn = inUse(convertLegacy(part, own));
    return asOwn === inUse(convertLegacy(part, other)) ? undefined : asOwn ? own : other;
  });
  const before = nearest(verdicts);
  const after = nearest([...verdicts].reverse()).reverse();
  return parts
    .map((part, i) => {
      const among = (before[i] ?? after[i]) === other && (after[i] ?? before[i]) === other;
      return convertLegacy(part, verdicts[i] ?? (among ? other : own));
    })
    .join('');
}

/** For each place the last verdict up to it. */
function nearest<T>(verdicts: readonly (T | undefined)[]): (T | undefined)[] {
  let last: T | undefined;
  return verdicts.map((verdict) => {
    last = verdict ?? last;
    return last;
  });
}

/** Corrections typed in Unicode among older words: a word is converted when as typed it is none and converted it is. */
export function convertMixed(text: string, encoding: LegacyEncoding): string {
  return text.replace(/[^\s.,;:()"/-]+/gu, (word) => {
    if (!LEGACY_CHAR.test(word) || inUse(word)) return word;
    const converted = convertLegacy(word, encoding);
    return LEFT_OVER.test(word) || isVietnameseSyllable(converted) ? converted : word;
  });
}

/** True when every word of the text is a syllable met in Vietnamese law. */
function inUse(text: string): boolean {
  const words = text.toLowerCase().match(/[\p{L}\p{M}]{2,}/gu) ?? [];
  const { single } = syllableStatistics();
  return words.length > 0 && !LEFT_OVER.test(text) && words.every((word) => single.has(word));
}
