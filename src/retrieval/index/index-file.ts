import { existsSync, readFileSync } from 'node:fs';
import { type FileHandle, mkdir, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** One file: magic, length of the JSON header, header, then the arrays in order, each on an 8-byte boundary. */
const MAGIC = 'TLCX-IDX';
const ALIGN = 8;

const TYPES = { u8: Uint8Array, u32: Uint32Array, f32: Float32Array, f64: Float64Array } as const;
type TypeName = keyof typeof TYPES;
export type Column = Uint8Array | Uint32Array | Float32Array | Float64Array;

interface ColumnHeader {
  readonly name: string;
  readonly type: TypeName;
  readonly length: number;
}

const typeOf = (c: Column): TypeName =>
  c instanceof Uint8Array
    ? 'u8'
    : c instanceof Uint32Array
      ? 'u32'
      : c instanceof Float32Array
        ? 'f32'
        : 'f64';
const padded = (n: number) => Math.ceil(n / ALIGN) * ALIGN;

/** Writes beside the file and renames, so that a crash leaves the earlier snapshot. What `meta` and `columns` hold when it
 * is called is written; arrays must not change until it is done. */
export async function writeColumns(
  file: string,
  meta: unknown,
  columns: Readonly<Record<string, Column>>,
): Promise<void> {
  const list: ColumnHeader[] = Object.entries(columns).map(([name, c]) => ({
    name,
    type: typeOf(c),
    length: c.length,
  }));
  const header = Buffer.from(JSON.stringify({ meta, columns: list }), 'utf8');
  const prefix = Buffer.alloc(padded(MAGIC.length + 8 + header.length), 0x20);
  prefix.write(MAGIC, 0, 'latin1');
  prefix.writeDoubleLE(header.length, MAGIC.length);
  header.copy(prefix, MAGIC.length + 8);
  await mkdir(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  const handle = await open(temporary, 'w');
  try {
    await writeAll(handle, prefix);
    for (const c of Object.values(columns)) {
      await writeAll(handle, Buffer.from(c.buffer, c.byteOffset, c.byteLength));
      await writeAll(handle, Buffer.alloc(padded(c.byteLength) - c.byteLength));
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, file);
}

async function writeAll(handle: FileHandle, data: Buffer): Promise<void> {
  for (let at = 0; at < data.length; )
    at += (await handle.write(data, at, Math.min(data.length - at, 1 << 24))).bytesWritten;
}

/** Undefined when the file is absent, cut short or of another kind: the index is rebuilt then. */
export function readColumns(file: string): { meta: unknown; columns: Map<string, Column> } | undefined {
  if (!existsSync(file)) return undefined;
  const data = readFileSync(file);
  if (data.length < MAGIC.length + 8 || data.toString('latin1', 0, MAGIC.length) !== MAGIC) return undefined;
  const length = data.readDoubleLE(MAGIC.length);
  const start = MAGIC.length + 8;
  if (!(length > 0) || start + length > data.length) return undefined;
  let header: { meta: unknown; columns: ColumnHeader[] };
  try {
    header = JSON.parse(data.toString('utf8', start, start + length)) as typeof header;
  } catch {
    return undefined;
  }
  // Views need their own alignment; a Buffer from the pool may start anywhere.
  const buffer = data.byteOffset % ALIGN === 0 ? data.buffer : Uint8Array.from(data).buffer;
  const base = data.byteOffset % ALIGN === 0 ? data.byteOffset : 0;
  const columns = new Map<string, Column>();
  let at = padded(start + length);
  for (const c of header.columns) {
    const type = TYPES[c.type];
    if (at + c.length * type.BYTES_PER_ELEMENT > data.length) return undefined;
    columns.set(c.name, new type(buffer as ArrayBuffer, base + at, c.length));
    at += padded(c.length * type.BYTES_PER_ELEMENT);
  }
  return { meta: header.meta, columns };
}
