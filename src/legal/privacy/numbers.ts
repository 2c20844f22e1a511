/** Numbers that identify a private person: identity cards, telephones, accounts; in digits, however grouped, or in words. */

export type NumberKind = 'cccd' | 'cmnd' | 'phone' | 'account';

/** A number of people: digits in groups, one kind of small separator at a time. */
const DIGITS =
  /(?<![\p{L}\p{N}])(?<![\p{N}][.,/]|[\p{L}\p{N}]-)(?:\(\+?\d{2,4}\)[ .\u00A0-]?\d+|\+?\d+)(?:[ .\u00A0-]\d+)*(?![\p{L}\p{N}]|[/-][\p{L}\p{N}])/gu;
const MONEY_AFTER =
  /^\)?[\s\u00A0]*(?:d(?![\p{L}])|dong|vnd|viet nam dong|usd|do la|trieu|nghin|ngan|ty(?![\p{L}])|m2|m3|ha(?![\p{L}])|kg|%)/u;
const MONEY_BEFORE =
  /(?:so tien|muc|tri gia|gia tri|tong(?: von| tien| muc| chi| thu)?|von|kinh phi|phi|le phi|tien)[\s:]*(?:la|:)?\s*$/u;
const IDENTITY_CUE = /(?:cccd|cmnd|cmt|can cuoc|chung minh|dinh danh|giay to tuy than)[^\d\n]{0,40}$/u;
const ACCOUNT_CUE = /(?:so tai khoan|stk|tai khoan|(?<![\p{L}])tk|account)(?![\p{L}])[^\d\n.;]{0,40}$/u;
const HOTLINE = /^1[89]00/;
/** "08.04.2022 15:58" of a signature's box: a day and the hour, with as many digits as a telephone. */
const DAY = /^(?:0[1-9]|[12]\d|3[01])[.-](?:0[1-9]|1[0-2])[.-](?:19|20)\d{2}(?!\d)/;

/** Beside its word an identity number may be cut by anything: "CCCD 046/190/001234", "046,190,001,234". */
const CUED_IDENTITY =
  /(?<=(?:cccd|cmnd|cmt|can cuoc(?: cong dan)?|chung minh(?: nhan dan| thu)?|dinh danh(?: ca nhan)?)(?: so| la|:|\s){0,4})\d(?:[ .,/_-]{0,3}\d){8,11}(?![ .,/_-]{0,3}\d|[/-]?\p{L})/gu;
/** So may a telephone number: "sđt 0912/345/678". */
const CUED_PHONE =
  /(?<=(?:sdt|dien thoai|di dong|zalo|goi|lien he)(?: so| la|:|\s){0,4})0(?:[ .,/_-]{0,3}\d){9,10}(?![ .,/_-]{0,3}\d|[/-]?\p{L})/gu;
/** Digits said one by one; nobody counts to nine in an administrative question. */
const DIGIT_WORD = '(?:khong|mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin)';
const IN_WORDS = new RegExp(
  `(?<![\\p{L}])${DIGIT_WORD}(?:[ ,.-]{1,3}${DIGIT_WORD}){8,11}(?![\\p{L}]|[ ,.-]{1,3}${DIGIT_WORD}(?![\\p{L}]))`,
  'gu',
);
const BY_LENGTH: Readonly<Record<number, NumberKind>> = { 9: 'cmnd', 10: 'phone', 11: 'phone', 12: 'cccd' };

/**
 * @param text what is read
 * @param folded the same, folded, letter for letter
 * @returns what was found, in no particular order; finds may meet, the earlier one counts
 */
