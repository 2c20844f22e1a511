/** Names of private persons in Vietnamese text: capitalised after a form of address, or typed in a hurry. */
import type { Span } from './model.ts';
import { fold } from './text.ts';

/** Frequent family names, folded; together they cover about nine in ten people. */
const SURNAMES = new Set(
  'nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh trinh truong doan mai dao lam luong luu cao phung ta thai quach ton chu trieu la kieu vuong tong thach than hua nghiem to bach phi diep'.split(
    ' ',
  ),
);
/** Safe without capitals and diacritics. "le phi", "em dang thi", "chi do" are words. */
const SURNAMES_TYPED = new Set('nguyen huynh'.split(' '));
const SURNAMES_WITH_MIDDLE = new Set(
  'nguyen huynh tran le pham hoang phan vo bui ngo duong truong doan luong'.split(' '),
);

const CUES = new Set('ông bà anh chị cháu em cụ cô chú bác bé dì cậu thầy mợ'.split(' '));
/** Words that are a form of address only when a name follows ("bác đơn", "ghi chú", "trẻ em", "cô Tô"). */
const WEAK_CUES = new Set('cô chú bác bé dì cậu thầy mợ'.split(' '));
const TYPED_CUES = new Set('ong ba anh chi chau em cu co chu bac be'.split(' '));
const LABELS =
  /(?:h[oọ] (?:v[aà] )?t[eê]n|h[oọ] t[eê]n|(?<![\p{L}])t[eê]n (?:l[aà]|ng[uư][oờ]i|t[oô]i)|t[oô]i t[eê]n(?: l[aà])?|t[eê]n t[oô]i(?: l[aà])?|ng[uư][oờ]i (?:y[eê]u c[aầ]u|khai|n[oộ]p(?: h[oồ] s[oơ])?|[dđ][eề] ngh[iị]|l[aà]m ch[uứ]ng)\s*:|ch[uủ] h[oộ]\s*:?)[^\p{L}\n]{0,3}\s*(?:[^\p{L}\n]{0,2})$/iu;

/** First syllables of titles, bodies and papers that are capitalised but are no one's name, with what must follow. */
const NOT_A_NAME =
  /^(?:chu (?:tich|nhiem|ho|dau tu|so huu|the)|pho(?: |$)|bi thu|truong (?:phong|ban|thon|xom|ap|khu|cong an|to|ban|doan|bo phan|tram)|to truong|giam doc|tong|thu (?:tuong|truong|ky|quy)|bo truong|cong (?:an|chung|chuc|dan|ty|van)|can bo|ke toan|hoi|uy (?:ban|vien)|hdnd|ubnd|so (?!n)|phong |ban |dai (?:bieu|dien|uy|ta)|tham phan|hieu truong|vien (?:truong|chuc)|chanh|dang (?:vien|uy)|dong (?:chi|bao)|nguyen (?:don|chu|bo|pho|la)|don |mau |to (?:khai|trinh)|giay |phieu |ban (?:sao|chinh|ke)|dieu |khoan |luat |nghi (?:dinh|quyet)|quyet dinh|thong tu|viet nam|phu (?:nu|huynh)|hoc sinh|sinh vien|me |hung|em|chi cuc|cuc |trung (?:tam|uong|ta|uy)|thuong (?:ta|uy)|thieu (?:ta|uy)|nha (?:nuoc|may)|co quan|luat su|nong dan|thanh nien|cuu chien|nguoi|bac si|ky su|quoc)/u;
/** "vợ là", "con gái tôi tên", "mẹ tên là": a full name may follow, or what somebody is. */
const RELATION =
  /(?<!\p{L})(?:vợ|chồng|con|cháu|cha|bố|mẹ)(?: (?:tôi|em|anh|chị|ông|bà|trai|gái|đẻ|ruột|nuôi|dâu|rể|đầu|chồng|vợ)){0,2} (?:tên(?: là)?|là) ?$/iu;
/** What somebody is, in capitals, where only full names are looked for: folded, from its first syllable on. */
const NO_ONE =
  /^(?:ba me|liet si|thuong binh|benh binh|bo doi|quan nhan|giao (?:vien|dan)|cong nhan|y (?:si|ta)|viet kieu|dan toc|ta oi|co tu|pa ko|van kieu|(?:han|trung|anh) quoc|thai lan|nhat ban|dai loan|hoa ky|an do|hong kong|cam pu) /u;
