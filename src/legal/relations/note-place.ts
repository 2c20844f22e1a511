import type { CitationPath, LegalNode, NodeType } from '../model.ts';
import { type Placed, pathOf, walk } from '../structure/tree.ts';

/** A note at the foot of a page or the end of a text. */
export interface Note {
  /** Its figure, as printed beside the words it belongs to. */
  readonly mark: string;
  /** Where the note itself begins. */
  readonly at: number;
  /** Folded name of the part it says it is about ("điểm này": "diem"). */
  readonly named?: string;
}

const TYPES: Readonly<Record<string, NodeType>> = {
  dieu: 'dieu',
  khoan: 'khoan',
  diem: 'diem',
  chuong: 'chuong',
  muc: 'muc',
  'phu luc': 'phu_luc',
};
/** How a part opens its line. */
const HEADS: Readonly<Partial<Record<NodeType, string>>> = {
  dieu: 'Điều\\s+\\d{1,4}[a-zđ]?',
  khoan: '\\d{1,3}[a-zđ]{0,2}\\s?[.)]',
  diem: '[a-zđ]{1,2}\\d?\\s?\\)',
};
/** A figure without brackets belongs to a note on the same page or the next; further up it is another one's. */
const REACH = 9000;

/**
 * The part of the text that a note is about: where its figure stands, the nearest part of the kind the note names.
 * `undefined` where the figure is not found, or stands in several places, or not in such a part.
 */
export function placeOfNote(text: string, tree: LegalNode, note: Note): CitationPath | undefined {
  const at = markAt(text, note);
  if (at === undefined) return undefined;
  const around = [...walk(tree)].filter(({ node }) => node.span.start <= at && at < node.span.end);
  const wanted = note.named === undefined ? undefined : TYPES[note.named];
  const place =
    wanted === undefined
      ? around.findLast(({ node }) => /^(?:dieu|khoan|diem)$/.test(node.type))
      : around.findLast(({ node }) => node.type === wanted);
  return place === undefined ? undefined : withoutChapter(place);
}

/** An article's number is its own in the whole text. */
function withoutChapter(place: Placed): CitationPath {
  const { chuong, muc, ...path } = pathOf(place);
  return path.dieu === undefined && path.phuLuc === undefined
    ? { ...(chuong !== undefined && { chuong }), ...(muc !== undefined && { muc }) }
    : path;
}

function markAt(text: string, { mark, at, named }: Note): number | undefined {
  const bracketed = [
    ...text.slice(0, at).matchAll(new RegExp(`[ \\t]*(?:\\[${mark}\\]|\\(${mark}\\)(?!\\s*\\p{Ll}))`, 'gu')),
  ].filter((m) => !/(?:khoản|điều|điểm|mục|số)\s*$/iu.test(text.slice(Math.max(0, m.index - 8), m.index)));
  if (bracketed.length === 1) return wordBeside(text, bracketed[0]!.index, bracketed[0]![0].length);
  if (bracketed.length > 1) return undefined;
  const head = named === undefined ? undefined : HEADS[TYPES[named]!];
  if (head === undefined) return undefined;
  const begin = Math.max(0, at - REACH);
  const window = text.slice(begin, at);
  const spots = [
    // Raised figures come on a line of their own above the words they belong to, or right behind the part's number.
    ...window.matchAll(new RegExp(`(?<=^|\\n)[ \\t]*${mark}[ \\t]*\\n[ \\t]*(?=${head})`, 'gu')),
    ...window.matchAll(new RegExp(`(?<=^|\\n)[ \\t]*${head}\\.?${mark}\\.?(?=[ \\t])`, 'gu')),
  ];
  const spot = spots.length === 1 ? spots[0]! : undefined;
  return spot && begin + spot.index + spot[0].length;
}

/** A figure alone on its line stands above the words it belongs to. */
function wordBeside(text: string, start: number, length: number): number {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const end = start + length;
  const alone = text.slice(lineStart, start).trim() === '' && /^[ \t]*\n/.test(text.slice(end));
  if (!alone) return Math.max(lineStart, start - 1);
  const next = /\S/.exec(text.slice(end));
  return next === null ? start : end + next.index;
}
