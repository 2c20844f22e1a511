import { fold } from '../../../legal/text.ts';
import { syllableStatistics } from '../syllable-statistics.ts';

/** Cost of changing a syllable that exists, in log2 of pair counts: tuned on the OCR transcripts (docs/readers.md). */
const CHANGE_KNOWN = 5;
/** Cost of changing letters that are no known syllable. */
const CHANGE_UNKNOWN = 0.5;
/** Weight of a syllable's own frequency beside that of its pairs. */
const SINGLE_WEIGHT = 0.12;

interface Choice {
  readonly syllable: string;
  readonly score: number;
  readonly from: number;
}

/**
 * Mends lost or wrong tone marks of OCR text: among the syllables with the same letters, the likeliest sequence is
 * chosen (Viterbi over counts of neighbouring pairs; a change costs), so "thẳm quyền" becomes "thẩm quyền". Only
 * diacritics change, never letters or digits; names (capitalised neighbours) stay as read. Returns the text and how many
 * syllables were mended.
 */
export function mendTones(text: string): { text: string; mended: number } {
  let mended = 0;
  const tokens = text.split(/([\p{L}\p{M}]+)/u);
  for (let start = 1; start < tokens.length; ) {
    let end = start;
    while (end + 2 < tokens.length && /^\s+$/.test(tokens[end + 1]!)) end += 2;
    const chosen = likeliest(tokens, start, end);
    chosen.forEach((syllable, k) => {
      const at = start + k * 2;
      if (syllable === tokens[at]!.toLowerCase()) return;
      tokens[at] = withCase(syllable, tokens[at]!);
      mended++;
    });
    start = end + 2;
  }
  return { text: tokens.join(''), mended };
}

/** The best syllable for each word of tokens[start..end] (words at odd places, blanks between). */
function likeliest(tokens: readonly string[], start: number, end: number): string[] {
  const { pair } = syllableStatistics();
  const columns: Choice[][] = [];
  for (let at = start; at <= end; at += 2) {
    const previous = columns.at(-1);
    columns.push(
      choicesFor(tokens, at).map(({ syllable, score }) => {
        let best = { score: previous ? Number.NEGATIVE_INFINITY : score, from: -1 };
        previous?.forEach((p, from) => {
          const total = p.score + score + (pair.get(`${p.syllable} ${syllable}`) ?? 0);
          if (total > best.score) best = { score: total, from };
        });
        return { syllable, ...best };
      }),
    );
  }
  const out: string[] = [];
  let at = columns.at(-1)!.reduce((best, c, i, all) => (c.score > all[best]!.score ? i : best), 0);
  for (let c = columns.length - 1; c >= 0; c--) {
    const choice = columns[c]![at]!;
    out.unshift(choice.syllable);
    at = choice.from;
  }
  return out;
}

/** What a word may be, with the score it brings by itself; the word as read is always among them. */
function choicesFor(tokens: readonly string[], at: number): { syllable: string; score: number }[] {
  const { single, byFold } = syllableStatistics();
  const own = tokens[at]!.toLowerCase();
  const known = single.has(own);
  const asRead = { syllable: own, score: known ? (single.get(own) ?? 0) * SINGLE_WEIGHT : 0 };
  const fixed = own.length > 7 || (own.length < 2 && known) || isName(tokens, at) || isCode(tokens[at]!);
  const others = fixed ? [] : (byFold.get(fold(own)) ?? []);
  const cost = known ? CHANGE_KNOWN : CHANGE_UNKNOWN;
  return [
    asRead,
    ...others
      .filter((s) => s !== own)
      .map((s) => ({ syllable: s, score: (single.get(s) ?? 0) * SINGLE_WEIGHT - cost })),
  ];
}

/** Capitals without any diacritic may be an abbreviation (UBND, QCVN, TW). */
function isCode(word: string): boolean {
  return word.length <= 5 && /^[A-Z]+$/.test(word) && !/[AEIOUY]/.test(word);
}

/** Capitalised beside capitalised, within a line that is not all capitals: a name of a person or place. */
function isName(tokens: readonly string[], i: number): boolean {
  const capital = (t: string | undefined) => t !== undefined && /^\p{Lu}\p{Ll}/u.test(t);
  if (!capital(tokens[i])) return false;
  const near = (at: number, gap: number) => /^\s+$/.test(tokens[gap] ?? '') && capital(tokens[at]);
  return near(i - 2, i - 1) || near(i + 2, i + 1);
}

function withCase(syllable: string, like: string): string {
  if (like.length > 1 && like === like.toUpperCase()) return syllable.toUpperCase();
  return /^\p{Lu}/u.test(like) ? syllable[0]!.toUpperCase() + syllable.slice(1) : syllable;
}
