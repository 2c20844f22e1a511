import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

/** PDF files made to hurt their reader; each is small on the disk. Sizes in MB are what they unfold to. */

const latin = (text: string) => Buffer.from(text, 'latin1');

export class Pdf {
  private readonly objects: Buffer[] = [];
  add(content: string | Buffer): number {
    this.objects.push(typeof content === 'string' ? latin(content) : content);
    return this.objects.length;
  }
  reserve(): number {
    return this.add('');
  }
  set(n: number, content: string | Buffer): void {
    this.objects[n - 1] = typeof content === 'string' ? latin(content) : content;
  }
  stream(data: Uint8Array, dict = ''): number {
    return this.add(Pdf.streamOf(data, dict));
  }
  static streamOf(data: Uint8Array, dict = ''): Buffer {
    return Buffer.concat([
      latin(`<< /Length ${data.length} ${dict} >>\nstream\n`),
      data,
      latin('\nendstream'),
    ]);
  }
  bytes(root: number, trailer = ''): Buffer {
    const parts: Buffer[] = [latin('%PDF-1.7\n')];
    const offsets: number[] = [];
    let at = parts[0]!.length;
    for (const [i, object] of this.objects.entries()) {
      offsets.push(at);
      const whole = Buffer.concat([latin(`${i + 1} 0 obj\n`), object, latin('\nendobj\n')]);
      parts.push(whole);
      at += whole.length;
    }
    parts.push(
      latin(
        `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${offsets.map((o) => `${String(o).padStart(10, '0')} 00000 n \n`).join('')}trailer << /Size ${offsets.length + 1} /Root ${root} 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`,
      ),
    );
    return Buffer.concat(parts);
  }
}
const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
const TEXT = 'BT /F1 12 Tf 72 700 Td (Dieu 1. Pham vi dieu chinh cua quy dinh nay la viec thu) Tj ET';

/** One page with these contents (already encoded) and resources; its sides in points. */
export function onePage(
  content: Uint8Array,
  dict = '',
  resources: (pdf: Pdf) => string = () => '',
  [width, height]: readonly [number, number] = [595, 842],
): Buffer {
  const pdf = new Pdf();
  const root = pdf.reserve(),
    pages = pdf.reserve(),
    page = pdf.reserve();
  const font = pdf.add(FONT);
  const stream = pdf.stream(content, dict);
  pdf.set(root, `<< /Type /Catalog /Pages ${pages} 0 R >>`);
  pdf.set(pages, `<< /Type /Pages /Kids [${page} 0 R] /Count 1 >>`);
  pdf.set(
    page,
    `<< /Type /Page /Parent ${pages} 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${stream} 0 R /Resources << /Font << /F1 ${font} 0 R >> ${resources(pdf)} >> >>`,
  );
  return pdf.bytes(root);
}
export function manyPages(count: number): Buffer {
  const pdf = new Pdf();
  const root = pdf.reserve(),
    pages = pdf.reserve();
  const font = pdf.add(FONT);
  const kids: number[] = [];
  for (let i = 0; i < count; i++) {
    const stream = pdf.stream(latin(TEXT.replace('1.', `${i + 1}.`)));
    kids.push(
      pdf.add(
        `<< /Type /Page /Parent ${pages} 0 R /MediaBox [0 0 595 842] /Contents ${stream} 0 R /Resources << /Font << /F1 ${font} 0 R >> >> >>`,
      ),
    );
  }
  pdf.set(root, `<< /Type /Catalog /Pages ${pages} 0 R >>`);
  pdf.set(pages, `<< /Type /Pages /Kids [${kids.map((k) => `${k} 0 R`).join(' ')}] /Count ${count} >>`);
  return pdf.bytes(root);
}
/** A tree whose nodes hold the same child ten times: 10^levels pages out of one. */
export function sharedPages(levels: number, count = 10 ** levels): Buffer {
  const pdf = new Pdf();
  const root = pdf.reserve();
  const font = pdf.add(FONT);
  const stream = pdf.stream(latin(TEXT));
  let child = pdf.add(
    `<< /Type /Page /MediaBox [0 0 595 842] /Contents ${stream} 0 R /Resources << /Font << /F1 ${font} 0 R >> >> >>`,
  );
  for (let i = 1; i <= levels; i++)
    child = pdf.add(
      `<< /Type /Pages /Count ${i === levels ? count : 10 ** i} /Kids [${`${child} 0 R `.repeat(10)}] >>`,
    );
  pdf.set(root, `<< /Type /Catalog /Pages ${child} 0 R >>`);
  return pdf.bytes(root);
}
export function loopedPages(): Buffer {
  const pdf = new Pdf();
  const root = pdf.reserve(),
    pages = pdf.reserve();
  pdf.set(root, `<< /Type /Catalog /Pages ${pages} 0 R >>`);
  pdf.set(pages, `<< /Type /Pages /Count 3 /Kids [${pages} 0 R ${pages} 0 R] >>`);
  return pdf.bytes(root);
}
async function zlibOf(mb: number, fill: string): Promise<Buffer> {
  const { createDeflate } = await import('node:zlib');
  const stream = createDeflate({ level: 9 });
  const out: Buffer[] = [];
  stream.on('data', (c: Buffer) => out.push(c));
  const block = Buffer.from(fill.repeat(Math.ceil((1024 * 1024) / fill.length)));
  for (let i = 0; i < mb; i++) if (!stream.write(block)) await new Promise((r) => stream.once('drain', r));
  stream.end();
  await new Promise((r) => stream.once('end', r));
  return Buffer.concat(out);
}
export const streamBomb = async (mb: number, fill = ' ') =>
  onePage(await zlibOf(mb, fill), '/Filter /FlateDecode');