const BETWEEN_TWO = /^\s*(?:[-–—,;&/]|và)\s*$/iu;
const PLACE_BEFORE =
  /^(?:đường|phố|phường|xã|huyện|quận|tỉnh|thành|thị|trấn|chợ|cầu|đảo|núi|trường|thôn|ấp|làng|tổ|khu|số|nước|tiếng|trẻ|ghi|con|vùng|hồ|sông|đèo|viện|bản)$/iu;
const TITLE_BEFORE =
  /(?:chủ tịch|bí thư|giám đốc|bộ trưởng|thủ tướng|trưởng (?:phòng|ban|thôn)|thứ trưởng|phó [\p{L}]+|chánh [\p{L}]+|đại biểu)\s*$/iu;
const TYPED_STOP = new Set(
  'muon xin o tai co la sinh can den di lam dang nop hoi khai thuong tru thuong bi duoc dc da chua khong ko k va voi thi xa phuong cccd cmnd sdt sn nam tuoi de cho ve tu nay vua moi ket hon mat'.split(
    ' ',
  ),
);

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Only blanks stand between this word and the one before it. */
  readonly joined: boolean;
  /** First word of the text, a line or a sentence. */
  readonly first: boolean;
}

/** @returns spans of private persons' names, without the form of address */
export function findNames(text: string): Span[] {
  const words = wordsOf(text);
  const spans: Span[] = [];
  for (let i = 0; i < words.length; i++) {
    const last = spans[spans.length - 1];
    if (last && words[i]!.start < last.end) continue;
    const second = last !== undefined && i > 0 && BETWEEN_TWO.test(text.slice(last.end, words[i - 1]!.start));
    const end = nameAt(text, words, i, second);
    if (end > i) spans.push({ start: words[i]!.start, end: words[end - 1]!.end });
  }
  return spans;
}

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let at = 0;
  for (const m of text.matchAll(/[\p{L}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*/gu)) {
    const gap = text.slice(at, m.index);
    words.push({
      text: m[0],
      start: m.index,
      end: m.index + m[0].length,
      joined: words.length > 0 && /^[ \u00A0\t]+$/u.test(gap),
      first: words.length === 0 || /[.!?:;\n"“(]/u.test(gap),
    });
    at = m.index + m[0].length;
  }
  return words;
}

/**
 * @param second the form of address before the word follows another name ("ông An - Bà Hoa")
 * @returns the index after the name that starts at word `i`, or `i` when none does
 */
function nameAt(text: string, words: readonly Word[], i: number, second: boolean): number {
  const word = words[i]!;
  const before = words[i - 1];
  if (LABELS.test(text.slice(Math.max(0, word.start - 30), word.start))) {
    const end = capitalised(words, i);
    return end > i && !titled(words, i) ? end : typedName(words, i);
  }
  if (RELATION.test(text.slice(Math.max(0, word.start - 40), word.start))) {
    const end = capitalised(words, i);
    if (end - i >= 2 && !titled(words, i) && !NO_ONE.test(phraseAt(words, i))) return end;
  }
  if (before && word.joined) {
    const cue = before.text.toLowerCase();
    if (CUES.has(cue)) return afterCue(words, i, cue, second);
    if (TYPED_CUES.has(cue)) {
      const end = capitalised(words, i);
      if (end - i >= 2 && SURNAMES.has(fold(word.text)) && !titled(words, i)) return end;
      return typedName(words, i);
    }
  }
  return withMiddleName(text, words, i);
}

function afterCue(words: readonly Word[], i: number, cue: string, second: boolean): number {
  const word = words[i]!;
  const cueWord = words[i - 1]!;
  const beforeCue = words[i - 2];
  const end = capitalised(words, i);
  if (end === i) return typedName(words, i);
  if (titled(words, i)) return i;
  const surname = end - i >= 2 && SURNAMES.has(fold(word.text));
  if (surname) return end;
  if (beforeCue && cueWord.joined && PLACE_BEFORE.test(beforeCue.text)) return i;
  const capitalCue = cueWord.text !== cue;
  // "Bà mẹ Việt Nam Anh Hùng", "Vương quốc Anh Quốc": a capital inside a sentence is part of another name.
  if (capitalCue && !cueWord.first && !second) return i;
  if (/^(?:rịa|nà|triệu|trưng|ích|đen|điểm|tô)$/iu.test(word.text)) return i;
  if (WEAK_CUES.has(cue) && end - i < 2 && !/^[\p{Lu}][\p{Ll}\p{M}]+$/u.test(word.text)) return i;
  return end;
}

/** "Hoa"; "H'Hen", "K’Brơi" of the peoples of the highlands. */
const SYLLABLE = /^\p{Lu}(?:[\p{Ll}\p{M}]*['’ʼ]\p{L})?[\p{Ll}\p{M}]+$/u;

/** "Y Blô", "A Lăng", not "A" that stands for anybody, with or without an office ("ông A Chủ tịch xã"). */
function opensWithLetter(words: readonly Word[], i: number): boolean {
  const next = words[i + 1];
  return (
    /^\p{Lu}$/u.test(words[i]!.text) && !!next?.joined && SYLLABLE.test(next.text) && !titled(words, i + 1)
  );
}

/** @returns the index after the longest run of name-like capitalised syllables at `i` (at most 6) */
function capitalised(words: readonly Word[], i: number): number {
  let end = opensWithLetter(words, i) ? i + 1 : i;
  while (end < words.length && end - i < 6) {
    const w = words[end]!;
    if (end > i && !w.joined) break;
    const single = end > i && /^\p{Lu}$/u.test(w.text);
    if (!single && !SYLLABLE.test(w.text) && !isUpperSyllable(w.text)) break;
    if (end > i && CUES.has(w.text.toLowerCase()) && /^\p{Ll}/u.test(w.text)) break;
    end++;
  }
  return end;
}

/** NGUYỄN, VĂN: a syllable in capitals, not UBND, CCCD, BHYT. */
function isUpperSyllable(word: string): boolean {
  return (
    /^\p{Lu}{2,7}$/u.test(word) &&
    /^(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?$/u.test(
      fold(word),
    )
  );
}

/** "Chủ tịch", "Trưởng thôn", "Ủy ban": the words at `i` open a title or a body's name. */
function titled(words: readonly Word[], i: number): boolean {
  return NOT_A_NAME.test(phraseAt(words, i)) && !isFullName(words, i);
}

function phraseAt(words: readonly Word[], i: number): string {
  const phrase = words.slice(i, i + 3).map((w) => fold(w.text));
  return `${phrase.join(' ')} `;
}

/** Family name, then two more capitals: "Tổng Văn Hòa" and "Hội" are told apart this way. */
function isFullName(words: readonly Word[], i: number): boolean {
  const middle = words[i + 1];
  return SURNAMES.has(fold(words[i]!.text)) && !!middle && /^(?:van|thi)$/u.test(fold(middle.text));
}

/** "anh nguyen van tuan", "ba tran thi hoa": only where the words cannot mean anything else. */
function typedName(words: readonly Word[], i: number): number {
  const surname = words[i]!.text.toLowerCase();
  const middle = words[i + 1];
  if (!middle?.joined) return i;
  const folded = fold(surname);
  const withMiddle = /^(?:van|thi|văn|thị)$/iu.test(middle.text) && SURNAMES_WITH_MIDDLE.has(folded);
  if (!withMiddle && !SURNAMES_TYPED.has(folded)) return i;
  if (
    /^(?:nhan|tac|tắc|nhân|don|đơn|lieu|liệu|ban|bản|ven|vẹn|vong|vọng|van|văn)$/iu.test(middle.text) &&
    !withMiddle
  )
    return i;
  let end = i + (withMiddle ? 2 : 1);
  while (end < words.length && end - i < 4 && words[end]!.joined && !TYPED_STOP.has(fold(words[end]!.text)))
    end++;
  return end - i >= (withMiddle ? 3 : 2) ? end : i;
}

/** "Nguyễn Văn An" without a form of address, unless a street, a school or an official is named. */
function withMiddleName(text: string, words: readonly Word[], i: number): number {
  const word = words[i]!;
  const middle = words[i + 1];
  if (
    !middle?.joined ||
    !SURNAMES.has(fold(word.text)) ||
    !/^(?:Văn|Thị|Van|Thi|VĂN|THỊ|VAN|THI)$/u.test(middle.text)
  )
    return i;
  const before = words[i - 1];
  if (before && word.joined && PLACE_BEFORE.test(before.text)) return i;
  // "số 47 Phạm Văn Đồng" is an address, "đô thị" a town.
  if (/\d\s*$/.test(text.slice(Math.max(0, word.start - 3), word.start)) || /^đô$/iu.test(word.text))
    return i;
  if (TITLE_BEFORE.test(text.slice(Math.max(0, word.start - 30), word.start))) return i;
  const end = capitalised(words, i);
  return end - i >= 3 ? end : i;
}
