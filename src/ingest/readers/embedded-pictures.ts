import type { FileFormat, PageMark, ReadValue } from '../model.ts';
import { carvePictures, dataPictures, hexPictures } from './carve-pictures.ts';
import { openCompound } from './compound.ts';
import { decodeImage } from './ocr/decode-image.ts';
import { withLineReader } from './ocr/line-reader.ts';
import { findStampMarks, type LineReader, levelIn } from './ocr/stamp-marks.ts';
import { drawingBytes } from './sheet/biff.ts';
import { ZipContainer } from './zip.ts';

/** Pictures looked at in one file, and milliseconds for all of them. The smallest come first: a stamp is small. */
const MOST = 24;
const TIME_MS = 60_000;
/** No stamp fits into fewer bytes; icons and lines do. */
const SMALLEST = 200;

/**
 * Adds the secrecy stamps that are pictures inside an office file: a scanned stamp put into a Word document, the header
 * of a sheet, a web page. Text of pictures is not read otherwise. Pictures that do not open are passed over. Formats that
 * are read as pictures themselves (PDF, images) are returned as they are.
 */
export async function withPictureMarks(
  value: ReadValue,
  bytes: Uint8Array,
  signal?: AbortSignal,
): Promise<ReadValue> {
  const pictures = embeddedPictures(value.format, bytes);
  const [first, ...rest] = value.pages;
  if (pictures.length === 0 || first === undefined) return value;
  const deadline = performance.now() + TIME_MS;
  const marks = await withLineReader(async (readLine) => {
    const found: PageMark[] = [];
    for (const picture of pictures) {
      signal?.throwIfAborted();
      if (performance.now() > deadline) break;
      found.push(...(await marksOf(picture, readLine).catch(() => [])));
    }
    return found;
  });
  return marks.length === 0
    ? value
    : { ...value, pages: [{ ...first, marks: [...(first.marks ?? []), ...marks] }, ...rest] };
}

/** The picture may be a stamp and nothing else, or a whole page with one on it. */
async function marksOf(picture: Uint8Array, readLine: LineReader): Promise<PageMark[]> {
  const page = await decodeImage(picture);
  for (const cut of [page.red, page.image]) {
    const level = cut && (await levelIn(cut, readLine));
    if (level) return [{ level }];
  }
  return (await findStampMarks(page, readLine)).map(({ level }) => ({ level }));
}

function embeddedPictures(format: FileFormat, bytes: Uint8Array): Uint8Array[] {
  try {
    const seen = new Set<string>();
    return picturesIn(format, bytes)
      .filter((picture) => picture.length >= SMALLEST)
      .filter((picture) => {
        const key = `${picture.length} ${Buffer.from(picture.subarray(0, 400)).toString('latin1')}`;
        return !seen.has(key) && seen.add(key);
      })
      .sort((a, b) => a.length - b.length)
      .slice(0, MOST);
  } catch {
    // The text of the file was read; pictures out of reach cannot be judged.
    return [];
  }
}

/** Before duplicates are taken out: files repeat the same picture on every page. */
const MOST_FOUND = MOST * 8;

function picturesIn(format: FileFormat, bytes: Uint8Array): Uint8Array[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (format) {
    case 'docx':
    case 'xlsx':
      return mediaOf(new ZipContainer(bytes));
    case 'doc': {
      const file = openCompound(bytes);
      const streams = ['Data', 'WordDocument'].map((name) => file.stream(name) ?? Buffer.alloc(0));
      return streams.flatMap((stream) => carvePictures(stream, MOST_FOUND));
    }
    case 'xls': {
      const file = openCompound(bytes);
      const book = file.stream('Workbook') ?? file.stream('Book');
      return book ? carvePictures(drawingBytes(book), MOST_FOUND) : [];
    }
    case 'rtf':
      return [...hexPictures(buffer, MOST_FOUND), ...carvePictures(buffer, MOST_FOUND)];
    case 'html':
      return dataPictures(buffer.toString('latin1'), MOST_FOUND);
    default:
      return [];
  }
}

const MEDIA = /^(word|xl)\/media\/[^/]+\.(png|jpe?g|gif|bmp|webp|tiff?)$/i;

/** Only the smallest are unpacked: a file of hundreds of photographs must not use up what may be unpacked of it. */
function mediaOf(zip: ZipContainer): Uint8Array[] {
  const names = zip.names().filter((name) => MEDIA.test(name));
  names.sort((a, b) => zip.size(a) - zip.size(b));
  return names.slice(0, MOST).flatMap((name) => zip.read(name) ?? []);
}
