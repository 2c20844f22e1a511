/** The small words that turn a sentence round: not, only, or, must, may, before, after. Diacritics count here. */
import { splitCells } from '../../facts/cells.ts';

const word = (pattern: string) => new RegExp(`(?<![\\p{L}])(?:${pattern})(?![\\p{L}])`, 'giu');

/** "không quá", "không kể" and "có được không" deny nothing; "miễn phí" is a fact (facts/names.ts). */
const NO_DENIAL =
  /không (?:quá|vượt|kể|chỉ|những|ngừng|ít hơn|dưới|chậm|muộn|thấp hơn|hơn|gian)|(?:hay|có) (?:không|chưa)(?![\p{L}])|không có thông tin|chưa thành niên|phí\s*:?\s*không(?![\p{L}])|miễn (?:phí|lệ phí|thu)|không (?:thu|mất) (?:phí|lệ phí|tiền)/gu;
const DENIAL = /(?<![\p{L}])(?:không|chưa|cấm|nghiêm cấm|miễn)(?![\p{L}])/gu;
/** "Need not" is another denial than "may not" and "does not". */
const NEED_NOT = /^\s*(?:phải|cần|bắt buộc|yêu cầu|buộc)(?![\p{L}])/u;

export interface Denial {
  /** What follows it, up to a sentence's length; and only as far as what it denies goes. */
  readonly after: string;
  readonly of: string;
  readonly needNot: boolean;
}

const REACH_CHARS = 160;
/** Where what is denied ends and when, where, how begins. */
const CIRCUMSTANCE = /[,;.:]|\s(?:khi|nếu|trong|tại|đối với|theo|trước|sau|từ|để|vì|do|thì|mà|nhưng)(?=\s)/u;

export function denialsOf(text: string): Denial[] {
  const clean = splitCells(text.normalize('NFC')).toLowerCase().replace(NO_DENIAL, ' ');
  return [...clean.matchAll(DENIAL)].map((m) => {
    const after = clean.slice(m.index + m[0].length, m.index + m[0].length + REACH_CHARS);
    const needNot = m[0] === 'miễn' || NEED_NOT.test(after);
    return { after, of: after.split(CIRCUMSTANCE)[0]!, needNot };
  });
}

/** A word of the first kind may be said only where the source has one of the second. */
interface Claim {
  readonly said: RegExp;
  readonly needs: RegExp;
}

const CLAIMS: readonly Claim[] = [
  // Everything, nothing but, always.
  {
    said: word('mọi|bất kỳ|bất kì|bất cứ|luôn|luôn luôn'),
    needs: word('tất cả|mọi|bất kỳ|bất kì|bất cứ|toàn bộ|luôn'),
  },
  {
    said: word('tất cả|toàn bộ|mỗi'),
    needs: word('tất cả|mọi|bất kỳ|bất kì|bất cứ|toàn bộ|luôn|mỗi|từng|các'),
  },
  {
    said: word('(?<!địa |chứng |điều )chỉ(?! đạo| định| tiêu| số| dẫn| huy| giới)|duy nhất|riêng'),
    needs: word('chỉ|duy nhất|riêng'),
  },
  { said: word('trừ|ngoại trừ'), needs: word('trừ|ngoại|không') },
  { said: word('kể cả|ngay cả|dù|mặc dù|vẫn'), needs: word('kể cả|ngay cả|dù|mặc dù|vẫn|cả') },
  {
    said: word('tự động|đương nhiên|mặc nhiên|vĩnh viễn'),
    needs: word('tự động|đương nhiên|mặc nhiên|vĩnh viễn'),
  },
  { said: word('bắt buộc'), needs: word('bắt buộc|phải') },
  {
    said: word('được phép|có quyền|có thể|tùy chọn|tùy ý|được quyền'),
    needs: word('được|có quyền|có thể|lựa chọn|cho phép|một trong|hoặc'),
  },
  {
    said: word('phải|buộc'),
    needs: word('phải|bắt buộc|buộc|trách nhiệm|yêu cầu|cần|nộp|xuất trình|gồm|giấy|tờ khai|đơn|thực hiện'),
  },
  // Order and measure.
  { said: word('trước(?! đây| bạ)'), needs: word('trước|chậm nhất') },
  { said: word('sau(?! đây)'), needs: word('sau|kể từ|từ|tiếp theo') },
  { said: word('trên(?! cơ sở| đây| địa bàn| đất)'), needs: word('trên|quá|hơn|từ') },
  { said: word('dưới'), needs: word('dưới|chưa|không') },
  { said: word('quá hạn|trễ hạn|muộn'), needs: word('quá hạn|trễ hạn|muộn|không đúng hạn') },
  { said: word('đúng hạn'), needs: word('đúng hạn') },
  { said: word('hoặc'), needs: word('hoặc|hay|một trong|/') },
  { said: word('đồng thời|cùng lúc'), needs: word('đồng thời|cùng') },
  { said: word('ngay'), needs: word('ngay|trong ngày|lập tức') },
];

/** @returns words of the statement that say more than the source does */
export function overstated(statement: string, source: string): string[] {
  const said = statement.toLowerCase();
  const from = splitCells(source).toLowerCase();
  return CLAIMS.flatMap((claim) => {
    const found = said.match(claim.said)?.[0];
    return found !== undefined && from.search(claim.needs) < 0 ? [found] : [];
  });
}

const EITHER = word('hoặc|một trong|hay(?! không)');

/** "A hoặc B" told as "A và B" asks for more than the source does. */
export function losesChoice(statement: string, restated: string): boolean {
  return restated.search(EITHER) >= 0 && statement.search(EITHER) < 0 && statement.search(/\//u) < 0;
}
