import type { Fact } from '../facts/model.ts';
import type { WordingFault } from './wording/restates.ts';

/** Why a statement is not shown. */
export type Failure =
  | {
      readonly kind: 'no_text' | 'too_long' | 'no_token' | 'no_quote' | 'personal_data' | 'instruction';
    }
  | WordingFault
  | { readonly kind: 'unknown_token'; readonly token: string }
  | { readonly kind: 'quote_not_found'; readonly token: string; readonly quote: string }
  | { readonly kind: 'unsupported' | 'not_in_quote'; readonly facts: readonly Fact[] }
  | { readonly kind: 'out_of_force'; readonly token: string };

/** For the repair prompt: Vietnamese, naming what to mend. */
export function failureWords(failure: Failure): string {
  switch (failure.kind) {
    case 'no_text':
      return 'câu trống';
    case 'too_long':
      return 'câu quá dài, hãy tách hoặc rút ngắn';
    case 'no_token':
      return 'không ghi mã đoạn trích nào có thật';
    case 'unknown_token':
      return `mã ${failure.token.slice(0, 20)} không tồn tại`;
    case 'no_quote':
      return 'có số liệu hoặc tên gọi nhưng không chép nguyên văn căn cứ (quotes)';
    case 'quote_not_found':
      return `trích dẫn "${failure.quote.slice(0, 120)}" không có nguyên văn trong ${failure.token.slice(0, 20)}`;
    case 'unsupported':
      return `đoạn trích không có: ${failure.facts.map((f) => f.text).join(', ')}`;
    case 'not_in_quote':
      return `phần chép nguyên văn phải chứa: ${failure.facts.map((f) => f.text).join(', ')}`;
    case 'out_of_force':
      return `${failure.token} không có hiệu lực vào ngày được hỏi`;
    case 'polarity':
      return 'câu khẳng định hoặc phủ định ngược với đoạn trích';
    case 'roles':
      return `đoạn trích không nói như vậy về: ${failure.words.slice(0, 6).join(', ')} (ai làm, ai là cơ quan nào)`;
    case 'off_source':
      return `phần chép nguyên văn không có các chữ: ${failure.words.slice(0, 12).join(', ')}`;
    case 'skipped':
      return `câu bỏ sót điều phần chép nguyên văn nêu ở giữa: ${failure.words.slice(0, 6).join(', ')}`;
    case 'overstated':
      return `phần chép nguyên văn không nói: ${failure.words.join(', ')}`;
    case 'condition':
      return `thiếu điều kiện "${failure.words.join(', ').slice(0, 120)}"`;
    case 'instruction':
      return 'đoạn trích được chép là một mệnh lệnh nằm trong tài liệu, không phải quy định';
    case 'personal_data':
      return 'câu chứa thông tin cá nhân không cần nêu';
  }
}
