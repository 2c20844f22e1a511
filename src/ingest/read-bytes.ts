import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { LIMITS, megabytes } from './readers/limits.ts';

/** The bytes of a file, or one Vietnamese sentence saying why there are none; `absent`: no file is there at all. */
export type FileBytes =
  | { readonly status: 'bytes'; readonly bytes: Uint8Array }
  | { readonly status: 'absent' | 'failed' | 'refused'; readonly reason: string };

/**
 * Reads a file of the machine. One handle throughout, with its size and time compared before and after, so that a file
 * that changes while it is read is not half taken. Never waits: a pipe or a device is not opened for reading (O_NONBLOCK
 * lets `open` return at once on a pipe nobody writes to).
 */
export async function readBytes(path: string): Promise<FileBytes> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    return await bytesOf(handle);
  } catch (error) {
    return unopened(error);
  } finally {
    await handle?.close();
  }
}

async function bytesOf(handle: FileHandle): Promise<FileBytes> {
  const before = await handle.stat();
  if (before.isDirectory())
    return { status: 'absent', reason: 'Đây là thư mục, không phải tệp; hãy chỉ tới một tệp.' };
  if (!before.isFile()) return failed('Đây không phải tệp thường; hãy chỉ tới một tệp.');
  if (before.size > LIMITS.fileBytes) {
    const [size, limit] = [megabytes(before.size), megabytes(LIMITS.fileBytes)];
    const reason = `Tệp lớn ${size}, vượt mức ${limit}; hãy tách tệp hoặc giảm dung lượng rồi thử lại.`;
    return { status: 'refused', reason };
  }
  const bytes = await readUpTo(handle, before.size);
  const after = await handle.stat();
  if (bytes.length !== before.size || after.size !== before.size || after.mtimeMs !== before.mtimeMs)
    return failed('Tệp đang thay đổi trong khi đọc; hãy đợi ghi xong rồi thử lại.');
  return { status: 'bytes', bytes };
}

/** A file that goes on growing is not followed: `size` bytes are enough to see that it changed. */
async function readUpTo(handle: FileHandle, size: number): Promise<Uint8Array> {
  const buffer = Buffer.alloc(size);
  let at = 0;
  while (at < size) {
    const { bytesRead } = await handle.read(buffer, at, Math.min(size - at, 16 * 1024 * 1024), at);
    if (bytesRead === 0) break;
    at += bytesRead;
  }
  return buffer.subarray(0, at);
}

function failed(reason: string): FileBytes {
  return { status: 'failed', reason };
}

const UNOPENED: Readonly<Record<string, string>> = {
  EACCES: 'Không có quyền đọc; hãy kiểm tra quyền của tệp.',
  EPERM: 'Không có quyền đọc; hãy kiểm tra quyền của tệp.',
  ELOOP: 'Liên kết của tệp trỏ vòng tròn; hãy chỉ tới tệp thật.',
  ENAMETOOLONG: 'Tên tệp hay đường dẫn quá dài; hãy đặt tên ngắn hơn rồi thử lại.',
};

/** Why a file or folder could not be opened. */
export function unopened(error: unknown): Exclude<FileBytes, { status: 'bytes' }> {
  const code = (error as { code?: string }).code ?? 'lỗi hệ thống';
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return { status: 'absent', reason: 'Không có tệp hay thư mục này; hãy kiểm tra lại đường dẫn.' };
  return { status: 'failed', reason: UNOPENED[code] ?? `Không mở được tệp (${code}); hãy thử lại.` };
}
