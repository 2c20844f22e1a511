import type { PaperKind } from './model.ts';

/** Dots of a blank that only the official can fill in. */
export const BLANK = '……………………………';

interface PaperWords {
  /** On a button, short. */
  readonly button: string;
  readonly title: string;
  readonly fileName: string;
  /** What the paper says; each blank is the official's to fill in. */
  readonly body: readonly string[];
}

export const PAPER_WORDS: Readonly<Record<PaperKind, PaperWords>> = {
  bo_sung: {
    button: 'Phiếu bổ sung',
    title: 'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
    fileName: 'phieu-yeu-cau-bo-sung',
    body: [
      'Qua kiểm tra, hồ sơ chưa đủ điều kiện giải quyết. Đề nghị ông/bà bổ sung, hoàn thiện những nội dung sau:',
      `1. ${BLANK}${BLANK}`,
      `2. ${BLANK}${BLANK}`,
      `Lý do: ${BLANK}${BLANK}`,
      `Thời hạn bổ sung, hoàn thiện: ${BLANK}`,
      `Nơi nộp hồ sơ bổ sung: ${BLANK}`,
      `Khi cần hướng dẫn thêm, ông/bà liên hệ: ${BLANK}, điện thoại: ${BLANK}`,
    ],
  },
  tu_choi: {
    button: 'Phiếu từ chối',
    title: 'PHIẾU TỪ CHỐI TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ',
    fileName: 'phieu-tu-choi',
    body: [
      'Qua xem xét, hồ sơ không đủ điều kiện tiếp nhận, giải quyết.',
      `Lý do từ chối: ${BLANK}${BLANK}`,
      `Điều, khoản áp dụng cho lý do từ chối: ${BLANK}`,
      `Cơ quan có thẩm quyền giải quyết (nếu không thuộc thẩm quyền của nơi tiếp nhận): ${BLANK}`,
      'Hồ sơ được trả lại kèm theo phiếu này.',
    ],
  },
  xin_loi: {
    button: 'Phiếu xin lỗi',
    title: 'PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ',
    fileName: 'phieu-xin-loi',
    body: [
      `Ngày tiếp nhận hồ sơ: ${BLANK}. Ngày hẹn trả kết quả: ${BLANK}`,
      `Đến nay hồ sơ chưa giải quyết xong. Lý do: ${BLANK}${BLANK}`,
      'Cơ quan giải quyết hồ sơ xin lỗi ông/bà về sự chậm trễ này.',
      `Hẹn lại ngày trả kết quả: ${BLANK}. Nơi trả kết quả: ${BLANK}`,
    ],
  },
};

/** Words that all three papers share. */
export const PAPER_PARTS = {
  heading: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  issuer: (commune: string) =>
    commune === '' ? 'ỦY BAN NHÂN DÂN ……………………' : `ỦY BAN NHÂN DÂN ${commune.toLocaleUpperCase('vi')}`,
  office: 'BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ: ……………',
  number: 'Số: ………………',
  placeAndDate: '……………, ngày …… tháng …… năm ………',
  to: `Kính gửi: ${BLANK}`,
  address: `Địa chỉ: ${BLANK}. Điện thoại: ${BLANK}`,
  dossier: `Mã hồ sơ: ${BLANK}. Ngày tiếp nhận: ${BLANK}`,
  procedure: (name: string, code: string) => `Thủ tục hành chính: ${name} (mã ${code}).`,
  basis: 'Căn cứ của thủ tục (người lập phiếu đối chiếu bản gốc trước khi ký):',
  cited: (label: string, quote: string) => `- ${label}: “${quote}”`,
  checked: (day: string) => `Căn cứ được tra cứu ngày ${day} bằng trợ lý tự động.`,
  receiver: 'NGƯỜI NỘP HỒ SƠ',
  signer: 'NGƯỜI LẬP PHIẾU',
  sign: '(Ký, ghi rõ họ tên)',
} as const;
