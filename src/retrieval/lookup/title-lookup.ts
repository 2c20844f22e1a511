import type { IsoDate } from '../../legal/model.ts';
import { plainWords } from '../../legal/text.ts';
import type { DocumentCard, RetrievalIndex } from '../index/retrieval-index.ts';
import type { Candidate } from '../ranking/fusion.ts';

const STATUTE = /^(?:van ban hop nhat )?((?:bo luat|luat|phap lenh|hien phap|nghi dinh ve|thong tu ve) .+)$/u;
/** What an article of the law that the question names counts against others. Measured in docs/evaluation.md. */
const NAMED = 1.4;
/** What may stand after a law's name. Anything else may continue it: "Luật Đầu tư công" is not "Luật Đầu tư". */
const AFTER_NAME =
  /^ ?(?:$|con hieu luc|(?:het|bi|thay|sua|bai|hieu luc|so|nam|ngay|\d+|quy|co|thi|la|noi|hien|hop|ve|va|nay|moi|cu|cua|dieu|khoan|diem|dung|the|duoc|can|yeu|doi|nguoi|trong|khi|theo|luat)(?= |$))/u;
const YEAR_AFTER = /^ ?(?:nam )?((?:19|20)\d\d)(?= |$)/u;

/** The law, code, ordinance, or decree or circular "về …", that a question names by title ("Điều 5 Luật Căn cước"): every version of it on record
 * (the original and its consolidation), the newest issued by `asOf`, or that of the year named. Empty when the question
 * names none, or more than one, and when the name may go on beyond the title. */
export function documentsTitled(
  index: RetrievalIndex,
  question: string,
  asOf: IsoDate,
  allowed: (card: DocumentCard) => boolean,
): DocumentCard[] {
  const asked = plain(question);
  const found = new Map<string, DocumentCard[]>();
  for (const card of index.cards()) {
    const name = statuteName(card);
    if (name === undefined || !allowed(card) || !standsIn(name, asked)) continue;
    found.set(name, [...(found.get(name) ?? []), card]);
  }
  const names = [...found.keys()].filter(
    (name) => ![...found.keys()].some((o) => o !== name && o.includes(name)),
  );
  const [name] = names;
  if (name === undefined || names.length > 1) return [];
  return ofYear(found.get(name)!, asked.slice(asked.indexOf(name) + name.length), asOf);
}

/** Articles of the documents that a question names before those of others. Procedures keep their place: "theo Luật Hộ tịch" is
 * said of their questions as well. Changes `candidates` in place, best first after. */
export function titledFirst(candidates: Candidate[], titled: readonly DocumentCard[]): void {
  if (titled.length === 0) return;
  const ids = new Set(titled.map(({ id }) => id));
  for (const candidate of candidates) if (ids.has(candidate.documentId)) candidate.score *= NAMED;
  candidates.sort((a, b) => b.score - a.score);
}

const NAMES = new WeakMap<DocumentCard, string | undefined>();

/** A law's name as questions say it, folded; asked of every document at every question, so kept. */
function statuteName(card: DocumentCard): string | undefined {
  if (!NAMES.has(card))
    NAMES.set(card, card.kind === 'official' ? STATUTE.exec(plain(card.title))?.[1] : undefined);
  return NAMES.get(card);
}

function standsIn(name: string, asked: string): boolean {
  const at = ` ${asked}`.indexOf(` ${name}`);
  if (at < 0 || !AFTER_NAME.test(asked.slice(at + name.length))) return false;
  return !/sua doi .{0,40}cua $/u.test(asked.slice(0, at));
}

function ofYear(cards: readonly DocumentCard[], after: string, asOf: IsoDate): DocumentCard[] {
  const year = YEAR_AFTER.exec(after)?.[1];
  if (year !== undefined)
    return cards.filter((c) => c.number?.includes(`/${year}/`) || c.date?.startsWith(year));
  const issued = cards.filter((c) => c.date === undefined || c.date <= asOf);
  const among = issued.length > 0 ? issued : cards;
  const newest = among.reduce((last, c) => ((c.date ?? '') > last ? (c.date ?? '') : last), '');
  return among.filter((c) => (c.date ?? '') === newest);
}

/** Folded words with single spaces; "và" and punctuation left out, as people do in long names. */
function plain(text: string): string {
  return plainWords(text).replace(/ va(?= )/gu, '');
}
