import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findPrivate } from '../../src/ingest/safety/personal-data.ts';
import { findSecretStamp } from '../../src/ingest/safety/secret-stamp.ts';
import { nfc } from '../../src/legal/text.ts';

/** What the gates say of public texts, where nothing is secret and nearly nothing is private. */
const DATA = path.join(import.meta.dirname, '../../../shared/data');
const present = existsSync(DATA);

/** Texts as read: laws, decrees, Gazette issues, and the truth beside files in old encodings (tables of figures). */
function texts(): { name: string; text: string }[] {
  const below = (folder: string) =>
    readdirSync(path.join(DATA, folder), { recursive: true })
      .map((name) => path.join(folder, String(name)))
      .filter((name) => name.endsWith('.txt'))
      .sort();
  const codified = below('codified-law').filter((_, i) => i % 40 === 0);
  return [...below('files'), ...below('legacy-encoding'), ...below('alqac/laws'), ...codified].map(
    (name) => ({
      name,
      text: nfc(readFileSync(path.join(DATA, name), 'utf8')),
    }),
  );
}

describe.skipIf(!present)('gates over public texts (skipped without ../shared/data)', () => {
  const values = present
    ? texts().map(({ name, text }) => ({
        name,
        value: { format: 'txt' as const, paged: false, warnings: [], pages: [{ page: 1, text, ocr: false }] },
      }))
    : [];

  it('no secrecy stamp is seen', () => {
    expect(values.length).toBeGreaterThan(150);
    expect(values.filter(({ value }) => findSecretStamp(value)).map(({ name }) => name)).toEqual([]);
  });

  it('no figure of a table and no number of a document is taken for a person’s', () => {
    const found = values.flatMap(({ name, value }) =>
      findPrivate(value).map(({ kind, masked }) => ({ name, kind, masked })),
    );
    // Addresses of offices are reported too: whether one is a person's, the uploader knows.
    expect(found.filter(({ kind }) => kind !== 'email')).toEqual([]);
  });
});
