/** Most bytes of one picture looked at. */
const LONGEST = 12 * 1024 * 1024;
const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const JPEG = Buffer.from('ffd8ff', 'hex');

/** The PNG and JPEG pictures that stand whole in a stream (Office binary files keep them as they were put in). */
export function carvePictures(stream: Buffer, most: number): Buffer[] {
  const found: Buffer[] = [];
  for (let at = 0; found.length < most; ) {
    const png = stream.indexOf(PNG, at);
    const jpeg = stream.indexOf(JPEG, at);
    const start = png < 0 ? jpeg : jpeg < 0 ? png : Math.min(png, jpeg);
    if (start < 0) break;
    const end = Math.min(start === png ? pngEnd(stream, start) : jpegEnd(stream, start), start + LONGEST);
    found.push(stream.subarray(start, end));
    at = Math.max(end, start + 3);
  }
  return found;
}

/** After the IEND chunk (PNG specification, 5.3: length, type, data, checksum). */
function pngEnd(stream: Buffer, start: number): number {
  let at = start + 8;
  while (at + 12 <= stream.length) {
    const end = at + 12 + stream.readUInt32BE(at);
    if (stream.toString('latin1', at + 4, at + 8) === 'IEND' || end <= at)
      return Math.min(end, stream.length);
    at = end;
  }
  return stream.length;
}

/** After the end-of-image marker that follows the scan: a thumbnail inside the head has one of its own. */
function jpegEnd(stream: Buffer, start: number): number {
  let at = start + 2;
  while (at + 4 <= stream.length && stream[at] === 0xff && stream[at + 1] !== 0xda)
    at += 2 + stream.readUInt16BE(at + 2);
  const end = stream.indexOf(Buffer.from([0xff, 0xd9]), Math.min(at, stream.length));
  return end < 0 ? stream.length : end + 2;
}

/** Pictures written in hexadecimal digits, as RTF holds them; white space between the digits is skipped. */
export function hexPictures(source: Buffer, most: number): Buffer[] {
  const text = source.toString('latin1');
  const found: Buffer[] = [];
  for (const { index } of text.matchAll(/89504e470d0a1a0a|ffd8ffe|ffd8ffd/gi)) {
    if (found.length >= most) break;
    const digits: string[] = [];
    let at = index;
    for (; at < text.length && digits.length < LONGEST / 64; ) {
      const line = /^[0-9a-f]+/i.exec(text.slice(at, at + 128))?.[0] ?? '';
      digits.push(line);
      at += line.length;
      const blank = /^\s+/.exec(text.slice(at, at + 8))?.[0].length ?? 0;
      if (line === '' && blank === 0) break;
      at += blank;
    }
    const hex = digits.join('');
    if (hex.length > 200) found.push(Buffer.from(hex, 'hex'));
  }
  return found;
}

/** Pictures written into a page as data addresses (RFC 2397). */
export function dataPictures(html: string, most: number): Buffer[] {
  const found: Buffer[] = [];
  for (const { index } of html.matchAll(/data:image\/[a-z.+-]{1,20};base64,/gi)) {
    if (found.length >= most) break;
    const start = html.indexOf(',', index) + 1;
    const ends = ['"', "'", ')', '>', '&'].map((end) => html.indexOf(end, start)).filter((at) => at >= 0);
    const end = Math.min(html.length, start + LONGEST, ...ends);
    found.push(Buffer.from(html.slice(start, end), 'base64'));
  }
  return found;
}
