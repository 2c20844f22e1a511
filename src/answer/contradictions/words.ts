import type { Citation } from '../model.ts';
import type { Overruled } from './find.ts';
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
  told: ({ lower, higher, why }: Overruled, label: string, { n, label: other, quote }: Citation) =>
    `Mâu thuẫn về ${FACT[lower.kind]}: ${label} ghi “${lower.printed}”, còn ${WHY[why]} – ${other} – ghi “${higher.printed}”: “${quote}” [${n}]. Anh/chị áp dụng văn bản ${why === 'higher' ? 'có hiệu lực cao hơn' : 'ban hành sau'}; nếu còn vướng, hỏi cơ quan chủ trì trước khi trả lời công dân.`,
  /** Of two texts one of which is being taken in. */
  atUpload: ({ lower, higher, why }: Overruled) =>
    `Mâu thuẫn về ${FACT[lower.kind]}: ${lower.chunk.label} ghi “${lower.printed}”, còn ${WHY[why]} – ${higher.chunk.label} – ghi “${higher.printed}”: “${higher.clause}”`,
} as const;
