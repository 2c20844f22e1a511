import { nfc, plainWords } from '../../legal/text.ts';
import { RULE, type SecretLevel } from './stamp-words.ts';

/** Words about secrecy itself ("danh mục bí mật nhà nước độ Tối mật") mark nothing: the paper decides. */
const ABOUT_SECRETS = /(?:^| )(?:bi mat|bao mat|do mat|do toi mat|do tuyet mat)(?: |$)/;
/** Nothing but the level between brackets, however it is spelled. */
const BRACKETED = /[([{]([^()[\]{}]{2,20})[)\]}]/gu;
const IN_BRACKETS: Readonly<Record<string, SecretLevel>> = {
  mat: 'MẬT',
  'toi mat': 'TỐI MẬT',
  'tuyet mat': 'TUYỆT MẬT',
};
/** Without tone marks only in capitals: "toi mat" is more often "tôi mất". */
const PAIRS: Readonly<Record<string, SecretLevel>> = {
  'tối mật': 'TỐI MẬT',
  'tuyệt mật': 'TUYỆT MẬT',
  'TOI MAT': 'TỐI MẬT',
  'TUYET MAT': 'TUYỆT MẬT',
};
/** "tài liệu mật", "văn bản đóng dấu mật"; "mật" begins other words ("mật độ", "mật khẩu", "mật mã", "mật ong"). */
const PAPER =
  /(?:^| )(?:tài liệu|văn bản|công văn|hồ sơ|báo cáo|kế hoạch|giấy|dấu) mật(?! (?:độ|khẩu|mã|ong)(?: |$))(?= |$)/u;
const DENIED = /(?:^| )không (?:phải|có|thuộc)(?: \S+){0,4}$/u;

/**
 * The level that people give a file in its name or in what they write with it: "KH 12 (TỐI MẬT).pdf", "gửi anh tài liệu
 * mật". Such a file need not be opened to be refused.
 */
export function levelInWords(given: string): SecretLevel | undefined {
  const text = nfc(given).trim();
  if (ABOUT_SECRETS.test(plainWords(text))) return undefined;
  for (const [, inner] of text.matchAll(BRACKETED)) {
    const level = IN_BRACKETS[plainWords(inner!)];
    if (level) return level;
  }
  const words = text.match(/\p{L}+/gu) ?? [];
  for (const [i, word] of words.entries()) {
    const pair = `${words[i - 1] ?? ''} ${word}`;
    const level = PAIRS[pair.toLowerCase()] ?? PAIRS[pair];
    if (level && !isDenied(words.slice(0, i - 1).join(' '))) return level;
  }
  const isHoney = words.at(-2) === 'ONG';
  if (words.at(-1) === 'MẬT' && !isHoney && !isDenied(words.slice(0, -1).join(' '))) return 'MẬT';
  const plain = plainWords(text, 'kept');
  const paper = PAPER.exec(plain);
  return paper && !isDenied(plain.slice(0, paper.index)) ? 'MẬT' : undefined;
}

function isDenied(before: string): boolean {
  return DENIED.test(before.toLowerCase());
}

/** What a person is told; the name and the note themselves are not repeated. */
export function markedRefusal(level: SecretLevel): string {
  return (
    `Tên tệp hoặc lời nhắn kèm tệp ghi ${level} nên tệp không được mở, không có gì được lưu lại. ${RULE} ` +
    'Nếu đây không phải tài liệu bí mật nhà nước, anh/chị bỏ chữ đó khỏi tên tệp, lời nhắn rồi gửi lại.'
  );
}
