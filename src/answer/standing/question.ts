import { findDocumentNumbers } from '../../legal/numbers/document-number.ts';
import { foldKeepingLength } from '../../legal/text.ts';

/** What is asked about a document itself, not about its content. */
export type Asked =
  /** Is it in force? */
  | 'standing'
  /** From when, until when? */
  | 'dates'
  | 'replaced_by'
  | 'amended_by'
  | 'replaces'
  | 'amends'
  | 'repeals'
  | 'detailed_by'
  | 'details'
  /** What is it about? */
  | 'contents';

const NO = '(?:khong|ko|k|kg|hok|chua|ha|khg)';
const WHICH =
  '(?:(?:nhung |cac )?(?:van ban|vb|nghi dinh|nd|thong tu|tt|luat|quyet dinh|qd|nghi quyet|nq|dieu|noi dung)(?: (?:nao|gi|j|chi))|(?:nhung )?(?:gi|j|chi|nao)|cai (?:gi|nao)|boi (?:cai |van ban |vb )?(?:gi|nao|j))';
const WHAT = '(?:(?:nhung |cai )?(?:gi|j|chi)|cac noi dung (?:gi|nao)|nhung noi dung (?:gi|nao))';
const TEXT = '(?:van ban|vb|nghi dinh|nd|thong tu|tt|luat|bo luat|quyet dinh|qd|nghi quyet|nq)';
const WHEN =
  '(?:khi nao|luc nao|bao gio|chung nao|(?:tu |ke tu )?(?:ngay|thoi diem) (?:nao|may|bao nhieu)|den (?:khi|bao) (?:nao|gio)|ngay nao)';
const AMEND = '(?:sua doi(?: bo sung)?|bo sung|sua)';
const PASSIVE = '(?:bi|duoc|dc|da bi|da duoc|da)';

/** In order: the first that matches says what is asked. Folded words with single spaces. */
const CUES: readonly (readonly [Asked, string])[] = [
  [
    'replaced_by',
    `${TEXT} (?:nao|gi) (?:da |se )?thay(?: the)?(?: cho)?|${PASSIVE} thay(?: the)? (?:boi|bang)|thay(?: the)? (?:boi|bang) ${WHICH}`,
  ],
  [
    'amended_by',
    `${TEXT} (?:nao|gi) (?:da |se )?${AMEND}(?: cho)?|${PASSIVE} ${AMEND} (?:boi|bang|theo|tai)`,
  ],
  [
    'detailed_by',
    `${TEXT} (?:nao|gi) (?:dang |da )?(?:huong dan(?: thi hanh| thuc hien)?|quy dinh chi tiet)`,
  ],
  [
    'standing',
    `${PASSIVE} (?:${TEXT} )?(?:thay(?: the)?|bai bo|${AMEND}) (?:hay )?${NO}|(?:con|het|mat|ngung|dang co) (?:hieu luc|hl)(?: thi hanh| ap dung)?(?: hay)? ?${NO}|con (?:dung|ap dung|gia tri)(?: duoc| dc)?(?: nua)? ${NO}|co hieu luc ${NO}|(?:con|het) hieu luc (?:hay|khong|roi)|con (?:hieu luc|ap dung|hl)$`,
  ],
  [
    'dates',
    `(?:co |het |bat dau |ngay )?(?:hieu luc|hl)(?: thi hanh| ap dung)?(?: la)?(?: cua [^?]{0,60}?)? ?${WHEN}|${WHEN} (?:thi )?(?:moi )?(?:co |het )?(?:hieu luc|hl)|ngay (?:co |het )?hieu luc (?:cua|la)|ap dung (?:tu|den) ${WHEN}|ap dung ${WHEN}`,
  ],
  ['replaces', `thay(?: the)?(?: cho)? ${WHICH}`],
  ['repeals', `bai bo ${WHICH}`],
  ['details', `(?:huong dan(?: thi hanh| thuc hien)?|quy dinh chi tiet)(?: cho)? ${WHICH}`],
  ['amends', `${AMEND} ${WHICH}|${AMEND} (?:o )?(?:diem|cho) (?:nao|gi)`],
  [
    'contents',
    `(?:quy dinh|noi|viet|noi dung|ban hanh)(?: la| co)?(?: ve)?(?: viec| van de)? ${WHAT}|la (?:van ban )?(?:ve )?${WHAT}|ve (?:viec |van de )?${WHAT}|(?:gom|co) (?:nhung |may |bao nhieu |cac )?dieu(?: (?:nao|gi|khoan))?|(?:tom tat|noi dung (?:chinh|chu yeu))`,
  ],
];
const READ = CUES.map(([asked, cue]) => [asked, new RegExp(`(?<!\\p{L})(?:${cue})(?!\\p{L})`, 'u')] as const);

/** Words that such questions are made of beside the document and what is asked of it (folded). */
const FILLER =
  /(?<!\p{L})(?:cho|hoi|xin|toi|em|minh|anh|chi|a|e|oi|a|da|thi|la|gi|nao|co|khong|ko|k|chua|nay|hien|nay|bay gio|nua|roi|vay|v|voi|nhe|ve|theo|cua|va|so|nam|ngay|van ban|vb|nghi dinh|nd|thong tu|tt|bo luat|luat|phap lenh|quyet dinh|qd|nghi quyet|nq|chinh phu|cu|moi|nhung|cac|diem|khoan|dieu|muc|chuong|phu luc|duoc|dc|bi|thi hanh|ap dung|hay|tinh den|den|tu|ke|trong|noi dung|nhieu|ra sao|the nao|nhu|khi|luc|thang|truoc|sau|hom nay|vao|kiem tra|xem|giup|gium|ho|biet|can|muon|tra|cuu|thanh phan|luc nay|ban hanh|ngay ky)(?!\p{L})/gu;
/** More content syllables than this beside the document's name: the question is after something in it. */
const MOST_OTHER = 3;
/** "Quy định gì" with any other word is a question about that word. */
const MOST_BESIDE_CONTENTS = 0;

/**
 * What a question asks about a document as such ("còn hiệu lực không", "thay thế văn bản nào"); undefined for every
 * other question. `name`: folded title of the law that the question names, when it names one by title.
 */
export function readStanding(question: string, name?: string): Asked | undefined {
  let folded = foldKeepingLength(question);
  for (const { span } of findDocumentNumbers(question))
    folded = `${folded.slice(0, span.start)}${' '.repeat(span.end - span.start)}${folded.slice(span.end)}`;
  const words = folded.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  for (const [asked, cue] of READ) {
    const m = cue.exec(words);
    if (m === null) continue;
    const rest = `${words.slice(0, m.index)} ${words.slice(m.index + m[0].length)}`
      .replaceAll(name ?? '\u0000', ' ')
      .replace(FILLER, ' ');
    const most = asked === 'contents' ? MOST_BESIDE_CONTENTS : MOST_OTHER;
    return (rest.match(/\p{L}+/gu) ?? []).length <= most ? asked : undefined;
  }
  return undefined;
}

const BETWEEN =
  /(?<!\p{L})(?:co )?(?:thay the|sua doi|bo sung|bai bo|lam het hieu luc)(?: cho)?(?!\p{L})[^?]{0,40}(?<!\p{L})(?:khong|ko|k|kg|chua)\s*\??\s*$/u;

/** "Nghị định A có thay thế Nghị định B không?" */
export function asksBetween(question: string): boolean {
  return BETWEEN.test(foldKeepingLength(question));
}
