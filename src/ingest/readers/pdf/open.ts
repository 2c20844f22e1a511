import { createRequire } from 'node:module';
import path from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { failed, refused } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import { refuseUnfoldingPdf } from './unfolded.ts';

const RESEND = 'hãy tải lại hoặc xin lại tệp gốc';

/** `load()` is there in every 2.x of pdf-parse, but its types call it private: it gives the document with positions. */
interface Loader {
  load(): Promise<PDFDocumentProxy>;
}

/**
 * Opens a PDF with pdf-parse, everything it needs coming from packages: no download, no script evaluation. Throws
 * `ReadFailure` for empty, truncated, encrypted and oversized files, and for those that unfold without end. The caller
 * destroys the document.
 */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  await refuseUnfoldingPdf(bytes);
  const { PDFParse } = await import('pdf-parse');
  const root = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const parser = new PDFParse({
    // The engine takes the buffer over (and detaches it), so it gets its own copy.
    data: new Uint8Array(bytes),
    verbosity: 0,
    cMapUrl: `${root}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${root}/standard_fonts/`,
    wasmUrl: `${root}/wasm/`,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    maxImageSize: LIMITS.imagePixels,
  });
  let document: PDFDocumentProxy;
  try {
    document = await (parser as unknown as Loader).load();
  } catch (cause) {
    throw openFailure(bytes, cause);
  }
  if (document.numPages > LIMITS.pdfPages) {
    const pages = document.numPages;
    await document.destroy();
    throw refused(
      `Tệp PDF có ${pages} trang, vượt mức ${LIMITS.pdfPages} trang; hãy tách thành nhiều tệp rồi gửi lại.`,
    );
  }
  return document;
}

function openFailure(bytes: Uint8Array, cause: unknown): Error {
  if (cause instanceof Error && cause.name === 'PasswordException') {
    return refused('Tệp PDF có đặt mật khẩu nên không mở được; hãy gửi bản không đặt mật khẩu.', cause);
  }
  if (truncated(bytes))
    return failed(`Tệp PDF bị cắt cụt (thiếu phần cuối tệp), có thể do tải về chưa xong; ${RESEND}.`, cause);
  return failed(`Tệp PDF bị hỏng cấu trúc nên không mở được; ${RESEND}.`, cause);
}

/** A complete PDF ends with %%EOF (some programs append a little after it). */
export function truncated(bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .subarray(-2048)
    .toString('latin1');
  return !tail.includes('%%EOF');
}
