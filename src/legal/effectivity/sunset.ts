import type { SunsetClause } from '../model.ts';
import { foldKeepingLength } from '../text.ts';
import type { EffectiveDates } from './effective-dates.ts';

const OWN = '(?:nghi dinh|nghi quyet|quyet dinh|thong tu|van ban)\\s+nay';
/** "… thì quy định tương ứng trong Nghị định này hết hiệu lực", "quy định tại Nghị định này hết hiệu lực kể từ thời điểm văn bản … có hiệu lực". */
const EARLIER = new RegExp(
  `quy dinh tuong (?:ung|tu)\\s+(?:trong|tai|cua)[^.;]{0,60}? nay (?:het hieu luc|cham dut)|quy dinh (?:do |do cua |lien quan )?(?:trong|tai|cua)\\s+${OWN}(?:\\s+ve[^.;]{0,80}?)?\\s+(?:het hieu luc|cham dut hieu luc|khong con hieu luc)\\s+(?:tai thoi diem|ke tu (?:thoi diem|ngay|khi)|tu (?:thoi diem|khi)|khi)\\s+(?:cac\\s+|nhung\\s+)?(?:van ban|luat|nghi dinh|quy dinh)`,
);
/** "… có hiệu lực từ ngày X đến khi (ngày) các quy định tại Nghị quyết số … hết hiệu lực". */
const CONDITIONAL =
  /(?<!(?:truoc|ke tu|tu|sau|den|khi)(?:\s+(?:ngay|thoi diem|khi))?\s+)(?:nghi dinh|nghi quyet|quyet dinh|thong tu|van ban)\s+nay\s+co\s+hieu luc[^.;]{0,160}?\sden\s+(?:khi|ngay|thoi diem)\s+(?!\d|het\s|ngay\s+\d)[^.;]{8,400}?het\s+hieu luc/;
const PREVAILS =
  /(?:neu|truong hop)[^.]{0,260}?khac\s+(?:voi|nhau)[^.]{0,220}?(?:thi\s+)?(?:thuc hien|ap dung)\s+(?:theo\s+)?(?:quy dinh\s+)?(?:cua|tai|theo)?\s*(?:nghi dinh|nghi quyet)\s+nay/;

/**
 * The clause by which a temporary text ends by itself (decree 120/2025/NĐ-CP, Điều 23: until 1 March 2027, each
 * provision earlier once a later text on the matter takes effect, prevailing over other texts until then). `undefined`
 * when the text sets no such end. `dates`: what the closing articles say of its own effect.
 */
export function findSunset(text: string, dates: EffectiveDates): SunsetClause | undefined {
  const folded = foldKeepingLength(text);
  const earlier = EARLIER.exec(folded);
  const earlierByLaterText = earlier !== null;
  const prevails = PREVAILS.exec(folded);
  const conditional = dates.to === undefined ? CONDITIONAL.exec(folded) : null;
  const at = earlier?.index ?? conditional?.index;
  if (dates.to === undefined && at === undefined) return undefined;
  return {
    ...(dates.to !== undefined && { until: dates.to }),
    earlierByLaterText,
    prevails: prevails !== null,
    ...(earlier !== null && { earlierSentence: sentenceAround(text, folded, earlier.index) }),
    ...(prevails !== null && { prevailsSentence: sentenceAround(text, folded, prevails.index) }),
    ...(conditional !== null && { conditional: true }),
    sentence: dates.toSentence ?? sentenceAround(text, folded, at!),
  };
}

function sentenceAround(text: string, folded: string, at: number): string {
  const from = Math.max(folded.lastIndexOf('\n', at), folded.lastIndexOf('. ', at) + 1, 0);
  const stop = folded.slice(at).search(/\.(?:\s|$|\/)/);
  return text
    .slice(from, stop === -1 ? Math.min(text.length, at + 500) : at + stop + 1)
    .replace(/\s+/g, ' ')
    .trim();
}
