import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { lettersAndDigits, nfc, slug } from '../../src/legal/text.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const shared = join(root, '..', 'shared', 'data');
const present = existsSync(join(shared, 'tthc', 'procedures.jsonl'));

/** Words in a row that two texts may share by chance: names of papers, forms and offices are shorter. */
const COPIED = 12;
/** Titles and lines of legal basis: names of procedures and documents are the same for everybody. */
const NAMES_ONLY = /^(?:#|Căn cứ:)/u;

const corpus = readdirSync(join(root, 'corpus'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md'))
  .map((file) => ({ file, text: nfc(readFileSync(join(root, 'corpus', file), 'utf8')) }));

const records = present ? readFileSync(join(shared, 'tthc', 'procedures.jsonl'), 'utf8') : '';
const read = (folder: string, name = /\.(txt|md|csv)$/): string[] =>
  readdirSync(join(shared, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => name.test(file))
    .map((file) => readFileSync(join(shared, folder, file), 'utf8'));

/** A line among the cautions of a guide that says of this text that it was not checked. */
const cautioned = (text: string, number: string) =>
  text
    .split('\n')
    .some((line) => line.startsWith('  - ') && line.includes(number) && /chưa được đối chiếu/.test(line));

describe.skipIf(!present)('corpus against ../shared/data (skipped where it is absent)', () => {
  it('names only procedure codes that are published', () => {
    const published = new Set(records.match(/(?<="ma_thu_tuc": ?")[^"]+/g));
    const unknown = corpus.flatMap(({ file, text }) =>
      (text.match(/(?<![\d.])\d\.\d{6}(?!\d)/g) ?? [])
        .filter((code) => !published.has(code))
        .map((code) => `${file}: ${code}`),
    );
    expect(unknown).toEqual([]);
  });

  it('cites only document numbers that a source names, or cautions that the text was not held', () => {
    const field = existsSync(join(shared, '..', 'DOMAIN.md'))
      ? readFileSync(join(shared, '..', 'DOMAIN.md'), 'utf8')
      : '';
    const known = lettersAndDigits(
      [records, field, ...read('two-tier'), ...read('codified-law'), ...read('ocr-truth')].join('\n') +
        read('files/congbao_pdf_sample').join('\n'),
    );
    const number = /\d+(?:\.\d+)?(?:\/\d{4})?[/-][A-ZĐ]{1,6}[A-ZĐƯ\d]*(?:-[A-ZĐƯ\d]+)*/gu;
    const unknown = corpus.flatMap(({ file, text }) =>
      (text.match(number) ?? [])
        .filter((cited) => !known.includes(lettersAndDigits(cited)) && !cautioned(text, cited))
        .map((cited) => `${file}: ${cited}`),
    );
    expect(unknown).toEqual([]);
  });

  it('cites articles that the codified text of the document has', () => {
    const missing = corpus.flatMap(({ file, text }) =>
      [...text.matchAll(/^Căn cứ: (.*)$/gmu)].flatMap((line) =>
        [...line[1]!.matchAll(/((?:Điều \d+[^;]*?)) (?:\p{Lu}[^;]*?)số (\d+\/\d{4}\/[A-ZĐ\d-]+)/gu)].flatMap(
          ([, articles, number]) => {
            const codified = join(shared, 'codified-law', `${slug(number!)}.txt`);
            // Parts of some decrees stand in another law's codified text; a file that lacks most articles proves nothing.
            const known = existsSync(codified)
              ? articlesOf(readFileSync(codified, 'utf8'))
              : new Set<string>();
            if (known.size < 20) return [];
            return (articles!.match(/(?<=Điều )\d+/g) ?? [])
              .filter((article) => !known.has(article))
              .map((article) => `${file}: Điều ${article} ${number}`);
          },
        ),
      ),
    );
    expect(missing).toEqual([]);
  });

  it(`copies no ${COPIED} words in a row from the records and pages`, () => {
    const ours = new Map<string, string>();
    for (const { file, text } of corpus) {
      for (const line of text.replace(/^---\n[\s\S]*?\n---\n/, '').split('\n')) {
        if (NAMES_ONLY.test(line)) continue;
        const words = wordsOf(line);
        for (let i = 0; i + COPIED <= words.length; i++) {
          ours.set(words.slice(i, i + COPIED).join(' '), `${file}: ${line}`);
        }
      }
    }
    const copied = new Set<string>();
    const sources = [
      records.replaceAll('\\n', ' '),
      ...read('two-tier/pages'),
      ...read('files/congbao_pdf_sample'),
    ];
    for (const source of sources) {
      const words = wordsOf(source);
      for (let i = 0; i + COPIED <= words.length; i++) {
        const line = ours.get(words.slice(i, i + COPIED).join(' '));
        if (line !== undefined) copied.add(`${line} ← ${words.slice(i, i + COPIED).join(' ')}`);
      }
    }
    expect([...copied]).toEqual([]);
  });
});

function wordsOf(text: string): string[] {
  return (
    nfc(text)
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

function articlesOf(text: string): Set<string> {
  return new Set(text.match(/(?<=^Điều )\d+/gmu));
}
