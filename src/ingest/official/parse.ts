import { daysBetween, findDates } from '../../legal/calendar/dates.ts';
import { readEffectiveDates } from '../../legal/effectivity/effective-dates.ts';
import { findSunset } from '../../legal/effectivity/sunset.ts';
import { findTransitional } from '../../legal/effectivity/transitional.ts';
import type { DocumentHeader, IsoDate, LegalNode, PartTerm, Relation } from '../../legal/model.ts';
import type { DocumentNumber } from '../../legal/numbers/document-number.ts';
import { beyondRank } from '../../legal/numbers/rank.ts';
import { findPartTerms, findYearsOfEffect, termAt } from '../../legal/relations/part-terms.ts';
import { findRelations } from '../../legal/relations/relations.ts';
import { sentencesOf } from '../../legal/relations/sentences.ts';
import { type PageStart, parseStructure } from '../../legal/structure/structure.ts';
import { articlesOf } from '../../legal/structure/tree.ts';
import type { OfficialDocument, ReadValue } from '../model.ts';
import { readClosing, readConsolidation, readPassingDate } from './closing.ts';
import { ASK_BELOW, withDoubts } from './doubts.ts';
import { type Found, type HeaderParts, readHead, readPlaceAndDate, toHeader } from './header.ts';
import { readNumber, readTitle } from './header-number.ts';
import { lowerFirst, readSubject } from './header-subject.ts';
import { readType } from './header-type.ts';
import { readIssuer } from './issuer.ts';
import { numberBeside, numberOfAnnex, numberOfFile } from './number-elsewhere.ts';

/** Reads an official document out of a file's text: header, tree, relations, sunset. Never throws; doubts are warnings. */
export function parseOfficialDocument(read: ReadValue, fileName: string): OfficialDocument {
  const { text, pages } = joinPages(read);
  const tree = parseStructure(text, pages);
  const header = readHeader(text, tree, read, fileName);
  const sentences = sentencesOf(text, tree);
  const transitional =
    header.type === 'Văn bản hợp nhất' ? [] : findTransitional(text, tree, header.effectiveFrom);
  const parts =
    header.type === 'Văn bản hợp nhất'
      ? []
      : [...findPartTerms(sentences.body), ...findYearsOfEffect(sentences.body)];
  const sunset = findSunset(text, readEffectiveDates(effectivityText(text, tree), header.date));
  const relations = findRelations({ text, tree, sentences }, header).map((relation) =>
    onItsDay(relation, parts, header.effectiveFrom),
  );
  return {
    header,
    text,
    tree,
    relations,
    ...(parts.length > 0 && { parts }),
    ...(sunset !== undefined && { sunset }),
    ...(transitional.length > 0 && { transitional }),
    warnings: [
      ...warningsOf(header, tree, read),
      ...(hasAnother(text, tree) ? [ANOTHER_BEHIND] : []),
      ...rankWarnings(header, relations),
    ],
  };
}

/**
 * What an article does that takes effect on another day than its document, it does on that day; but the budget year that a
 * text applies to, gone by in part, ends no other text before this one took effect.
 */
function onItsDay(relation: Relation, parts: readonly PartTerm[], begins: IsoDate | undefined): Relation {
  const { from, place } = relation;
  const term = from === undefined && place !== undefined ? termAt(parts, place) : undefined;
  if (term?.from === undefined) return relation;
  const isWhole = Object.keys(term.path).length === 0;
  return isWhole && begins !== undefined && term.from <= begins ? relation : { ...relation, from: term.from };
}

/** What a document claims to do to others beyond its rank is not taken over, and its reader is told (Law 64/2025/QH15, Điều 57). */
function rankWarnings({ number }: DocumentHeader, relations: readonly Relation[]): string[] {
  return beyondRank(number, relations).map(
    (target) =>
      `Văn bản nói thay thế, sửa đổi, bãi bỏ hoặc đính chính ${target}, nhưng thứ bậc của văn bản này không cho phép; quan hệ đó không được ghi nhận, đề nghị người duyệt xem.`,
  );
}

