import { isUpper, readArticle, readDivision, withoutSpecks } from './headings.ts';
import type { ItemLine } from './items.ts';
import type { Line } from './lines.ts';

const LONGEST_TITLE = 400;
/** A wrapped line of the Gazette and of typed papers is about this long; a shorter one ends its paragraph. */
const WRAPS_AT = 48;
const NUMBERED = /^(?:\d{1,3}[a-zđ]?\s?[.)/]|[a-zđ]\d?\s?\)|[-–+•])\s*\S/u;

/** The title of an article and how many of its body's lines belong to it; no title when the article begins with its text. */
export function articleTitle(
  rest: ItemLine,
  body: readonly ItemLine[],
): { title: string | undefined; next: number } {
  const parts = rest.text === '' ? [] : [rest.text];
  let next = 0;
  for (let i = 0; i < Math.min(body.length, 12); i++) {
    const item = body[i]!;
    if (item.line.noise) continue;
    if (parts.length > 0 && !continues(parts.at(-1)!, item, body, i)) break;
    if (parts.length === 0 && (NUMBERED.test(item.text) || item.line.quoted)) break;
    parts.push(item.text);
    next = i + 1;
  }
  const title = parts.map(withoutSpecks).join(' ').replace(/\s+/g, ' ').trim();
  const plain = title.replace(/[.:]+$/u, '').trim();
  const hasBody = body.slice(next).some((item) => !item.line.noise);
  const isTitle =
    plain !== '' &&
    plain.length <= LONGEST_TITLE &&
    !/[;,]$/u.test(title) &&
    (!/[.:]$/u.test(title) || (hasBody && plain.length <= 120 && !/\.\s/u.test(plain)));
  return isTitle && (hasBody || plain.length <= 120) ? { title: plain, next } : { title: undefined, next: 0 };
}

/** Whether `item` carries on the title line `before`. */
function continues(before: string, item: ItemLine, body: readonly ItemLine[], at: number): boolean {
  if (/[.:;]$/u.test(before) || NUMBERED.test(item.text) || item.line.quoted || before.length < WRAPS_AT)
    return false;
  if (/^\p{Ll}/u.test(item.text)) return true;
  const following = body.slice(at + 1).find((other) => !other.line.noise);
  return (
    item.text.length < WRAPS_AT &&
    !/[.:;,]$/u.test(item.text) &&
    following !== undefined &&
    /^1\s?[.)]/.test(following.text)
  );
}

/**
 * The title of a chapter or section: the rest of its line, or the lines below it up to the next heading. `undefined`
 * when running text follows instead, which shows that the line was no heading.
 */
export function divisionTitle(
  lines: readonly Line[],
  at: number,
  restAt: number,
  isHeading: (line: number) => boolean,
): string | undefined {
  const parts = [withoutSpecks(lines[at]!.text).slice(restAt)].filter((part) => part !== '');
  for (let i = at + 1, taken = 0; i < lines.length && taken < 6; i++) {
    const line = lines[i]!;
    if (line.noise) continue;
    if (isHeading(i)) return parts.join(' ').replace(/\s+/g, ' ');
    if (line.quoted || (NUMBERED.test(line.text) && !isUpper(line.text))) break;
    parts.push(line.text);
    taken++;
  }
  const upper = parts.filter((part) => isUpper(part));
  return upper.length > 0 && upper[0] === parts[0] ? upper.join(' ').replace(/\s+/g, ' ') : undefined;
}

/** The title of a part of a text without articles ("I. MỤC TIÊU", "A. LĨNH VỰC …", "Mục 1"). */
export function sectionTitle(
  lines: readonly Line[],
  at: number,
  contentStart: number,
  starts: ReadonlySet<number>,
): string | undefined {
  const first = lines[at]!;
  const parts = [first.text.slice(contentStart - first.start).trim()].filter((part) => part !== '');
  const upper = parts.length === 0 || isUpper(parts[0]!);
  for (let i = at + 1; i < lines.length && parts.length < 6; i++) {
    const line = lines[i]!;
    if (line.noise) continue;
    if (starts.has(i) || readArticle(line.text) !== undefined || readDivision(line.text) !== undefined) break;
    const wraps = upper
      ? isUpper(line.text) || parts.length === 0
      : /^\p{Ll}/u.test(line.text) && parts.at(-1)!.length >= WRAPS_AT;
    if (!wraps) break;
    parts.push(line.text);
  }
  const title = parts
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/[.:]+$/u, '')
    .trim();
  return title !== '' && title.length <= LONGEST_TITLE ? title : undefined;
}

/** Fewer letters than this in capitals may be an abbreviation or the end of a sentence. */
const SHORTEST_CAPITALS = 12;

/** The lines in capitals right above the article at line `at`: the title of a chapter or section whose own line
 * ("Mục 2") was lost, by OCR or by the typist. Its first line, or `undefined`. */
export function titleAbove(
  lines: readonly Line[],
  at: number,
  from: number,
): { line: number; title: string } | undefined {
  const above: number[] = [];
  for (let i = at - 1; i > from; i--) {
    const { noise, quoted, text } = lines[i]!;
    if (noise) continue;
    if (quoted || NUMBERED.test(text) || /[.;:,]$/u.test(text) || !isUpper(text)) break;
    above.unshift(i);
  }
  const title = above.map((i) => lines[i]!.text).join(' ');
  const before = lines.slice(from, above[0] ?? at).findLast((line) => !line.noise);
  if (
    title.length < SHORTEST_CAPITALS ||
    title !== title.toUpperCase() ||
    !/[^.…][.;”"]$/u.test(before?.text ?? '')
  )
    return undefined;
  return { line: above[0]!, title };
}
