/** "điểm a khoản 2 Điều 5 Nghị định số 120/2025/NĐ-CP": which provision of which document a text speaks of. */
import { findDocumentNumbers, numberKey } from '../../legal/numbers/document-number.ts';
import { fold } from '../../legal/text.ts';
import type { EvidenceText } from './model.ts';

export interface ArticleMention {
  readonly dieu?: string;
  readonly khoan?: string;
  readonly diem?: string;
  readonly phuLuc?: string;
  /** `numberKey` or `law:ho tich`; `own` for "Nghị định này"; absent when the text does not say. */
  readonly document?: string;
  readonly start: number;
  readonly end: number;
}

const NO_UNIT = '(?!\\s*(?:ngay|thang|gio|nam|ban|bo|dong|%|nguoi|/\\d))';
const ITEM = `\\d+[a-z]?(?![\\p{L}\\p{N}/])${NO_UNIT}`;
const LIST = (word: string) => `(${ITEM}(?:\\s*(?:,|va|hoac|den|-|–)\\s*(?:${word}\\s+)?${ITEM})*)`;
const DIEM =
  '(?:diem\\s+([a-z](?:\\s*(?:,|va|hoac|den)\\s*(?:diem\\s+)?[a-z](?![\\p{L}]))*)(?![\\p{L}])[\\s,]*)?';
const KHOAN = `(?:khoan\\s+${LIST('khoan')}[\\s,]*(?:cua\\s+)?)?`;
const MENTION = new RegExp(
  `(?<![\\p{L}])(?:${DIEM}${KHOAN}dieu\\s+${LIST('dieu')}|${DIEM}khoan\\s+${LIST('khoan')})`,
  'gu',
);
const ANNEX = /(?<![\p{L}])phu luc\s+(?:so\s+)?([ivxl]+|\d+)(?![\p{L}\p{N}])/gu;
const THIS =
  /^[\s,]*(?:cua\s+)?(?:bo luat|luat|nghi dinh|thong tu|quyet dinh|nghi quyet|phap lenh|quy dinh|quy che)\s+nay/u;
const LAW = /^[\s,]*(?:cua\s+)?(?:bo\s+)?luat\s+(?!nay|so\s)(\p{L}+\s+\p{L}+)/u;
const BETWEEN = /^[\s,]*(?:cua\s+)?(?:cac\s+)?(?:[\p{L}]+\s+){0,4}(?:so\s+)?:?\s*$/u;

/** @param text NFC; @param folded the same text folded with its length kept */
export function articlesOf(text: string, folded: string): ArticleMention[] {
  const numbers = findDocumentNumbers(text);
  const mentions: ArticleMention[] = [];
  const add = (parts: Omit<ArticleMention, 'start' | 'end' | 'document'>, start: number, end: number) => {
    const document = documentAfter(folded, end, numbers);
    mentions.push({ ...parts, ...(document !== undefined && { document }), start, end });
  };
  for (const m of folded.matchAll(MENTION)) {
    const diems = items(m[1] ?? m[4], /[a-z]/g);
    const khoans = items(m[2] ?? m[5], /\d+[a-z]?/g);
    for (const dieu of items(m[3], /\d+[a-z]?/g))
      for (const khoan of khoans)
        for (const diem of diems)
          add(
            { ...(dieu && { dieu }), ...(khoan && { khoan }), ...(diem && { diem }) },
            m.index,
            m.index + m[0].length,
          );
  }
  for (const m of folded.matchAll(ANNEX)) add({ phuLuc: m[1]! }, m.index, m.index + m[0].length);
  return mentions;
}

function items(list: string | undefined, each: RegExp): (string | undefined)[] {
  const found = list?.replace(/(?:va|hoac|den|diem|khoan|dieu)(?![\p{L}])/gu, ' ').match(each);
  return found ? found.map((f) => f.replace(/^0+(?=\d)/, '')) : [undefined];
}

function documentAfter(
  folded: string,
  end: number,
  numbers: ReturnType<typeof findDocumentNumbers>,
): string | undefined {
  const rest = folded.slice(end, end + 60);
  if (THIS.test(rest)) return 'own';
  const next = numbers.find((n) => n.span.start >= end && n.span.start - end <= 45);
  if (next && BETWEEN.test(folded.slice(end, next.span.start))) return numberKey(next.number.canonical);
  const law = LAW.exec(rest);
  return law ? `law:${law[1]!.replace(/\s+/g, ' ')}` : undefined;
}

/** Names under which a source's own document goes. */
export function ownDocument(e: EvidenceText): string[] {
  const keys: string[] = [];
  if (e.documentNumber) keys.push(numberKey(e.documentNumber));
  const law = /^(?:bo )?luat (\p{L}+ \p{L}+)/u.exec(fold(e.documentTitle ?? ''));
  if (law) keys.push(`law:${law[1]}`);
  return keys;
}

/** Provisions a source speaks of: its own place, its numbered khoản and điểm, and those its text names. */
export function articlesInSource(e: EvidenceText, folded: string): ArticleMention[] {
  const own: ArticleMention[] = [];
  const { dieu, khoan, diem, phuLuc } = e.path ?? {};
  const place = { start: 0, end: 0, document: 'own' };
  const annex = phuLuc ? [{ phuLuc: fold(phuLuc), ...place }] : [];
  if (dieu) {
    const article = { dieu: fold(dieu), ...place };
    own.push(
      { ...article, ...(khoan && { khoan: fold(khoan) }), ...(diem && { diem: fold(diem) }) },
      article,
    );
    if (khoan) own.push({ ...article, khoan: fold(khoan) });
    let clause = khoan && fold(khoan);
    for (const m of folded.matchAll(/(?:^|\n)\s*(?:(\d+[a-z]?)\.|([a-z])\))\s/gu)) {
      if (m[1]) clause = m[1];
      own.push({ ...article, ...(clause && { khoan: clause }), ...(m[2] && { diem: m[2] }) });
    }
  }
  return [...own, ...annex, ...articlesOf(e.text, folded)];
}

/** Whether `said` is one of `source`'s provisions; `ownKeys` are the names of the source's own document. */
export function sameArticle(
  said: ArticleMention,
  source: ArticleMention,
  ownKeys: readonly string[],
): boolean {
  for (const part of ['dieu', 'khoan', 'diem', 'phuLuc'] as const)
    if (said[part] !== undefined && said[part] !== source[part]) return false;
  if (said.document === undefined || said.document === 'own') return true;
  if (source.document === said.document) return true;
  return (source.document === undefined || source.document === 'own') && ownKeys.includes(said.document);
}