function joinPages(read: ReadValue): { text: string; pages: PageStart[] } {
  const pages: PageStart[] = [];
  let text = '';
  for (const page of read.pages) {
    const body = page.text.replace(/\r\n?/g, '\n').replace(/^\n+/, '').trimEnd();
    if (text !== '' && body !== '') text += '\n';
    pages.push({ page: page.page, start: text.length });
    text += body;
  }
  return { text, pages: read.paged ? pages : [] };
}

function readHeader(text: string, tree: LegalNode, read: ReadValue, fileName: string): DocumentHeader {
  const head = readHead(text);
  const consolidation = readConsolidation(text);
  const type = readType(head);
  const { place, date: besides } = readPlaceAndDate(head);
  const title = readTitle(head);
  const date = besides ?? title?.date;
  const number =
    readNumber(head) ??
    title?.number ??
    numberBeside(consolidation.number) ??
    numberOfAnnex(text, type?.value) ??
    numberOfFile(fileName, type?.value, date?.value);
  const closing = readClosing(closingText(text, tree));
  const passed = date === undefined ? (consolidation.date ?? readPassingDate(text.slice(-3000))) : undefined;
  const day: Found<string> | undefined =
    date ?? (passed === undefined ? undefined : { value: passed, confidence: 0.85 });
  const typeFound = typeOf(number?.parsed, type);
  const effective =
    typeFound?.value === 'Văn bản hợp nhất'
      ? { ...readEffectiveDates(effectivityText(text, tree), day?.value), from: consolidatedFrom(text, tree) }
      : readEffectiveDates(effectivityText(text, tree), day?.value);
  const parts: HeaderParts = {
    ...(number !== undefined && { number }),
    ...(typeFound !== undefined && { type: typeFound }),
    ...optional('issuer', readIssuer(head, number?.parsed, type?.cell)),
    ...optional('place', place),
    ...optional('date', day),
    ...optional('subject', subjectOf(readSubject(head, type, text), number?.parsed, type?.value)),
    ...(closing.signer !== undefined && { signer: { value: closing.signer, confidence: 0.9 } }),
    ...optional('effectiveFrom', plausibleStart(effective.from, day?.value)),
    ...(effective.to !== undefined && { effectiveTo: { value: effective.to, confidence: 0.9 } }),
  };
  return toHeader(withDoubts(parts, read, numberOfFile(fileName, type?.value, date?.value)), {
    ...(closing.signerTitle !== undefined && { signerTitle: closing.signerTitle }),
    ...(closing.recipients !== undefined && { recipients: closing.recipients }),
  });
}

function optional<K extends string>(key: K, found: Found<string> | undefined): { [P in K]?: Found<string> } {
  return found === undefined ? {} : ({ [key]: found } as { [P in K]?: Found<string> });
}

/** A consolidation is known by the text it consolidates: "Luật Đất đai". */
function subjectOf(
  subject: Found<string> | undefined,
  number: DocumentNumber | undefined,
  printed: string | undefined,
): Found<string> | undefined {
  if (subject === undefined || number?.typeSymbol !== 'VBHN' || printed === undefined) return subject;
  return {
    ...subject,
    value: `${printed} ${/luật|Pháp lệnh/iu.test(printed) ? subject.value : lowerFirst(subject.value)}`,
  };
}

/** Effect before signing is doubtful; more than a year before, the day belongs to another text. */
function plausibleStart(from: IsoDate | undefined, signed: IsoDate | undefined): Found<string> | undefined {
  if (from === undefined) return undefined;
  const early = signed === undefined ? 0 : daysBetween(from, signed);
  return early > 366 ? undefined : { value: from, confidence: early > 0 ? 0.6 : 0.93 };
}

function typeOf(
  number: DocumentNumber | undefined,
  printed: Found<string> | undefined,
): Found<string> | undefined {
  if (number?.type === undefined)
    return printed === undefined ? undefined : { value: printed.value, confidence: printed.confidence };
  const agrees = printed === undefined || printed.value === number.type;
  return { value: number.type, confidence: agrees ? 0.98 : number.type === 'Văn bản hợp nhất' ? 0.95 : 0.7 };
}

