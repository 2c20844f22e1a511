import { describe, expect, it } from 'vitest';
import { countPages, drawPicture } from '../../../src/ingest/page-picture/picture.ts';
import { readSource } from '../../../src/ingest/readers/index.ts';
import { type DecodedImage, decodeColours } from '../../../src/ingest/readers/ocr/decode-image.ts';
import { CAN_DRAW, drawnPage } from './drawn-page.ts';
import { drawnFrame, type Frame, tiff } from './tiff-file.ts';

const bits = (text: string): Uint8Array => {
  const all = text.replace(/ /g, '').padEnd(Math.ceil(text.replace(/ /g, '').length / 8) * 8, '0');
  return Uint8Array.from(all.match(/.{8}/g)!, (byte) => Number.parseInt(byte, 2));
};

/** Where ink is, as shares of the sides: the middle of all dark pixels. */
function inkMiddle({ rgba, width, height }: DecodedImage): { x: number; y: number } {
  let [count, x, y] = [0, 0, 0];
  for (let p = 0; p < width * height; p++) {
    if (rgba[p * 4]! > 128) continue;
    count++;
    x += p % width;
    y += Math.floor(p / width);
  }
  return { x: x / count / width, y: y / count / height };
}

/** A black square in the upper left corner of a lying page. */
const corner = (): Frame => {
  const data = new Uint8Array(300 * 200).fill(255);
  for (let y = 0; y < 40; y++) data.fill(0, y * 300, y * 300 + 40);
  return { width: 300, height: 200, data };
};

describe('TIFF', () => {
  it.each([
    [1, { x: 0.07, y: 0.1 }, 'lying'],
    [3, { x: 0.93, y: 0.9 }, 'lying'],
    [6, { x: 0.9, y: 0.07 }, 'standing'],
    [8, { x: 0.1, y: 0.93 }, 'standing'],
    [2, { x: 0.93, y: 0.1 }, 'lying'],
  ])('orientation %i is turned upright', async (orientation, middle, way) => {
    const decoded = await decodeColours(tiff([{ ...corner(), tags: [[274, orientation]] }]));
    expect(decoded.width > decoded.height ? 'lying' : 'standing').toBe(way);
    expect(inkMiddle(decoded)).toEqual({ x: expect.closeTo(middle.x, 1), y: expect.closeTo(middle.y, 1) });
  });

  it('a page of a fax: CCITT group 4', async () => {
    // ITU-T T.6: eight white, eight black, eight white pixels; then 23 lines the same as the one above, end of block.
    const first = '001 10011 000101 1';
    const data = bits(`${first}${'111'.repeat(23)}000000000001000000000001`);
    const decoded = await decodeColours(
      tiff([
        {
          width: 24,
          height: 24,
          data,
          tags: [
            [258, 1],
            [259, 4],
            [262, 0],
          ],
        },
      ]),
    );
    const row = decoded.width * Math.floor(decoded.height / 2);
    const at = (share: number) => decoded.rgba[(row + Math.floor(decoded.width * share)) * 4]! > 128;
    expect([at(0.16), at(0.5), at(0.84)]).toEqual([true, false, true]);
  });

  it('thumbnails are no pages, and a chain that loops ends', async () => {
    const looping = tiff([corner(), { ...corner(), tags: [[254, 1]] }, corner()], 8 + 300 * 200);
    expect(await countPages(looping, 'scan.tif')).toBe(2);
  });

  it.each([
    ['cut off', tiff([corner()]).slice(0, 20_000)],
    ['with a size no sheet has', tiff([{ ...corner(), width: 200_000, height: 200_000 }])],
    ['with a chain into nothing', tiff([corner()]).map((b, i) => (i >= 4 && i < 8 ? 0xff : b))],
  ])('%s: a plain reason', async (_, bytes) => {
    const read = await readSource(bytes, 'scan.tif');
    expect(read).toMatchObject({ status: 'failed', format: 'image' });
    expect(read.status === 'failed' && read.reason).toMatch(/ảnh.*(quét|chụp|gửi) lại/iu);
  });

  it.skipIf(!CAN_DRAW)(
    'the pages of a scan are read one by one (skipped without a font that has Vietnamese letters)',
    async () => {
      const bytes = tiff([
        drawnFrame(['Điều 1. Phạm vi điều chỉnh', 'Quyết định này quy định về hồ sơ khai sinh.']),
        drawnFrame(['Điều 2. Hiệu lực thi hành', 'Quyết định này có hiệu lực kể từ ngày ký.']),
      ]);
      const read = await readSource(bytes, 'scan.tif');
      expect(read.status).toBe('readable');
      const pages = read.status === 'readable' ? read.value.pages : [];
      expect(pages.map((page) => [page.page, page.text.includes(`Điều ${page.page}.`)])).toEqual([
        [1, true],
        [2, true],
      ]);
      expect((await drawPicture({ bytes, fileName: 'scan.tif', page: 2 }))?.page).toBe(2);
      expect(await drawPicture({ bytes, fileName: 'scan.tif', page: 3 })).toBeUndefined();
    },
    120_000,
  );
});

describe('other pictures', () => {
  it('a photograph is turned as its EXIF orientation says', async () => {
    const canvas = drawnPage({ head: false, body: [] });
    const context = canvas.getContext('2d');
    context.fillStyle = 'black';
    context.fillRect(0, 0, 200, 200);
    const jpeg = canvas.toBuffer('image/jpeg');
    const exif = Buffer.from(
      'Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0',
      'latin1',
    );
    const size = Buffer.alloc(2);
    size.writeUInt16BE(exif.length + 2);
    const turned = Buffer.concat([
      jpeg.subarray(0, 2),
      Buffer.from([0xff, 0xe1]),
      size,
      exif,
      jpeg.subarray(2),
    ]);
    const decoded = await decodeColours(turned);
    expect(decoded.width).toBeGreaterThan(decoded.height);
    expect(inkMiddle(decoded).x).toBeGreaterThan(0.9);
  });

  it.each(['heic', 'heix', 'mif1', 'avif'])('%s is refused with what to do', async (brand) => {
    const bytes = new Uint8Array(Buffer.from(`\0\0\0\x18ftyp${brand}${'\0'.repeat(40)}`, 'latin1'));
    const read = await readSource(bytes, 'IMG_0001.HEIC');
    expect(read).toMatchObject({ status: 'refused', reason: expect.stringMatching(/HEIC.*JPG hoặc PNG/) });
  });
});
