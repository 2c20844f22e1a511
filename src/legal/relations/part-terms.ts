import { addDays, findDates } from '../calendar/dates.ts';
import type { CitationPath, IsoDate, PartTerm } from '../model.ts';
import type { Sentence } from './sentences.ts';
import { findTargets, readPaths } from './targets.ts';

const OWN =
  '(?:bo luat|luat|phap lenh|nghi dinh|nghi quyet|quyet dinh|thong tu(?: lien tich)?|van ban|quy dinh|quy che)\\s+nay';
/** "điểm a, b và d khoản 2 Điều 5": every piece can be read in one way only, so that long lists cost no time. */
const ID = '(?:\\d{1,3}[a-z]?|[ivxlc]{2,5}|[a-z])(?![a-z\\d])';
const PART = `(?:cac\\s+)?(?:diem|khoan|dieu|chuong|phu luc)\\s+${ID}(?:(?:\\s*,\\s*|\\s+va\\s+)${ID})*`;
/** "(Quy định tại) khoản 4 Điều 1 (của Nghị định này) có hiệu lực từ", "… được áp dụng đến hết". */
const TERM = new RegExp(
  `(${PART}(?:(?:\\s*,\\s*|\\s+)(?:va\\s+)?${PART})*)\\s+(?:(?:cua|tai|trong)\\s+)?(?:${OWN}\\s+)?(?:thi\\s+)?(?:(?:bat dau\\s+)?co hieu luc(?:\\s+thi hanh)?|(?:duoc\\s+)?(?:ap dung|thuc hien)|het hieu luc(?:\\s+thi hanh)?)\\s+(ke tu|tu|den)\\s+(het\\s+|truoc\\s+)?(?:ngay\\s+)?(?=\\d)`,
  'gu',
);

/** What every such sentence has. */
const SINCE_OR_UNTIL = /(?:hieu luc|thi hanh|ap dung|thuc hien)\s+(?:ke tu|tu|den)\s/;

/**
 * Parts of a document that take effect, or end, on another day than the whole: "Điều 40 của Luật này có hiệu lực từ ngày
 * …", "…, trừ khoản 3 Điều 12 có hiệu lực từ ngày …", each with its sentence. Parts of other texts are left out.
 */
export function findPartTerms(body: readonly Sentence[]): PartTerm[] {
  const terms: PartTerm[] = [];
  for (const { text: sentence, folded } of body) {
    if (!SINCE_OR_UNTIL.test(folded)) continue;
    for (const m of folded.matchAll(TERM)) {
      const end = m.index + m[0].length;
      const [date] = findDates(sentence.slice(end));
      if (date === undefined || date.start > 8) continue;
      // "Điều 9 Luật số … hết hiệu lực từ ngày …" speaks of the other text, whichever side its number stands on.
      const lead = sentence.slice(Math.max(0, sentence.slice(0, m.index).search(/[^,;]*$/u)), end);
      if (findTargets(lead).length > 0 || (/het hieu luc/.test(m[0]) && !/\snay\s/.test(m[0]))) continue;
      const term = termOf(m, date.date);
      for (const path of readPaths(sentence.slice(m.index, m.index + m[1]!.length)))
        if (path.dieu !== undefined || path.phuLuc !== undefined) terms.push({ path, ...term, sentence });
    }
  }
  return terms;
}

/** "Nghị quyết này … áp dụng từ năm ngân sách 2027 …", "… cho thời kỳ ổn định ngân sách 2023 - 2026". */
const YEARS = new RegExp(
  `^(?:(?:dieu\\s+)?\\d{1,3}[a-z]?[.)]\\s*(?:[^.;:\\d]{0,60}\\s)?)?${OWN}(?:[^.:]{0,200}?(?:[,;]|\\sva))?\\s+(?:duoc\\s+)?(?:ap dung|thuc hien)\\s+(?:(?:ke\\s+)?tu|cho)\\s+(?:cac\\s+)?(?:nam|nien do|thoi ky|giai doan)\\s+(?:(?:on dinh\\s+)?ngan sach\\s+|tai chinh\\s+|ke hoach\\s+)?(?:(?:tu\\s+)?nam\\s+)?((?:19|20)\\d{2})(?!\\d)`,
  'u',
);
/** The last year of a period stands at most this many characters behind the first. */
const NEAR = 80;
const LAST_YEAR = /(?:19|20)\d{2}\s*(?:-|–|den\s+(?:het\s+)?nam)\s*((?:19|20)\d{2})(?!\d)/u;

/**
 * The budget years a document applies to, where it says so beside the day it takes effect: a budget year runs from 1
 * January to 31 December (Law 89/2025/QH15 on the state budget, as the law of 2015, Điều 14). Its path is empty: the whole.
 */
export function findYearsOfEffect(body: readonly Sentence[]): PartTerm[] {
  for (const { text: sentence, folded } of body) {
    const m = YEARS.exec(folded);
    if (m === null) continue;
    const last = LAST_YEAR.exec(folded.slice(m.index + m[0].length - 4).slice(0, NEAR))?.[1];
    return [
      { path: {}, from: `${m[1]}-01-01`, ...(last !== undefined && { to: `${last}-12-31` }), sentence },
    ];
  }
  return [];
}

function termOf(m: RegExpMatchArray, day: IsoDate): Pick<PartTerm, 'from' | 'to'> {
  if (/het hieu luc/.test(m[0])) return { to: addDays(day, -1) };
  if (m[2] === 'den') return { to: m[3]?.startsWith('truoc') ? addDays(day, -1) : day };
  return { from: day };
}

/** The term of the part that holds this place, the narrowest first. */
export function termAt(terms: readonly PartTerm[], place: CitationPath): PartTerm | undefined {
  return terms
    .filter(({ path }) => covers(path, place))
    .sort((a, b) => Object.keys(b.path).length - Object.keys(a.path).length)[0];
}

function covers(part: CitationPath, place: CitationPath): boolean {
  if (Object.keys(part).length === 0) return true;
  if (part.phuLuc === undefined && place.phuLuc !== undefined) return false;
  return (['phuLuc', 'chuong', 'dieu', 'khoan', 'diem'] as const).every(
    (key) => part[key] === undefined || part[key]!.toLowerCase() === place[key]?.toLowerCase(),
  );
}

/** Khoản and điểm of an article that are not in force on the day, though the article may be. */
export function partsElsewhen(
  terms: readonly PartTerm[],
  { phuLuc, dieu, khoan }: CitationPath,
  date: IsoDate,
): PartTerm[] {
  if (dieu === undefined || khoan !== undefined) return [];
  return terms.filter(
    ({ path, from, to }) =>
      path.khoan !== undefined &&
      path.dieu === dieu &&
      path.phuLuc === phuLuc &&
      ((from !== undefined && from > date) || (to !== undefined && to < date)),
  );
}
