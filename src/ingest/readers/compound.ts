import CFB from 'cfb';
import { hasCircle } from './compound-chains.ts';
import { failed } from './failure.ts';

/** Streams of an OLE compound file (DOC, XLS) by name, or undefined where there is none. */
export interface CompoundFile {
  stream(name: string): Buffer | undefined;
}

/** Throws `ReadFailure` when the container is damaged. */
export function openCompound(bytes: Uint8Array): CompoundFile {
  let container: CFB.CFB$Container;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (hasCircle(buffer)) throw new RangeError('a chain of sectors is a circle');
    container = CFB.read(buffer, { type: 'buffer' });
  } catch (cause) {
    throw failed(
      'Tệp Office dạng cũ bị hỏng hoặc bị cắt cụt; hãy gửi lại tệp gốc hoặc bản DOCX, XLSX, PDF.',
      cause,
    );
  }
  return {
    stream(name) {
      const entry = CFB.find(container, `/${name}`) ?? CFB.find(container, name);
      const content = entry?.content as Uint8Array | number[] | undefined;
      return content && content.length > 0 ? Buffer.from(content as Uint8Array) : undefined;
    },
  };
}
