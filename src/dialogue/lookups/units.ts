import type { AnswerSection, Choice } from '../../answer/model.ts';
import { printDate } from '../../legal/citation-label.ts';
import { fold, foldKeepingLength, syllables } from '../../legal/text.ts';
import type { TodayUnit, UnitTable } from '../../legal/units/table.ts';
import { findUnits, type UnitCandidate, type UnitMention } from '../../legal/units/units.ts';
import type { CommuneName, DirectLookup } from '../deps.ts';
import { plainAnswer } from '../plain-answer.ts';

/** A question about where a unit went, not one that merely names a unit. */
const ASKS_WHERE =
  /(?<!\p{L})(?:nay|hien nay|hien tai|bay gio|gio)\s+(?:la|thuoc|ve|goi la|thanh)(?!\p{L})|(?:la|thuoc|ve|vao)\s+(?:xa|phuong|don vi|dau)(?:\s*,?\s*(?:xa|phuong))?\s+(?:nao|gi)(?!\p{L})|(?:sap nhap|nhap|sap xep)\s+(?:vao|tu|thanh|voi|the nao|ra sao)|(?:gom|gop|hop nhat)\s+(?:tu\s+)?(?:nhung|cac|may)?\s*(?:xa|phuong|don vi)|truoc (?:day |kia )?(?:la|thuoc|gom)(?!\p{L})/u;
const LONGEST = 30;
/** Syllables of a unit's name with its kind. */
const LONGEST_NAME = 5;

/** "xã Phú An trước thuộc Phú Vang nay là xã nào": from the table of units, asking back when the name is several units'. */
export function unitLookup(table: UnitTable): DirectLookup {
  return (text) => {
    if (syllables(text).length > LONGEST || !ASKS_WHERE.test(fold(text))) return undefined;
    const mentions = findUnits(text, table);
    if (mentions.length === 0) return unknownUnit(text, table);
    const ambiguous = mentions.find((mention) => mention.ambiguous);
    if (ambiguous !== undefined) return askBack(ambiguous);
    const lines = [...new Set(mentions.flatMap((mention) => mention.candidates.map(sentence)))];
    const detail = basis(table, mentions);
    const rest = alsoAsked(text, table);
    return rest === undefined
      ? plainAnswer('answered', lines, 'unit', [detail])
      : withRest(lines, detail, rest);
  };
}

const ASKS =
  /(?<!\p{L})(?:o dau|dau|ai|nao|gi|sao|may|bao (?:nhieu|lau)|khong|ko|the nao|thu tuc|can gi)(?!\p{L})/u;

/** What somebody wants done, in a clause that names the unit too ("người ở xã cũ X đăng ký kết hôn thì nộp ở đâu"). */
const DOES = /(?<!\p{L})(?:nop|dang ky|khai|xin|lam|ho so|thu tuc|cap|chung thuc)(?!\p{L})/u;

/** A clause that asks for something else than where a unit went ("…, nộp hồ sơ đất ở đâu"). */
function alsoAsked(text: string, table: UnitTable): string | undefined {
  return text
    .split(/[,;.?]|\s(?:và|va)\s/u)
    .map((clause) => clause.trim())
    .find((clause) => {
      const folded = fold(clause);
      const named = findUnits(clause, table).length > 0;
      const other = !ASKS_WHERE.test(folded) && ASKS.test(folded) && (!named || DOES.test(folded));
      return other && syllables(clause).length >= 4;
    });
}

/** The unit is told, the other question is named as unanswered and can be asked with one tap. */
function withRest(lines: readonly string[], detail: AnswerSection, rest: string) {
  const next: AnswerSection = {
    role: 'next',
    lines: [`Ý “${rest}” chưa được trả lời ở đây; anh/chị hỏi riêng câu đó.`],
  };
  return {
    ...plainAnswer('partial', lines, 'unit', [detail, next]),
    choices: [{ label: capital(rest), question: rest }],
  };
}

/** Nothing but a name and where it went, and no such name in the table: said, instead of searched for. */
function unknownUnit(text: string, table: UnitTable) {
  const name =
    /^(.{2,40}?)\s+(?:hien |bay gio |gio )?nay (?:la|thuoc) (?:xa|phuong)(?:, phuong)? nao\??$/u.exec(
      foldKeepingLength(text.trim()),
    )?.[1];
  if (name === undefined || syllables(name).length > LONGEST_NAME) return undefined;
  const written = text.trim().slice(0, name.length);
  return plainAnswer(
    'not_found',
    [
      `Không có “${written}” trong bảng ${table.units.length} xã, phường của ${table.province} và các đơn vị trước sắp xếp. Anh/chị kiểm tra lại tên, hoặc ghi kèm loại (xã, phường, thị trấn).`,
    ],
    'unit',
  );
}

/** Today's units, as people choose theirs. */
export function communesOf(table: UnitTable, slugOf: (name: string) => string): CommuneName[] {
  return table.units.map((unit) => ({
    slug: slugOf(unit.name),
    name: nameOf(unit),
    former: unit.former.map(nameOf),
  }));
}

function sentence(candidate: UnitCandidate): string {
  const { role, today, via } = candidate;
  if (role === 'today') {
    const former = today.former.map(nameOf).join(', ');
    return today.unchanged === true
      ? `${capital(nameOf(today))} không thay đổi khi sắp xếp.`
      : `${capital(nameOf(today))} được lập từ: ${former}.`;
  }
  const district = candidate.district === undefined ? '' : ` (${candidate.district})`;
  const between = role === 'earlier' && via !== undefined ? `, đã nhập vào ${nameOf(via)} từ trước,` : '';
  return `${capital(nameOf(candidate))}${district}${between} nay thuộc ${nameOf(today)}.`;
}

function askBack(mention: UnitMention) {
  const choices: Choice[] = mention.candidates.map((candidate) => {
    const district = candidate.district === undefined ? '' : `, ${candidate.district}`;
    const label = `${capital(nameOf(candidate))}${district}${candidate.role === 'today' ? ' (hiện nay)' : ''}`;
    return { label, question: `${nameOf(candidate)}${district} nay là xã, phường nào` };
  });
  const all = mention.candidates.map((candidate) => `• ${sentence(candidate)}`);
  const detail: AnswerSection = { role: 'detail', lines: all };
  const asked = `Có nhiều đơn vị tên “${mention.written}”. Anh/chị hỏi đơn vị nào?`;
  // Where the choice could not tell them apart, the list itself is the answer.
  const distinct = new Set(choices.map(({ question }) => question)).size === choices.length;
  return { ...plainAnswer('clarify', [asked], 'unit', [detail]), ...(distinct && { choices }) };
}

function basis(table: UnitTable, mentions: readonly UnitMention[]): AnswerSection {
  const clauses = [
    ...new Set(mentions.flatMap(({ candidates }) => candidates.map(({ today }) => today.clause))),
  ];
  const earlier = mentions.flatMap(({ alsoEarlier }) => alsoEarlier.map(sentence));
  const lines = [
    `Căn cứ: ${clauses.join('; ')} ${table.basis}, áp dụng từ ${printDate(table.from)} (kiểm tra ngày ${printDate(table.checked)}).`,
    ...earlier.map((line) => `Lưu ý tên cũ hơn: ${line}`),
  ];
  return { role: 'detail', lines };
}

function nameOf(unit: Pick<TodayUnit, 'name'> & { kind: string }): string {
  return `${unit.kind} ${unit.name}`;
}

function capital(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1);
}