/** Blanks folded `times` times: each fold is as short as the one before. */
export async function foldedBomb(mb: number, times: number): Promise<Buffer> {
  let data: Buffer = await zlibOf(mb, ' ');
  for (let i = 1; i < times; i++) data = deflateSync(data, { level: 9 });
  return onePage(data, `/Filter [${'/FlateDecode '.repeat(times)}]`);
}
/** A flate stream in hexadecimal, which the count of unfolded bytes does not see. */
export const hexBomb = async (mb: number, fill = ' ') =>
  onePage(latin(`${(await zlibOf(mb, fill)).toString('hex')}>`), '/Filter [/ASCIIHexDecode /FlateDecode]');
/** A page of `width` to `height` points with a line on it and no text: it is drawn to be recognised. */
export const drawnOnly = (width: number, height: number, drawing = '10 10 m 90 90 l S') =>
  onePage(latin(drawing), '', undefined, [width, height]);
/** A square filled with a pattern whose tiles are a hundredth of a point wide. */
export const tinyTiles = () =>
  onePage(latin('/Pattern cs /T scn 0 0 595 842 re f'), '', (pdf) => {
    const tile = pdf.stream(
      latin('0 0 1 1 re f'),
      '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 0.01 /YStep 0.01 /Resources << >>',
    );
    return `/Pattern << /T ${tile} 0 R >>`;
  });
