import { plainWords } from '../legal/text.ts';
import type { Evidence } from './model.ts';

/** "mức trợ cấp … bao nhiêu", "muc phat tien toi da … may trieu": folded. */
const ASKS_AMOUNT =
  /(?:^| )muc (?:\p{L}+ ){0,4}?(?:tro cap|ho tro|phu cap|huong|phat|luong|chuan|phi|thu|chi|thuong|boi thuong|dong|tien)(?= ).* (?:bao nhieu|bn|bnh?ieu|may (?:tien|dong|trieu|nghin|ngan|phan))(?= |$)/u;
const AMOUNT =
  /\d[\d.,]*\s*(?:đồng|đ(?!\p{L})|nghìn|ngàn|triệu|tỷ|%|phần trăm|USD|lần)|\d{1,3}(?:\.\d{3})+/iu;

/** Asks for an amount of money, and the first unit found, of a guide or a normative document, states none: whatever else it
 * says is no answer. Procedures are left out: their fee may well be "theo quy định của Hội đồng nhân dân". */
export function lacksAmount(question: string, { units: [first] }: Evidence): boolean {
  if (!first || first.facts.procedureCode !== undefined) return false;
  return ASKS_AMOUNT.test(plainWords(question)) && !first.chunks.some(({ text }) => AMOUNT.test(text));
}
