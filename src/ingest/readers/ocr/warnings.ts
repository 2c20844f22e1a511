import type { Recognized } from './recognize.ts';

/** What a person is told about recognised pages: how many, how sure, what was mended, what failed. */
export function ocrWarnings(recognized: Recognized, total: number): string[] {
  const warnings: string[] = [];
  const pages = [...recognized.pages.values()];
  if (pages.length > 0) {
    warnings.push(
      `Đã nhận dạng chữ từ ảnh ${pages.length}/${total} trang; chữ nhận dạng có thể sai, ảnh trang là căn cứ đối chiếu.`,
    );
  }
  if (recognized.mended > 0)
    warnings.push(
      `Đã sửa dấu thanh theo thống kê từ ngữ và chữ số của ngày tháng ở ${recognized.mended} chỗ; hãy đối chiếu khi trích dẫn.`,
    );
  if (recognized.ordinals > 0)
    warnings.push(
      `Đã điền lại ${recognized.ordinals} số chương, ký hiệu điểm theo thứ tự; hãy đối chiếu khi trích dẫn.`,
    );
  const doubtful = pages.filter((p) => (p.ocrConfidence ?? 1) < 0.75).map((p) => p.page);
  if (doubtful.length > 0)
    warnings.push(
      `Trang ${list(doubtful)} mờ hoặc nhiễu, chữ nhận dạng kém tin cậy; hãy gửi bản quét rõ hơn nếu có.`,
    );
  if (recognized.failedPages.length > 0)
    warnings.push(`Không nhận dạng được trang ${list(recognized.failedPages)}; hãy đối chiếu với bản gốc.`);
  return warnings;
}

function list(pages: readonly number[]): string {
  return pages.length > 12
    ? `${pages.slice(0, 12).join(', ')} và ${pages.length - 12} trang khác`
    : pages.join(', ');
}
