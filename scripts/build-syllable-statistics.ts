/**
 * Builds src/ingest/readers/ocr/syllable-statistics.txt, the pairs of syllables by which lost tone marks of OCR text are
 * mended. Only counts of neighbouring syllables are kept, no sentence of any text.
 *
 *   npx tsx scripts/build-syllable-statistics.ts FILE_OR_FOLDER… > src/ingest/readers/ocr/syllable-statistics.txt
 *
 * Line 1: syllables with log2 of their counts ("quyền14 …"). Then one line a first syllable: its followers the same way.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { isVietnameseSyllable } from '../src/ingest/readers/vietnamese-syllable.ts';

/** Rarer pairs and syllables are left out: they are as often faults of the source as language. */
const MIN_PAIR = 8;
const MIN_SYLLABLE = 12;

const singles = new Map<string, number>();
const pairs = new Map<string, Map<string, number>>();

function* files(target: string): Generator<string> {
  if (statSync(target).isDirectory())
    for (const name of readdirSync(target).sort()) yield* files(path.join(target, name));
  else if (/\.(txt|jsonl)$/.test(target)) yield target;
}

function count(text: string): void {
  for (const clause of text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{M} ]+/u)) {
    let last: string | undefined;
    for (const word of clause.split(' ')) {
      if (word === '' || !isVietnameseSyllable(word)) {
        if (word !== '') last = undefined;
        continue;
      }
      singles.set(word, (singles.get(word) ?? 0) + 1);
      if (last !== undefined) {
        let followers = pairs.get(last);
        if (!followers) {
          followers = new Map();
          pairs.set(last, followers);
        }
        followers.set(word, (followers.get(word) ?? 0) + 1);
      }
      last = word;
    }
  }
}

for (const target of process.argv.slice(2))
  for (const file of files(target)) count(readFileSync(file, 'utf8').replace(/\\[nrt"]/g, '\n'));

const level = (n: number) => Math.round(Math.log2(n));
const known = [...singles].filter(([, n]) => n >= MIN_SYLLABLE).sort((a, b) => b[1] - a[1]);
const vocabulary = new Set(known.map(([w]) => w));
process.stdout.write(`${known.map(([w, n]) => w + level(n)).join(' ')}\n`);
for (const [first] of known) {
  const followers = [...(pairs.get(first) ?? [])]
    .filter(([w, n]) => n >= MIN_PAIR && vocabulary.has(w))
    .sort((a, b) => b[1] - a[1]);
  if (followers.length > 0)
    process.stdout.write(`${first} ${followers.map(([w, n]) => w + level(n)).join(' ')}\n`);
}
