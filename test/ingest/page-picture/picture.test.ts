import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { drawPicture } from '../../../src/ingest/page-picture/picture.ts';
import { createPictureProcess } from '../../../src/ingest/page-picture/process.ts';
import { pdf } from '../readers/fixtures.ts';

const { createCanvas, loadImage } = createRequire(import.meta.url)(
  '@napi-rs/canvas',
) as typeof import('@napi-rs/canvas');

const FILE = pdf([
  [{ x: 60, y: 700, text: 'Dieu 1. Pham vi dieu chinh cua quy dinh nay' }],
  [
    { x: 60, y: 700, text: 'Dieu 2. Doi tuong ap dung' },
    { x: 60, y: 600, text: 'Thoi han giai quyet la ba ngay lam viec ke tu ngay nhan du ho so' },
  ],
]);

/** Share of yellow pixels in a band of the picture, top and bottom as shares of its height. */
async function yellow(picture: Uint8Array, top: number, bottom: number): Promise<number> {
  const image = await loadImage(Buffer.from(picture));
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const [y, height] = [Math.floor(image.height * top), Math.floor(image.height * (bottom - top))];
  const { data } = context.getImageData(0, y, image.width, height);
  let count = 0;
  for (let i = 0; i < data.length; i += 4)
    if (data[i]! > 200 && data[i + 1]! > 180 && data[i + 2]! < 150) count++;
  return count / (data.length / 4);
}

describe('page pictures', () => {
  it('marks the cited line, on the next page too, and nothing else', async () => {
    const cited = { quote: 'Thoi han giai quyet la ba ngay lam viec' };
    const drawn = await drawPicture({ bytes: FILE, fileName: 'a.pdf', page: 1, cited });
    expect(drawn).toMatchObject({ page: 2, marked: true });
    // 600 points from the bottom of 842: a little above a third of the page.
    expect(await yellow(drawn!.picture, 0.25, 0.31)).toBeGreaterThan(0.05);
    expect(await yellow(drawn!.picture, 0, 0.2)).toBe(0);
    expect(await yellow(drawn!.picture, 0.4, 1)).toBe(0);
  });

  it('draws the page without marks when the passage is not on it', async () => {
    const cited = { quote: 'Muc xu phat vi pham hanh chinh' };
    const drawn = await drawPicture({ bytes: FILE, fileName: 'a.pdf', page: 1, cited });
    expect(drawn).toMatchObject({ page: 1, marked: false });
    expect(await yellow(drawn!.picture, 0, 1)).toBe(0);
    expect(await drawPicture({ bytes: FILE, fileName: 'a.pdf', page: 3 })).toBeUndefined();
  });

  it('draws in a process of its own that outlives a file it cannot draw', async () => {
    const process = createPictureProcess();
    expect(await process.draw({ bytes: FILE.subarray(0, 200), fileName: 'a.pdf', page: 1 })).toBeUndefined();
    expect(await process.draw({ bytes: FILE, fileName: 'a.pdf', page: 2 })).toMatchObject({ page: 2 });
  });
});
