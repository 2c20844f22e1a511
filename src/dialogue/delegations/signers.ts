import type { Answer, AnswerSection } from '../../answer/model.ts';
import { printDate } from '../../legal/citation-label.ts';
import type { IsoDate } from '../../legal/model.ts';
import { fold, syllables } from '../../legal/text.ts';
import type { Context } from '../deps.ts';
import type { Audience, Person } from '../model.ts';
import { communeName } from '../people.ts';
import { plainAnswer } from '../plain-answer.ts';
import { type Delegation, termOn } from './model.ts';
import { SIGNER_WORDS } from './words.ts';

/** "ai ký", "người nào được ký", "thẩm quyền ký", "ủy quyền cho ai". */
const ASKS_WHO_SIGNS =
  /(?<!\p{L})(?:(?:ai|nguoi nao|can bo nao|cong chuc nao|lanh dao nao|chuc danh nao)(?: \p{L}+){0,4} ky|ky(?: \p{L}+){0,6} (?:la|boi|do) ai|tham quyen ky|(?:duoc )?(?:uy|uỷ) quyen(?: \p{L}+){0,6} (?:cho )?ai|ai (?:duoc|dang duoc|co) (?:nhan )?uy quyen)(?!\p{L})/u;
const HERE =
  /(?<!\p{L})(?:(?:xa|phuong|dac khu|uy ban|ubnd|don vi|co quan|trung tam)(?: nhan dan)?(?: (?:xa|phuong))? (?:minh|toi|em|ta|chung toi|chung em|chung ta|nay)|o day|tai day|cho (?:minh|em|toi))(?!\p{L})/u;
/** Words of the question that say nothing of the matter to be signed. */
const EMPTY = new Set(
  'ai la gi nao nguoi can bo cong chuc lanh dao chuc danh ky duoc uy quyen tham dang co cho o tai xa phuong dac khu minh toi em ta chung nay day don vi quan ban ubnd nhan dan thi thay khi va ve viec giay to ho so theo quy dinh hien bay gio con boi do chu tich pho hay khong vay a oi nhi hoi'.split(
    ' ',
  ),
);
const MOST_OVER = 3;
/** Decree 280/2025/NĐ-CP, which lets the chair delegate certification to civil servants. */
const CERTIFICATION_FROM = '2025-11-01';

export function asksWhoSigns(question: string): boolean {
  return ASKS_WHO_SIGNS.test(fold(question));
}

/**
 * What the asker's own commune has registered, said before the general answer. A group hears nothing of it: the
 * register names people. Untouched when the question is not about who signs, or neither names the own commune nor a
 * matter that stands in its register.
 */
export async function withLocalSigners(
  context: Context,
  asked: { person: Person; question: string; asOf: IsoDate; audience: Audience | undefined },
  general: Answer,
): Promise<Answer> {
  const { person, question, asOf } = asked;
  if (person.commune === undefined || asked.audience === 'group' || !asksWhoSigns(question)) return general;
  const register = await context.delegations.ofCommune(person.commune);
  const about = register.filter(({ matter }) => sameMatter(question, matter));
  if (about.length === 0 && !HERE.test(fold(question))) return general;
  const commune = communeName(context, person.commune);
  const answers = general.status === 'answered' || general.status === 'partial';
  // What the register lacks is no first line where the rules say who signs.
  return answers && about.every((one) => termOn(one, asOf) !== 'current')
    ? withNote(general, [SIGNER_WORDS.nobody(commune), ...otherTerms(about, asOf)])
    : merged(local(about, commune, asOf), general, answers);
}

/** True when the question names no matter at all, or shares two neighbouring syllables (or its only one) with it. */
export function sameMatter(question: string, matter: string): boolean {
  const asked = syllables(fold(question));
  const meant = asked.filter((one) => !EMPTY.has(one));
  if (meant.length === 0) return true;
  const words = syllables(fold(matter));
  if (meant.length === 1) return words.includes(meant[0]!);
  const pairs = new Set(words.slice(1).map((word, i) => `${words[i]} ${word}`));
  // "Chứng thực", "bản sao": without diacritics one half may look like "chúng", "ban".
  return asked
    .slice(1)
    .some((word, i) => !(EMPTY.has(word) && EMPTY.has(asked[i]!)) && pairs.has(`${asked[i]} ${word}`));
}

function otherTerms(about: readonly Delegation[], asOf: IsoDate): readonly string[] {
  const of = (state: ReturnType<typeof termOn>) => about.filter((one) => termOn(one, asOf) === state);
  return [
    ...of('not_yet').map(SIGNER_WORDS.notYet),
    ...of('over').slice(0, MOST_OVER).map(SIGNER_WORDS.over),
    ...(about.some(precedesDecree280) ? [SIGNER_WORDS.certification] : []),
  ];
}

function local(about: readonly Delegation[], commune: string, asOf: IsoDate): readonly AnswerSection[] {
  const current = about
    .filter((one) => termOn(one, asOf) === 'current')
    .map((one) => SIGNER_WORDS.signs(commune, one));
  const others = otherTerms(about, asOf);
  return [
    { role: 'conclusion', lines: current.length > 0 ? current : [SIGNER_WORDS.nobody(commune)] },
    ...(others.length > 0 ? [{ role: 'caution', lines: others } as const] : []),
    { role: 'detail', lines: [SIGNER_WORDS.basis(commune, printDate(asOf))] },
  ];
}

function precedesDecree280({ matter, from }: Delegation): boolean {
  return from < CERTIFICATION_FROM && fold(matter).includes('chung thuc');
}

function withNote(general: Answer, lines: readonly string[]): Answer {
  return {
    ...general,
    answer: `${general.answer}\n\n${lines.join('\n')}`,
    sections: [...general.sections, { role: 'caution', lines }],
  };
}

function merged(sections: readonly AnswerSection[], general: Answer, answers: boolean): Answer {
  const [conclusion, ...more] = sections;
  const said = plainAnswer('answered', conclusion!.lines, 'delegation', more);
  if (!answers) {
    const { traceId, timings, usage } = general;
    return { ...said, traceId, timings, ...(usage && { usage }) };
  }
  const rest = general.sections.map((section) =>
    section.role === 'conclusion'
      ? { role: 'detail' as const, heading: SIGNER_WORDS.general, lines: section.lines }
      : section,
  );
  return {
    ...general,
    answer: `${said.answer}\n\n${SIGNER_WORDS.general}:\n${general.answer}`,
    sections: [...said.sections, ...rest],
  };
}
