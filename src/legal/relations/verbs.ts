import type { CitationPath, Relation, RelationKind } from '../model.ts';

/** Receives one relation; `path` only where a part of the target is meant. */
export type Add = (
  kind: RelationKind,
  target: string,
  path: CitationPath | undefined,
  sentence: string,
  more?: Pick<Relation, 'from' | 'until' | 'place'>,
) => void;

/** What the verb of a sentence does, and where its object stands: after it, or before it ("… hết hiệu lực"). */
export interface Verb {
  readonly kind: RelationKind;
  /** Offset where the object begins (after) or ends (before). */
  readonly at: number;
  readonly object: 'after' | 'before';
  /** "kéo dài thời hạn áp dụng": it changes nothing of a text but its last day. */
  readonly extends?: true;
}

const OWN =
  '(?:luat|phap lenh|nghi dinh|nghi quyet|quyet dinh|thong tu(?: lien tich)?|van ban|chi thi|ke hoach|quy dinh|cong van|huong dan|quy che|thong bao|bo luat|nghi quyet lien tich)\\s+nay';
const MARK = '(?:(?:dieu\\s+)?\\d{1,3}[a-z]?[.)]\\s*|[a-z]\\)\\s*|[-+]\\s*)?';
const START = `(?:^|[;:.]\\s*|(?:^|\\s)va\\s+)${MARK}`;
const AMEND = 'sua doi(?:\\s*,\\s*bo sung)?|bo sung';
/** "sửa đổi, bổ sung, thay thế và bãi bỏ một số điều của …": which of these is done, the items below say. */
const AMEND_AND_MORE = `(?:${AMEND})(?:\\s*,\\s*(?:bo sung|thay the|bai bo))*\\s*,?\\s+(?:va\\s+)?(?:thay the|bai bo)`;
/** What is amended is a text or a part of one ("bổ sung giấy phép" is no amendment). */
const AMENDED =
  '\\s+(?:(?:mot so|cac|them|ten|tieu de|noi dung|quy dinh|doan|cau|tai|cua|\\d+)\\s+)*(?:dieu|khoan|diem|chuong|muc|tieu muc|phan|phu luc|bo luat|luat|phap lenh|nghi dinh|nghi quyet|quyet dinh|thong tu|chi thi|quy che|quy dinh|danh muc|bieu)(?!\\p{L})';
/** Folded, "Bộ Tư pháp" reads like "bỏ từ", so "từ" alone is not believed. */
const WORDING =
  '(?:(?:thay the|bai bo|bo|bo sung|thay|sua doi)\\s+(?:(?:cac|mot so)\\s+)?cum tu|(?:thay the|bo sung|sua doi)\\s+(?:cac\\s+)?(?:mau|bieu mau))(?!\\p{L})';

/** "(Cho phép) kéo dài thời hạn áp dụng Nghị định số …", "tiếp tục áp dụng Điều 3 … đến …", "kéo dài thời gian ngưng hiệu lực …". */
const EXTEND =
  '(?:cho phep\\s+)?(?:(?:tiep tuc\\s+)?(?:keo dai|gia han)\\s+(?:them\\s+)?(?:thoi (?:han|gian|ky)\\s+)?(?:ap dung|co hieu luc|hieu luc|thuc hien|thi hanh|(?:tam\\s+)?ngung hieu luc)|tiep tuc\\s+(?:ap dung|thuc hien|thi hanh))';

interface Rule {
  readonly extends?: true;
  readonly kind: RelationKind;
  readonly object: 'after' | 'before';
  readonly pattern: RegExp;
}

/** In order: the first that matches names the relation. */
const RULES: readonly Rule[] = [
  after(
    'suspends',
    `(?:${START}|${OWN}\\s+)(?:tiep tuc\\s+)?(?:tam\\s+)?(?:ngung hieu luc|dinh chi(?: viec)? thi hanh)`,
  ),
  after('corrects', `(?:${START}|${OWN}\\s+)dinh chinh`),
  after('amends', `${START}${WORDING}`),
  { ...after('amends', `${START}${EXTEND}`), extends: true },
  { ...before('amends', 'duoc (?:keo dai|gia han)\\s+(?:\\p{L}+\\s+){0,4}?den\\s'), extends: true },
  after('amends', `${START}${AMEND_AND_MORE}(?=${AMENDED})`),
  after('replaces', `${OWN}[^.;]{0,140}?\\sthay the(?:\\s+cho)?`),
  after('replaces', `${START}thay the(?:\\s+cho)?`),
  after('repeals', `(?:${START}|${OWN}[^.;]{0,100}?\\s)bai bo`),
  after('amends', `${START}(?:${AMEND})(?=${AMENDED})`),
  before('suspends', `(?:tam\\s+)?ngung hieu luc(?:\\s+thi hanh)?\\s+(?:ke tu|tu ngay|den)`),
  before(
    'repeals',
    `(?:duoc|bi) bai bo(?!\\s+boi)|het hieu luc(?:\\s+thi hanh)?(?:\\s+(?:toan bo|ke tu|tu|khi|vao|sau|gom)|\\s*[:.,;]|\\s*$)`,
  ),
  before('amends', `duoc (?:${AMEND})\\s+(?:nhu sau|thanh)`),
];