export function findNumbers(text: string, folded: string): FoundNumber[] {
  const cued = [...folded.matchAll(CUED_IDENTITY)].flatMap((m) => {
    const kind = BY_LENGTH[m[0].replace(/\D/g, '').length];
    return kind === 'cccd' || kind === 'cmnd' ? [foundAt(kind, m)] : [];
  });
  const phones = [...folded.matchAll(CUED_PHONE)].map((m) => foundAt('phone', m));
  const runs = [...text.matchAll(DIGITS)].flatMap((m) => {
    const end = m.index + m[0].length;
    const before = folded.slice(Math.max(0, m.index - 60), m.index);
    return classifyRun(m[0], before, folded.slice(end, end + 20)).map((part) => ({
      kind: part.kind,
      start: m.index + part.start,
      end: m.index + part.end,
    }));
  });
  const said = [...folded.matchAll(IN_WORDS)].map((m) =>
    foundAt(BY_LENGTH[m[0].match(/\p{L}+/gu)!.length]!, m),
  );
  return [...cued, ...phones, ...runs, ...said];
}

const foundAt = (kind: NumberKind, m: RegExpMatchArray): FoundNumber => ({
  kind,
  start: m.index!,
  end: m.index! + m[0].length,
});

/** No number of a person is written in more groups than digits of an account number in pairs. */
const MAX_GROUPS = 12;

export interface FoundNumber {
  readonly kind: NumberKind;
  readonly start: number;
  readonly end: number;
}

/** What a run of digit groups is: one number, or several separated by spaces ("079…  0912…"). */
function classifyRun(run: string, before: string, after: string): FoundNumber[] {
  const whole = classify(run, before, after);
  if (whole) return [{ kind: whole, start: 0, end: run.length }];
  const groups = [...run.matchAll(/[^ \u00A0]+/gu)];
  const parts: FoundNumber[] = [];
  let i = 0;
  while (i < groups.length) {
    // Longest first, so that "0912 345 678" is one phone number and not a stray group.
    let taken = 0;
    for (let j = Math.min(groups.length, i + MAX_GROUPS); j > i && !taken; j--) {
      const start = groups[i]!.index;
      const end = groups[j - 1]!.index + groups[j - 1]![0].length;
      if (start === 0 && end === run.length) continue;
      const kind = classify(
        run.slice(start, end),
        before + run.slice(Math.max(0, start - 60), start),
        run.slice(end, end + 20) + after,
      );
      if (!kind) continue;
      parts.push({ kind, start, end });
      taken = j - i;
    }
    i += taken || 1;
  }
  return parts;
}

function classify(run: string, before: string, after: string): NumberKind | undefined {
  const digits = run.replace(/\D/g, '');
  if (MONEY_AFTER.test(after) || /^[.,]\d/.test(after)) return undefined;
  if (/^\d\.\d{6}$/.test(run)) return undefined;
  if (ACCOUNT_CUE.test(before) && digits.length >= 6 && digits.length <= 19) return 'account';
  const cued = IDENTITY_CUE.test(before);
  if (cued && digits.length === 12) return 'cccd';
  if (cued && digits.length === 9) return 'cmnd';
  if (isPhone(run, digits)) return 'phone';
  if (/[()+]/.test(run)) return undefined;
  if (MONEY_BEFORE.test(before)) return undefined;
  const groups = run.split(/[ .\u00A0-]/).map((g) => g.length);
  const plain = groups.length === 1;
  // Every citizen identity number starts with a province code 001–096 (circular 59/2021/TT-BCA, Điều 4).
  if (digits.length === 12 && (plain || (digits.startsWith('0') && Math.min(...groups) >= 2))) return 'cccd';
  if (digits.length === 9 && (plain || /^\d{3}([ .\u00A0])\d{3}\1\d{3}$/.test(run))) return 'cmnd';
  return undefined;
}

function isPhone(run: string, digits: string): boolean {
  if (HOTLINE.test(digits) || DAY.test(run)) return false;
  const international = /^\(?\+?84/.test(run) && (run.includes('+') || digits.length >= 11);
  const national = international ? `0${digits.slice(2).replace(/^0/, '')}` : digits;
  if (!/^0(?:[35789]\d{8}|2\d{9})$/.test(national)) return false;
  // A date beside a number ("01 02 2025 …") never groups like this.
  return run.split(/[ .\u00A0-]/).every((g) => g.replace(/\D/g, '').length >= 2);
}
