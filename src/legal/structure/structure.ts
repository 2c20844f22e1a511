import type { LegalNode, NodeType } from '../model.ts';
import { type ArticleCandidate, chooseArticles } from './article-sequence.ts';
import { readArticle, readDivision } from './headings.ts';
import { type ItemLine, type Mark, marksInArticle, marksInSections } from './items.ts';
import { type Line, leadsOn, splitLines } from './lines.ts';
import { articleTitle, divisionTitle, sectionTitle, titleAbove } from './titles.ts';
import { findZones, type Zone } from './zones.ts';

/** Where a page begins in the text. */
export interface PageStart {
  readonly page: number;
  readonly start: number;
}

/** A node before its children and its end are known. */
interface Draft {
  readonly type: NodeType;
  readonly ordinal?: string;
  readonly title?: string;
  readonly rank: number;
  readonly start: number;
}

const RANK: Readonly<Partial<Record<NodeType, number>>> = {
  phu_luc: 0,
  phan: 10,
  chuong: 20,
  muc: 30,
  tieu_muc: 35,
  dieu: 55,
};

/**
 * The tree of an official document: phần, chương, mục, tiểu mục, điều, khoản, điểm and annexes; a text without
 * articles is divided by its own numbering. Spans point into `text` (NFC, lines end with "\n"); children lie inside
 * their parent, in order, disjoint. What stands before the first part and after the signature belongs to the root.
 */
export function parseStructure(text: string, pages: readonly PageStart[] = []): LegalNode {
  const lines = splitLines(text);
  const zones = findZones(lines);
  const children = zones.flatMap((zone) =>
    buildTree(zoneDrafts(lines, zone), offsetAfter(lines, zone, text.length), pages),
  );
  return { type: 'document', span: { start: 0, end: text.length }, ...pageOf(pages, 0), children };
}

/** Where the zone's own text ends: at the signature, the next annex or the end. */
function offsetAfter(lines: readonly Line[], zone: Zone, end: number): number {
  return zone.tail < lines.length ? lines[zone.tail]!.start : end;
}

function zoneDrafts(lines: readonly Line[], zone: Zone): Draft[] {
  const chosen = zone.articles ? chooseArticles(articleCandidates(lines, zone)) : [];
  // A regulation annexed begins at its Điều 1; a lone "Điều 77" in an annex is quoted from elsewhere.
  const articles = zone.annex !== undefined && chosen[0]?.heading.number !== 1 ? [] : chosen;
  const inside = articles.length > 0 ? articleDrafts(lines, zone, articles) : sectionDrafts(lines, zone);
  if (zone.annex === undefined) return inside;
  const { ordinal, title, line } = zone.annex;
  const first = inside[0]?.start;
  return [
    {
      type: 'phu_luc',
      rank: RANK.phu_luc!,
      start: lines[line]!.start,
      ...(ordinal !== '' && { ordinal }),
      ...(title !== undefined && { title }),
    },
    ...(first === lines[line]!.start ? [] : inside),
  ];
}

/** Lines of `zone` that may be headings of articles. */
function articleCandidates(lines: readonly Line[], zone: Zone): ArticleCandidate[] {
  const found: { line: number; heading: NonNullable<ReturnType<typeof readArticle>> }[] = [];
  let previous: number | undefined;
  for (let i = zone.from; i < zone.to; i++) {
    const line = lines[i]!;
    if (line.noise) continue;
    const heading = line.quoted ? undefined : readArticle(line.text);
    const repeated = previous !== undefined && lines[previous]!.text === line.text;
    if (heading !== undefined && !repeated && !leadsOn(lines, i)) found.push({ line: i, heading });
    previous = i;
  }
  return found.map((candidate, i) => {
    const next = found[i + 1]?.line;
    const empty = next !== undefined && lines.slice(candidate.line + 1, next).every((line) => line.noise);
    return { ...candidate, empty };
  });
}

function articleDrafts(lines: readonly Line[], zone: Zone, articles: readonly ArticleCandidate[]): Draft[] {
  const drafts: Draft[] = withLostDivisions(divisionDrafts(lines, zone, articles), lines, articles);
  articles.forEach((article, i) => {
    const to = articles[i + 1]?.line ?? zone.tail;
    const line = lines[article.line]!;
    const heading = {
      type: 'dieu',
      rank: RANK.dieu!,
      ordinal: article.heading.ordinal,
      start: line.start,
    } as const;
    const boundary = drafts.find((d) => d.start > line.start)?.start ?? Number.POSITIVE_INFINITY;
    const body = itemLines(lines, article.line + 1, to).filter((item) => item.start < boundary);
    const rest = {
      line,
      index: article.line,
      start: line.start + article.heading.restAt,
      text: line.text.slice(article.heading.restAt),
    };
    const inline = marksInArticle([rest])[0];
    const { title, next } = inline === undefined ? articleTitle(rest, body) : { title: undefined, next: 0 };
    drafts.push({ ...heading, ...(title !== undefined && { title }) });
    const marks = marksInArticle(inline === undefined ? body.slice(next) : [rest, ...body]);
    // One by one: a spread call takes its arguments on the stack, and an article may hold any number.
    for (const mark of marks) drafts.push(markDraft(mark));
  });
  return drafts.sort((a, b) => a.start - b.start || a.rank - b.rank);
}

