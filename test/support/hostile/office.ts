import { createDeflateRaw, deflateRawSync } from 'node:zlib';

/** Office files made to hurt their reader; each is small on the disk. Sizes in MB are what they unfold to. */

export interface Entry {
  readonly name: string;
  readonly data: Uint8Array;
  readonly packed?: Uint8Array;
  readonly says?: number;
}

export function zip(entries: readonly Entry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, data, packed = deflateRawSync(data), says = data.length } of entries) {
    const title = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(says, 22);
    local.writeUInt16LE(title.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 4);
    central.writeUInt16LE(20, 6);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(says, 24);
    central.writeUInt16LE(title.length, 28);
    central.writeUInt32LE(at, 42);
    parts.push(local, title, Buffer.from(packed));
    directory.push(central, title);
    at += 30 + title.length + packed.length;
  }
  const size = directory.reduce((n, b) => n + b.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

/** Deflated `mb` megabytes of one byte between a head and a tail, without holding them. */
export async function deflated(head: string, fill: string, mb: number, tail: string): Promise<Buffer> {
  const stream = createDeflateRaw({ level: 9 });
  const out: Buffer[] = [];
  stream.on('data', (c: Buffer) => out.push(c));
  const block = Buffer.from(fill.repeat(Math.ceil((1024 * 1024) / fill.length)));
  stream.write(head);
  for (let i = 0; i < mb; i++) if (!stream.write(block)) await new Promise((r) => stream.once('drain', r));
  stream.end(tail);
  await new Promise((r) => stream.once('end', r));
  return Buffer.concat(out);
}

const TYPES = (part: string, type: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/${part}" ContentType="${type}"/></Types>`;
const RELS = (part: string) =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${part}"/></Relationships>`;
const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const e = (name: string, text: string): Entry => ({ name, data: Buffer.from(text) });

export function docx(body: string, more: readonly Entry[] = [], prolog = ''): Buffer {
  return zip([
    e('[Content_Types].xml', TYPES('word/document.xml', DOCX_TYPE)),
    e('_rels/.rels', RELS('word/document.xml')),
    e(
      'word/document.xml',
      `<?xml version="1.0"?>${prolog}<w:document ${W}><w:body>${body}</w:body></w:document>`,
    ),
    ...more,
  ]);
}
export const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

export async function docxBomb(mb: number, says?: number): Promise<Buffer> {
  const packed = await deflated(
    `<?xml version="1.0"?><w:document ${W}><w:body><w:p><w:r><w:t>`,
    ' ',
    mb,
    '</w:t></w:r></w:p></w:body></w:document>',
  );
  return zip([
    e('[Content_Types].xml', TYPES('word/document.xml', DOCX_TYPE)),
    e('_rels/.rels', RELS('word/document.xml')),
    { name: 'word/document.xml', data: Buffer.alloc(0), packed, says: says ?? mb * 1024 * 1024 + 200 },
  ]);
}
/** `mb` of small elements: each costs the parser far more than its bytes. */
export async function docxElements(mb: number): Promise<Buffer> {
  const head = `<?xml version="1.0"?><w:document ${W}><w:body>`,
    tail = '</w:body></w:document>',
    fill = '<w:p/>';
  const packed = await deflated(head, fill, mb, tail);
  const size = head.length + tail.length + Math.ceil((1024 * 1024) / fill.length) * fill.length * mb;
  return zip([
    e('[Content_Types].xml', TYPES('word/document.xml', DOCX_TYPE)),
    e('_rels/.rels', RELS('word/document.xml')),
    { name: 'word/document.xml', data: Buffer.alloc(0), packed, says: size },
  ]);
}
/** Elements `depth` deep. */
export const docxDeep = (depth: number) => docx(`${'<w:sdt>'.repeat(depth)}${'</w:sdt>'.repeat(depth)}`);
/** A container of `count` parts. */
export const docxParts = (count: number) =>
  docx(
    paragraph('Điều 1. Phạm vi'),
    Array.from({ length: count }, (_, i) => e(`word/media/${i}.xml`, '')),
  );
const S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
export function xlsx(sheet: string, strings?: string, more: readonly Entry[] = []): Buffer {
  return zip([
    e('[Content_Types].xml', TYPES('xl/workbook.xml', XLSX_TYPE)),
    e('_rels/.rels', RELS('xl/workbook.xml')),
    e(
      'xl/workbook.xml',
      `<?xml version="1.0"?><workbook ${S} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    e(
      'xl/_rels/workbook.xml.rels',
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ),
    e(
      'xl/worksheets/sheet1.xml',
      `<?xml version="1.0"?><worksheet ${S}><sheetData>${sheet}</sheetData></worksheet>`,
    ),
    ...(strings === undefined
      ? []
      : [e('xl/sharedStrings.xml', `<?xml version="1.0"?><sst ${S}>${strings}</sst>`)]),
    ...more,
  ]);
}
/** A sheet of `mb` megabytes of blanks between two rows. */
export async function xlsxBomb(mb: number): Promise<Buffer> {
  const [head, tail] = [`<?xml version="1.0"?><worksheet ${S}><sheetData>`, '</sheetData></worksheet>'];
  return xlsx('', undefined, [
    {
      name: 'xl/worksheets/sheet1.xml',
      data: Buffer.alloc(0),
      packed: await deflated(head, ' ', mb, tail),
      says: head.length + mb * 1024 * 1024 + tail.length,
    },
  ]);
}
/** One long shared string shown in `cells` cells. */
export function xlsxStrings(chars: number, cells: number): Buffer {
  const rows = Array.from(
    { length: Math.ceil(cells / 100) },
    (_, r) => `<row r="${r + 1}">${'<c t="s"><v>0</v></c>'.repeat(100)}</row>`,
  ).join('');
  return xlsx(rows, `<si><t>${'mẫu '.repeat(chars / 4)}</t></si>`);
}
export const LAUGHS = `<!DOCTYPE lolz [<!ENTITY a "mười mười ">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${'bcdefghij'[i]} "${`&${'abcdefghij'[i]};`.repeat(10)}">`).join('')}]>`;
/** One long entity named many times: no entity holds another, the text grows with the square of the file. */
export const QUADRATIC = `<!DOCTYPE a [<!ENTITY j "${'mười '.repeat(20_000)}">]>`;
