/** What the sources leave open or are about to lose, said by code so that no model can forget it. */
import { fold } from '../../legal/text.ts';
import type { AskedField } from '../../retrieval/model.ts';
import { cautionsOf } from '../cautions.ts';
import { supports } from '../effectivity.ts';
import { hasFact } from '../facts/extract.ts';
import type { Shape } from '../question.ts';
import { type EvidenceItem, forceLine } from './evidence.ts';
import { isMisplaced, TELLS } from './headings.ts';
import type { MissingPoint, StatementSection } from './model.ts';
import type { VerifiedStatement } from './verify.ts';

export const MISSING_WORDS: Record<MissingPoint, string> = {
  authority: 'cơ quan có thẩm quyền giải quyết',
  steps: 'trình tự thực hiện',
  dossier: 'thành phần hồ sơ',
  time_limit: 'thời hạn giải quyết',
  fee: 'phí, lệ phí',
  form: 'biểu mẫu',
  condition: 'điều kiện thực hiện',
  result: 'kết quả thực hiện',
  legal_basis: 'căn cứ pháp lý',
  other: 'một phần nội dung được hỏi',
};

interface Expected {
  readonly point: MissingPoint;
  readonly section?: StatementSection;
  /** A conclusion that looks like this answers the field. */
  readonly inConclusion: (text: string) => boolean;
}

const EXPECTED: Record<AskedField, Expected> = {
  thoi_han: { point: 'time_limit', section: 'time_limit', inConclusion: TELLS.time_limit },
  thanh_phan_ho_so: { point: 'dossier', section: 'dossier', inConclusion: TELLS.dossier },
  le_phi: { point: 'fee', section: 'fee', inConclusion: TELLS.fee },
  tham_quyen: { point: 'authority', section: 'authority', inConclusion: TELLS.authority },
  trinh_tu: { point: 'steps', section: 'steps', inConclusion: () => true },
  bieu_mau: {
    point: 'form',
    section: 'dossier',
    inConclusion: (t) => hasFact(t, 'form', 'paper') || /mau/.test(fold(t)),
  },
  dieu_kien: { point: 'condition', inConclusion: () => true },
  ket_qua: { point: 'result', inConclusion: () => true },
  can_cu: { point: 'legal_basis', inConclusion: (t) => hasFact(t, 'document', 'law') },
  doi_tuong: { point: 'other', inConclusion: () => true },
};

/** Fields asked for that no statement left answers: a partial answer must not sound complete. */
export function unanswered(
  fields: readonly AskedField[],
  kept: readonly VerifiedStatement[],
): MissingPoint[] {
  const points = fields
    .map((f) => EXPECTED[f])
    .filter((e) => !kept.some((s) => isUnder(e.section, s) || e.inConclusion(s.text)))
    .map((e) => e.point);
  return [...new Set(points)];
}

const isUnder = (section: StatementSection | undefined, s: VerifiedStatement): boolean =>
  s.section === section && !isMisplaced(s.section, s.text);

/**
 * What must be said beside what is cited, once a unit, with its mark: effectivity that is not plain, flaws of the
 * source; and, where a caveat names a text without force, that it has none.
 */
export function sourceCautions(
  kept: readonly VerifiedStatement[],
  cited: readonly { readonly n: number; readonly item: EvidenceItem }[],
): string[] {
  const said: Shape[] = [];
  if (kept.some((s) => s.section === 'time_limit' || hasFact(s.text, 'duration'))) said.push('duration');
  if (kept.some((s) => s.section === 'fee' || hasFact(s.text, 'amount'))) said.push('money');
  const units = new Map(cited.toReversed().map(({ n, item }) => [item.unit, n]));
  // What holds of several is said once, with all their marks.
  const marks = new Map<string, number[]>();
  for (const [unit, n] of [...units].reverse()) {
    const force = supports(unit.hit.effectivity) ? [] : [forceLine(unit)];
    for (const line of [...force, ...cautionsOf(unit, said)])
      marks.set(
        line,
        [...(marks.get(line) ?? []), n].sort((a, b) => a - b),
      );
  }
  return [...marks].map(([line, of]) => `${line} ${of.map((n) => `[${n}]`).join('')}`);
}

/** Records that print "Miễn phí" and a fee set by the People's Council at once: told, not resolved. */
export function feeConflict(
  kept: readonly VerifiedStatement[],
  cited: readonly { readonly n: number; readonly item: EvidenceItem }[],
): string | undefined {
  const fee = kept.filter((s) => s.section === 'fee' || /phí/iu.test(s.text));
  if (fee.length === 0 || fee.some((s) => /hội đồng nhân dân|hđnd|mâu thuẫn/iu.test(s.text)))
    return undefined;
  const item = fee
    .flatMap((s) => s.passages.map((p) => p.item))
    .find(
      ({ chunk }) =>
        /mien phi|khong thu/.test(fold(chunk.text)) &&
        /(?:phi|muc thu)[^\n]{0,200}(?:hoi dong nhan dan|hdnd)/.test(fold(chunk.text)),
    );
  const n = cited.find((c) => c.item === item)?.n;
  if (n === undefined) return undefined;
  return `Nguồn vừa ghi miễn phí, vừa nói mức thu do Hội đồng nhân dân quy định; anh/chị kiểm tra mức áp dụng tại địa phương. [${n}]`;
}
