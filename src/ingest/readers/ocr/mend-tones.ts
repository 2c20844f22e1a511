import { readFileSync } from 'node:fs';
import { fold } from '../../../legal/text.ts';

/** Frequencies as log2 of counts, from scripts/build-syllable-statistics.ts. */
interface Statistics {
  readonly single: ReadonlyMap<string, number>;
  readonly pair: ReadonlyMap<string, number>;
  /** Syllables by their letters without diacritics. */
  readonly byFold: ReadonlyMap<string, readonly string[]>;
}

let loaded: Statistics | undefined;

function statistics(): Statistics {
  if (loaded) return loaded;
  const [head = '', ...rows] = readFileSync(new URL('./syllable-statistics.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const entry = (token: string): [string, number] => {
    const cut = token.search(/\d/);
    return [token.slice(0, cut), Number(token.slice(cut))];
  };
  const single = new Map(head.split(' ').map(entry));
  const byFold = new Map<string, string[]>();
  for (const syllable of single.keys()) {
    const key = fold(syllable);
    const list = byFold.get(key);
    if (list) list.push(syllable);
    else byFold.set(key, [syllable]);
  }
  const pair = new Map<string, number>();
  for (const row of rows) {
    const [first, ...followers] = row.split(' ');
    for (const token of followers) {
      const [second, level] = entry(token);
      pair.set(`${first} ${second}`, level);
    }
  }
  loaded = { single, pair, byFold };
  return loaded;
}

/** Evidence a replacement needs, as a sum of log2 pair counts over both neighbours (2^8 = 256 sightings). */
const ENOUGH = 8;

/**
 * Mends lost or wrong tone marks of OCR text: a syllable that never stands beside its neighbours is replaced by the one
 * of the same letters that often does ("thẳm quyền" → "thẩm quyền"). Only diacritics change, never letters or digits,
 * and names (capitalised neighbours) stay as read. Returns the text and how many syllables were mended.
 */
export function mendTones(text: string): { text: string; mended: number } {
  let mended = 0;
  const lines = text.split('\n').map((line) => {
    const tokens = line.split(/([\p{L}\p{M}]+)/u);
    const mend = (): void => {
      for (let i = 1; i < tokens.length; i += 2) {
        const better = replacement(tokens, i);
        if (better === undefined) continue;
        tokens[i] = better;
        mended++;
      }
    };
    // A mended syllable may be the neighbour another one needs.
    mend();
    mend();
    return tokens.join('');
  });
  return { text: lines.join('\n'), mended };
}

function replacement(tokens: readonly string[], i: number): string | undefined {
  const word = tokens[i]!;
  if (word.length < 2 && !/[^\x00-\x7f]/.test(word)) return undefined;
  if (word.length > 7 || isName(tokens, i)) return undefined;
  const { single, pair, byFold } = statistics();
  const own = word.toLowerCase();
  const candidates = byFold.get(fold(own));
  if (!candidates) return undefined;
  const before = /^\s+$/.test(tokens[i - 1] ?? '') ? tokens[i - 2]?.toLowerCase() : undefined;
  const after = /^\s+$/.test(tokens[i + 1] ?? '') ? tokens[i + 2]?.toLowerCase() : undefined;
  const support = (s: string) =>
    (before ? (pair.get(`${before} ${s}`) ?? 0) : 0) + (after ? (pair.get(`${s} ${after}`) ?? 0) : 0);
  const ownSupport = support(own);
  const known = single.has(own);
  let best = own;
  let bestSupport = ownSupport;
  for (const candidate of candidates) {
    const s = support(candidate);
    if (s > bestSupport) [best, bestSupport] = [candidate, s];
  }
  if (best === own) return known ? undefined : onlyCandidate(word, candidates);
  const needed = known ? (ownSupport === 0 ? ENOUGH : ownSupport + ENOUGH + 3) : 4;
  return bestSupport >= needed ? withCase(best, word) : undefined;
}

/** Letters that make one known syllable only ("nghiêp" → "nghiệp"). */
function onlyCandidate(word: string, candidates: readonly string[]): string | undefined {
  return candidates.length === 1 && /[^\x00-\x7f]/.test(word) ? withCase(candidates[0]!, word) : undefined;
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
