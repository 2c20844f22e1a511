import { createInflate } from 'node:zlib';
import { refused } from '../failure.ts';
import { LIMITS, megabytes } from '../limits.ts';

const STREAM = Buffer.from('stream');
/** What stands before a stream: its dictionary is never longer in real files. */
const DICTIONARY = 2_000;
/** Streams folded in streams are followed this deep; each level is unfolded only as far as the bounds go. */
const MOST_FOLDS = 4;

/**
 * Refuses a PDF whose streams unfold to more than a page can need, before the PDF engine sees it: the engine unfolds a
 * stream whole, in memory, and cannot be stopped meanwhile. Streams are told by the two bytes zlib data begins with, not
 * by the filter's name, which can be written in many ways; each is unfolded piece by piece and only counted. Pictures have
 * the bound of their own pixels. Encrypted streams and other filters (LZW, ASCII85 around zlib) are left to the bounds of
 * a page.
 *
 * @throws ReadFailure
 */
export async function refuseUnfoldingPdf(bytes: Uint8Array): Promise<void> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let total = 0;
  let pictures = 0;
  for (let at = file.indexOf(STREAM); at >= 0; at = file.indexOf(STREAM, at + STREAM.length)) {
    if (file.toString('latin1', Math.max(0, at - 3), at) === 'end') continue;
    const data = file.subarray(dataAfter(file, at + STREAM.length));
    if (!isZlib(data)) continue;
    const picture = isPicture(file.toString('latin1', Math.max(0, at - DICTIONARY), at));
    if (picture && pictures > LIMITS.pdfTotalBytes) continue;
    const most = picture
      ? LIMITS.imagePixels * 4
      : Math.min(LIMITS.pdfStreamBytes, LIMITS.pdfTotalBytes - total);
    const size = await unfoldedSize(data, most, MOST_FOLDS);
    if (size > most)
      throw refused(
        `Tệp PDF có phần nén bung ra quá lớn (hơn ${megabytes(most)}), không phải văn bản thường; hãy mở tệp, in lại ra PDF rồi gửi lại.`,
      );
    if (picture) pictures += size;
    else total += size;
  }
}

/** The line end after the keyword is no part of the data. */
function dataAfter(file: Buffer, at: number): number {
  let start = at;
  while (file[start] === 32 || file[start] === 13 || file[start] === 10) start++;
  return start;
}

const isZlib = (data: Uint8Array): boolean =>
  data.length > 2 && (data[0]! & 0x0f) === 8 && ((data[0]! << 8) | data[1]!) % 31 === 0;

function isPicture(before: string): boolean {
  return /\/Subtype\s*\/Image\b/.test(before.slice(before.lastIndexOf(' obj')));
}

/** Bytes the data unfolds to, counted up to a little over `most`; what is broken counts as far as it goes. */
function unfoldedSize(data: Uint8Array, most: number, folds: number): Promise<number> {
  return new Promise((resolve) => {
    const inflate = createInflate({ chunkSize: 256 * 1024 });
    let size = 0;
    let inner: Buffer[] | undefined;
    const finish = () => {
      inflate.destroy();
      // A stream folded again is small at this level: kept whole, then unfolded like any other.
      const kept = inner && folds > 1 && size <= most ? Buffer.concat(inner) : undefined;
      if (kept === undefined) resolve(size);
      else resolve(unfoldedSize(kept, most, folds - 1).then((deeper) => Math.max(size, deeper)));
    };
    inflate.on('data', (piece: Buffer) => {
      if (size === 0 && isZlib(piece)) inner = [];
      inner?.push(piece);
      size += piece.length;
      if (size > most) finish();
    });
    inflate.once('end', finish);
    inflate.once('error', finish);
    inflate.end(data);
  });
}
