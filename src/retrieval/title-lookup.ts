import type { IsoDate } from '../legal/model.ts';
import { plainWords } from '../legal/text.ts';
import type { DocumentCard, RetrievalIndex } from './retrieval-index.ts';

const STATUTE = /^(?:van ban hop nhat )?((?:bo luat|luat|phap lenh|hien phap) .+)$/u;
/** What may stand after a law's name. Anything else may continue it: "Luật Đầu tư công" is not "Luật Đầu tư". */
const AFTER_NAME =
  /^ ?(?:$|con hieu luc|(?:het|bi|thay|sua|bai|hieu luc|so|nam|ngay|\d+|quy|co|thi|la|noi|hien|hop|ve|va|nay|moi|cu|cua|dieu|khoan|diem|dung|the|duoc|can|yeu|doi|nguoi|trong|khi|theo|luat)(?= |$))/u;
const YEAR_AFTER = /^ ?(?:nam )?((?:19|20)\d\d)(?= |$)/u;

/** The law, code or ordinance that a question names by title ("Điều 5 Luật Căn cước"): every version of it on record
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
    const name = card.kind === 'official' ? STATUTE.exec(plain(card.title))?.[1] : undefined;
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
