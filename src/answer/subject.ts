import { fold, plainWords, typedWithDiacritics } from '../legal/text.ts';
import type { EvidenceUnit } from './model.ts';

/** Fields of work whose procedures are about a person (folded). */
const ABOUT_PERSONS =
  /^(?:ho tich|quoc tich|nuoi con nuoi|dang ky, quan ly cu tru|cap, quan ly can cuoc|dinh danh va xac thuc|quan ly xuat nhap canh|ly lich tu phap|nguoi co cong|.*\b(?:bhxh|bhyt|bao hiem xa hoi|bao hiem y te)\b)/u;

interface Things {
  /** Where the question has diacritics. */
  readonly marked: string;
  /** Where it has none: only what cannot be read otherwise ("cho con de" is mostly "con đẻ"). */
  readonly plain: string;
}

/** No person: nobody registers its birth, residence or marriage. */
const NO_PERSON: Things = {
  marked:
    'chó|mèo|gà|vịt|heo|lợn|trâu|bò|dê|ngựa|chim|cá(?: cảnh)?|khỉ|rắn|rùa|thú cưng|vật nuôi|cây(?: cảnh| cối)?|hoa lan|rô bốt|robot|người máy|búp bê|tượng|trí tuệ nhân tạo|chatbot',
  plain: 'meo|ga|vit|heo|trau|chim|rua|thu cung|vat nuoi|ca canh|cay canh|robot|nguoi may|bup be|chatbot',
};

/** Nothing that an office deals with, whatever the procedure. */
const UNREAL: Things = {
  marked:
    '(?:nuôi|con|săn) rồng|khủng long|(?:con )?kỳ lân|yêu tinh|quái vật|ma cà rồng|hồn ma|ma nữ|linh hồn|thiên thần|ông bụt|phù thủy|pháp sư|phép thuật|siêu anh hùng|hành tinh|mặt trăng|vầng trăng|sao (?:hỏa|mộc|kim|thổ)|phi thuyền|tàu vũ trụ|đĩa bay|cỗ máy thời gian|xuyên không',
  plain:
    'nuoi rong(?! rai)|con rong|khung long|con ky lan|yeu tinh|ma ca rong|ma nu|hanh tinh|mat trang|phi thuyen|tau vu tru|dia bay|phep thuat|phu thuy',
};

/** What stands between the word that makes something the subject and the thing itself. */
const COUNTED: Things = {
  marked:
    '(?:con |chú |bé |em |cô |ông |bà |cái |chiếc |đàn |bầy |pho |cặp |một |hai |ba |các |những |bức )*',
  plain: '(?:con |chu |be |em |co |cai |chiec |dan |pho |cap |mot |hai |cac |nhung )*',
};
const FOR: Things = { marked: 'cho|với|của|giữa|cùng', plain: 'cho|voi|cua|giua|cung' };

/**
 * The thing that a question asks a procedure for and that the procedure cannot be about: an animal or a machine in the place
 * of a person ("tạm trú cho robot"), or what does not exist ("giấy phép nuôi rồng"). The words of such a question are
 * almost all in the record, so no score tells. What the unit's own text speaks of is no such thing.
 */
export function impossibleSubject(question: string, { facts, chunks }: EvidenceUnit): string | undefined {
  if (facts.kind !== 'procedure') return undefined;
  const form = typedWithDiacritics(question) ? 'marked' : 'plain';
  const text = spaced(question, form);
  const person = ABOUT_PERSONS.test(fold(facts.linhVuc ?? ''))
    ? new RegExp(` (?:${FOR[form]}) ${COUNTED[form]}(${NO_PERSON[form]})(?= )`, 'u').exec(text)
    : null;
  const thing = person?.[1] ?? new RegExp(` (${UNREAL[form]})(?= )`, 'u').exec(text)?.[1];
  if (thing === undefined) return undefined;
  const said = [facts.title, ...chunks.map((chunk) => chunk.text)];
  return said.some((part) => spaced(part, form).includes(` ${thing} `)) ? undefined : thing;
}

const spaced = (text: string, form: keyof Things): string =>
  ` ${plainWords(text, form === 'marked' ? 'kept' : 'folded')} `;
