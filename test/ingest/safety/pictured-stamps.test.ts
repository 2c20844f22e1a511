import CFB from 'cfb';
import { describe, expect, it } from 'vitest';
import { inspectFile } from '../../../src/ingest/inspect.ts';
import type { FileFormat } from '../../../src/ingest/model.ts';
import { withPictureMarks } from '../../../src/ingest/readers/embedded-pictures.ts';
import { CAN_DRAW, drawnPage, stampPicture } from '../readers/drawn-page.ts';
import { docx, type PdfNote, type PdfPicture, paragraph, pdf, utf8, xlsx } from '../readers/fixtures.ts';

/** Stamps that are pictures or annotations in files whose text can be read without OCR. */
const TEXT = [
  'UBND THANH PHO HUE, SO NOI VU',
  'So: 12/BC-SNV ngay 12 thang 9 nam 2025',
  'Kinh gui: Uy ban nhan dan thanh pho.',
  'So Noi vu bao cao tinh hinh quy III va phuong huong quy IV.',
];
const letter = TEXT.map((text, i) => ({ x: 90, y: 760 - i * 40, text }));
const body = TEXT.map((text) => paragraph(text)).join('');
const png = (text: string, more = {}) =>
  new Uint8Array(stampPicture({ text, ...more }).toBuffer('image/png'));
const jpeg = (text: string, box: PdfPicture['box']): PdfPicture => ({
  jpeg: new Uint8Array(stampPicture({ text }).toBuffer('image/jpeg')),
  pixels: [320, 130],
  box,
});
const UNDER_NUMBER: PdfPicture['box'] = [100, 680, 100, 40];
const note = (subtype: PdfNote['subtype'], text: string, y = 700): PdfNote => ({
  note: text,
  subtype,
  rect: [100, y, 180, y + 20],
});

const refused = (seen: Awaited<ReturnType<typeof inspectFile>>) => {
  expect(seen).toMatchObject({ status: 'refused', text: '', header: {}, articles: [] });
  expect(seen.reason).toMatch(/dấu (TUYỆT |TỐI )?MẬT/);
};

describe('stamps laid over a PDF', () => {
  it.each([
    ['a text box', [[...letter, note('FreeText', 'TỐI MẬT')]]],
    ['a rubber stamp', [[...letter, note('Stamp', 'MẬT')]]],
    ['a text box at the foot', [[...letter, note('FreeText', 'Tuyệt mật', 20)]]],
  ])('%s', async (_, pages) => refused(await inspectFile(pdf(pages), 'a.pdf')));

  it('a watermark across the page', async () => {
    const watermark = { x: 150, y: 300, size: 90, text: 'MAT', turned: 0.7 };
    refused(await inspectFile(pdf([[...letter, watermark]]), 'a.pdf'));
  });

  it.each([
    ['a comment beside the text', note('Text', 'Mật')],
    ['a text box on something else', note('FreeText', 'BẢO MẬT THÔNG TIN')],
    ['a word of the middle of the page', note('FreeText', 'Mật', 300)],
  ])('%s is none', async (_, one) => {
    expect((await inspectFile(pdf([[...letter, one]]), 'a.pdf')).status).toBe('readable');
  });
});

