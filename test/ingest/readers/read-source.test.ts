import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { docx, encodeLegacy, encodeVni, paragraph, pdf, table, utf8, xlsx } from './fixtures.ts';
import { reason, text, value } from './outcomes.ts';

const SENTENCE = 'Ủy ban nhân dân cấp xã chứng thực chữ ký và đăng ký khai sinh.';

/** windows-1258 writes the tone as a character of its own after the letter. */
const toneApart = (s: string): string =>
  [...s]
    .map(
      (c) =>
        c
          .normalize('NFD')
          .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
          .normalize('NFC') + (c.normalize('NFD').match(/[\u0300\u0301\u0303\u0309\u0323]/g) ?? []).join(''),
    )
    .join('');

describe('text files', () => {
  it.each([
    ['UTF-8', utf8(SENTENCE)],
    ['UTF-8 with BOM', utf8(`\uFEFF${SENTENCE}`)],
    ['UTF-8 in NFD', utf8(SENTENCE.normalize('NFD'))],
    ['UTF-16LE', new Uint8Array(Buffer.from(`\uFEFF${SENTENCE}`, 'utf16le'))],
    ['UTF-16LE without BOM', new Uint8Array(Buffer.from(SENTENCE, 'utf16le'))],
    ['windows-1258', new Uint8Array(iconv.encode(toneApart(SENTENCE), 'windows-1258'))],
    ['VNI', Uint8Array.from(iconv.encode(encodeVni(SENTENCE), 'windows-1252'))],
    ['VISCII', encodeLegacy(SENTENCE, 'viscii')],
    ['VPS', encodeLegacy(SENTENCE, 'vps')],
  ])('%s', async (_, bytes) => {
    expect(text(await value(bytes, 'a.txt'))).toBe(SENTENCE);
  });

  it('a short heading in VPS, whose capitals stand among the control bytes, is no binary file', async () => {
    const heading = 'LUẬT CẤP XÃ, ĐẶC KHU; HỌP MẶT TRẬN, VIỆC CẤP PHÁT';
    expect(text(await value(encodeLegacy(heading, 'vps'), 'a.txt'))).toBe(heading);
  });

  it('TCVN3 is converted and said to be', async () => {
    const read = await value(encodeLegacy(SENTENCE.toLowerCase(), 'tcvn3'), 'a.txt');
    expect(text(read)).toBe(SENTENCE.toLowerCase());
    expect(read.warnings.join()).toMatch(/TCVN3/);
  });

  it('a text cut in the middle of a letter is still read, with a warning', async () => {
    const read = await value(utf8(`${SENTENCE} ${SENTENCE} ạ`).slice(0, -1), 'a.txt');
    expect(text(read)).toContain(SENTENCE);
    expect(read.warnings.join()).toMatch(/hỏng/);
  });

  it('Markdown and JSON lines come as they are', async () => {
    expect((await value(utf8('---\ntitle: A\n---\n# B'), 'a.md')).format).toBe('md');
    expect((await value(utf8('{"ma_thu_tuc":"1"}\n{"ma_thu_tuc":"2"}'), 'a.jsonl')).format).toBe('jsonl');
  });
});

describe('HTML', () => {
  it('blocks become lines, rows tab-separated, scripts nothing', async () => {
    const html =
      '<html><head><title>x</title><script>evil()</script></head><body><p>Điều 1. <b>Phạm vi</b></p><ol><li>Một</li><li>Hai</li></ol><table><tr><td>Phí</td><td>50.000 đồng</td></tr></table></body></html>';
    expect(text(await value(utf8(html), 'a.html'))).toBe('Điều 1. Phạm vi\n1. Một\n2. Hai\nPhí\t50.000 đồng');
  });

  it('a server error page saved as a PDF is named as such', async () => {
    expect(
      await reason(utf8('<html><body><p>404 - File not found</p></body></html>'), 'quyet-dinh.pdf'),
    ).toMatch(/trang web báo lỗi/);
  });
});

