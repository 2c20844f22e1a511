import { printDate } from '../../legal/citation-label.ts';
import { type Delegation, type TermState, termOn } from './model.ts';

/** Sentences about the register of delegations, in Telegram and on the web. */
export const DELEGATION_WORDS = {
  title: (commune: string) => `Sổ ủy quyền ký của ${commune}`,
  none: 'Chưa có ủy quyền nào trong sổ.',
  chooseCommune: 'Anh/chị chọn xã, phường để mở sổ.',
  noCommune: 'Tài khoản của anh/chị chưa gắn với xã, phường nào nên chưa có sổ ủy quyền.',
  matter: 'Nội dung được ủy quyền ký',
  delegate: 'Người được ủy quyền (họ tên, chức danh)',
  decisionNumber: 'Số quyết định ủy quyền',
  decisionDate: 'Ngày quyết định',
  from: 'Từ ngày',
  to: 'Đến ngày (để trống nếu quyết định không ghi)',
  saved: 'Đã ghi vào sổ ủy quyền.',
  withdrawn: 'Đã đưa ra khỏi sổ ủy quyền.',
  badMatter: 'Nội dung được ủy quyền cần ghi bằng chữ, tối đa 300 ký tự.',
  badDelegate: 'Vui lòng ghi họ tên và chức danh người được ủy quyền, tối đa 200 ký tự.',
  badDecision: 'Số quyết định chưa đúng, ví dụ: 15/QĐ-UBND.',
  badDates: 'Ngày chưa đúng. Ghi ngày/tháng/năm, ví dụ: 03/11/2025.',
  beforeDecision: 'Thời hạn ủy quyền không thể bắt đầu trước ngày ký quyết định.',
  endsBeforeStart: 'Ngày hết hạn phải sau ngày bắt đầu.',
} as const;

export const TERM_WORDS: Readonly<Record<TermState, string>> = {
  current: 'Còn thời hạn',
  not_yet: 'Chưa đến thời hạn',
  over: 'Đã hết thời hạn',
};

export function termText({ from, to }: Pick<Delegation, 'from' | 'to'>): string {
  return to === undefined
    ? `từ ngày ${printDate(from)}, quyết định không ghi ngày hết hạn`
    : `từ ngày ${printDate(from)} đến hết ngày ${printDate(to)}`;
}

export function decisionText({ decisionNumber, decisionDate }: Delegation): string {
  return `Quyết định số ${decisionNumber} ngày ${printDate(decisionDate)}`;
}

/** One delegation as the register lists it. */
export function delegationLine(one: Delegation, day: string): string {
  return `${one.matter}: ${one.delegate}. ${decisionText(one)}, ${termText(one)}. ${TERM_WORDS[termOn(one, day)]}.`;
}

/** Sentences of an answer about who signs. */
export const SIGNER_WORDS = {
  signs: (commune: string, one: Delegation) =>
    `Tại ${commune}, ${one.delegate} được ủy quyền ký: ${one.matter} (${decisionText(one)}, ${termText(one)}).`,
  over: (one: Delegation) =>
    `Ủy quyền ký ${one.matter} cho ${one.delegate} (${decisionText(one)}) đã hết thời hạn từ sau ngày ${printDate(one.to ?? one.from)}, không dùng để ký nữa.`,
  notYet: (one: Delegation) =>
    `Ủy quyền ký ${one.matter} cho ${one.delegate} (${decisionText(one)}) chỉ bắt đầu từ ngày ${printDate(one.from)}.`,
  nobody: (commune: string) =>
    `Sổ ủy quyền của ${commune} chưa ghi ai đang được ủy quyền ký việc này. Đầu mối xã ghi vào sổ bằng /uyquyen hoặc trang Ủy quyền ký.`,
  basis: (commune: string, day: string) =>
    `Theo sổ ủy quyền do đầu mối ${commune} tự ghi, tra cứu ngày ${day}; quyết định ủy quyền gốc có giá trị áp dụng.`,
  certification:
    'Lưu ý: Chủ tịch chỉ ủy quyền cho công chức ký chứng thực từ ngày 01/11/2025 (Nghị định số 280/2025/NĐ-CP); ủy quyền ghi thời hạn bắt đầu trước ngày này cần kiểm tra lại.',
  general: 'Quy định chung',
} as const;
