import { tokenise } from '../../retrieval/lexical/terms.ts';

// A time limit or a sum left out is worse than a subject left out.
const TIME = /^\d[\d.,]* ?(?:ngày|Ngày|tháng|giờ|Giờ|năm|đồng|Việt Nam Đồng|VNĐ)(?!\p{L})/u;
/** Before a figure that is the limit itself ("chậm nhất là 03 ngày"), not a case ("từ 15 ngày trở lên"). */
const LIMITS = /(?:chậm nhất|không quá|tối đa|tối thiểu|ít nhất|thời hạn|trong vòng)(?: là)?(?: đủ)? $/iu;
/** What a word, a time or a sum, and a limit count when a stretch is chosen. */
const WEIGHT = { word: 1, figure: 3, limit: 6 } as const;
// After a mark a new clause begins, but not inside "khoản 1, 2 Điều 5" or "điểm a, b".
const CLAUSE = /[,;.:](?= )(?! (?:\d|\p{L}[,; )]|\p{L} ?(?:khoản|và)))/gu;
// What needs the next word to mean anything: a number its unit, "khoản" its number, "không quá" its limit.
const DANGLING =
  /(?:^|[\s(])(?:[\d.,/]+|Điều|khoản|điểm|mục|số|Mẫu|mẫu|Phụ lục|Nghị định|Thông tư|Luật|không|quá|không quá|tối đa|ít nhất|trong|thời hạn|kể|từ|đến|là|của|và|hoặc|tại|theo|các|cho|với|do|được|phải|trừ)$/u;

/** The part of a sentence that says most about `terms` (folded; its beginning when there are none), at most `max`
 * characters: whole clauses, so that it neither begins after "khoản" nor ends between a number and its unit; what is
 * left out is marked "…". */
export function excerpt(text: string, terms: readonly string[], max: number): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= max) return flat;
  const starts = [0, ...[...flat.matchAll(CLAUSE)].map((m) => m.index + 2)];
  const wanted = new Set(terms);
  const hits = tokenise(flat)
    .filter((token) => wanted.has(token.folded) || /^\d/.test(token.folded))
    .map(({ folded, start, end }) => ({ folded, start, end, weight: weightAt(flat, start) }));
  let best = { start: 0, end: endFrom(flat, starts, 0, max), said: -1 };
  for (const start of terms.length === 0 ? [0] : starts) {
    const end = endFrom(flat, starts, start, max);
    // A word said twice says no more: a subject repeated must not outweigh the time limit that follows it.
    const within = hits.filter((hit) => hit.start >= start && hit.end <= end);
    const said = [...new Map(within.map((hit) => [hit.folded, hit.weight])).values()].reduce(
      (sum, weight) => sum + weight,
      0,
    );
    // The beginning of a sentence says who and when: another stretch must hold clearly more.
    if (said > best.said + (best.start === 0 && best.said >= 0 ? 1 : 0)) best = { start, end, said };
  }
  const body = flat.slice(best.start, best.end).trim();
  const whole = best.end >= flat.length;
  return `${best.start > 0 ? '… ' : ''}${whole ? body : `${body.replace(/[\s,;:.]+$/u, '')} …`}`;
}

function weightAt(flat: string, at: number): number {
  if (!TIME.test(flat.slice(at))) return WEIGHT.word;
  return LIMITS.test(flat.slice(0, at)) ? WEIGHT.limit : WEIGHT.figure;
}

/** Where a stretch from `start` ends: after its last whole clause, or within its first one when that is too long. */
function endFrom(flat: string, starts: readonly number[], start: number, max: number): number {
  if (flat.length - start <= max) return flat.length;
  const clause = starts.filter((at) => at > start + max / 3 && at <= start + max).at(-1);
  if (clause !== undefined) return clause;
  let end = flat.lastIndexOf(' ', start + max);
  while (end > start + max / 3 && DANGLING.test(flat.slice(start, end))) end = flat.lastIndexOf(' ', end - 1);
  return end > start ? end : start + max;
}
