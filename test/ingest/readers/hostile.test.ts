/**
 * Files made to hurt their reader, each through the reading process that `inspect`, `ingest` and uploads share: every one
 * ends with a reason or is read, in bounded memory and time, and the next file is read as if nothing had been.
 */
import CFB from 'cfb';
import { afterAll, describe, expect, it } from 'vitest';
import type { Inspection } from '../../../src/ingest/inspection.ts';
import { createReadingProcess, READING_LIMITS } from '../../../src/ingest/reading/process.ts';
import * as hostile from '../../support/hostile/index.ts';
import { bytesOf, letter } from '../../support/uploads.ts';

const reading = createReadingProcess(READING_LIMITS);
afterAll(() => reading.close());

const inspect = async (bytes: Uint8Array, name: string) =>
  (await reading.run('inspect', bytes, name)) as Pick<Inspection, 'status' | 'reason' | 'text' | 'pages'>;

const lockedOffice = () => {
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, 'EncryptionInfo', Buffer.alloc(200));
  CFB.utils.cfb_add(container, 'EncryptedPackage', Buffer.alloc(20_000, 9));
  return CFB.write(container, { type: 'buffer' }) as Buffer;
};
const many = (text: string, times: number) => Buffer.from(text.repeat(times));

/** What is refused or fails, and a word of the reason. */
const HURTFUL: Record<string, [name: string, make: () => Uint8Array | Promise<Uint8Array>, says: RegExp]> = {
  'a DOCX that unfolds to 200 MB': ['a.docx', () => hostile.docxBomb(200), /bung ra quá lớn/],
  'a DOCX that says it is smaller than it is': ['a.docx', () => hostile.docxBomb(120, 5000), /hỏng|XML/],
  'a DOCX of millions of elements': ['a.docx', () => hostile.docxElements(40), /lồng nhau|quá lớn/],
  'a DOCX of entities in entities': [
    'a.docx',
    () => hostile.docx(hostile.paragraph('&j;'), [], hostile.LAUGHS),
    /DOCTYPE/,
  ],
  'a DOCX with a password': ['a.docx', lockedOffice, /mật khẩu/],
  'an XLSX with a password': ['a.xlsx', lockedOffice, /mật khẩu/],
  'an XLSX that shows one long text a hundred thousand times': [
    'a.xlsx',
    () => hostile.xlsxStrings(30_000, 100_000),
    /quá nhiều/,
  ],
  'an archive in an archive': [
    'a.zip',
    () => hostile.zip([{ name: 'a.zip', data: hostile.zip([{ name: 'b', data: Buffer.alloc(1e6) }]) }]),
    /nén/,
  ],
  'a PDF with a password': ['a.pdf', () => hostile.encrypted('bi mat'), /mật khẩu/],
  'a PDF of 100,000 pages out of one': ['a.pdf', () => hostile.sharedPages(5), /100000 trang/],
  'a PDF whose page tree is a circle': ['a.pdf', hostile.loopedPages, /PDF/],
  'a PDF page that unfolds to 100 MB of blanks': ['a.pdf', () => hostile.streamBomb(100), /bung ra quá lớn/],
  'a PDF page folded twice': ['a.pdf', () => hostile.doubleBomb(300), /bung ra quá lớn/],
  'a PDF page of millions of pieces of text': [
    'a.pdf',
    () => hostile.streamBomb(60, 'BT /F1 12 Tf 72 700 Td (Dieu) Tj ET '),
    /bung ra quá lớn/,
  ],
  'a PDF whose forms draw forms': ['a.pdf', () => hostile.nestedForms(7), /trang 1 vẽ quá nhiều lớp/],
  'a PDF whose object stream unfolds to 500 MB': [
    'a.pdf',
    () => hostile.objectStreamBomb(500),
    /bung ra quá lớn/,
  ],
  'a picture of 3.6 thousand million dots': ['a.png', () => hostile.pngHuge(60_000), /Ảnh/],
  'an HTML page of 25 MB of tags': ['a.html', () => hostile.htmlOpen(8_500_000, 'b'), /HTML/],
  'an HTML page a hundred thousand tags deep': ['a.html', () => hostile.htmlOpen(100_000, 'div'), /HTML/],
  'an RTF of a million groups': ['a.rtf', () => hostile.rtfGroups(1_000_000), /RTF/],
  'a text of 50 MB': ['a.txt', () => many('Điều 1. Phạm vi điều chỉnh\n', 1_500_000), /quá nhiều chữ/],
  'nothing but zeros': ['a.txt', () => Buffer.alloc(50_000_000), /nhị phân/],
  nothing: ['a.pdf', () => new Uint8Array(), /rỗng/],
};

describe('hurtful files', { timeout: 360_000 }, () => {
  it.each(Object.entries(HURTFUL))('%s ends with one reason', async (_, [name, make, says]) => {
    const got = await inspect(await make(), name);
    expect(got.status).not.toBe('readable');
    expect(got.reason).toMatch(says);
    expect(got.reason).toMatch(/\p{Lu}.*[.]$/u);
    expect(await inspect(bytesOf(letter()), 'a.txt')).toMatchObject({ status: 'readable' });
  });

  it('a PDF of 2,000 pages is read whole', async () => {
    const got = await inspect(hostile.manyPages(2000), 'a.pdf');
    expect(got).toMatchObject({ status: 'readable', pages: 2000 });
    expect(got.text).toContain('Dieu 2000.');
  });

  it('a PDF that is locked for its owner only opens', async () => {
    const got = await inspect(hostile.encrypted(''), 'a.pdf');
    expect(got).toMatchObject({ status: 'readable' });
    expect(got.text).toContain('Pham vi');
  });

  it('names of parts that lead out of the container are names only', async () => {
    const bytes = hostile.docx(hostile.paragraph('Điều 1. Phạm vi'), [
      { name: '../../../../tmp/thoat-ra', data: Buffer.from('x') },
    ]);
    expect(await inspect(bytes, '../../a.docx')).toMatchObject({ status: 'readable' });
  });

  it.each([
    ['a million attributes', 'a.html', () => hostile.htmlAttributes(1_000_000)],
    [
      'entities that HTML does not know',
      'a.html',
      () =>
        Buffer.from(`<?xml version="1.0"?>${hostile.LAUGHS}<html><body>&j; Điều 1. Phạm vi</body></html>`),
    ],
    [
      'millions of empty lines',
      'a.txt',
      () => Buffer.from(`Điều 1. A${'\n'.repeat(1_000_000)}Điều 2. Phạm vi`),
    ],
    ['citations without end', 'a.txt', () => many('Căn cứ Luật số 72/2025/QH15; ', 60_000)],
    ['khoản without end', 'a.txt', () => Buffer.from(`Điều 1. Phạm vi\n${'1. abc\n'.repeat(300_000)}`)],
    [
      'rows of empty cells',
      'a.txt',
      () => Buffer.from(`${`${'\t'.repeat(300)}\n`.repeat(10_000)}Điều 2. Phạm vi`),
    ],
  ] as const)('%s: come to an outcome', async (_, name, make) => {
    const got = await inspect(make(), name);
    expect(got.status === 'readable' || got.reason !== undefined).toBe(true);
    expect(got.reason ?? '').not.toMatch(/thời gian|bộ nhớ/);
  });
});
