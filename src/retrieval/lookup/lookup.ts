import type { CitationPath, DocumentId, IsoDate, UnitId } from '../../legal/model.ts';
import { findDocumentNumbers, matchesNumber, numberKey } from '../../legal/numbers/document-number.ts';
import { foldKeepingLength, plainWords } from '../../legal/text.ts';
import type { DocumentCard, RetrievalIndex } from '../index/retrieval-index.ts';
import type { DocumentFacts, Lookup } from '../model.ts';
import { documentsTitled } from './title-lookup.ts';

/** What a question names outright. */
export interface Named {
  readonly text: string;
  readonly numbers: ReturnType<typeof findDocumentNumbers>;
  readonly codes: readonly string[];
  readonly path?: CitationPath;
}

const CODE = /(?<![\d.])([1-9]\.\d{6})(?![\d.])/gu;
const ARTICLE = /(?<!\p{L})dieu\s*(\d{1,3}[a-z]?)(?![\p{L}\d])/u;
const CLAUSE = /(?<!\p{L})khoan\s*(\d{1,3}[a-z]?)(?![\p{L}\d])/u;
const POINT = /(?<!\p{L})[đd](?:iem|ểm)\s*([a-zđ])(?![\p{L}\d])/u;

/** Document numbers, procedure codes and "điểm … khoản … Điều …" in a question (NFC). */
export function named(text: string): Named {
  const folded = foldKeepingLength(text);
  const dieu = ARTICLE.exec(folded)?.[1];
  const khoan = CLAUSE.exec(folded)?.[1];
  const diem = POINT.exec(text.toLowerCase())?.[1] ?? POINT.exec(folded)?.[1];
  const path = dieu
    ? {
        dieu,
        ...(khoan !== undefined && { khoan }),
        ...(diem !== undefined && khoan !== undefined && { diem }),
      }
    : undefined;
  return {
    text,
    numbers: findDocumentNumbers(text),
    codes: [...new Set([...folded.matchAll(CODE)].map((m) => m[1]!))],
    ...(path && { path }),
  };
}

/** Documents a mention can mean, among those allowed. */
function documentsNamed(
  index: RetrievalIndex,
  mention: Named['numbers'][number]['number'],
  allowed: (card: DocumentCard) => boolean,
): DocumentCard[] {
  const out: DocumentCard[] = [];
  for (const card of index.cards())
    if (card.number !== undefined && allowed(card) && matchesNumber(mention, card.number)) out.push(card);
  const exact = mention.complete
    ? out.filter((c) => numberKey(c.number!) === numberKey(mention.canonical))
    : [];
  return exact.length > 0 ? exact : out;
}

/** Units of a document that are this article: `…#d5`, or `…#plI.d5` when only annexes have it. */
function articleUnits(index: RetrievalIndex, document: DocumentId, dieu: string): UnitId[] {
  const units = index.unitsOf(document);
  const wanted = dieu.toLowerCase();
  const local = (u: string) => u.slice(document.length + 1).toLowerCase();
  const body = units.filter((u) => local(u) === `d${wanted}`);
  return body.length > 0 ? body : units.filter((u) => local(u).endsWith(`.d${wanted}`));
}

/** How many articles a document's body has, and the highest number among them. */
function articlesOf(index: RetrievalIndex, document: DocumentId): { count: number; last: number } {
  const numbers = index.unitsOf(document).flatMap((unit) => {
    const number = /^d(\d+)[a-zđ]?$/.exec(unit.slice(document.length + 1))?.[1];
    return number === undefined ? [] : [Number(number)];
  });
  return { count: numbers.length, last: Math.max(0, ...numbers) };
}

/** Of several documents under one number, those whose issuer and date the question names too, or most of them; else the asker's own. */
function narrowed(documents: DocumentCard[], { text }: Named, territory: string): DocumentCard[] {
  if (documents.length < 2) return documents;
  const folded = spaced(text);
  const said = documents.map(({ issuer, date }) =>
    [issuer && spaced(issuer), date && ` ${date.split('-').reverse().join(' ')} `].filter(
      (words) => words !== undefined && folded.includes(words),
    ),
  );
  const most = Math.max(...said.map(({ length }) => length));
  if (most > 0) return documents.filter((_, i) => said[i]!.length === most);
  const here = documents.filter((document) => document.territory === territory);
  return here.length === 1 ? here : documents;
}

/** Small letters without diacritics, single spaces, a space at both ends. */
function spaced(text: string): string {
  return ` ${plainWords(text)} `;
}

