import type { FileFormat, ReadOptions, ReadOutcome, ReadValue } from '../model.ts';
import { detectFormat } from './detect.ts';
import { withPictureMarks } from './embedded-pictures.ts';
import { failed, ReadFailure, refused } from './failure.ts';
import { readHtml } from './html.ts';
import { LIMITS, megabytes } from './limits.ts';
import { pdfSight, readImage } from './ocr/read-scans.ts';
import { readPdf } from './pdf/reader.ts';
import { readPlainText } from './plain-text.ts';
import { readXls } from './sheet/xls.ts';
import { readXlsx } from './sheet/xlsx.ts';
import { readDoc } from './word/doc.ts';
import { readDocx } from './word/docx.ts';
import { readRtf } from './word/rtf.ts';

/** Extensions people use for each format, to tell them when a name does not say what the file is. */
const EXTENSIONS: Record<FileFormat, RegExp> = {
  pdf: /\.pdf$/i,
  image: /\.(png|jpe?g|tiff?|bmp|gif|webp)$/i,
  doc: /\.(doc|dot)$/i,
  docx: /\.(docx|docm|dotx)$/i,
  xls: /\.(xls|xlt)$/i,
  xlsx: /\.(xlsx|xlsm)$/i,
  html: /\.(html?|xhtml|mht)$/i,
  rtf: /\.(rtf|doc)$/i,
  txt: /./,
  md: /./,
  json: /./,
  jsonl: /./,
};

/**
 * Reads one file of any supported kind. The type is told by content; `name` is used for messages only (and to tell
 * Markdown and JSON lines from plain text). Never throws: an unreadable file gives `failed`, one we will not take
 * `refused`, each with one Vietnamese sentence. An aborted `signal` gives `failed` too; finished OCR pages stay cached.
 */
export async function readSource(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions = {},
): Promise<ReadOutcome> {
  let format: FileFormat | undefined;
  try {
    checkSize(bytes);
    const detected = detectFormat(bytes, name);
    if (detected.kind === 'unsupported') throw refused(`Tệp là ${detected.what}.`);
    format = detected.format;
    if ((format === 'txt' || format === 'md') && bytes.length > LIMITS.textChars * 4) throw tooMuchText();
    const value = await withPictureMarks(await readAs(format, bytes, options), bytes, options.signal);
    if (value.pages.every((p) => p.text.trim() === ''))
      throw failed('Tệp không có chữ nào đọc được; hãy kiểm tra lại nội dung tệp.');
    const records = format === 'json' || format === 'jsonl';
    if (charsOf(value) > (records ? LIMITS.recordChars : LIMITS.textChars)) throw tooMuchText();
    refuseErrorPage(value, name);
    return { status: 'readable', value: withNameWarning(value, name) };
  } catch (error) {
    return { ...outcomeOf(error, options.signal), ...(format && { format }) };
  }
}

function tooMuchText(): Error {
  return refused('Tệp chứa quá nhiều chữ so với mức cho phép; hãy tách thành nhiều tệp rồi gửi lại.');
}

function charsOf({ pages }: ReadValue): number {
  return pages.reduce((sum, page) => sum + page.text.length, 0);
}

function checkSize(bytes: Uint8Array): void {
  if (bytes.length === 0)
    throw failed('Tệp rỗng (0 byte), có thể do tải về hoặc chép chưa xong; hãy gửi lại tệp gốc.');
  if (bytes.length > LIMITS.fileBytes) {
    throw refused(
      `Tệp lớn ${megabytes(bytes.length)}, vượt mức ${megabytes(LIMITS.fileBytes)}; hãy tách hoặc giảm dung lượng rồi gửi lại.`,
    );
  }
}

async function readAs(format: FileFormat, bytes: Uint8Array, options: ReadOptions): Promise<ReadValue> {
  options.signal?.throwIfAborted();
  switch (format) {
    case 'pdf':
      return readPdf(bytes, options, pdfSight(bytes, options));
    case 'docx':
      return readDocx(bytes);
    case 'html':
      return readHtml(bytes);
    case 'doc':
      return readDoc(bytes);
    case 'rtf':
      return readRtf(bytes);
    case 'xls':
      return readXls(bytes);
    case 'xlsx':
      return readXlsx(bytes);
    case 'image':
      return readImage(bytes, options);
    default:
      return readPlainText(bytes, format);
  }
}

/** Downloads that failed leave the server's error page under the document's name. */
function refuseErrorPage(value: ReadValue, name: string): void {
  if (value.format !== 'html' || !/\.(pdf|docx?|xlsx?|rtf|png|jpe?g|tiff?)$/i.test(name)) return;
  const text = value.pages.map((p) => p.text).join('\n');
  if (
    text.length > 3_000 ||
    !/\b(40[134]|50[0234])\b|error|not found|forbidden|denied|unavailable|không tìm thấy|lỗi|đăng nhập/i.test(
      text,
    )
  )
    return;
  throw failed(
    'Tệp không phải văn bản mà là trang web báo lỗi được lưu nhầm khi tải về; hãy tải lại tệp gốc từ nguồn.',
  );
}

function withNameWarning(value: ReadValue, name: string): ReadValue {
  if (!/\.[a-z]{2,5}$/i.test(name) || EXTENSIONS[value.format].test(name)) return value;
  const warning = `Tên tệp không đúng loại: nội dung thực là ${value.format.toUpperCase()}; tệp vẫn được đọc theo nội dung.`;
  return { ...value, warnings: [...value.warnings, warning] };
}

function outcomeOf(
  error: unknown,
  signal: AbortSignal | undefined,
): { status: 'refused' | 'failed'; reason: string } {
  if (error instanceof ReadFailure) return { status: error.status, reason: error.message };
  if (signal?.aborted)
    return {
      status: 'failed',
      reason: 'Việc đọc tệp đã bị dừng giữa chừng; khi đọc lại, các trang đã nhận dạng xong được dùng tiếp.',
    };
  if (
    error instanceof RangeError ||
    (error instanceof Error && /allocation|out of memory/i.test(error.message))
  ) {
    return {
      status: 'failed',
      reason:
        'Tệp cần quá nhiều bộ nhớ hoặc có số liệu bên trong sai nên không đọc được; hãy mở bằng phần mềm gốc, lưu lại rồi gửi lại.',
    };
  }
  return {
    status: 'failed',
    reason:
      'Không đọc được tệp: cấu trúc bên trong bị hỏng hoặc khác chuẩn; hãy mở bằng phần mềm gốc, lưu lại rồi gửi lại.',
  };
}