/** A page under `depth` nodes, one in the other. */
export function deepPages(depth: number): Buffer {
  const pdf = new Pdf();
  const root = pdf.reserve();
  let child = pdf.add('<< /Type /Page /MediaBox [0 0 595 842] >>');
  for (let i = 0; i < depth; i++) child = pdf.add(`<< /Type /Pages /Count 1 /Kids [${child} 0 R] >>`);
  pdf.set(root, `<< /Type /Catalog /Pages ${child} 0 R >>`);
  return pdf.bytes(root);
}
/** Forms that draw the one below ten times: 10^levels texts (or whatever is drawn at last). */
export function nestedForms(levels: number, last = TEXT): Buffer {
  return onePage(latin('/X Do '.repeat(10)), '', (pdf) => {
    const font = pdf.add(FONT);
    let below = pdf.stream(
      latin(last),
      `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 ${font} 0 R >> >>`,
    );
    for (let i = 0; i < levels; i++)
      below = pdf.stream(
        latin('/X Do '.repeat(10)),
        `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X ${below} 0 R >> >>`,
      );
    return `/XObject << /X ${below} 0 R >>`;
  });
}
export function hugePicture(side: number): Buffer {
  const data = deflateSync(Buffer.alloc(1024 * 1024));
  return onePage(latin(`q 595 0 0 842 0 0 cm /P Do Q`), '', (pdf) => {
    const picture = pdf.stream(
      data,
      `/Type /XObject /Subtype /Image /Width ${side} /Height ${side} /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /FlateDecode`,
    );
    return `/XObject << /P ${picture} 0 R >>`;
  });
}
/** An object stream of `mb` megabytes that holds the page tree. */
export async function objectStreamBomb(mb: number): Promise<Buffer> {
  const body = '1 0 2 40 << /Type /Catalog /Pages 2 0 R >>            ';
  const raw = deflateSync(Buffer.concat([latin(body), Buffer.alloc(mb * 1024 * 1024, 32)]), { level: 9 });
  const objectStream = Buffer.concat([
    latin(`5 0 obj\n<< /Type /ObjStm /N 2 /First 9 /Filter /FlateDecode /Length ${raw.length} >>\nstream\n`),
    raw,
    latin('\nendstream\nendobj\n'),
  ]);
  const head = latin('%PDF-1.7\n');
  const at = head.length + objectStream.length;
  const rows: number[][] = [
    [0, 0, 255],
    [2, 5, 0],
    [2, 5, 1],
    [0, 0, 0],
    [0, 0, 0],
    [1, head.length, 0],
    [1, at, 0],
  ];
  const table = Buffer.alloc(rows.length * 6);
  rows.forEach(([type, value, third], i) => {
    table.writeUInt8(type!, i * 6);
    table.writeUInt32BE(value!, i * 6 + 1);
    table.writeUInt8(third!, i * 6 + 5);
  });
  const xref = Buffer.concat([
    latin(`6 0 obj\n<< /Type /XRef /Size 7 /W [1 4 1] /Root 1 0 R /Length ${table.length} >>\nstream\n`),
    table,
    latin('\nendstream\nendobj\n'),
  ]);
  return Buffer.concat([head, objectStream, xref, latin(`startxref\n${at}\n%%EOF\n`)]);
}

const PAD = Buffer.from('28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A', 'hex');
function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const s = Uint8Array.from({ length: 256 }, (_, i) => i);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + s[i]! + key[i % key.length]!) & 255;
    [s[i], s[j]] = [s[j]!, s[i]!];
  }
  const out = Buffer.alloc(data.length);
  for (let n = 0, i = 0, j = 0; n < data.length; n++) {
    i = (i + 1) & 255;
    j = (j + s[i]!) & 255;
    [s[i], s[j]] = [s[j]!, s[i]!];
    out[n] = data[n]! ^ s[(s[i]! + s[j]!) & 255]!;
  }
  return out;
}
const md5 = (...parts: Uint8Array[]) => createHash('md5').update(Buffer.concat(parts)).digest();
const padded = (password: string) => Buffer.concat([latin(password), PAD]).subarray(0, 32);

/** Standard security handler, revision 2 (ISO 32000-1, 7.6.3): 40-bit RC4. An empty user password opens everywhere. */
export function encrypted(userPassword: string, text = TEXT): Buffer {
  const id = Buffer.alloc(16, 7);
  const owner = rc4(md5(padded('chu so huu')).subarray(0, 5), padded(userPassword));
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(-44);
  const key = md5(padded(userPassword), owner, permissions, id).subarray(0, 5);
  const user = rc4(key, PAD);
  const objectKey = (n: number) => md5(key, Buffer.from([n & 255, n >> 8, 0, 0, 0])).subarray(0, 10);
  const pdf = new Pdf();
  const root = pdf.reserve(),
    pages = pdf.reserve(),
    page = pdf.reserve(),
    font = pdf.add(FONT),
    content = pdf.reserve();
  pdf.set(root, `<< /Type /Catalog /Pages ${pages} 0 R >>`);
  pdf.set(pages, `<< /Type /Pages /Kids [${page} 0 R] /Count 1 >>`);
  pdf.set(
    page,
    `<< /Type /Page /Parent ${pages} 0 R /MediaBox [0 0 595 842] /Contents ${content} 0 R /Resources << /Font << /F1 ${font} 0 R >> >> >>`,
  );
  pdf.set(content, Pdf.streamOf(rc4(objectKey(content), latin(text))));
  const hex = (b: Uint8Array) => `<${Buffer.from(b).toString('hex')}>`;
  const security = pdf.add(`<< /Filter /Standard /V 1 /R 2 /O ${hex(owner)} /U ${hex(user)} /P -44 >>`);
  return pdf.bytes(root, `/Encrypt ${security} 0 R /ID [${hex(id)} ${hex(id)}]`);
}