describe.skipIf(!CAN_DRAW)(
  'stamps as pictures (skipped without a font that has Vietnamese letters)',
  { timeout: 120_000 },
  () => {
    const page = new Uint8Array(
      drawnPage({ stamps: [{ text: 'MẬT', x: 0.26, y: 0.175 }] }).toBuffer('image/png'),
    );
    const hex = (bytes: Uint8Array) =>
      Buffer.from(bytes)
        .toString('hex')
        .replace(/.{128}/g, '$&\n');
    const rtf = (bytes: Uint8Array) =>
      utf8(`{\\rtf1\\ansi ${TEXT.join('\\par ')}\\par {\\*\\shppict{\\pict\\pngblip\n${hex(bytes)}}}}`);
    const html = (bytes: Uint8Array) =>
      utf8(
        `<html><body><img src="data:image/png;base64,${Buffer.from(bytes).toString('base64')}">${TEXT.map((t) => `<p>${t}</p>`).join('')}</body></html>`,
      );
    const FILES: readonly [string, string, () => Uint8Array][] = [
      ['first page of a PDF', 'a.pdf', () => pdf([[...letter, jpeg('MẬT', UNDER_NUMBER)], letter])],
      [
        'foot of the last page of a PDF',
        'a.pdf',
        () => pdf([[...letter, jpeg('TỐI MẬT', [400, 15, 120, 45])]]),
      ],
      ['a DOCX', 'a.docx', () => docx({ body, picture: png('TỐI MẬT') })],
      [
        'a DOCX, black, turned',
        'a.docx',
        () => docx({ body, picture: png('MẬT', { colour: '#222', turn: 0.1 }) }),
      ],
      ['a DOCX, without a frame', 'a.docx', () => docx({ body, picture: png('TUYỆT MẬT', { box: false }) })],
      ['a DOCX, on the picture of a page', 'a.docx', () => docx({ body, picture: page })],
      [
        'an XLSX',
        'a.xlsx',
        () =>
          xlsx(
            [
              ['STT', 'Tên'],
              [1, 'A'],
            ],
            '',
            png('MẬT'),
          ),
      ],
      ['an RTF', 'a.rtf', () => rtf(png('MẬT'))],
      ['an HTML page', 'a.html', () => html(png('TỐI MẬT'))],
    ];

    it.each(FILES)('%s', async (_, name, bytes) => refused(await inspectFile(bytes(), name)));

    it('streams of a DOC and an XLS', async () => {
      const picture = Buffer.from(png('MẬT'));
      const records = (bytes: Buffer) =>
        Buffer.concat(
          Array.from({ length: Math.ceil(bytes.length / 1000) }, (_, i) => {
            const part = bytes.subarray(i * 1000, (i + 1) * 1000);
            const head = Buffer.alloc(4);
            head.writeUInt16LE(i === 0 ? 0xeb : 0x3c, 0);
            head.writeUInt16LE(part.length, 2);
            return Buffer.concat([head, part]);
          }),
        );
      const file = (stream: string, content: Buffer) => {
        const container = CFB.utils.cfb_new();
        CFB.utils.cfb_add(container, `/${stream}`, content);
        return new Uint8Array(CFB.write(container, { type: 'buffer' }) as Buffer);
      };
      const marksOf = async (format: FileFormat, bytes: Uint8Array) => {
        const pages = [{ page: 1, text: 'Báo cáo', ocr: false }];
        return (await withPictureMarks({ format, paged: false, pages, warnings: [] }, bytes)).pages[0]!.marks;
      };
      const around = Buffer.concat([Buffer.alloc(300, 1), picture, Buffer.alloc(300, 2)]);
      expect(await marksOf('doc', file('Data', around))).toEqual([{ level: 'MẬT' }]);
      expect(await marksOf('xls', file('Workbook', records(around)))).toEqual([{ level: 'MẬT' }]);
    });

    it.each<[string, () => Uint8Array]>([
      ['other stamps', () => docx({ body, picture: png('KHẨN') })],
      ['a picture that does not open', () => docx({ body, picture: png('MẬT').slice(0, 300) })],
      [
        'a guide to secrecy stamps',
        () =>
          docx({
            body: paragraph('HƯỚNG DẪN sử dụng dấu chỉ độ mật tài liệu bí mật nhà nước') + body,
            picture: png('MẬT'),
          }),
      ],
      ['a PDF with another picture', () => pdf([[...letter, jpeg('HỎA TỐC', UNDER_NUMBER)]])],
    ])('%s: read', async (_, bytes) => {
      expect((await inspectFile(bytes(), 'a')).status).toBe('readable');
    });
  },
);
