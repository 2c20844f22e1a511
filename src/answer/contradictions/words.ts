import { printDate } from '../../legal/citation-label.ts';
import type { Citation } from '../model.ts';
import { asksLess } from './compare.ts';
import type { Overruled, TakenUp } from './find.ts';
import type { StatedKind } from './statements.ts';

const FACT: Readonly<Record<StatedKind, string>> = {
  time: 'thời hạn',
  validity: 'thời hạn sử dụng',
  money: 'mức tiền',
  copies: 'số bản, số bộ',
  authority: 'cơ quan thực hiện',
};
const WHY: Readonly<Record<Overruled['why'], string>> = {
  higher: 'văn bản có hiệu lực cao hơn',
  later: 'văn bản ban hành sau của cùng cơ quan',
};

/** What a person reads where two texts in force differ. */
export const CONTRADICTION_WORDS = {
  told: (one: Overruled, label: string, { n, label: other, quote }: Citation) =>
    `Mâu thuẫn về ${FACT[one.lower.kind]}: ${label} ghi “${one.lower.printed}”, còn ${WHY[one.why]} – ${other} – ghi “${one.higher.printed}”: “${quote}” [${n}]. ${advice(one)}`,
  /** A provision of a temporary text that a later one has taken up. */
  takenUp: (
    { laterFacts }: TakenUp,
    label: string,
    { n, label: other, quote, effectivity: { from = laterFacts.effectiveFrom } }: Citation,
  ) =>
    `${capitalised(label)} là quy định tạm thời, hết hiệu lực khi có văn bản mới về cùng nội dung. Văn bản sau đã quy định việc này: ${other}, có hiệu lực từ ngày ${printDate(from!)}: “${quote}” [${n}]. Anh/chị áp dụng văn bản sau.`,
  /** Of two texts one of which is being taken in. */
  atUpload: ({ lower, higher, why }: Overruled) =>
    `Mâu thuẫn về ${FACT[lower.kind]}: ${lower.chunk.label} ghi “${lower.printed}”, còn ${WHY[why]} – ${higher.chunk.label} – ghi “${higher.printed}”: “${higher.clause}”`,
} as const;

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What is to be done about it; who only publishes or asks less may rest on a rule that is not stored. */
function advice(one: Overruled): string {
  if (one.lowerFacts.kind !== 'official')
    return 'Bản công bố có thể theo văn bản sửa đổi chưa có trong kho; anh/chị đối chiếu, hỏi cơ quan chủ trì trước khi trả lời công dân.';
  if (asksLess(one) && one.why === 'higher')
    return 'Địa phương, đơn vị có thể rút ngắn, giảm so với quy định chung; anh/chị hỏi cơ quan chủ trì trước khi trả lời công dân.';
  return `Anh/chị áp dụng văn bản ${one.why === 'higher' ? 'có hiệu lực cao hơn' : 'ban hành sau'}; nếu còn vướng, hỏi cơ quan chủ trì trước khi trả lời công dân.`;
}
