import { addDays, findDates } from '../calendar/dates.ts';
import type { CitationPath, IsoDate, LegalNode, TransitionalClause } from '../model.ts';
import { type Placed, pathOf, walk } from '../structure/tree.ts';
import { foldKeepingLength } from '../text.ts';

/** What was begun under the older text: dossiers, applications, cases. */
const MATTER =
  '(?:ho so|thu tuc|don(?!\\s+vi)|yeu cau|de nghi|vu viec|vu an|truong hop|khieu nai|to cao|cong viec|nhiem vu|du an)';
const TAKEN = '(?:tiep nhan|da nhan|nhan|nop|thu ly|gui|dang ky|giai quyet)';
const OWN =
  '(?:bo luat|luat|phap lenh|nghi dinh|nghi quyet|quyet dinh|thong tu(?: lien tich)?|quy dinh|quy che|van ban)(?:\\s+nay|(?=\\s+co\\s+hieu\\s+luc))';
/** "… đã tiếp nhận trước ngày Nghị định này có hiệu lực …", "… nộp trước ngày 01 tháng 7 năm 2025 …". */
const BEFORE = new RegExp(
  `(?:${MATTER}(?!\\p{L})[^.]{0,260}?${TAKEN}|${TAKEN}(?:\\s+[\\p{L},]+){0,4}?\\s+${MATTER})(?!\\p{L})[^.]{0,140}?\\struoc\\s+(?:ngay|thoi diem)\\s+(?:(?:ngay\\s+)?(${OWN})|(?=(?:ngay\\s+)?\\d))`,
  'u',
);
/** What was begun otherwise than as a dossier: "đang thực hiện", "đã ký kết", "vào viện" before this text takes effect. */
const BEGUN = new RegExp(`\\struoc\\s+(?:(?:ngay|thoi diem)\\s+)?(${OWN})`, 'u');
const DEALT =
  '(?:thuc hien|giai quyet|ap dung|xu ly|xem xet|hoan thanh)(?:\\s*,?\\s*(?:giai quyet|thuc hien|xu ly))?';
const GOES_ON = new RegExp(`(?:tiep tuc\\s+)?(?:duoc\\s+)?(?:tiep tuc\\s+)?${DEALT}`, 'u');
/** The day received decides: the older text goes on. */
const OLD =
  /(?:tai thoi diem\s+\p{L}|(?:phap luat|quy dinh|van ban)[^.;]{0,40}?\s(?:truoc day|truoc ngay|truoc thoi diem|cu(?!\p{L})|da duoc? thay the))/u;
const NEW = new RegExp(
  `^[^.;]{0,60}?(?:theo|ap dung)\\s+(?:(?:cac\\s+)?quy dinh\\s+)?(?:cua|tai|trong)?\\s*${OWN}`,
  'u',
);
const ANOTHER =
  /^[^.;]{0,80}?(?:theo|ap dung)\s+(?:(?:cac\s+)?(?:quy dinh|huong dan|noi dung)\s+)?(?:cua|tai|trong)?\s*(?:bo luat|luat|phap lenh|nghi dinh|nghi quyet|quyet dinh|thong tu)\s+(?!nay)/u;
const MOST = 12;
const LONGEST = 1200;

/**
 * Transitional clauses on what was received before a text takes effect, each with its sentence (Law 64/2025/QH15, Điều
 * 55: a normative document may say how it applies to what was begun before). `rule`: `old` where the older text goes on,
 * `new` where this one applies to them too, `stated` where the sentence leaves a choice or cannot be told apart.
 * `from`: the day the document takes effect.
 */
export function findTransitional(text: string, tree: LegalNode, from?: IsoDate): TransitionalClause[] {
  const found: TransitionalClause[] = [];
  for (const placed of walk(tree)) {
    if (!/^(?:dieu|khoan|diem)$/.test(placed.node.type)) continue;
    if (placed.ancestors.some(({ type }) => type === 'phu_luc')) continue;
    const { span, children } = placed.node;
    const whole = text.slice(span.start, children[0]?.span.start ?? span.end);
    // An article's title is no part of what it says.
    const own = placed.node.title === undefined ? whole : whole.replace(/^[^\n]*\n/, '');
    for (const sentence of sentencesIn(own)) {
      const clause = readClause(sentence, placed, from);
      if (clause !== undefined) found.push(clause);
      if (found.length === MOST) return found;
    }
  }
  return found;
}

function sentencesIn(text: string): string[] {
  return (
    text
      .replace(/\s+/g, ' ')
      // The new wording that an amending text gives belongs to the other one.
      .replace(/(?<=[:;.] ?)“[^“”]*”/gu, ' ')
      .split(/(?<=(?<!\d)[.;])\s+(?=\p{Lu})/u)
      .map((sentence) => sentence.trim())
      .filter((sentence) => sentence.length <= LONGEST)
  );
}

function readClause(
  sentence: string,
  placed: Placed,
  from: IsoDate | undefined,
): TransitionalClause | undefined {
  const folded = foldKeepingLength(sentence);
  const dossiers = BEFORE.exec(folded);
  const before = dossiers ?? BEGUN.exec(folded);
  if (before === null) return undefined;
  const after = before.index + before[0].length;
  const dealt = GOES_ON.exec(folded.slice(after));
  if (dealt === null) return undefined;
  const named = before[1] === undefined ? findDates(sentence.slice(after, after + 40))[0] : undefined;
  if (before[1] === undefined && named === undefined) return undefined;
  // "trước ngày Nghị định này có hiệu lực" is its own day; another day must be the one it takes effect on, or near it.
  if (named !== undefined && from !== undefined && Math.abs(Date.parse(named.date) - Date.parse(from)) > YEAR)
    return undefined;
  const receivedBefore = named?.date ?? from;
  const denied = /khong(?:\s+phai)?\s+$/.test(folded.slice(0, after + dealt.index));
  const rule = denied || chooses(folded.slice(after)) ? 'stated' : ruleOf(folded.slice(after + dealt.index));
  // Papers that stay valid are no rule on which text applies.
  if (dossiers === null && rule === 'stated') return undefined;
  return {
    rule,
    ...(dossiers === null && { begun: true as const }),
    ...(receivedBefore !== undefined && { receivedBefore }),
    path: articlePath(placed),
    sentence,
  };
}

function chooses(rest: string): boolean {
  return /lua chon|(?:thuan|co) loi|(?:nay|cu) hoac|hoac (?:theo )?(?:cac )?quy dinh/.test(
    rest.slice(0, 400),
  );
}

const YEAR = 366 * 86_400_000;

function ruleOf(rest: string): TransitionalClause['rule'] {
  if (/khong (?:phai )?(?:thuc hien|ap dung)/.test(rest.slice(0, 60))) return 'stated';
  if (NEW.test(rest)) return 'new';
  return OLD.test(rest) || ANOTHER.test(rest) ? 'old' : 'stated';
}

function articlePath(placed: Placed): CitationPath {
  const { chuong: _, muc: __, ...path } = pathOf(placed);
  return path;
}

/** Whether what was received on this day falls under the clause. */
export function coversReceipt({ receivedBefore, begun }: TransitionalClause, received: IsoDate): boolean {
  return !begun && receivedBefore !== undefined && received <= addDays(receivedBefore, -1);
}
