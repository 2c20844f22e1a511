import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseGuide } from '../../../src/ingest/corpus/guide.ts';
import { buildManifest } from '../../support/corpus-manifest.ts';

const folder = fileURLToPath(new URL('../../../corpus', import.meta.url));
const manifestFile = join(folder, 'manifest.json');
const manifest = await buildManifest(folder);
const documents = manifest.documents.map((entry) => ({
  entry,
  document: parseGuide(readFileSync(join(folder, entry.file), 'utf8'), entry.file)!,
}));

describe('the corpus that comes with the project', () => {
  it('is listed in corpus/manifest.json (refresh with UPDATE=1)', () => {
    if (process.env['UPDATE'] === '1') writeFileSync(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`);
    expect(JSON.parse(readFileSync(manifestFile, 'utf8'))).toEqual(manifest);
  });

  it('has at least 35 procedures and 12 guides, each code once', () => {
    const codes = manifest.documents.flatMap((entry) => entry.code ?? []);
    expect(codes.length).toBeGreaterThanOrEqual(35);
    expect(new Set(codes).size).toBe(codes.length);
    expect(manifest.documents.length - codes.length).toBeGreaterThanOrEqual(12);
    const ids = documents.map(({ document }) => document.facts.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(documents.map((d) => [d.entry.file, d] as const))('%s keeps the rules', (_file, { document }) => {
    expect(document.text).toContain('Bản gốc văn bản có giá trị quyết định');
    expect(document.facts.asked!.length).toBeGreaterThanOrEqual(2);
    const labelled = document.chunks.filter((chunk) => chunk.label.includes('; căn cứ: '));
    expect(labelled.length).toBeGreaterThan(0);
    for (const chunk of document.chunks) expect(chunk.label).toContain('tài liệu tổng hợp');
    const heading = /^# (.*)$/m.exec(document.text)?.[1];
    expect(heading).toBe(document.facts.title);
  });

  it.each(documents.filter((d) => d.entry.kind === 'procedure').map((d) => [d.entry.file, d] as const))(
    '%s answers what is asked at the counter',
    (_file, { entry, document }) => {
      const parts = new Set(document.chunks.map((chunk) => chunk.path.part));
      for (const part of ['cach_thuc', 'thanh_phan_ho_so', 'co_quan'] as const) {
        // Where the record says nothing of the papers, the document does not invent them.
        if (part === 'thanh_phan_ho_so' && entry.code === '2.000821') continue;
        expect(parts).toContain(part);
      }
      const howTo = document.chunks.filter((chunk) => chunk.path.part === 'cach_thuc').map((c) => c.text);
      expect(howTo.join('\n')).toMatch(/^Thời hạn \p{Ll}/mu);
      expect(howTo.join('\n')).toMatch(/^Phí, lệ phí/mu);
      expect(entry.file).toContain(entry.code!);
      expect(document.facts.levels).toContain('xa');
    },
  );
});
