import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { ReadValue } from '../../src/ingest/model.ts';
import { parseOfficialDocument } from '../../src/ingest/official/parse.ts';
import { officialToIndexable } from '../../src/ingest/official/to-document.ts';
import { readSource } from '../../src/ingest/readers/index.ts';
import { numberKey } from '../../src/legal/numbers/document-number.ts';
import { parseStructure } from '../../src/legal/structure/structure.ts';
import { articlesOf } from '../../src/legal/structure/tree.ts';
import { nfc } from '../../src/legal/text.ts';

const data = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const present = existsSync(join(data, 'codified-law'));
const why = present ? '' : ' (skipped: ../shared/data is not there)';
const files = (folder: string, end: string) =>
  readdirSync(join(data, folder)).filter((name) => name.endsWith(end));
const textOf = (folder: string, name: string) => nfc(readFileSync(join(data, folder, name), 'utf8'));
const asRead = (text: string): ReadValue => ({
  format: 'txt',
  paged: false,
  pages: [{ page: 1, text, ocr: false }],
  warnings: [],
});
/** Ordinals of the body's own articles, annexes left out. */
const articles = (text: string) =>
  articlesOf(parseStructure(text))
    .filter(({ ancestors }) => ancestors.every((node) => node.type !== 'phu_luc'))
    .map(({ node }) => node.ordinal);

describe.skipIf(!present)(`articles of real documents${why}`, () => {
  it('reads the same articles from each Gazette PDF as from the text beside it', async () => {
    const folder = 'files/congbao_pdf_sample';
    for (const name of files(folder, '.pdf')) {
      const outcome = await readSource(readFileSync(join(data, folder, name)), name);
      if (outcome.status !== 'readable') throw new Error(`${name}: ${outcome.reason}`);
      const document = parseOfficialDocument(outcome.value, name);
      const beside = articles(textOf(folder, name.replace('.pdf', '.txt')));
      expect.soft(articles(document.text), name).toEqual(beside);
      expect.soft(beside.length, name).toBeGreaterThan(2);
      // "nghi-dinh-so-121-2026-nd-cp-469354.pdf" is named after its number.
      const named = /so-(.+)-\d+\.pdf$/.exec(name)![1]!;
      expect
        .soft(numberKey(document.header.number ?? ''), name)
        .toBe(numberKey(named.replace(/^(\d+)-(\d{4})-/, '$1/$2/').replace(/^(\d+)-(?=v)/, '$1/')));
      expect
        .soft(document.header, name)
        .toMatchObject({ date: expect.any(String), signer: expect.any(String), subject: expect.any(String) });
    }
  });

  it('finds every article of the ALQAC laws: those headed "Điều N." and the two printed without the full stop', () => {
    let headed = 0;
    let found = 0;
    for (const name of files('alqac/laws', '.txt')) {
      const text = textOf('alqac/laws', name);
      headed += text.match(/^Điều \d+[a-zđ]?\./gmu)?.length ?? 0;
      found += articles(text).length;
    }
    expect(found).toBe(headed + 2);
  });

  it('reads the 3,605 codified texts at 500 articles a second or more, almost every heading an article', () => {
    const started = performance.now();
    let found = 0;
    let headed = 0;
    let numbered = 0;
    let transitional = 0;
    const told = new Map<string, number>();
    const names = files('codified-law', '.txt');
    for (const name of names) {
      const text = textOf('codified-law', name);
      // In this extract each article follows a blank line; a heading inside another article's text is a copy of it.
      headed += text.match(/(?:^|\n\s*\n)Điều \d+[a-zđ]{0,2}\./gu)?.length ?? 0;
      const parsed = parseOfficialDocument(asRead(text), name);
      const document = officialToIndexable(parsed, name);
      found += document.articles;
      transitional += parsed.transitional?.length ?? 0;
      for (const { kind } of document.relations) told.set(kind, (told.get(kind) ?? 0) + 1);
      const printed = /^Số: (.*[^-\s])\s*$/mu.exec(text.slice(0, 600))?.[1];
      if (printed !== undefined && numberKey(document.facts.number ?? '') === numberKey(printed)) numbered++;
    }
    const seconds = (performance.now() - started) / 1000;
    const figures = {
      articles: found,
      perSecond: Math.round(found / seconds),
      transitional,
      ...Object.fromEntries(told),
    };
    process.stdout.write(`codified law: ${JSON.stringify(figures)}\n`);
    expect(Math.abs(found - headed)).toBeLessThanOrEqual(20);
    expect(numbered / names.length).toBeGreaterThan(0.99);
    expect(found / seconds).toBeGreaterThan(500);
  });
});
