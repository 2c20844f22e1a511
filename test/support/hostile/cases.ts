import CFB from 'cfb';
import * as hostile from './index.ts';

/** A file made to hurt its reader. */
export interface HostileFile {
  readonly name: string;
  readonly make: () => Uint8Array | Promise<Uint8Array>;
  /** A word of the reason it is not read for; absent where it is read. */
  readonly says?: RegExp;
  /** Takes from 7 to 22 seconds of the processor: tested with READERS_FULL=1, measured always. */
  readonly long?: true;
}

const file = (name: string, make: HostileFile['make'], says?: RegExp): HostileFile => ({
  name,
  make,
  ...(says && { says }),
});

function lockedOffice(): Uint8Array {
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, 'EncryptionInfo', Buffer.alloc(200));
  CFB.utils.cfb_add(container, 'EncryptedPackage', Buffer.alloc(20_000, 9));
  return CFB.write(container, { type: 'buffer' }) as Buffer;
}

const archiveIn = (inner: Buffer) => hostile.zip([{ name: 'a.zip', data: inner }]);
const many = (text: string, times: number) => Buffer.from(text.repeat(times));
const UNFOLDS = /bung ra quá lớn/;

const long = (hostileFile: HostileFile): HostileFile => ({ ...hostileFile, long: true });

