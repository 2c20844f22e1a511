import { openCompound } from '../compound.ts';
import { failed, refused } from '../failure.ts';

/** The parts of a Word 97–2003 file the reader needs. Offsets and structures: [MS-DOC]. */
export interface DocParts {
  readonly main: Buffer;
  readonly table: Buffer;
  /** Characters of the main text, footnotes, headers, annotations, endnotes and text boxes, in that order. */
  readonly counts: {
    text: number;
    footnotes: number;
    headers: number;
    annotations: number;
    endnotes: number;
    textboxes: number;
    headerTextboxes: number;
  };
  /** A structure of the table stream by the offset of its fc/lcb pair in the FIB; empty when absent. */
  part(fibOffset: number): Buffer;
}

export const FIB = {
  styles: 0xa2,
  footnoteReferences: 0xaa,
  characterPages: 0xfa,
  paragraphPages: 0x102,
  fonts: 0x112,
  pieces: 0x1a2,
  endnoteReferences: 0x20a,
  lists: 0x2e2,
  overrides: 0x2ea,
} as const;

export function openDoc(bytes: Uint8Array): DocParts {
  const compound = openCompound(bytes);
  const main = compound.stream('WordDocument');
  if (!main || main.length < 0x200)
    throw failed('Tệp DOC bị hỏng hoặc bị cắt cụt; hãy mở bằng Word rồi lưu lại dạng DOCX.');
  if (main.readUInt16LE(0) !== 0xa5ec || main.readUInt16LE(2) < 0x65) {
    throw refused('Tệp DOC thuộc đời Word quá cũ (trước 1997); hãy mở bằng Word rồi lưu lại dạng DOCX.');
  }
  const flags = main.readUInt16LE(0x0a);
  if (flags & 0x100)
    throw refused('Tệp DOC có đặt mật khẩu nên không đọc được; hãy gửi bản không đặt mật khẩu.');
  const table = compound.stream(flags & 0x200 ? '1Table' : '0Table');
  if (!table) throw failed('Tệp DOC thiếu phần cấu trúc bên trong; hãy mở bằng Word rồi lưu lại dạng DOCX.');
  const count = (at: number) => main.readInt32LE(at);
  return {
    main,
    table,
    counts: {
      text: count(0x4c),
      footnotes: count(0x50),
      headers: count(0x54),
      annotations: count(0x5c),
      endnotes: count(0x60),
      textboxes: count(0x64),
      headerTextboxes: count(0x68),
    },
    part(fibOffset) {
      if (fibOffset + 8 > main.length) return Buffer.alloc(0);
      const start = main.readUInt32LE(fibOffset);
      return table.subarray(start, start + main.readUInt32LE(fibOffset + 4));
    },
  };
}

/** The text as written, each character with its offset in the main stream (formatting is kept by those offsets). */
export interface DocText {
  readonly text: string;
  /** File offset of each character. */
  readonly offsets: Uint32Array;
}

/** Follows the piece table (Clx). Eight-bit pieces hold cp1252. */
export function docText(parts: DocParts, decode: (byte: number) => string): DocText {
  const clx = parts.part(FIB.pieces);
  const plc = pieceTable(clx);
  const n = Math.floor((plc.length - 4) / 12);
  const chunks: string[] = [];
  const offsets: number[] = [];
  for (let i = 0; i < n; i++) {
    const length = plc.readUInt32LE((i + 1) * 4) - plc.readUInt32LE(i * 4);
    const raw = plc.readUInt32LE((n + 1) * 4 + i * 8 + 2);
    const narrow = (raw & 0x40000000) !== 0;
    const start = narrow ? (raw & 0x3fffffff) >>> 1 : raw & 0x3fffffff;
    const step = narrow ? 1 : 2;
    if (length < 0 || start + length * step > parts.main.length) continue;
    for (let c = 0; c < length; c++) {
      const at = start + c * step;
      chunks.push(narrow ? decode(parts.main[at]!) : String.fromCharCode(parts.main.readUInt16LE(at)));
      offsets.push(at);
    }
  }
  return { text: chunks.join(''), offsets: Uint32Array.from(offsets) };
}

function pieceTable(clx: Buffer): Buffer {
  for (let at = 0; at + 5 <= clx.length; ) {
    if (clx[at] === 1) at += 3 + clx.readUInt16LE(at + 1);
    else if (clx[at] === 2) return clx.subarray(at + 5, at + 5 + clx.readUInt32LE(at + 1));
    else break;
  }
  throw failed('Tệp DOC bị hỏng (mất bảng ghép đoạn); hãy mở bằng Word rồi lưu lại dạng DOCX.');
}
