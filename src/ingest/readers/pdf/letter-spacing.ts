import { syllableStatistics } from '../syllable-statistics.ts';
import { isVietnameseSyllable } from '../vietnamese-syllable.ts';

/** Tokens of one letter or digit in a row from which a stretch counts as set with spaced letters. */
const STRETCH = 6;

/**
 * Closes stretches set letter by letter ("1 1 5 / 2 0 0 4", "c ủ a T h ủ t ư ớ n g"), which justified lines and spaced
 * headings of PDFs give: the spaces between words are lost in them, so the letters are cut into the likeliest known
 * syllables. A stretch that does not come out as syllables (columns "A B C D") stays as it is.
 */
export function closeLetterSpacing(text: string): string {
  return text.replace(
    /(?<=^|[\s(])(?:[\p{L}\p{N}][\p{M}]*[.,;:/-]? (?:[.,;:–/-] )?){5,}[\p{L}\p{N}][.,;:]?(?=$|[\s)])/gmu,
    (stretch) => closed(stretch) ?? stretch,
  );
}

function closed(stretch: string): string | undefined {
  const letters = stretch.match(/\p{L}/gu)?.length ?? 0;
  if (letters < STRETCH) return undefined;
  const parts = stretch.replace(/ /g, '').match(/\p{L}+|[^\p{L}]+/gu) ?? [];
  let out = '';
  for (const part of parts) {
    const words = /^\p{L}/u.test(part) ? syllablesIn(part) : [part];
    if (!words) return undefined;
    const apart = out !== '' && !/[/-]$/.test(out) && !/^[.,;:/-]/.test(part);
    out += (apart ? ' ' : '') + words.join(' ');
  }
  return out;
}

/** log2 of the size of the counted text: turns counts into likelihoods. */
const TOTAL = 22;
/** What a pair that was never seen costs, in bits. */
const UNSEEN = 4;
/** "QĐ", "TTg", "UBND": no syllable, and whole. */
const CODE = /^(\p{Lu}{1,5}|\p{Lu}{2}\p{Ll})$/u;
const CODE_COST = 24;
/** What a scrap that is no syllable costs, and each of its letters. */
const SCRAP = 30;
const SCRAP_LETTER = 6;
/** Share of letters in scraps from which the stretch is taken for something else than words. */
const TOO_MANY_SCRAPS = 0.25;
const LONGEST = 7;

interface Way {
  readonly score: number;
  readonly words: readonly string[];
  readonly scraps: number;
}

/**
 * Letters without spaces → syllables; a capital begins one. A letter the font lost leaves a scrap between them; undefined
 * when too much would be scraps.
 */
function syllablesIn(letters: string): string[] | undefined {
  if (CODE.test(letters) && !isVietnameseSyllable(letters)) return [letters];
  const { single, pair } = syllableStatistics();
  const ways: (Way | undefined)[] = [{ score: 0, words: [], scraps: 0 }];
  const inCapitals = letters === letters.toUpperCase();
  for (let end = 1; end <= letters.length; end++) {
    for (let start = Math.max(0, end - LONGEST); start < end; start++) {
      const before = ways[start];
      const word = letters.slice(start, end);
      const code = !inCapitals && word.length > 1 && CODE.test(word);
      if (!before || (!inCapitals && !code && /.\p{Lu}/u.test(word))) continue;
      const key = word.toLowerCase();
      const own = single.get(key);
      const previous = before.words.at(-1)?.toLowerCase();
      const seen = pair.get(`${previous} ${key}`);
      const bits = code
        ? -CODE_COST
        : seen !== undefined
          ? seen - (single.get(previous!) ?? 0)
          : own !== undefined && isVietnameseSyllable(key)
            ? own - TOTAL - UNSEEN
            : -SCRAP - SCRAP_LETTER * word.length;
      const score = before.score + bits;
      const scraps = before.scraps + (bits < -SCRAP ? word.length : 0);
      if (score > (ways[end]?.score ?? Number.NEGATIVE_INFINITY))
        ways[end] = { score, words: [...before.words, word], scraps };
    }
  }
  const best = ways[letters.length];
  return best && best.scraps <= letters.length * TOO_MANY_SCRAPS ? [...best.words] : undefined;
}
