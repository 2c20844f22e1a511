import { printDate } from '../../legal/citation-label.ts';

/** What people read about changes of what they were told, and about new guidance. */
export const CHANGE_WORDS = {
  answerChanged: (
    name: string,
    why: string,
    answers: readonly { day: string; question: string }[],
    more: number,
  ) =>
    [
      ...answers.map(
        ({ day, question }) => `Câu trả lời ngày ${printDate(day)} về “${question}” đã thay đổi.`,
      ),
      ...(more > 0 ? [`Và ${more} câu trả lời khác cùng căn cứ.`] : []),
      `Lý do: ${name}${why}`,
      'Anh/chị hỏi lại để có câu trả lời theo quy định hiện hành.',
    ].join('\n'),
  unnamed: 'một tài liệu mà câu trả lời dẫn (chỉ xem trên trang web hoặc đã giới hạn người đọc)',
  /** Behind the document's name: "… đã được thay thế bởi 512/STP-HCTP từ ngày 10/11/2026." */
  becauseOf: (note: string | undefined): string => {
    if (note === undefined) return ' đã hết hiệu lực.';
    return /^(?:Đã|Hết|Ngưng) /u.test(note)
      ? ` ${note.charAt(0).toLowerCase()}${note.slice(1)}`
      : `: ${note}`;
  },
  gone: ' đã được thu hồi khỏi kho văn bản.',
  reworded: ' đã có bản mới, đoạn được trích không còn như trước.',
  digest: (day: string, items: readonly string[], more: number) =>
    [
      `Hướng dẫn mới trong lĩnh vực anh/chị theo dõi, ngày ${printDate(day)}:`,
      ...items.map((item) => `• ${item}`),
      ...(more > 0 ? [`… và ${more} văn bản khác.`] : []),
      'Đổi lĩnh vực theo dõi: /theodoi hoặc trang Theo dõi lĩnh vực.',
    ].join('\n'),
  following: (fields: readonly string[]) =>
    fields.length === 0
      ? 'Anh/chị chưa theo dõi lĩnh vực nào. Gõ /theodoi kèm tên lĩnh vực, ví dụ: /theodoi hộ tịch. Mỗi ngày có hướng dẫn mới, anh/chị nhận một tin tóm tắt.'
      : `Anh/chị đang theo dõi: ${fields.join('; ')}. Thêm: /theodoi kèm tên lĩnh vực. Thôi theo dõi: /botheodoi kèm tên lĩnh vực.`,
  followed: (field: string) =>
    `Đã theo dõi lĩnh vực ${field}. Ngày nào có hướng dẫn mới, anh/chị nhận một tin tóm tắt; ngày không có thì không gửi.`,
  unfollowed: (field: string) => `Đã thôi theo dõi lĩnh vực ${field}.`,
  notFollowing: (field: string) => `Anh/chị chưa theo dõi lĩnh vực ${field}.`,
  unknownField: (field: string, near: readonly string[]) =>
    `Chưa có lĩnh vực “${field}” trong kho.${near.length > 0 ? ` Có phải: ${near.join('; ')}?` : ' Anh/chị xem danh sách ở trang Theo dõi lĩnh vực.'}`,
} as const;
