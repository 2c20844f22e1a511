import { inflateSync } from 'fflate';
import { failed, refused } from './failure.ts';
import { LIMITS, megabytes } from './limits.ts';

interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly localOffset: number;
}

/**
 * A zip container read entry by entry, never whole: the central directory is checked first (number of entries,
 * declared sizes), and an entry is inflated into a buffer of its declared size, so a lying header cannot make it grow.
 * Entry names are only keys to ask for; nothing is ever written to disk under them.
 */
export class ZipContainer {
  private readonly entries = new Map<string, ZipEntry>();
  private readonly bytes: Uint8Array;
  private spent = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    for (const entry of centralDirectory(bytes)) this.entries.set(entry.name, entry);
  }

  names(): string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** Bytes of an entry after decompression, as its header says. */
  size(name: string): number {
    return this.entries.get(name)?.size ?? 0;
  }

  /** The decompressed bytes, or undefined when there is no such entry. Throws `ReadFailure` over the limits. */
  read(name: string): Uint8Array | undefined {
    const entry = this.entries.get(name);
    if (!entry) return undefined;
    this.spent += entry.size;
    if (entry.size > LIMITS.zipEntryBytes || this.spent > LIMITS.zipTotalBytes) {
      throw refused(
        `Tệp nén bung ra quá lớn (phần ${entry.name}: ${megabytes(entry.size)}), có thể là tệp cố ý gây quá tải; hãy mở bằng Word hoặc Excel, lưu lại rồi gửi lại.`,
      );
    }
    return inflateEntry(this.bytes, entry);
  }

  text(name: string): string | undefined {
    const bytes = this.read(name);
    return (
      bytes && new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes)
    );
  }
}

function inflateEntry(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const at = entry.localOffset;
    const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    const packed = bytes.subarray(start, start + entry.compressedSize);
    if (entry.method === 0) return packed.slice(0, entry.size);
    if (entry.method === 8) return inflateSync(packed, { out: new Uint8Array(entry.size) });
  } catch (cause) {
    throw damaged(cause);
  }
  throw failed(`Phần ${entry.name} dùng kiểu nén không hỗ trợ; hãy mở tệp bằng Word hoặc Excel rồi lưu lại.`);
}

function damaged(cause?: unknown): Error {
  return failed(
    'Tệp bị hỏng hoặc tải về chưa đủ (vùng nén không đọc được); hãy tải hoặc gửi lại tệp gốc.',
    cause,
  );
}

function centralDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end < 0) throw damaged();
  const count = view.getUint16(end + 10, true);
  if (count > LIMITS.zipEntries) {
    throw refused(
      `Tệp nén chứa ${count} phần, quá mức cho phép; hãy mở tệp bằng Word hoặc Excel rồi lưu lại.`,
    );
  }
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw damaged();
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replace(/^\/+/, ''),
      method: view.getUint16(at + 10, true),
      compressedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      localOffset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The end-of-central-directory record stands in the last 64 KB (its comment may follow it). */
function endRecord(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return -1;
}
