import { deflateSync, zipSync, zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../../src/ingest/readers/index.ts';
import { docx, paragraph, pdf, utf8 } from './fixtures.ts';
import { reason, text, value } from './outcomes.ts';

describe('hostile files', () => {
  it('an entry that claims to inflate to gigabytes is refused before it is inflated', async () => {
    const bytes = docx({ body: paragraph('x') });
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const name = Buffer.from(bytes).lastIndexOf('word/document.xml');
    view.setUint32(name - 46 + 24, 3_000_000_000, true);
    expect(await reason(bytes)).toMatch(/quá lớn/);
  });

  it('an entry that inflates to more than it says stays within what it says', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(30_000_000) });
    const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength);
    const name = Buffer.from(bomb).lastIndexOf('word/document.xml');
    view.setUint32(name - 46 + 24, 1_000, true);
    const before = process.memoryUsage().rss;
    await readSource(bomb, 'a.docx');
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
  });

  it('a page of millions of pieces of text is given up in bounded time', async () => {
    const content = zlibSync(utf8('BT /F1 9 Tf 1 1 Td (a) Tj ET\n'.repeat(600_000)));
    const stream = Buffer.from(content).toString('latin1');
    const file = `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n4 0 obj<</Filter/FlateDecode/Length ${content.length}>>stream\n${stream}\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF`;
    const outcome = await readSource(
      Uint8Array.from(file, (c) => c.charCodeAt(0)),
      'a.pdf',
    );
    expect(outcome.status).toBe('failed');
  }, 60_000);

  it('millions of blanks in one line cost no time', async () => {
    const blanks = ' '.repeat(3_000_000);
    const read = text(await value(utf8(`Nội dung${blanks}\nvăn bản${blanks}x`), 'a.txt'));
    expect(read).toBe(`Nội dung\nvăn bản${' '.repeat(64)}x`);
  });

  it('cells far to the right of thousands of rows do not fill memory with empty ones', async () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, i) => `<row r="${i + 1}"><c r="XFD${i + 1}"><v>1</v></c></row>`,
    );
    const bytes = zipSync({
      'xl/workbook.xml': utf8('<workbook><sheets><sheet name="A" r:id="r1"/></sheets></workbook>'),
      'xl/_rels/workbook.xml.rels': utf8(
        '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
      'xl/worksheets/sheet1.xml': utf8(`<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`),
    });
    const before = process.memoryUsage().rss;
    expect(text(await value(bytes)).slice(0, 4)).toBe('1\n1\n');
    expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000);
  });

  it('a DOCTYPE (entity expansion, external entities) is refused', async () => {
    const xml =
      '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>';
    expect(await reason(zipSync({ 'word/document.xml': utf8(xml) }))).toMatch(/DOCTYPE/);
  });

  it('XML and HTML nested without end are refused, not a stack overflow', async () => {
    const deep = `${'<w:x>'.repeat(5_000)}${'</w:x>'.repeat(5_000)}`;
    expect(await reason(docx({ body: deep }))).toMatch(/lồng nhau/);
    expect(await reason(utf8(`<html>${'<div>'.repeat(50_000)}a`), 'a.html')).toMatch(/lồng nhau|hỏng/);
  });

  it('a damaged picture fails alone: its decoder may crash, the reader does not', async () => {
    expect(await reason(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), 'anh.jpg')).toMatch(
      /Ảnh bị hỏng/,
    );
    expect(await reason(Uint8Array.from(Buffer.from('89504e470d0a1a0a0000', 'hex')), 'anh.png')).toMatch(
      /Ảnh bị hỏng/,
    );
  });

  it('names are only labels', async () => {
    expect(text(await value(utf8('Nội dung văn bản'), '../../etc/passwd'))).toBe('Nội dung văn bản');
  });

  it('other kinds are refused with their name', async () => {
    expect(await reason(zipSync({ 'a.txt': utf8('x') }))).toMatch(/ZIP/);
    expect(await reason(Uint8Array.from([0x52, 0x61, 0x72, 0x21, 0x1a, 7, 0, 1]))).toMatch(/RAR/);
    expect(
      await reason(deflateSync(Uint8Array.from({ length: 5_000 }, (_, i) => (i * 7_919) % 251))),
    ).toMatch(/nhị phân/);
  });

  it('an aborted read says that it was stopped', async () => {
    const outcome = await readSource(pdf([[{ x: 50, y: 700, text: 'A' }]]), 'a.pdf', {
      signal: AbortSignal.abort(),
    });
    expect(outcome).toMatchObject({ status: 'failed', reason: expect.stringMatching(/dừng/) });
  });
});
