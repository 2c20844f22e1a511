import { crc32, deflateSync } from 'node:zlib';

/** Text files and a picture made to hurt their reader; each is small on the disk. Sizes in MB are what they unfold to. */

export const htmlAttributes = (count: number) =>
  Buffer.from(
    `<!DOCTYPE html><html><body><p ${Array.from({ length: count }, (_, i) => `a${i}`).join(' ')}>Điều 1. Phạm vi</p></body></html>`,
  );
export const htmlOpen = (count: number, tag: string) =>
  Buffer.from(
    `<!DOCTYPE html><html><body>${`<${tag}>`.repeat(count)}Điều 1. Phạm vi điều chỉnh</body></html>`,
  );
export const rtfGroups = (count: number) => Buffer.from(`{\\rtf1 ${'{'.repeat(count)}a${'}'.repeat(count)}}`);
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
