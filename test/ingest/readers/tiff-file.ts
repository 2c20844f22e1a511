import { drawnPage } from './drawn-page.ts';

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  /** More tags, or others instead of those of an 8-bit gray picture: [tag, value]. */
  readonly tags?: readonly (readonly [number, number])[];
}

/** A TIFF of one strip a frame, little-endian (TIFF 6.0, section 2); every value fits a LONG. */
export function tiff(frames: readonly Frame[], lastOffset = 0): Uint8Array {
  const parts: Buffer[] = [Buffer.from([0x49, 0x49, 42, 0])];
  let at = 8;
  const firstDirectory = Buffer.alloc(4);
  parts.push(firstDirectory);
  let link: { buffer: Buffer; offset: number } = { buffer: firstDirectory, offset: 0 };
  for (const { width, height, data, tags = [] } of frames) {
    const padded = Buffer.concat([data, Buffer.alloc(data.length % 2)]);
    const plain: [number, number][] = [
      [256, width],
      [257, height],
      [258, 8],
      [259, 1],
      [262, 1],
      [273, at],
      [277, 1],
      [278, height],
      [279, data.length],
    ];
    const entries = [...plain.filter(([tag]) => !tags.some(([own]) => own === tag)), ...tags];
    entries.sort(([a], [b]) => a - b);
    const directory = Buffer.alloc(2 + entries.length * 12 + 4);
    directory.writeUInt16LE(entries.length, 0);
    entries.forEach(([tag, value], i) => {
      directory.writeUInt16LE(tag, 2 + i * 12);
      directory.writeUInt16LE(4, 4 + i * 12);
      directory.writeUInt32LE(1, 6 + i * 12);
      directory.writeUInt32LE(value, 10 + i * 12);
    });
    parts.push(padded, directory);
    link.buffer.writeUInt32LE(at + padded.length, link.offset);
    link = { buffer: directory, offset: directory.length - 4 };
    at += padded.length + directory.length;
  }
  link.buffer.writeUInt32LE(lastOffset, link.offset);
  return new Uint8Array(Buffer.concat(parts));
}

/** A page of text as a scanner keeps it: 8-bit gray. */
export function drawnFrame(body: readonly string[]): Frame {
  const canvas = drawnPage({ head: false, body });
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const gray = Uint8Array.from({ length: data.length / 4 }, (_, i) => data[i * 4]!);
  return { width: canvas.width, height: canvas.height, data: gray };
}
