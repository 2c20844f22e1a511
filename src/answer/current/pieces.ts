import type { CitationPath } from '../../legal/model.ts';
import type { Chunk } from '../../retrieval/model.ts';

/** A khoản or điểm inside a chunk, or what stands before the first of them. */
export interface Piece {
  readonly path: CitationPath;
  readonly start: number;
  readonly end: number;
}

/** A note's figure may stand behind the mark in a consolidation: "2.[2] …", "a)[19] …". */
const CLAUSE = /(?<=^|\n)[ \t]*(\d{1,3}[a-zđ]?)\.(?:\[\d{1,3}\])?\s/gu;
const POINT = /(?<=^|\n)[ \t]*([a-zđ]{1,2}\d?)\)(?:\[?\d{1,3}\]?)?\s/gu;

/** The parts that a chunk is made of, down to the điểm; disjoint, in order, together the whole text. */
export function piecesOf({ path, text }: Pick<Chunk, 'path' | 'text'>): Piece[] {
  const whole = { path, start: 0, end: text.length };
  const clauses = path.khoan === undefined ? divided(text, whole, CLAUSE, 'khoan') : [whole];
  return clauses.flatMap((clause) =>
    clause.path.khoan !== undefined && clause.path.diem === undefined
      ? divided(text, clause, POINT, 'diem')
      : [clause],
  );
}

function divided(text: string, within: Piece, mark: RegExp, key: 'khoan' | 'diem'): Piece[] {
  const marks = [...text.slice(within.start, within.end).matchAll(mark)];
  if (marks.length === 0) return [within];
  const starts = marks.map((m) => within.start + m.index);
  const parts = marks.map(
    (m, i): Piece => ({
      path: { ...within.path, [key]: m[1]! },
      start: starts[i]!,
      end: starts[i + 1] ?? within.end,
    }),
  );
  const head = { ...within, end: starts[0]! };
  return text.slice(head.start, head.end).trim() === '' ? parts : [head, ...parts];
}

/** Pieces that follow one another as one, under the smallest part that holds them; an article's title goes with its first khoản. */
export function joined(pieces: readonly Piece[], path: CitationPath): Piece {
  const [first] = pieces;
  if (pieces.length === 1) return first!;
  const [khoan, ...others] = new Set(pieces.flatMap((piece) => piece.path.khoan ?? []));
  const common = khoan !== undefined && others.length === 0 ? { ...path, khoan } : path;
  return { path: common, start: first!.start, end: pieces.at(-1)!.end };
}
