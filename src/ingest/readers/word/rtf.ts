import type { ReadValue } from '../../model.ts';
import { failed } from '../failure.ts';
import { conversionWarnings } from '../legacy/runs.ts';
import { clean } from '../plain-text.ts';
import { decodeBlocks, keptHeads } from './docx.ts';
import { RtfReader } from './rtf-reader.ts';

/** RTF → lines: \'hh by the font's code page (legacy fonts by byte), \u, tables as rows, printed list numbers. */
export function readRtf(bytes: Uint8Array): ReadValue {
  const reader = new RtfReader();
  reader.run(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
  const { lines, encodings } = decodeBlocks(reader.blocks.finish());
  const heads = keptHeads(decodeBlocks(reader.blocks.heads()).lines);
  const text = clean([...heads, ...lines].join('\n'));
  if (text.trim() === '')
    throw failed('Tệp RTF không có chữ nào đọc được; hãy mở bằng Word rồi lưu lại dạng DOCX.');
  return {
    format: 'rtf',
    paged: false,
    pages: [{ page: 1, text, ocr: false }],
    warnings: conversionWarnings(encodings),
  };
}
