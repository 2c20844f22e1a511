import { foldKeepingLength, syllables } from '../../legal/text.ts';
import type { ShownPaper } from './recognise.ts';

const THIS =
  /(?<!\p{L})(?:(?:tam |cai |to |buc )?(?:anh|hinh|giay to|giay|to khai|to|don|mau|phieu|van ban|cong van|quyet dinh|tai lieu|file|tep|cai|loai)) (?:nay|kia|tren|do|vua gui)(?!\p{L})/gu;
/** "là giấy gì", "là gì": answered by saying what the paper is. */
const WHAT =
  /(?<!\p{L})(?:la |thuoc )?(?:giay|to|van ban|loai giay|loai|mau|cai)(?: to)? (?:gi|nao)(?!\p{L})|(?<!\p{L})la gi(?!\p{L})/gu;

/** Is it about a paper shown before, rather than a question of its own? */
export function refersToPaper(text: string): boolean {
  return new RegExp(THIS).test(foldKeepingLength(text));
}

/** A question about the paper that was shown, as a question that stands alone: "giấy này nộp ở đâu" → "Tờ khai … nộp ở
 * đâu". What asks only what it is, or nothing at all, asks which procedure it belongs to. */
export function aboutPaper(text: string, paper: Pick<ShownPaper, 'title' | 'number'>): string {
  const name = paper.number === undefined ? (paper.title ?? '') : `văn bản số ${paper.number}`;
  const rest = without(without(text, WHAT), THIS)
    .replace(/[\s,.;:?!]+/gu, ' ')
    .trim();
  const bare = rest
    .replace(/(?<!\p{L})(?:là|la|và|va|cho|hỏi|hoi|em|anh|chị|chi|ơi|oi|ạ|a)(?!\p{L})/giu, ' ')
    .trim();
  if (syllables(bare).length < 2) return paper.number === undefined ? `${name} dùng cho thủ tục nào` : name;
  return `${name} ${rest}`.trim();
}

function without(text: string, pattern: RegExp): string {
  let left = text;
  for (const { index, 0: found } of [...foldKeepingLength(text).matchAll(pattern)].reverse())
    left = `${left.slice(0, index)} ${left.slice(index + found.length)}`;
  return left;
}
