import { describe, expect, it } from 'vitest';
import { inspectFile } from '../../../src/ingest/inspect.ts';
import { docx, encodeLegacy, encodeVni, paragraph, table, utf8, xlsx } from '../readers/fixtures.ts';

/** A stamp is found wherever a file can carry it; nothing of the file is shown then. */
const HEAD = ['UBND THÀNH PHỐ HUẾ', 'SỞ NỘI VỤ', 'Số: 12/BC-SNV'];
const NATION = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'];
const BODY = ['Kính gửi: Ủy ban nhân dân thành phố', 'Sở Nội vụ báo cáo tình hình quý III.'];
const open = [...HEAD, ...NATION, ...BODY];
const stamped = (stamp: string) => [...HEAD, stamp, ...NATION, ...BODY];
const paragraphs = (lines: readonly string[]) => lines.map((line) => paragraph(line)).join('');
const body = paragraphs(open);

const textBox = (inner: string) =>
  `<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>${inner}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`;
const wordArt = (text: string) =>
  `<w:p><w:r><w:pict><v:shape><v:textpath style="font-size:1pt" string="${text}"/></v:shape></w:pict></w:r></w:p>`;
const rtf = (inner: string, lines: readonly string[] = open) => {
  const escaped = (text: string) =>
    [...text].map((c) => (c.charCodeAt(0) < 0x80 ? c : `\\u${c.charCodeAt(0)}?`)).join('');
  return utf8(`{\\rtf1\\ansi ${escaped(inner)}${lines.map((l) => `${escaped(l)}\\par `).join('')}}`);
};

const FILES: readonly [where: string, name: string, bytes: Uint8Array][] = [
  ['a line of a DOCX', 'a.docx', docx({ body: paragraphs(stamped('MẬT')) })],
  ['the page header of a DOCX', 'a.docx', docx({ body, header: paragraph('TỐI MẬT') })],
  ['the page header of a DOCX, letters apart', 'a.docx', docx({ body, header: paragraph('M Ậ T') })],
  ['the page header of a DOCX, as a field', 'a.docx', docx({ body, header: paragraph('Độ mật: Tối mật') })],
  ['the page footer of a DOCX', 'a.docx', docx({ body, footer: paragraph('TUYỆT MẬT') })],
  ['a text box of a DOCX', 'a.docx', docx({ body: textBox(paragraph('MẬT')) + body })],
  ['a text box after the text of a DOCX', 'a.docx', docx({ body: body + textBox(paragraph('MẬT')) })],
  ['WordArt of a DOCX', 'a.docx', docx({ body: wordArt('TỐI MẬT') + body })],
  ['a watermark of a DOCX', 'a.docx', docx({ body, header: wordArt('MẬT') })],
  [
    'the head table of a DOCX',
    'a.docx',
    docx({ body: table([[`${HEAD.join('|')}|TỐI MẬT`, NATION.join('|')]]) + paragraphs(BODY) }),
  ],
  [
    'a DOCX in VNI',
    'a.docx',
    docx({
      body: stamped('TUYỆT MẬT')
        .map((l) => paragraph(encodeVni(l), '', '<w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/>'))
        .join(''),
    }),
  ],
  ['a text in TCVN3', 'a.txt', encodeLegacy(stamped('TUYỆT MẬT').join('\n'), 'tcvn3')],
  ['a text in VISCII', 'a.txt', encodeLegacy(stamped('MẬT').join('\n'), 'viscii')],
  [
    'a text in UTF-16',
    'a.txt',
    new Uint8Array(Buffer.from(`\uFEFF${stamped('M Ậ T').join('\n')}`, 'utf16le')),
  ],
  ['an RTF', 'a.rtf', rtf('', stamped('TỐI MẬT'))],
  ['the page header of an RTF', 'a.rtf', rtf('{\\header \\pard MẬT\\par}')],
  ['the page footer of an RTF', 'a.rtf', rtf('{\\footer \\pard TỐI MẬT\\par}')],
  ['WordArt of an RTF', 'a.rtf', rtf('{\\shp{\\*\\shpinst{\\sp{\\sn gtextUNICODE}{\\sv MẬT}}}}')],
  ['a cell of an XLSX', 'a.xlsx', xlsx([['SỞ NỘI VỤ', '', 'MẬT'], ['Số: 12/BC-SNV'], ['STT', 'Họ tên']])],
  [
    'the page header of an XLSX',
    'a.xlsx',
    xlsx(
      [
        ['STT', 'Họ tên'],
        [1, 'A'],
      ],
      '&L&"Arial,Bold"TỐI MẬT&RTrang &P',
    ),
  ],
  [
    'an HTML page',
    'a.html',
    utf8(
      `<html><body>${stamped('MẬT')
        .map((l) => `<p>${l}</p>`)
        .join('')}</body></html>`,
    ),
  ],
];

describe('secrecy stamps by format and place', () => {
  it.each(FILES)('%s', async (_, name, bytes) => {
    const seen = await inspectFile(bytes, name);
    expect(seen).toMatchObject({ status: 'refused', text: '', header: {}, articles: [] });
    expect(seen.reason).toMatch(/MẬT/);
  });

  it.each([
    ['a DOCX whose header names a subject', docx({ body, header: paragraph('BẢO MẬT THÔNG TIN') })],
    [
      'a DOCX about secrets',
      docx({
        body: paragraphs([...NATION, 'QUYẾT ĐỊNH', 'Ban hành Danh mục bí mật nhà nước độ Tối mật', ...BODY]),
      }),
    ],
    [
      'a list of goods',
      xlsx([
        ['Tên hàng', 'Giá'],
        ['Mật', 120_000],
        ['Mật ong', 90_000],
      ]),
    ],
    [
      'a letter on passwords',
      docx({ body: paragraphs([...HEAD, ...NATION, 'V/v đổi MẬT KHẨU', 'MẬT KHẨU', ...BODY]) }),
    ],
  ])('%s is read', async (_, bytes) => {
    expect((await inspectFile(bytes, 'tep')).status).toBe('readable');
  });
});
