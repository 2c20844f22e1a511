import { readFileSync } from 'node:fs';
import { fold } from '../../legal/text.ts';

/** Frequencies as log2 of counts, from scripts/build-syllable-statistics.ts. */
export interface SyllableStatistics {
  readonly single: ReadonlyMap<string, number>;
  readonly pair: ReadonlyMap<string, number>;
  /** Syllables by their letters without diacritics. */
  readonly byFold: ReadonlyMap<string, readonly string[]>;
}

let loaded: SyllableStatistics | undefined;

/** Loaded once, on first use. */
export function syllableStatistics(): SyllableStatistics {
  if (loaded) return loaded;
  const [head = '', ...rows] = readFileSync(new URL('./ocr/syllable-statistics.txt', import.meta.url), 'utf8')
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