/** Every rule has one of these words. */
const ACT =
  /sua doi|bo sung|bai bo|thay|dinh chinh|dinh chi|ngung hieu luc|keo dai|gia han|tiep tuc (?:ap dung|thuc hien|thi hanh)|het hieu luc|bo\s+(?:(?:cac|mot so)\s+)?cum tu/;
/** "được sửa đổi", "đã bãi bỏ", "việc thay thế", "văn bản thay thế": told of another text. */
const PAST = /(?:duoc|da|bi|viec|hoac|van ban)\s+$/;
const VERB = /(?:sua doi|bo sung|bai bo|thay the|dinh chinh|ngung|dinh chi|keo dai|gia han|tiep tuc)/;
const SINCE = '(?:ke tu ngay [^,]{0,80}?(?:nay|\\d{4}|hieu luc)[^,]{0,40}?(?:,|\\sthi)\\s+)?';
/** Forms, annexes, standards … issued with a document. */
const ISSUED_WITH =
  '(?:bieu mau|mau(?=\\s+so)|danh muc|tieu chuan|quy chuan|quy che|quy trinh|dieu le|noi quy)\\s[^;:.]{0,260}?ban hanh\\s+(?:kem\\s+)?theo\\s';
/** What ends must be named at the head of its sentence; "đến ngày … hết hiệu lực" sets a term. */
const HEAD = new RegExp(
  `^(?:(?:dieu\\s+)?\\d{1,3}[a-z]?[.)]\\s*|[a-z]\\)\\s*|[-+]\\s*)?${SINCE}(?:(?:cac|nhung|toan bo)\\s+)?(?:(?:noi dung|quy dinh)\\s+(?:(?:da|duoc)\\s+)?(?:quy dinh\\s+)?(?:cua|tai|trong)\\s+)?(?:(?:cac\\s+)?(?:van ban|quy dinh(?=\\s+(?:sau|duoi day|neu))|luat|bo luat|phap lenh|nghi dinh|nghi quyet|quyet dinh|thong tu|chi thi|cong van|ke hoach|dieu|khoan|diem|chuong|muc|phu luc)(?!\\p{L})|${ISSUED_WITH})`,
  'u',
);
/** Items of a list that go on without the word ("số 29/2009/TT-BNN …"), or name what was issued with a decision. */
const LISTED =
  /^(?:[a-z]\)\s*|\d{1,3}[.)]\s*|[-+]\s*)?(?:so\s+\d|(?:quy che|quy dinh|dieu le|noi quy|quy trinh)\s[^;:]{2,260}ban hanh\s+(?:kem\s+)?theo\s)/u;

function after(kind: RelationKind, pattern: string): Rule {
  return { kind, object: 'after', pattern: new RegExp(pattern, 'u') };
}

function before(kind: RelationKind, pattern: string): Rule {
  return { kind, object: 'before', pattern: new RegExp(pattern, 'u') };
}

/** True when a folded sentence begins, after its mark, with a text or a part of one. */
export function namesText(folded: string): boolean {
  return HEAD.test(folded) || LISTED.test(folded);
}

/** False where no rule below can match: a folded sentence without any word of an act. */
export function mayAct(folded: string): boolean {
  return ACT.test(folded);
}

/** The acting verb of a folded sentence; `undefined` when it only tells of what was done elsewhere. */
export function findVerb(folded: string): Verb | undefined {
  if (!mayAct(folded)) return undefined;
  for (const { kind, object, pattern, ...more } of RULES) {
    const m = pattern.exec(folded);
    if (m === null) continue;
    const verb = m.index + Math.max(0, m[0].search(VERB));
    if (object === 'after') {
      if (!PAST.test(folded.slice(0, verb))) return { kind, at: m.index + m[0].length, object, ...more };
    } else if (
      HEAD.test(folded) &&
      !/co hieu luc|den (?:ngay|khi|thoi diem)/.test(folded.slice(sinceEnd(folded), m.index))
    ) {
      return { kind, at: m.index, object, ...more };
    }
  }
  return undefined;
}

const SINCE_DAY = new RegExp(`^(?:\\d{1,3}[a-z]?[.)]\\s*|[a-z]\\)\\s*|[-+]\\s*)?${SINCE}`, 'u');

/** Where the words after "Kể từ ngày Thông tư này có hiệu lực," begin. */
function sinceEnd(folded: string): number {
  return SINCE_DAY.exec(folded)?.[0].length ?? 0;
}
