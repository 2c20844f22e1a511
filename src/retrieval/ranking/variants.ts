import { type Token, tokenise } from '../lexical/terms.ts';

/** Of the shorter of two names, the share of words in order that the longer must have. */
const ALIKE = 0.75;
/** Words that a name may have or not without being another name. */
const FILLERS = new Set([
  'thu',
  'tuc',
  'viec',
  'cac',
  'va',
  'hoac',
  'cho',
  'voi',
  'cua',
  'tai',
  'theo',
  'cong',
  'dan',
]);

/** What the names of two near-identical procedures do not share, each in its own words; '' where one adds nothing. */
export interface Difference {
  readonly one: readonly string[];
  readonly other: readonly string[];
}

/**
 * What sets two procedures of almost the same name apart ("có yếu tố nước ngoài", "tại khu vực biên giới", "lại"), by the
 * longest common subsequence of their words; undefined when the names are not of one procedure. Names that say the same
 * in all words that count differ in nothing.
 */
export function difference(one: string, other: string): Difference | undefined {
  return differenceOf(nameRead(one), nameRead(other));
}

/** A name read once, to be compared with several. */
export interface NameRead {
  readonly text: string;
  readonly words: readonly Token[];
  /** How often it has each folded word. */
  readonly counts: ReadonlyMap<string, number>;
}

export function nameRead(text: string): NameRead {
  const words = tokenise(text);
  const counts = new Map<string, number>();
  for (const { folded } of words) counts.set(folded, (counts.get(folded) ?? 0) + 1);
  return { text, words, counts };
}

/** The same of names that were read already. */
export function differenceOf(one: NameRead, other: NameRead): Difference | undefined {
  const [a, b] = [one.words, other.words];
  const shorter = Math.min(a.length, b.length);
  const alike = (shared: number) => shared >= Math.max(2, ALIKE * shorter);
  // Most names differ in more words than any order of them could mend.
  if (shorter < 2 || !alike(sharedWords(one, other))) return undefined;
  const { inA, inB, shared } = common(a, b);
  return alike(shared) ? { one: runs(one.text, a, inA), other: runs(other.text, b, inB) } : undefined;
}

/** Words that two names share in whatever order, repeats counted. */
function sharedWords(one: NameRead, other: NameRead): number {
  let shared = 0;
  for (const [word, n] of one.counts) {
    const m = other.counts.get(word);
    if (m !== undefined) shared += Math.min(n, m);
  }
  return shared;
}

/** The folded words of a difference that tell anything. */
export function tellingWords({ one, other }: Difference): string[] {
  return [...one, ...other]
    .flatMap(tokenise)
    .map(({ folded }) => folded)
    .filter((word) => !FILLERS.has(word));
}

/** Longest common subsequence of folded words: quadratic in some dozens of words. */
function common(a: readonly Token[], b: readonly Token[]) {
  const width = b.length + 1;
  const length = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      length[i * width + j] =
        a[i]!.folded === b[j]!.folded
          ? length[(i + 1) * width + j + 1]! + 1
          : Math.max(length[(i + 1) * width + j]!, length[i * width + j + 1]!);
  const inA = new Uint8Array(a.length);
  const inB = new Uint8Array(b.length);
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i]!.folded === b[j]!.folded) {
      inA[i++] = 1;
      inB[j++] = 1;
    } else if (length[(i + 1) * width + j]! >= length[i * width + j + 1]!) i++;
    else j++;
  }
  return { inA, inB, shared: length[0]! };
}

/** Stretches of words that are not shared, as printed; those of fillers alone say nothing. */
function runs(name: string, words: readonly Token[], shared: Uint8Array): string[] {
  const text = name.normalize('NFC');
  const out: string[] = [];
  for (let from = 0; from < words.length; from++) {
    if (shared[from]) continue;
    let to = from;
    while (to + 1 < words.length && !shared[to + 1]) to++;
    if (words.slice(from, to + 1).some(({ folded }) => !FILLERS.has(folded)))
      out.push(text.slice(words[from]!.start, words[to]!.end));
    from = to;
  }
  return out;
}
