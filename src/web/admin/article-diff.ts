import { changedLines, type DiffPart } from './line-diff.ts';

/** One article of two versions of a text. */
export interface ArticleChange {
  /** "Điều 5", within an annex "Phụ lục II, Điều 5"; empty for what stands before the first article. */
  readonly article: string;
  readonly kind: 'removed' | 'added' | 'changed';
  readonly parts: readonly DiffPart[];
}

const ARTICLE = /^\s*(Điều\s+\d+[a-zđ]*)\b[.:]?/u;
const ANNEX = /^\s*(Phụ lục(?:\s+(?:[IVXLC]+|\d+[a-z]?))?)(?:\s*$|[.:\s])/iu;

/** What changed between two versions, article by article, in the order of the newer one; articles that stayed are left out. */
export function changedArticles(before: string, after: string): ArticleChange[] {
  const [a, b] = [articlesOf(before), articlesOf(after)];
  const changes: ArticleChange[] = [];
  for (const [article, text] of b) {
    const old = a.get(article);
    if (old === undefined) changes.push(whole(article, 'added', text));
    else if (old !== text) {
      const parts = changedLines(old, text);
      if (parts.length > 0) changes.push({ article, kind: 'changed', parts });
    }
  }
  for (const [article, text] of a) if (!b.has(article)) changes.push(whole(article, 'removed', text));
  return changes;
}

function whole(article: string, kind: 'added' | 'removed', text: string): ArticleChange {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return { article, kind, parts: lines.map((line) => ({ kind, text: line })) };
}

/** Articles of an annex count from one again: the annex belongs to the name. A name that comes twice keeps both texts. */
function articlesOf(text: string): Map<string, string> {
  const articles = new Map<string, string>();
  let annex = '';
  let name = '';
  for (const line of text.split('\n')) {
    const article = ARTICLE.exec(line)?.[1]?.replace(/\s+/gu, ' ');
    const heading = article === undefined ? ANNEX.exec(line)?.[1] : undefined;
    if (heading !== undefined) name = annex = capital(heading.replace(/\s+/gu, ' '));
    else if (article !== undefined) name = annex === '' ? article : `${annex}, ${article}`;
    const known = articles.get(name);
    articles.set(name, known === undefined ? line : `${known}\n${line}`);
  }
  return articles;
}

/** "PHỤ LỤC II" and "Phụ lục II" are one annex. */
function capital(heading: string): string {
  const [, , ...number] = heading.split(' ');
  return ['Phụ lục', ...number].join(' ');
}
