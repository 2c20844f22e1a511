export type StoreErrorCode =
  | 'missing'
  | 'not_writable'
  | 'damaged'
  | 'newer_schema'
  | 'busy'
  | 'full'
  | 'unknown';

const WORDS: Record<StoreErrorCode, (file: string) => string> = {
  missing: (file) => `Chưa có dữ liệu ở ${file}. Hãy nạp tài liệu trước hoặc kiểm tra DATA_DIR.`,
  not_writable: (file) =>
    `Không ghi được vào ${file}. Kiểm tra quyền của thư mục dữ liệu hoặc đặt DATA_DIR tới thư mục ghi được.`,
  damaged: (file) =>
    `Tệp ${file} không phải cơ sở dữ liệu của chương trình hoặc đã hỏng. Khôi phục từ bản sao lưu bằng "npm run -s restore -- TỆP".`,
  newer_schema: (file) =>
    `Cơ sở dữ liệu ${file} do phiên bản mới hơn của chương trình tạo ra. Hãy chạy phiên bản đó hoặc dùng DATA_DIR khác.`,
  busy: (file) => `Cơ sở dữ liệu ${file} đang bận vì tiến trình khác đang ghi. Hãy thử lại sau ít phút.`,
  full: (file) => `Ổ đĩa chứa ${file} đã đầy. Hãy giải phóng dung lượng rồi thử lại.`,
  unknown: (file) => `Không mở được cơ sở dữ liệu ${file}. Xem nhật ký để biết chi tiết.`,
};

/** The database could not do what was asked. `message` is for logs, `forPeople` is Vietnamese. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  readonly forPeople: string;

  constructor(code: StoreErrorCode, message: string, options: { cause?: unknown; file?: string } = {}) {
    super(message, { cause: options.cause });
    this.name = 'StoreError';
    this.code = code;
    this.forPeople = WORDS[code](options.file ?? 'dữ liệu');
  }

  static from(error: unknown, file: string): StoreError {
    const message = error instanceof Error ? error.message : String(error);
    return new StoreError(codeOf(error), message, { cause: error, file });
  }
}

function codeOf(error: unknown): StoreErrorCode {
  const code = String((error as { code?: unknown } | undefined)?.code ?? '');
  if (/^SQLITE_(READONLY|CANTOPEN|PERM)|^EACCES|^EROFS|^EPERM|^ENOTDIR|^EEXIST/.test(code))
    return 'not_writable';
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) return 'damaged';
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return 'busy';
  if (/^SQLITE_FULL|^ENOSPC/.test(code)) return 'full';
  return 'unknown';
}