/** The text after the body: behind the last article, or the last page or so of a document without articles. */
function closingText(text: string, tree: LegalNode): string {
  const annex = tree.children.find((node) => node.type === 'phu_luc')?.span.start ?? text.length;
  const last = articlesOf(tree).findLast(({ node }) => node.span.start < annex)?.node.span.start;
  return text.slice(last ?? Math.max(0, annex - 4000), annex);
}

/** The articles on entry into force; without any, the end of the text. */
function effectivityText(text: string, tree: LegalNode): string {
  const articles = articlesOf(tree).filter(({ ancestors }) =>
    ancestors.every((node) => node.type !== 'phu_luc'),
  );
  const bodies = articles.map(({ node }) => text.slice(node.span.start, node.span.end));
  const speaks = (part: string) => /hi[ệe]u l[ựu]c/iu.test(part);
  const closing = bodies
    .filter((body, i) => speaks(body.slice(0, 1500)) || (i === bodies.length - 1 && speaks(body.slice(-600))))
    .slice(-3);
  return bodies.length > 0 ? closing.join('\n') : text.slice(-6000);
}

const ANOTHER_BEHIND =
  'Sau phần chữ ký còn một văn bản khác chưa có số riêng; phần đó không được đưa vào tra cứu. Nếu cần dùng, hãy tách tệp và gửi riêng.';
const HEAD_BEHIND = /Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh phúc[\s\S]{0,2000}?\nĐiều 1\s*[.:]/u;

/** Does another document stand behind this one's signature, outside all its parts? */
function hasAnother(text: string, tree: LegalNode): boolean {
  const end = tree.children.at(-1)?.span.end;
  return end !== undefined && HEAD_BEHIND.test(text.slice(end));
}

function warningsOf(header: DocumentHeader, tree: LegalNode, read: ReadValue): string[] {
  const warnings: string[] = [];
  if (header.number === undefined) warnings.push('Không đọc được số, ký hiệu của văn bản.');
  else if ((header.confidence.number ?? 0) < ASK_BELOW)
    warnings.push(`Số, ký hiệu ${header.number} chưa chắc chắn, đề nghị kiểm tra.`);
  if (header.number !== undefined && header.date === undefined)
    warnings.push('Không đọc được ngày ban hành của văn bản.');
  const gaps = missingArticles(tree);
  if (gaps.length > 0)
    warnings.push(
      `Không tìm thấy ${gaps
        .slice(0, 8)
        .map((n) => `Điều ${n}`)
        .join(', ')}${gaps.length > 8 ? ' …' : ''} trong bản này.`,
    );
  if (read.pages.some((page) => page.ocr))
    warnings.push('Văn bản được nhận dạng từ ảnh quét, có thể sai chữ; bản gốc là căn cứ.');
  return warnings;
}

/**
 * A consolidation gives the text as it stands from the effect of its last amending text on (Pháp lệnh 01/2012/UBTVQH13,
 * Điều 4: it has the legal value of what it consolidates); its head lists each text with the day of its effect.
 */
function consolidatedFrom(text: string, tree: LegalNode): IsoDate | undefined {
  const head = text.slice(0, tree.children[0]?.span.start ?? 3000);
  const days = [...head.matchAll(/có\s+hiệu\s+lực\s+(?:thi\s+hành\s+)?(?:kể\s+)?từ\s+(?=ngày)/giu)].flatMap(
    (m) => findDates(head.slice(m.index, m.index + 90))[0]?.date ?? [],
  );
  return days.sort().at(-1);
}

/** Numbers left out between the first article of the body and its last. */
function missingArticles(tree: LegalNode): number[] {
  const numbers = articlesOf(tree)
    .filter(({ ancestors }) => ancestors.every((node) => node.type !== 'phu_luc'))
    .map(({ node }) => Number.parseInt(node.ordinal ?? '', 10));
  const seen = new Set(numbers);
  const last = numbers.at(-1) ?? 0;
  return Array.from({ length: last }, (_, i) => i + 1).filter((n) => !seen.has(n));
}
