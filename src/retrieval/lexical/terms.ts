import { classOf, HALF, OTHER } from '../../legal/character-classes.ts';
import { fold, nfc } from '../../legal/text.ts';

/** One syllable or number. `folded` is what is matched; `exact` keeps the diacritics as separate evidence. */
export interface Token {
  readonly folded: string;
  /** Lower case, diacritics kept, tone marks on their modern place ("hoà" = "hòa"). */
  readonly exact: string;
  /** UTF-16 offsets into the NFC text. */
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{M}]+|\p{N}+/gu;
const FORMS = new Map<string, { folded: string; exact: string }>();
const FORMS_LIMIT = 60_000;

/** The two printed places of a tone mark on oa, oe, uy count as one: "thuỷ" → "thủy". */
const TONE_PLACES: readonly (readonly [RegExp, string])[] = [
  ...tonePlaces(['oà', 'oá', 'oả', 'oã', 'oạ'], ['òa', 'óa', 'ỏa', 'õa', 'ọa']),
  ...tonePlaces(['oè', 'oé', 'oẻ', 'oẽ', 'oẹ'], ['òe', 'óe', 'ỏe', 'õe', 'ọe']),
  ...tonePlaces(['uỳ', 'uý', 'uỷ', 'uỹ', 'uỵ'], ['ùy', 'úy', 'ủy', 'ũy', 'ụy']),
];

function tonePlaces(late: readonly string[], early: readonly string[]): [RegExp, string][] {
  return late.map((form, i) => [new RegExp(`(?<!q)${form}$`, 'u'), early[i]!]);
}

/** Folded and exact form of one printed word; a number loses its leading zeros ("03 ngày" = "3 ngày"). */
export function wordForms(word: string): { folded: string; exact: string } {
  const known = FORMS.get(word);
  if (known) return known;
  let exact = word.toLowerCase();
  if (/^\p{N}+$/u.test(exact)) exact = exact.replace(/^0+(?=\p{N})/u, '');
  else for (const [late, early] of TONE_PLACES) exact = exact.replace(late, early);
  const forms = { folded: fold(exact), exact };
  if (FORMS.size < FORMS_LIMIT) FORMS.set(word, forms);
  return forms;
}

/** Syllables and numbers in order. Numbers and codes ("120/2025/NĐ-CP", "CT01", "1.001193") come apart here;
 * pairs of neighbours put them together again. */
export function tokenise(text: string): Token[] {
  const out: Token[] = [];
  const clean = nfc(text);
  let start = 0;
  let before = OTHER;
  for (let end = 0; end <= clean.length; end++) {
    const found = end < clean.length ? classOf(clean.charCodeAt(end)) : OTHER;
    if (found === HALF)
      return [...clean.matchAll(WORD)].map((m) => tokenAt(clean, m.index, m.index + m[0].length));
    if (found === before) continue;
    if (before !== OTHER) out.push(tokenAt(clean, start, end));
    start = end;
    before = found;
  }
  return out;
}

function tokenAt(text: string, start: number, end: number): Token {
  const { folded, exact } = wordForms(text.slice(start, end));
  return { folded, exact, start, end };
}

/** Bit 0..7 of a term's exact form in the eight-bit signature kept beside each posting. */
export function formBit(exact: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < exact.length; i++) h = Math.imul(h ^ exact.charCodeAt(i), 0x01000193);
  h ^= h >>> 15;
  return 1 << ((h >>> 3) & 7);
}
