import { crc32, deflateSync } from 'node:zlib';
import { tiff } from '../../ingest/readers/tiff-file.ts';

/** Pictures that claim `side` to `side` dots and hold next to none of them. */

export function pngHuge(side: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const out = Buffer.alloc(8 + data.length + 4);
    out.writeUInt32BE(data.length, 0);
    body.copy(out, 4);
    out.writeUInt32BE(crc32(body), 8 + data.length);
    return out;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head[8] = 1;
  head[9] = 0;
  const rows = deflateSync(Buffer.alloc(Math.ceil(side / 8 + 1) * Math.min(side, 20000)), { level: 9 });
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export function jpegHuge(side: number): Buffer {
  const frame = Buffer.from('ffd8ffc0000b080000000001011100ffda0008010100003f00', 'hex');
  frame.writeUInt16BE(side, 7);
  frame.writeUInt16BE(side, 9);
  return Buffer.concat([frame, Buffer.alloc(1000, 0x55), Buffer.from('ffd9', 'hex')]);
}
export function gifHuge(side: number): Buffer {
  const head = Buffer.from(
    '4749463839610000000080000000000000ffffff2c0000000000000000000202440100 3b'.replace(' ', ''),
    'hex',
  );
  for (const at of [6, 8, 24, 26]) head.writeUInt16LE(side, at);
  return head;
}
export function bmpHuge(side: number): Buffer {
  const head = Buffer.alloc(62);
  head.write('BM', 'latin1');
  head.writeUInt32LE(62, 10);
  head.writeUInt32LE(40, 14);
  head.writeInt32LE(side, 18);
  head.writeInt32LE(side, 22);
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(1, 28);
  return Buffer.concat([head, Buffer.alloc(1000)]);
}
export const tiffHuge = (side: number) => tiff([{ width: side, height: side, data: Buffer.alloc(1000) }]);
/** `count` pages of `side` to `side` dots, fax-compressed nothing in each. */
export const tiffPages = (count: number, side: number) =>
  tiff(
    Array.from({ length: count }, () => ({
      width: side,
      height: side,
      data: Buffer.alloc(8),
      tags: [[259, 32773]] as const,
    })),
  );
