import type { FileFormat } from '../model.ts';
import { ZipContainer } from './zip.ts';

/** What the bytes say the file is; `unsupported` carries its common name for the message. */
export type Detected =
  | { readonly kind: 'format'; readonly format: FileFormat }
  | { readonly kind: 'unsupported'; readonly what: string };

const format = (f: FileFormat): Detected => ({ kind: 'format', format: f });
const unsupported = (what: string): Detected => ({ kind: 'unsupported', what });

/**
 * Tells the type by content. The name is used only among text formats (Markdown, JSON lines and plain text look alike).
 */
export function detectFormat(bytes: Uint8Array, name: string): Detected {
  const ascii = latin1(bytes.subarray(0, 4096));
  if (ascii.slice(0, 1024).includes('%PDF-')) return format('pdf');
  if (ascii.startsWith('PK\x03\x04') || ascii.startsWith('PK\x05\x06')) return detectZip(bytes);
  if (ascii.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return detectCompound(bytes);
  if (/^\s*\{\\rtf/.test(ascii)) return format('rtf');
  if (isImage(ascii)) return format('image');
  if (/^\x00\x00\x00.ftyp(hei[cxms]|hev[cxms]|mif1|msf1|avi[fs])/s.test(ascii))
    return unsupported(
      'ảnh HEIC/AVIF (kiểu mặc định của iPhone), chưa đọc được; hãy chuyển sang JPG hoặc PNG, hoặc trên iPhone chọn Cài đặt > Camera > Định dạng > “Tương thích nhất” rồi chụp lại',
    );
  if (ascii.startsWith('Rar!')) return unsupported('tệp nén RAR; hãy giải nén và gửi từng văn bản');
  if (ascii.startsWith('7z\xbc\xaf')) return unsupported('tệp nén 7z; hãy giải nén và gửi từng văn bản');
  if (ascii.startsWith('\x1f\x8b')) return unsupported('tệp nén GZIP; hãy giải nén và gửi từng văn bản');
  if (/^(\x7fELF|MZ.{60})/s.test(ascii) && /\x00/.test(ascii))
    return unsupported('chương trình máy tính, không phải văn bản');
  return detectText(bytes, ascii, name);
}

function isImage(ascii: string): boolean {
  return (
    ascii.startsWith('\x89PNG\r\n') ||
    ascii.startsWith('\xff\xd8\xff') ||
    /^GIF8[79]a/.test(ascii) ||
    /^RIFF....WEBP/s.test(ascii) ||
    /^BM.{4}\x00\x00\x00\x00/s.test(ascii) ||
    /^(II\*\x00|MM\x00\*)/.test(ascii)
  );
}

function detectZip(bytes: Uint8Array): Detected {
  const zip = new ZipContainer(bytes);
  if (zip.names().some((n) => /^word\/document\d*\.xml$/.test(n))) return format('docx');
  if (zip.names().some((n) => /^xl\/workbook\d*\.xml$/.test(n))) return format('xlsx');
  if (zip.has('xl/workbook.bin')) return unsupported('sổ tính XLSB; hãy lưu lại dạng XLSX');
  if (zip.names().some((n) => n.startsWith('ppt/')))
    return unsupported('trình chiếu PowerPoint; hãy lưu lại dạng PDF');
  if (zip.has('content.xml')) return unsupported('tệp OpenDocument; hãy lưu lại dạng DOCX, XLSX hoặc PDF');
  return unsupported('tệp nén ZIP; hãy giải nén và gửi từng văn bản');
}

/** OLE compound files name their streams in UTF-16; the names tell Word, Excel and PowerPoint apart. */
function detectCompound(bytes: Uint8Array): Detected {
  const has = (stream: string) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
      Buffer.from(`${stream}\0`, 'utf16le'),
    );
  if (has('WordDocument')) return format('doc');
  if (has('Workbook') || has('Book')) return format('xls');
  if (has('PowerPoint Document')) return unsupported('trình chiếu PowerPoint; hãy lưu lại dạng PDF');
  if (has('EncryptedPackage')) return unsupported('tệp Office đặt mật khẩu; hãy bỏ mật khẩu rồi gửi lại');
  return unsupported('tệp Office dạng cũ không rõ loại; hãy lưu lại dạng DOCX, XLSX hoặc PDF');
}

function detectText(bytes: Uint8Array, ascii: string, name: string): Detected {
  const utf16 = looksUtf16(bytes);
  const start = (utf16 ? ascii.replace(/\x00/g, '') : ascii)
    .replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .trimStart();
  if (!utf16 && controlShare(bytes) > 0.02)
    return unsupported('dữ liệu nhị phân không rõ loại; hãy gửi PDF, DOCX, XLSX, ảnh hoặc văn bản thường');
  if (/^(<!doctype html|<html|<head|<body|<\?xml[^>]*\?>\s*(<!--.*?-->\s*)*<(!doctype )?html)/is.test(start))
    return format('html');
  if (
    /<(html|body|table|div|p)[\s>][\s\S]*<\/(p|td|div|span|h\d|a|b)>/i.test(start.slice(0, 4096)) &&
    start.startsWith('<')
  )
    return format('html');
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  if (/^[[{]/.test(start) && (extension === 'json' || extension === 'jsonl' || extension === 'ndjson'))
    return format(extension === 'json' ? 'json' : 'jsonl');
  if (/^\{\s*"/.test(start)) return format(/\}\s*\r?\n\s*\{/.test(start) ? 'jsonl' : 'json');
  if (/^\[\s*\{\s*"/.test(start)) return format('json');
  if (extension === 'md' || extension === 'markdown' || /^---\r?\n[a-zA-Z_]+:/.test(start))
    return format('md');
  return format('txt');
}

/** UTF-16 without BOM shows as a zero in every other byte of its ASCII part. */
export function looksUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = Math.min(bytes.length, 4096) & ~1;
  if (sample < 8) return undefined;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < sample; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const half = sample / 2;
  if (odd > half * 0.3 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.3 && odd < half * 0.05) return 'utf-16be';
  return undefined;
}

/** Bytes below 32 where VISCII and VPS put capitals (Ạ, Ẫ, Ậ …). */
const CAPITALS = new Set([
  0x02, 0x03, 0x04, 0x05, 0x06, 0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x19, 0x1c, 0x1d, 0x1e,
]);
const WHITE = new Set([9, 10, 12, 13, 27]);

/** Share of control bytes no text has; those that may be a capital do not count beside a letter. */
function controlShare(bytes: Uint8Array): number {
  const sample = bytes.subarray(0, 65_536);
  const letter = (byte: number | undefined) =>
    byte !== undefined && (byte >= 0x80 || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a));
  let control = 0;
  sample.forEach((b, i) => {
    if (b >= 32 || WHITE.has(b)) return;
    if (CAPITALS.has(b) && (letter(sample[i - 1]) || letter(sample[i + 1]))) return;
    control += b === 0 ? 5 : 1;
  });
  return sample.length === 0 ? 0 : control / sample.length;
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
