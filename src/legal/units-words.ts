import type { UnitMention } from './units.ts';
import type { UnitCandidate } from './units-names.ts';
import type { UnitTable } from './units-table.ts';

/** What to tell a person about a unit they named. */
export interface UnitAnswer {
  /** One sentence each, with the clause it rests on. */
  readonly lines: readonly string[];
  /** Choices to ask between, when the name means units that now lie apart. */
  readonly choices: readonly { readonly label: string; readonly candidate: UnitCandidate }[];
}

/** "Xã Phú An (trước 01/7/2025) nay thuộc phường Mỹ Thượng (khoản 13 Điều 1 Nghị quyết số 1675/NQ-UBTVQH15 …)." */
export function describeUnit(mention: UnitMention, table: UnitTable): UnitAnswer {
  const lines = mention.candidates.map((candidate) => sentence(candidate, table));
  const older = mention.alsoEarlier.map((candidate) => `Cũng có thể là: ${sentence(candidate, table)}`);
  const choices = mention.ambiguous
    ? mention.candidates.map((candidate) => ({ label: choiceLabel(candidate), candidate }))
    : [];
  return { lines: [...new Set([...lines, ...older])], choices };
}

/** "phường Đúc" for the ward whose name begins with its kind. */
export function unitName(unit: { readonly kind: string; readonly name: string }): string {
  return unit.name.toLowerCase().startsWith(`${unit.kind} `)
    ? unit.kind + unit.name.slice(unit.kind.length)
    : `${unit.kind} ${unit.name}`;
}

function sentence(candidate: UnitCandidate, table: UnitTable): string {
  const { today } = candidate;
  const basis = `${today.clause} ${table.basis}`;
  const until = vietnameseDate(table.from);
  if (candidate.role === 'today') {
    return today.unchanged === true
      ? `${capital(unitName(today))} không sắp xếp, giữ nguyên (${basis}).`
      : `${capital(unitName(today))} hiện nay gồm ${today.former.map(unitName).join(', ')} trước ${until} (${basis}).`;
  }
  const where = candidate.district === undefined ? '' : `, ${candidate.district}`;
  const name = `${capital(unitName(candidate))}${where}`;
  if (candidate.role === 'former') {
    return `${name} (trước ${until}) nay thuộc ${unitName(today)}, ${table.province} (${basis}).`;
  }
  const via =
    candidate.via === undefined ? '' : ` đã nhập vào ${unitName(candidate.via)} (${table.earlierBasis}),`;
  return `${name}${via} nay thuộc ${unitName(today)}, ${table.province} (${basis}).`;
}

function choiceLabel(candidate: UnitCandidate): string {
  const when = candidate.role === 'today' ? 'hiện nay' : 'trước đây';
  const where = candidate.district === undefined ? '' : `, ${candidate.district}`;
  const now = candidate.role === 'today' ? '' : ` (nay là ${unitName(candidate.today)})`;
  return `${unitName(candidate)}${where} ${when}${now}`;
}

function vietnameseDate(date: string): string {
  const [year, month, day] = date.split('-');
  return `${day}/${month}/${year}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