/** Headings of phần, chương, mục, tiểu mục between the articles. */
function divisionDrafts(lines: readonly Line[], zone: Zone, articles: readonly ArticleCandidate[]): Draft[] {
  const heads = new Set(articles.map((a) => a.line));
  const last = articles.at(-1)!.line;
  const drafts: Draft[] = [];
  for (let i = zone.from; i < last; i++) {
    const line = lines[i]!;
    if (line.noise) continue;
    const heading = line.quoted || leadsOn(lines, i) ? undefined : readDivision(line.text);
    if (heading === undefined) continue;
    const title = divisionTitle(
      lines,
      i,
      heading.restAt,
      (j) => heads.has(j) || readDivision(lines[j]!.text) !== undefined,
    );
    if (title === undefined) continue;
    drafts.push({ ...heading, rank: RANK[heading.type]!, start: line.start, ...(title !== '' && { title }) });
  }
  const starts = articles.map((a) => lines[a.line]!.start);
  return drafts.filter((_, i) => !repeatedBelow(drafts, i, starts));
}

/** With those of which only the title is left. What level they are of is lost too: they end the chapter before. */
function withLostDivisions(
  found: readonly Draft[],
  lines: readonly Line[],
  articles: readonly ArticleCandidate[],
): Draft[] {
  const lost = articles.slice(1).flatMap(({ line }, i): Draft[] => {
    const above = articles[i]!.line;
    if (found.some(({ start }) => start > lines[above]!.start && start < lines[line]!.start)) return [];
    const capitals = titleAbove(lines, line, above);
    return capitals === undefined
      ? []
      : [{ type: 'muc', rank: RANK.chuong!, start: lines[capitals.line]!.start, title: capitals.title }];
  });
  return [...found, ...lost].sort((a, b) => a.start - b.start);
}

/** A chapter named in a table of contents comes again below, with its articles. */
function repeatedBelow(drafts: readonly Draft[], i: number, articleStarts: readonly number[]): boolean {
  const { type, ordinal, start } = drafts[i]!;
  if (type !== 'chuong' && type !== 'phan')
    return start < (articleStarts[0] ?? 0) && i + 1 < drafts.length && drafts[i + 1]!.rank <= RANK[type]!;
  const again = drafts.slice(i + 1).find((d) => d.type === type && d.ordinal === ordinal);
  return again !== undefined && !articleStarts.some((a) => a > start && a < again.start);
}

function sectionDrafts(lines: readonly Line[], zone: Zone): Draft[] {
  const items = itemLines(lines, zone.bodyFrom, zone.tail);
  const all = marksInSections(items);
  const marks = all.filter((mark, i) => !isListedForm(all, mark, i));
  const starts = new Set(marks.map((mark) => mark.line));
  return marks.map((mark) => {
    const title = mark.rank < 60 ? sectionTitle(lines, mark.line, mark.contentStart, starts) : undefined;
    return { ...markDraft(mark), ...(title !== undefined && { title }) };
  });
}

/** The list of forms at the head of an annex names each form that follows. */
function isListedForm(marks: readonly Mark[], mark: Mark, i: number): boolean {
  if (!mark.ordinal.startsWith('Mẫu') || marks[i + 1]?.rank !== mark.rank) return false;
  return marks.slice(i + 1).some((later) => later.ordinal === mark.ordinal);
}

function markDraft(mark: Mark): Draft {
  return { type: mark.type, ordinal: mark.ordinal, rank: mark.rank, start: mark.start };
}

function itemLines(lines: readonly Line[], from: number, to: number): ItemLine[] {
  return lines
    .slice(from, to)
    .map((line, i) => ({ line, index: from + i, start: line.start, text: line.text }));
}

/** Nests drafts (in order of position) by rank and closes each at the next of the same or a higher one. */
function buildTree(drafts: readonly Draft[], end: number, pages: readonly PageStart[]): LegalNode[] {
  const nodes: LegalNode[] = [];
  for (let i = 0; i < drafts.length; ) {
    const draft = drafts[i]!;
    let j = i + 1;
    while (j < drafts.length && drafts[j]!.rank > draft.rank) j++;
    const stop = j < drafts.length ? drafts[j]!.start : end;
    nodes.push({
      type: draft.type,
      ...(draft.ordinal !== undefined && { ordinal: draft.ordinal }),
      ...(draft.title !== undefined && { title: draft.title }),
      span: { start: draft.start, end: stop },
      ...pageOf(pages, draft.start),
      children: buildTree(drafts.slice(i + 1, j), stop, pages),
    });
    i = j;
  }
  return nodes;
}

function pageOf(pages: readonly PageStart[], offset: number): { readonly page?: number } {
  const page = pages.findLast((p) => p.start <= offset)?.page;
  return page === undefined ? {} : { page };
}