describe('DOCX', () => {
  const numbering =
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Điều %1."/></w:lvl>' +
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>' +
    '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl></w:abstractNum>' +
    '<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>';
  const numbered = (text: string, level: number) =>
    paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="7"/></w:numPr>`);

  it('gives the numbers Word generates, restarting below each higher level', async () => {
    const body = [
      numbered('Phạm vi', 0),
      numbered('Một', 1),
      numbered('a', 2),
      numbered('b', 2),
      numbered('Hai', 1),
      numbered('c', 2),
      numbered('Đối tượng', 0),
      numbered('Ba', 1),
    ];
    expect(text(await value(docx({ body: body.join(''), numbering })))).toBe(
      'Điều 1. Phạm vi\n1. Một\na) a\nb) b\n2. Hai\na) c\nĐiều 2. Đối tượng\n1. Ba',
    );
  });

  it('reads table rows as lines and the two-column head column by column', async () => {
    const head = table([
      ['UBND XÃ A|Số: 1/TB-UBND', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập - Tự do - Hạnh phúc'],
    ]);
    const data = table([
      ['Giấy tờ', 'Bản chính'],
      ['Tờ khai', '1'],
    ]);
    expect(text(await value(docx({ body: head + data })))).toBe(
      'UBND XÃ A\nSố: 1/TB-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nGiấy tờ\tBản chính\nTờ khai\t1',
    );
  });

  it('leaves out deleted and hidden text, keeps inserted text, converts legacy fonts', async () => {
    const vni = '<w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/>';
    const body = `<w:p><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del><w:ins><w:r><w:t>mới</w:t></w:r></w:ins></w:p>${paragraph('ẩn', '', '<w:vanish/>')}${paragraph(encodeVni('Ủy ban nhân dân'), '', vni)}`;
    expect(text(await value(docx({ body }))).trim()).toBe('mới\n\nỦy ban nhân dân');
  });

  it('keeps a stamp that stands only in the page header', async () => {
    expect(text(await value(docx({ body: paragraph('Nội dung'), header: paragraph('TỐI MẬT') })))).toBe(
      'TỐI MẬT\nNội dung',
    );
  });

  it('is told by content whatever its name', async () => {
    const read = await value(docx({ body: paragraph('Nội dung') }), 'scan.pdf');
    expect(read.format).toBe('docx');
    expect(read.warnings.join()).toMatch(/Tên tệp không đúng loại/);
  });
});

describe('RTF', () => {
  it('reads bytes by font, \\u with its fallback, tables as rows', async () => {
    const tcvn3 = [...encodeLegacy('quyết định', 'tcvn3')]
      .map((b) => (b < 0x80 ? String.fromCharCode(b) : `\\'${b.toString(16)}`))
      .join('');
    const rtf = `{\\rtf1\\ansi{\\fonttbl{\\f0 Times New Roman;}{\\f1 .VnTime;}}{\\f1 ${tcvn3}}\\par \\f0 \\u7912?y ban\\par\\trowd\\intbl A\\cell B\\cell\\row\\pard{\\*\\generator x;}{\\pict 0011}C\\par}`;
    expect(text(await value(utf8(rtf), 'a.rtf'))).toBe('quyết định\nỨy ban\nA\tB\nC');
  });

  it('counts footnotes and endnotes where the text refers to them, and prints them behind it', async () => {
    const note = (kind: string, words: string) =>
      `{\\super\\chftn{${kind}\\pard\\plain {\\super\\chftn} ${words}}}`;
    const table = `\\trowd\\pard\\intbl O${note('\\footnote', 'Ba')} day\\cell B\\cell\\row\\pard `;
    const rtf = `{\\rtf1 Khoan 1${note('\\footnote', 'Mot')} het.\\par Khoan 2${note('\\*\\footnote\\ftnalt', 'Hai')}\\par ${table}Cuoi\\par}`;
    expect(text(await value(utf8(rtf), 'a.rtf'))).toBe(
      'Khoan 1[1] het.\nKhoan 2[2]\nO[3] day\tB\nCuoi\n[1] Mot\n[2] Hai\n[3] Ba',
    );
  });

  it('reads the words of a shape, not its properties', async () => {
    const shape = '{\\shp{\\*\\shpinst{\\sp{\\sn shapeType}{\\sv 20}}{\\shptxt \\pard trong khung\\par}}}';
    expect(text(await value(utf8(`{\\rtf1 dau\\par ${shape}cuoi\\par}`), 'a.rtf'))).toBe(
      'dau\ntrong khung\ncuoi',
    );
  });
});

describe('XLSX', () => {
  it('shows fractions as Excel does, with ten digits', async () => {
    expect(text(await value(xlsx([[87.235996326905, 1_234_567_890_123, 0.1]])))).toBe(
      '87.23599633\t1234567890123\t0.1',
    );
  });

  it('reads cells as rows, dates as days', async () => {
    expect(
      text(
        await value(
          xlsx([
            ['Họ tên', 'Số tiền', 'Ngày'],
            ['Nguyễn A', 5_900_000.5, { date: 45_839 }],
          ]),
        ),
      ),
    ).toBe('Họ tên\tSố tiền\tNgày\nNguyễn A\t5900000.5\t01/07/2025');
  });
});

describe('born-digital PDF', () => {
  const bodies = [
    've viec phan dinh tham quyen',
    'doi voi ho so da tiep nhan',
    'cua co quan chuyen mon',
    'trong linh vuc ho tich',
  ];
  const page = (n: number) => [
    { x: 200, y: 810, text: `CONG BAO/So 1${n}` },
    {
      x: 85,
      y: 700,
      text: `Nghi dinh nay quy dinh ${bodies[n - 1]} cua chinh quyen dia phuong tai`,
    },
    { x: 57, y: 684, text: `Dieu ${n} Luat nay.` },
    { x: 290, y: 30, text: String(n) },
  ];

  it('joins wrapped lines, takes out running heads and page numbers', async () => {
    const read = await value(pdf([1, 2, 3, 4].map(page)), 'a.pdf');
    expect(read.pages.map((p) => p.text)).toEqual(
      bodies.map(
        (b, i) => `Nghi dinh nay quy dinh ${b} cua chinh quyen dia phuong tai Dieu ${i + 1} Luat nay.`,
      ),
    );
  });

  it('keeps table rows as rows', async () => {
    const rows = [
      ['STT', 'Ten giay to', 'So luong'],
      ['1', 'To khai', '01'],
      ['2', 'Ban sao', '02'],
    ];
    const items = rows.flatMap((row, r) =>
      row.map((text, c) => ({ x: 60 + c * 180, y: 700 - r * 20, text })),
    );
    expect(text(await value(pdf([items]), 'a.pdf'))).toBe(
      'STT\tTen giay to\tSo luong\n1\tTo khai\t01\n2\tBan sao\t02',
    );
  });

  it.each([
    ['empty', new Uint8Array(0), /rỗng/],
    ['truncated', pdf([[{ x: 50, y: 700, text: 'A' }]]).slice(0, 60), /cắt cụt|hỏng/],
    ['blank', pdf([[]]), /không có chữ/i],
  ])('a PDF that is %s gets one sentence', async (_, bytes, sentence) => {
    expect(await reason(bytes, 'a.pdf')).toMatch(sentence);
  });
});
