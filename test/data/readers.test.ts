import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { scoreFolder, scoreReading, scoreScannedPages, weighted } from '../../src/evaluation/reading.ts';
import { articlesOf } from '../../src/ingest/inspect.ts';
import { readSource } from '../../src/ingest/readers/index.ts';
import { findSecretStamp } from '../../src/ingest/safety/secret-stamp.ts';
import { parseRead } from '../../src/ingest/understand.ts';
import { nfc } from '../../src/legal/text.ts';
import { encodeLegacy, encodeVni } from '../ingest/readers/fixtures.ts';

/** Figures on the shared data with floors a little under what was measured (docs/readers.md). */
const DATA = path.resolve('..', 'shared', 'data');
const present = existsSync(path.join(DATA, 'files'));
const file = (...parts: string[]) => new Uint8Array(readFileSync(path.join(DATA, ...parts)));
const folder = (name: string) => readdirSync(path.join(DATA, name)).map((f) => [f] as const);

describe.skipIf(!present)('readers on the shared data (skipped where ../shared is absent)', () => {
  it.each([
    ['tcvn3', /\.doc$/, 0.987],
    ['tcvn3', /\.rtf$/, 0.998],
    ['tcvn3', /\.xls$/, 0.99],
    ['tcvn3', /\.pdf$/, 0.99],
    ['vni', /\.doc$/, 0.99],
    ['vni', /\.xls$/, 0.99],
    ['synthetic', /\.docx$/, 0.99],
  ])('%s %s: syllable accuracy', async (name, extension, floor) => {
    const scores = await scoreFolder(path.join(DATA, 'legacy-encoding', name), extension);
    expect(scores.length).toBeGreaterThan(0);
    expect(scores.filter((s) => s.error)).toEqual([]);
    expect(weighted(scores, (s) => s.syllables)).toBeGreaterThanOrEqual(floor);
  });

  it.each([
    ['vps', (text: string) => encodeLegacy(text, 'vps')],
    ['viscii', (text: string) => encodeLegacy(text, 'viscii')],
    ['tcvn3', (text: string) => encodeLegacy(text.toLowerCase(), 'tcvn3')],
    ['vni', (text: string) => Uint8Array.from(iconv.encode(encodeVni(text), 'windows-1252'))],
  ] as const)('codified law written in %s comes back by its bytes alone', async (encoding, encode) => {
    const names = readdirSync(path.join(DATA, 'codified-law')).filter((_, i) => i % 90 === 0);
    expect(names.length).toBeGreaterThan(30);
    for (const name of names) {
      // Signs the encodings lack are left out; the beginning alone, mostly capitals, must do as well.
      const whole = nfc(Buffer.from(file('codified-law', name)).toString('utf8')).replace(
        /[^\n\x20-\x7e\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1ef9]|[ðÐ]/g,
        ' ',
      );
      for (const length of [300, 4_000]) {
        const text = whole.slice(0, length);
        const outcome = await readSource(encode(text), 'a.txt');
        if (outcome.status !== 'readable') throw new Error(`${name}: ${outcome.reason}`);
        const read = outcome.value.pages.map((p) => p.text).join('\n');
        const score = scoreReading(text, read);
        expect(encoding === 'tcvn3' ? score.syllablesAnyCase : score.syllables, name).toBeGreaterThan(0.999);
      }
    }
  });

  it.each(present ? folder('files/corrupt_pdf') : [])('%s is refused with one reason', async (name) => {
    const outcome = await readSource(file('files', 'corrupt_pdf', name), name);
    expect(outcome.status).toBe('failed');
  });

  it.each(present ? folder('files/docx') : [])('%s is read', async (name) => {
    const outcome = await readSource(file('files', 'docx', name), name);
    expect(outcome.status).toBe('readable');
  });

  it('a DOC named .docx is read as what it is', async () => {
    const name = '06_LUAT_jt1cu2cf.lne-LuatPCCC_L27QH.docx';
    const outcome = await readSource(file('files', 'mislabelled', name), name);
    expect(outcome).toMatchObject({ status: 'readable', value: { format: 'doc' } });
  });

  it('public laws carry no secrecy stamp', async () => {
    const laws = readdirSync(path.join(DATA, 'alqac', 'laws')).filter((f) => f.endsWith('.txt'));
    const codified = readdirSync(path.join(DATA, 'codified-law')).filter((_, i) => i % 12 === 0);
    const stamped: string[] = [];
    for (const [dir, names] of [
      ['alqac/laws', laws],
      ['codified-law', codified],
    ] as const) {
      for (const name of names) {
        const outcome = await readSource(file(dir, name), name);
        if (outcome.status === 'readable' && findSecretStamp(outcome.value)) stamped.push(name);
      }
    }
    expect(stamped).toEqual([]);
  });

  it('scanned pages against the transcripts (a sample; READERS_FULL=1 for all)', async () => {
    const full = process.env['READERS_FULL'] === '1';
    const scores = await scoreScannedPages(
      path.join(DATA, 'ocr-truth'),
      path.join(DATA, 'files', 'scanned_pdf'),
      full ? /./ : /BTP\.p[49]|SRC-A/,
    );
    const mean = (pick: (s: (typeof scores)[number]) => number) =>
      scores.reduce((sum, s) => sum + pick(s), 0) / scores.length;
    expect(mean((s) => s.characters)).toBeGreaterThanOrEqual(0.985);
    expect(mean((s) => s.syllables)).toBeGreaterThanOrEqual(0.98);
  }, 900_000);

  it.skipIf(process.env['READERS_FULL'] !== '1')(
    'every article of decree 120/2025 is found in its scan, on its page (READERS_FULL=1)',
    async () => {
      const outcome = await readSource(file('files', 'scanned_pdf', '120-cp.signed_qlyBTP.pdf'), '120.pdf');
      if (outcome.status !== 'readable') throw new Error(outcome.reason);
      const articles = articlesOf(parseRead(outcome.value, '120.pdf').tree).filter(
        ({ phuLuc }) => phuLuc === undefined,
      );
      expect(articles.map(({ dieu }) => dieu)).toEqual(Array.from({ length: 24 }, (_, i) => String(i + 1)));
      for (const { dieu, page } of articles)
        expect(outcome.value.pages.find((p) => p.page === page)?.text).toMatch(
          new RegExp(`^Điều ${dieu}[.:]`, 'm'),
        );
    },
    900_000,
  );
});
