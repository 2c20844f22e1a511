/** Names in small letters after a form of address: "anh tuấn muốn", "chi hoa o", "ba tran thi kim chi hoi". */

import { fold } from '../text.ts';
import { SURNAMES_WITH_MIDDLE, TYPED_CUES } from './name-words.ts';
import type { Word } from './names-typed.ts';

/** Frequent given names; some are words too ("hoa", "nam"), which is why what follows decides. */
const GIVEN = new Set(
  `tuấn hùng dũng cường lan hoa hằng nga thảo trang linh phương hương huệ cúc đào vân yến nhung sơn hải quân đức khánh
   hiếu kiên phúc lộc tâm thủy thúy loan oanh hạnh hiền quyên diễm ngọc bích châu vy duy khoa khôi đạt thịnh vinh quang
   huy hoàng nam việt bình an minh long lâm tùng toàn thành tiến thọ tý tư mai liên hà thu xuân dung quý phong trung thắng`.split(
    /\s+/,
  ),
);
/** Typed without diacritics these are most often another word ("mình", "tư", "hà" as "ha"). */
const WORDS_WHEN_FOLDED = new Set('minh tu ha an long thanh trung toan tam quy phong thu lam'.split(' '));
const GIVEN_FOLDED = new Set([...GIVEN].map(fold).filter((name) => !WORDS_WHEN_FOLDED.has(name)));
const ADDRESS = new Set('ông bà anh chị cô chú bác em cháu cụ dì cậu'.split(' '));
/** Without diacritics only these are forms of address more often than anything else ("ba" is three, "co" has). */
const ADDRESS_FOLDED = new Set('ong anh chi em chau'.split(' '));
/** What people do or are asked about; never the second half of a word that begins with a given name. */
const AFTER_A_NAME = new Set(
  `muốn xin ở tại có là sinh cần đến đi làm đang nộp hỏi khai bị được đã chưa không và với thì để cho từ vừa mới kết mất
   nhờ gửi báo nhận ra vào lên về cũng còn phải nhà thiếu`.split(/\s+/),
);
const AFTER_FOLDED = new Set([...AFTER_A_NAME].map(fold));

/** @returns the index after the name at `i`, or `i`; the form of address is the word before, in small letters too */
export function singleName(words: readonly Word[], i: number): number {
  const cue = words[i - 1];
  if (!cue || !words[i]!.joined) return i;
  const marked = ADDRESS.has(cue.text) && GIVEN.has(words[i]!.text);
  const typed = ADDRESS_FOLDED.has(cue.text) && GIVEN_FOLDED.has(words[i]!.text);
  // "Bà mẹ Việt Nam anh hùng", "anh hùng lao động": a title of honour far more often than somebody called Hùng.
  if ((!marked && !typed) || /^anh h[uù]ng$/u.test(`${cue.text} ${words[i]!.text}`)) return i;
  const next = words[i + 1];
  const ends = !next?.joined || (marked ? AFTER_A_NAME.has(next.text) : AFTER_FOLDED.has(next.text));
  return ends ? i + 1 : i;
}

/** After a family name these are given names too, whatever else they mean. */
const GIVEN_AFTER_SURNAME = new Set([
  ...[...GIVEN].map(fold),
  ...fold(
    'phước bảo chi nhi my tú hưng nhật thiện thuận tín tài lợi hậu hồng hải nguyên thái tiên trâm trinh',
  ).split(' '),
]);
/** Family names that only their diacritics tell from other words ("đang", "hộ", "lý do"). */
const SURNAMES_MARKED = new Set('đặng hồ đỗ vũ đinh trịnh phùng tạ tôn mai'.split(' '));
/** Syllables of a name: family name, up to three between, given name. */
const LONGEST = 5;

/** @returns the index after the family name, names between and given name at `i`, where what follows shows that the name ends */
export function smallFullName(words: readonly Word[], i: number): number {
  const cue = words[i - 1];
  const family = words[i]!.text;
  const isFamily = SURNAMES_MARKED.has(family) || SURNAMES_WITH_MIDDLE.has(fold(family));
  if (!cue || !TYPED_CUES.has(fold(cue.text)) || !isFamily || /^\p{Lu}/u.test(family)) return i;
  for (let end = i + 1; end < words.length && end - i < LONGEST && words[end]!.joined; end++) {
    const next = words[end + 1];
    const ends = !next?.joined || AFTER_FOLDED.has(fold(next.text));
    if (ends && GIVEN_AFTER_SURNAME.has(fold(words[end]!.text))) return end + 1;
  }
  return i;
}
