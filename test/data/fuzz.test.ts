/**
 * Real files of every format, cut and with bits turned by a seeded hand, through the reading process that `inspect`,
 * `ingest` and uploads share: each ends with one reason or is read, and a sound file after it is read as before.
 *
 *     FUZZ_SEED=7 FUZZ_SECONDS=600 npx vitest run --project data test/data/fuzz.test.ts
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createReadingProcess, READING_LIMITS } from '../../src/ingest/reading/process.ts';
import { bytesOf, letter } from '../support/uploads.ts';

const DATA = path.resolve('..', 'shared', 'data');
const present = existsSync(path.join(DATA, 'files'));
const SEED = Number(process.env['FUZZ_SEED'] ?? 1);
const SECONDS = Number(process.env['FUZZ_SECONDS'] ?? 40);
/** A sound page takes a second or two; a broken one must not take the machine with it. */
const LIMITS = { ...READING_LIMITS, silentMs: 60_000 };

const smallest = (folder: string, extension: string): [string, Uint8Array] => {
  const size = (name: string) => statSync(path.join(DATA, folder, name)).size;
  const [name] = readdirSync(path.join(DATA, folder))
    .filter((one) => one.toLowerCase().endsWith(extension))
    .sort((a, b) => size(a) - size(b));
  return [name!, new Uint8Array(readFileSync(path.join(DATA, folder, name!)))];
};
const samples = (): [string, Uint8Array][] => [
  smallest('files/born_digital_pdf', '.pdf'),
  smallest('files/doc', '.doc'),
  smallest('files/docx', '.docx'),
  smallest('files/other', '.xls'),
  smallest('legacy-encoding/tcvn3', '.rtf'),
  smallest('legacy-encoding/tcvn3', '.xls'),
  smallest('legacy-encoding/synthetic', '.docx'),
  smallest('alqac/laws', '.txt'),
];

/** mulberry32 (Tommy Ettinger, public domain): 32 bits of state, the same numbers on every machine. */
function random(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Cut, bits turned, a stretch zeroed or doubled. */
function hurt(bytes: Uint8Array, next: () => number): { bytes: Uint8Array; how: string } {
  const at = (length: number) => Math.floor(next() * length);
  const kind = at(4);
  if (kind === 0) {
    const cut = 1 + at(bytes.length - 1);
    return { bytes: bytes.slice(0, cut), how: `cut at ${cut}` };
  }
  const copy = Uint8Array.from(bytes);
  const from = at(bytes.length);
  const length = 1 + at(Math.min(4096, bytes.length - from));
  if (kind === 1) {
    const bits = 1 + at(64);
    for (let i = 0; i < bits; i++) copy[at(copy.length)]! ^= 1 << at(8);
    return { bytes: copy, how: `${bits} bits turned` };
  }
  if (kind === 2) return { bytes: copy.fill(0, from, from + length), how: `${length} zeros at ${from}` };
  const twice = Buffer.concat([copy.subarray(0, from + length), copy.subarray(from)]);
  return { bytes: new Uint8Array(twice), how: `${length} bytes twice at ${from}` };
}

describe.skipIf(!present)('broken copies of real files (skipped where ../shared is absent)', () => {
  const reading = createReadingProcess(LIMITS);
  afterAll(() => reading.close());

  it('each end with one reason or are read, and harm no other', {
    timeout: SECONDS * 1000 + 180_000,
  }, async () => {
    const files = samples();
    const next = random(SEED);
    const outcomes: Record<string, number> = {};
    const end = performance.now() + SECONDS * 1000;
    let rounds = 0;
    for (; performance.now() < end || rounds < files.length; rounds++) {
      const [name, sound] = files[rounds % files.length]!;
      const { bytes, how } = hurt(sound, next);
      const got = (await reading.run('inspect', bytes, name)) as { status: string; reason?: string };
      outcomes[got.status] = (outcomes[got.status] ?? 0) + 1;
      const what = `round ${rounds} (seed ${SEED}): ${name}, ${how}`;
      if (got.status !== 'readable') expect(got.reason, what).toMatch(/^\p{Lu}[^\n]{10,400}[.]$/u);
      expect(got.reason ?? '', what).not.toMatch(/quá nhiều (bộ nhớ hoặc làm|thời gian)/);
    }
    const sound = await reading.run('inspect', bytesOf(letter()), 'a.txt');
    expect(sound).toMatchObject({ status: 'readable' });
    process.stderr.write(`${rounds} broken files, seed ${SEED}: ${JSON.stringify(outcomes)}\n`);
    expect(rounds).toBeGreaterThanOrEqual(files.length);
  });
});
