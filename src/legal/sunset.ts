import type { EffectiveDates } from './effective-dates.ts';
import type { SunsetClause } from './model.ts';
import { foldKeepingLength } from './text.ts';

const EARLIER = /quy dinh tuong (?:ung|tu)\s+(?:trong|tai|cua)[^.;]{0,60}? nay het hieu luc/;
/** "… có hiệu lực từ ngày X đến khi (ngày) các quy định tại Nghị quyết số … hết hiệu lực". */
const CONDITIONAL =
  /(?:nghi dinh|nghi quyet|quyet dinh|thong tu|van ban)\s+nay\s+co\s+hieu luc[^.;]{0,160}?\sden\s+(?:khi|ngay|thoi diem)\s+(?!\d|het\s|ngay\s+\d)[^.;]{8,400}?het\s+hieu luc/;
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
  const conditional = dates.to === undefined ? CONDITIONAL.exec(folded) : null;
  const at = earlier?.index ?? conditional?.index;
  if (dates.to === undefined && at === undefined) return undefined;
  return {
    ...(dates.to !== undefined && { until: dates.to }),
    earlierByLaterText,
    prevails: PREVAILS.test(folded),
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