/** Words that ask for a document as such, beside its number. */
const OF_A_DOCUMENT = new Set(
  'van ban luat nghi dinh quyet thong tu lien tich chi thi cong ke hoach so cua chinh phu ubnd noi dung toan gi la ve viec quy the nao tra cuu tim xem cho hoi toi minh nam nay do'.split(
    ' ',
  ),
);

/** The question is a document's number and nothing else: "văn bản số 120/2025", "nghị định 120/2025/NĐ-CP nói gì". */
function asksForWhole({ text, numbers }: Named): boolean {
  let rest = text;
  for (const { span } of numbers.toReversed()) rest = `${rest.slice(0, span.start)} ${rest.slice(span.end)}`;
  return spaced(rest)
    .split(' ')
    .every((word) => word === '' || OF_A_DOCUMENT.has(word));
}

/** The body's articles as they stand, then the rest: a document opens with what it is about, not with a line of an annex. */
function readingOrder(document: DocumentId, units: readonly UnitId[]): UnitId[] {
  const article = (unit: UnitId) => /^d(\d+)/.exec(unit.slice(document.length + 1))?.[1];
  const body = units.filter((unit) => article(unit) !== undefined);
  body.sort((a, b) => Number(article(a)) - Number(article(b)));
  return [...body, ...units.filter((unit) => article(unit) === undefined)];
}

/** Units that the question names outright come first; `inOrder`: as listed, whatever their words score. */
export function lookUp(
  index: RetrievalIndex,
  names: Named,
  allowed: (id: DocumentId) => boolean,
  territory: string,
  asOf: IsoDate,
): { lookup: Lookup; first: readonly UnitId[]; inOrder?: boolean } {
  for (const code of names.codes) {
    const documents = index.withCode(code).filter(allowed);
    if (documents.length > 0)
      return {
        lookup: { kind: 'found', what: 'procedure', documents },
        first: documents.flatMap((d) => index.unitsOf(d)),
      };
    return { lookup: { kind: 'unknown_procedure', code }, first: [] };
  }
  const mention = names.numbers[0];
  if (!mention) return lookUpTitled(index, names, allowed, asOf);
  const documents = narrowed(
    documentsNamed(index, mention.number, (c) => allowed(c.id)),
    names,
    territory,
  );
  const [document] = documents;
  if (!document) return { lookup: { kind: 'unknown_document', number: mention.number.canonical }, first: [] };
  if (documents.length > 1)
    return {
      lookup: { kind: 'ambiguous', candidates: documents.map(factsOfCard) },
      first: documents.flatMap((d) => index.unitsOf(d.id).slice(0, 1)),
    };
  const dieu = names.path?.dieu;
  if (dieu === undefined)
    return {
      lookup: { kind: 'found', what: 'document', documents: [document.id] },
      first: readingOrder(document.id, index.unitsOf(document.id)),
      inOrder: asksForWhole(names),
    };
  return lookUpArticle(index, [document], dieu);
}

/** An article of a law that is named by its title. The title alone settles nothing: "theo Luật Hộ tịch" is said of
 * questions about procedures too. */
function lookUpTitled(
  index: RetrievalIndex,
  names: Named,
  allowed: (id: DocumentId) => boolean,
  asOf: IsoDate,
): { lookup: Lookup; first: readonly UnitId[] } {
  const dieu = names.path?.dieu;
  const documents = dieu ? documentsTitled(index, names.text, asOf, (c) => allowed(c.id)) : [];
  if (dieu === undefined || documents.length === 0) return { lookup: { kind: 'none' }, first: [] };
  return lookUpArticle(index, documents, dieu);
}

function lookUpArticle(
  index: RetrievalIndex,
  documents: readonly DocumentCard[],
  dieu: string,
): { lookup: Lookup; first: readonly UnitId[] } {
  const first = documents.flatMap((d) => articleUnits(index, d.id, dieu));
  if (first.length > 0)
    return { lookup: { kind: 'found', what: 'article', documents: documents.map((d) => d.id) }, first };
  const document = documents[0]!;
  const { count, last } = articlesOf(index, document.id);
  // A number inside the range was lost in reading: nothing is claimed of it.
  if (count === 0 || Number.parseInt(dieu, 10) <= last) return { lookup: { kind: 'none' }, first: [] };
  return {
    lookup: { kind: 'no_such_article', document: factsOfCard(document), articles: count },
    first: [],
  };
}

/** A card lacks what only the store knows (source, relations); enough to name the document to a person. */
function factsOfCard(card: DocumentCard): DocumentFacts {
  return { ...card, source: '', ownWords: false };
}
