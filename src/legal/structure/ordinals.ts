/** Ordinals of the law's parts and their order. */

const POINT_ORDER = 'a b c d đ e f g h i j k l m n o p q r s t u ư v w x y z'.split(' ');

/** Position of a điểm: a 1, b 2, c 3, d 4, đ 5 …; f, j and w, which Vietnamese skips, keep a place of their own. */
export function pointOrder(letter: string): number {
  return POINT_ORDER.indexOf(letter) + 1;
}

/** Letters that may be left out between two points without a gap: "e) g)", "i) k)", "u) v)". */
export function pointGap(from: string, to: string): number {
  const skipped = POINT_ORDER.slice(pointOrder(from), pointOrder(to) - 1);
  return skipped.filter((letter) => !'fjwư'.includes(letter)).length;
}

/** The điểm after this one: "d" → "đ", "e" → "g"; `undefined` after the last. */
export function nextPoint(letter: string): string | undefined {
  return POINT_ORDER.slice(pointOrder(letter)).find(
    (next) => pointGap(letter, next) === 0 && !'fjwư'.includes(next),
  );
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** "IV" → 4; `undefined` for what is not a Roman numeral in its usual form. */
export function romanValue(text: string): number | undefined {
  if (!/^(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(text) || text === '') return undefined;
  let value = 0;
  for (let i = 0; i < text.length; i++) {
    const here = ROMAN[text[i]!]!;
    value += here < (ROMAN[text[i + 1] ?? ''] ?? 0) ? -here : here;
  }
  return value;
}

/** 4 → "IV"; chapters of a document, 1 to 39. */
export function romanNumeral(value: number): string {
  const ones = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];
  return 'X'.repeat(Math.floor(value / 10)) + ones[value % 10]!;
}
