import type { EffectivityStatus, RelationKind } from '../../legal/model.ts';

/** What a person reads in answers about documents as such. */
export const STANDING_WORDS = {
  verdict: {
    in_force: 'Còn hiệu lực vào ngày được hỏi.',
    partly_expired: 'Còn hiệu lực một phần vào ngày được hỏi.',
    expired: 'Không còn hiệu lực vào ngày được hỏi.',
    suspended: 'Đang ngưng hiệu lực vào ngày được hỏi.',
    not_yet: 'Chưa có hiệu lực vào ngày được hỏi.',
    unknown: 'Chưa xác định được còn hiệu lực hay không vào ngày được hỏi.',
  } satisfies Record<EffectivityStatus, string>,
  endedByOther: 'Theo văn bản dưới đây, không còn hiệu lực vào ngày được hỏi.',
  askedDay: (day: string) => `Tính theo ngày ${day}.`,
  from: (day: string) => `Có hiệu lực từ ngày ${day}.`,
  fromUnread: 'Chưa đọc được ngày có hiệu lực trong bản đang có.',
  until: (day: string) => `Hết hiệu lực sau ngày ${day}.`,
  onlyHere:
    'Kết luận dựa trên các văn bản có trong kho; văn bản chưa nạp có thể đã sửa đổi hoặc thay thế. Việc quan trọng thì đối chiếu thêm Cơ sở dữ liệu quốc gia về văn bản pháp luật.',
  notHere: (number: string) =>
    `Trong kho chưa có toàn văn văn bản số ${number}; dưới đây là điều các văn bản đang có nói về văn bản này.`,
  nothingDone: (name: string, done: string) =>
    `Trong kho hiện có không thấy văn bản nào ${done} ${name}, nên tôi không khẳng định.`,
  doesNothing: (name: string, does: string) =>
    `Tôi không thấy ${name} ${does} văn bản nào trong nội dung đang có.`,
  notBetween: (a: string, b: string) =>
    `Trong kho hiện có không thấy ${a} thay thế, sửa đổi hay bãi bỏ ${b}, nên tôi không khẳng định.`,
  about: (title: string) => `Nội dung văn bản: ${title}.`,
  parts: 'Các phần',
  moreParts: (n: number) => `Còn ${n} phần nữa; anh/chị hỏi tiếp theo điều, ví dụ “Điều 5” kèm số văn bản.`,
  unknownLaw: (year: string) =>
    `Trong các văn bản tìm được, tôi không thấy chỗ nào nói về hiệu lực của luật năm ${year} anh/chị hỏi, nên không kết luận. Anh/chị xem Cơ sở dữ liệu quốc gia về văn bản pháp luật, hoặc gửi chuyên viên sở.`,
  more: (n: number) => `Còn ${n} nội dung nữa; anh/chị mở căn cứ để đọc trọn.`,
  stated: (name: string, sentence: string) => `${name} ghi: “${sentence}”`,
  /** The notes of a consolidation name the doer and not the text that was changed. */
  reported: (doer: string, does: string, where: string) => `${doer} ${does} văn bản gốc (ghi tại ${where})`,
  later: (name: string, day: string) => `${name} có hiệu lực từ ngày ${day}`,
} as const;

/** What a document does to another, told from the acting one. */
export const DOES: Readonly<Record<RelationKind, string>> = {
  replaces: 'thay thế',
  amends: 'sửa đổi, bổ sung',
  repeals: 'chấm dứt hiệu lực của',
  partly_repeals: 'chấm dứt hiệu lực một phần của',
  corrects: 'đính chính',
  consolidates: 'hợp nhất',
  suspends: 'ngưng hiệu lực',
  implements: 'quy định chi tiết, hướng dẫn',
  refers: 'căn cứ',
};
