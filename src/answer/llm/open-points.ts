/** What the sources leave open or are about to lose, said by code so that no model can forget it. */
import { fold } from '../../legal/text.ts';
import type { AskedField } from '../../retrieval/model.ts';
import type { EvidenceItem } from './evidence.ts';
import { factsOf } from './facts/extract.ts';
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

const has = (re: RegExp) => (text: string) => re.test(fold(text));
const hasFact = (kind: string) => (text: string) => factsOf(text).some((f) => f.kind === kind);

const EXPECTED: Record<AskedField, Expected> = {
  thoi_han: {
    point: 'time_limit',
    section: 'time_limit',
    inConclusion: (t) => hasFact('duration')(t) || has(/trong ngay|ngay khi|ngay sau|lap tuc|thoi han/)(t),
  },
  thanh_phan_ho_so: {
    point: 'dossier',
    section: 'dossier',
    inConclusion: (t) => hasFact('paper')(t) || has(/ho so|giay to|don|ban sao|van ban|ban chinh/)(t),
  },
  le_phi: {
    point: 'fee',
    section: 'fee',
    inConclusion: (t) => hasFact('amount')(t) || has(/phi(?![\p{L}])|mien|khong thu/u)(t),
  },
  tham_quyen: { point: 'authority', section: 'authority', inConclusion: hasFact('authority') },
  trinh_tu: { point: 'steps', section: 'steps', inConclusion: () => true },
  bieu_mau: {
    point: 'form',
    section: 'dossier',
    inConclusion: (t) => hasFact('form')(t) || hasFact('paper')(t) || has(/mau/)(t),
  },
  dieu_kien: { point: 'condition', inConclusion: () => true },
  ket_qua: { point: 'result', inConclusion: () => true },
  can_cu: { point: 'legal_basis', inConclusion: (t) => hasFact('document')(t) || hasFact('law')(t) },
  doi_tuong: { point: 'other', inConclusion: () => true },
};

/** Fields asked for that no statement left answers: a partial answer must not sound complete. */
export function unanswered(
  fields: readonly AskedField[],
  kept: readonly VerifiedStatement[],
): MissingPoint[] {
  const points = fields
    .map((f) => EXPECTED[f])
    .filter((e) => !kept.some((s) => s.section === e.section || e.inConclusion(s.text)))
    .map((e) => e.point);
  return [...new Set(points)];
}

/** @returns lines about the force of what is cited, each with its mark */
export function forceCautions(
  cited: readonly { readonly n: number; readonly item: EvidenceItem }[],
): string[] {
  const byDocument = new Map<string, { ns: number[]; item: EvidenceItem }>();
  for (const { n, item } of cited) {
    const key = item.unit.hit.unitId;
    const entry = byDocument.get(key);
    if (entry) entry.ns.push(n);
    else byDocument.set(key, { ns: [n], item });
  }
  return [...byDocument.values()].flatMap(({ ns, item }) => {
    const words = forceWords(item);
    return words ? [`${words} [${ns[0]}]`] : [];
  });
}

function forceWords({ unit }: EvidenceItem): string | undefined {
  const { status, from, to, note } = unit.hit.effectivity;
  const name = unit.facts.number ?? unit.facts.title;
  const more = note ? ` ${note.replace(/\.?$/, '.')}` : '';
  if (status === 'expired') return `${name} đã hết hiệu lực${to ? ` từ sau ngày ${vn(to)}` : ''}.${more}`;
  if (status === 'not_yet')
    return `${name} chưa có hiệu lực${from ? `, bắt đầu từ ngày ${vn(from)}` : ''}.${more}`;
  if (status === 'suspended') return `${name} đang ngưng hiệu lực.${more}`;
  if (status === 'partly_expired') return `${name} đã hết hiệu lực một phần.${more}`;
  if (status === 'unknown') return `Chưa xác định được tình trạng hiệu lực của ${name}.${more}`;
  return to ? `${name} có hiệu lực đến hết ngày ${vn(to)}.${more}` : undefined;
}

const vn = (date: string) => date.split('-').reverse().join('/');

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
