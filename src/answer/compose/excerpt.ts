import { tokenise } from '../../retrieval/terms.ts';

// A time limit or a sum cut off is worse than a subject cut off.
const TIME = /^\d[\d.,]* ?(?:ngày|Ngày|tháng|giờ|Giờ|năm|đồng|Việt Nam Đồng|VNĐ)(?!\p{L})/u;

/** The part of a sentence that says most about `terms` (folded; its beginning when there are none), at most `max`
 * characters, cut at words and marked "…". */
export function excerpt(text: string, terms: readonly string[], max: number): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= max) return flat;
  if (terms.length === 0) return `${flat.slice(0, flat.lastIndexOf(' ', max - 1))} …`;
  const wanted = new Set(terms);
  const hits = tokenise(flat)
    .filter((token) => wanted.has(token.folded) || /^\d/.test(token.folded))
    .map((token) => ({ ...token, weight: TIME.test(flat.slice(token.start)) ? 3 : 1 }));
  let best = { start: 0, count: -1 };
  for (const start of [0, ...hits.map((hit) => Math.max(0, hit.start - 30))]) {
    const count = hits
      .filter((hit) => hit.start >= start && hit.end <= start + max)
      .reduce((sum, hit) => sum + hit.weight, 0);
    // The beginning of a sentence says who and when: another window must hold clearly more.
    if (count > best.count + (best.start === 0 && best.count >= 0 ? 1 : 0)) best = { start, count };
  }
  const from = best.start === 0 ? 0 : flat.indexOf(' ', best.start) + 1;
  const room = flat.slice(from, from + max);
  const whole = from + max >= flat.length;
  const body = whole ? room : room.slice(0, Math.max(room.lastIndexOf(' '), 1));
  return `${from > 0 ? '… ' : ''}${body.trim()}${whole ? '' : ' …'}`;
}