/** Every hostile file by what it is; `npm run -s measure-hostile` tells what each costs. */
export const HOSTILE: Readonly<Record<string, HostileFile>> = {
  // Containers and XML
  'a DOCX that unfolds to 200 MB': file('a.docx', () => hostile.docxBomb(200), UNFOLDS),
  'a DOCX that says it is smaller than it is': file('a.docx', () => hostile.docxBomb(120, 5000), /hỏng|XML/),
  'a DOCX of millions of elements': file('a.docx', () => hostile.docxElements(40), /lồng nhau|quá lớn/),
  'a DOCX of elements 5,000 deep': file('a.docx', () => hostile.docxDeep(5000), /lồng nhau/),
  'a DOCX of 6,000 parts': file('a.docx', () => hostile.docxParts(6000), /phần/),
  'a DOCX of entities in entities': file(
    'a.docx',
    () => hostile.docx(hostile.paragraph('&j;'), [], hostile.LAUGHS),
    /DOCTYPE/,
  ),
  'a DOCX that names one long entity 20,000 times': file(
    'a.docx',
    () => hostile.docx(hostile.paragraph('&j;'.repeat(20_000)), [], hostile.QUADRATIC),
    /DOCTYPE/,
  ),
  'a DOCX with a password': file('a.docx', lockedOffice, /mật khẩu/),
  'an XLSX with a password': file('a.xlsx', lockedOffice, /mật khẩu/),
  'an XLSX that unfolds to 200 MB': file('a.xlsx', () => hostile.xlsxBomb(200), UNFOLDS),
  'an XLSX that shows one long text a hundred thousand times': file(
    'a.xlsx',
    () => hostile.xlsxStrings(30_000, 100_000),
    /quá nhiều/,
  ),
  'an archive in an archive in an archive': file(
    'a.zip',
    () => archiveIn(archiveIn(hostile.zip([{ name: 'b', data: Buffer.alloc(1e6) }]))),
    /nén/,
  ),
  'parts whose names lead out of the container': file('../../a.docx', () =>
    hostile.docx(hostile.paragraph('Điều 1. Phạm vi'), [
      { name: '../../../../tmp/thoat-ra', data: Buffer.from('x') },
    ]),
  ),
  // PDF
  'a PDF with a password': file('a.pdf', () => hostile.encrypted('bi mat'), /mật khẩu/),
  'a PDF that is locked for its owner only': file('a.pdf', () => hostile.encrypted('')),
  'a PDF of 2,000 pages': file('a.pdf', () => hostile.manyPages(2000)),
  'a PDF of 100,000 pages out of one': file('a.pdf', () => hostile.sharedPages(5), /100000 trang/),
  'a PDF whose page tree is a circle': file('a.pdf', hostile.loopedPages, /PDF/),
  'a PDF whose page lies 50,000 nodes deep': file('a.pdf', () => hostile.deepPages(50_000), /PDF/),
  'a PDF page that unfolds to 100 MB of blanks': file('a.pdf', () => hostile.streamBomb(100), UNFOLDS),
  'a PDF page folded twice': file('a.pdf', () => hostile.foldedBomb(300, 2), UNFOLDS),
  'a PDF page folded thirty times': long(
    file('a.pdf', () => hostile.foldedBomb(100, 30), /không có chữ nào/),
  ),
  'a PDF page folded and written in hexadecimal': long(file('a.pdf', () => hostile.hexBomb(300), /PDF|Tệp/)),
  'a PDF page of millions of pieces of text': file(
    'a.pdf',
    () => hostile.streamBomb(60, 'BT /F1 12 Tf 72 700 Td (Dieu) Tj ET '),
    UNFOLDS,
  ),
  'a PDF whose forms draw forms': file('a.pdf', () => hostile.nestedForms(7), /trang 1 vẽ quá nhiều lớp/),
  'a PDF whose forms draw forms without a word': long(
    file('a.pdf', () => hostile.nestedForms(7, '0 0 9 9 re f'), /thời gian/),
  ),
  'a PDF filled with tiles of a hundredth of a point': file('a.pdf', hostile.tinyTiles, /PDF/),
  'a PDF page a kilometre long': long(file('a.pdf', () => hostile.drawnOnly(100, 2_800_000), /PDF/)),
  'a PDF with a picture of 3.6 thousand million dots': file(
    'a.pdf',
    () => hostile.hugePicture(60_000),
    /PDF/,
  ),
  'a PDF whose object stream unfolds to 500 MB': file('a.pdf', () => hostile.objectStreamBomb(500), UNFOLDS),
  // Pictures
  'a PNG of 3.6 thousand million dots': file('a.png', () => hostile.pngHuge(60_000), /Ảnh/),
  'a JPEG of 4 thousand million dots': file('a.jpg', () => hostile.jpegHuge(65_500), /Ảnh/),
  'a GIF of 4 thousand million dots': file('a.gif', () => hostile.gifHuge(65_500), /Ảnh/),
  'a BMP of 3.6 thousand million dots': file('a.bmp', () => hostile.bmpHuge(60_000), /Ảnh/),
  'a TIFF of 3.6 thousand million dots': file('a.tif', () => hostile.tiffHuge(60_000), /Ảnh/),
  'a TIFF of 3,000 empty pages': file('a.tif', () => hostile.tiffPages(3000, 8000), /Ảnh|Tệp|trang/),
  // Text
  'an HTML page of 25 MB of tags': file('a.html', () => hostile.htmlOpen(8_500_000, 'b'), /HTML/),
  'an HTML page a hundred thousand tags deep': file('a.html', () => hostile.htmlOpen(100_000, 'div'), /HTML/),
  'an HTML page of a million attributes': file('a.html', () => hostile.htmlAttributes(1_000_000)),
  'an HTML page of entities it does not know': file('a.html', () =>
    Buffer.from(`<?xml version="1.0"?>${hostile.LAUGHS}<html><body>&j; Điều 1. Phạm vi</body></html>`),
  ),
  'an RTF of a million groups': file('a.rtf', () => hostile.rtfGroups(1_000_000), /RTF/),
  'a text of 50 MB': file('a.txt', () => many('Điều 1. Phạm vi điều chỉnh\n', 1_500_000), /quá nhiều chữ/),
  'one line of 7 million letters': file('a.txt', () => many('a', 7_000_000)),
  'a million empty lines': file('a.txt', () => Buffer.from(`Điều 1. A${'\n'.repeat(1e6)}Điều 2. Phạm vi`)),
  'citations without end': file('a.txt', () => many('Căn cứ Luật số 72/2025/QH15; ', 60_000)),
  'khoản without end': long(
    file('a.txt', () => Buffer.from(`Điều 1. Phạm vi\n${'1. abc\n'.repeat(300_000)}`)),
  ),
  '5,000 điều': file('a.txt', () => many('Điều 1. Phạm vi\n', 5000)),
  'rows of empty cells': file('a.txt', () =>
    Buffer.from(`${`${'\t'.repeat(300)}\n`.repeat(10_000)}Điều 2. Phạm vi`),
  ),
  'nothing but zeros': file('a.txt', () => Buffer.alloc(50_000_000), /nhị phân/),
  nothing: file('a.pdf', () => new Uint8Array(), /rỗng/),
};
