import { citationLabel } from '../../legal/citation-label.ts';
import { reachOf } from '../../legal/effectivity/acts.ts';
import type { ActingRelation } from '../../legal/effectivity/effectivity.ts';
import type { ChunkId, CitationPath } from '../../legal/model.ts';
import type { Chunk, DocumentFacts } from '../../retrieval/model.ts';
import { joined, type Piece, piecesOf } from './pieces.ts';

/** A part of an article as it reads on a day: of the article's own document, or of one that changed it. */
export interface Entry {
  readonly chunk: Chunk;
  /** The part of the article's own document that it is, or stands for. */
  readonly place: CitationPath;
  /** The document the chunk is of, where it is not the article's own. */
  readonly by?: DocumentFacts;
  /** What it takes the place of, as that was printed. */
  readonly formerly?: string;
}

/** What a change leaves of the entries, and the words it takes away. */
export interface Taken {
  readonly left: readonly Entry[];
  readonly taken: string;
  /** Where in `left` the first word was taken; where none was, behind the last part that the changed one follows. */
  readonly at: number;
}

/** Takes the parts out that a change reaches whole, down to the điểm; what it only touches stays. */
export function without(
  entries: readonly Entry[],
  act: Pick<ActingRelation, 'kind' | 'byNumber' | 'targetPath'>,
  own: DocumentFacts,
): Taken {
  const left: Entry[] = [];
  let taken = '';
  let at: number | undefined;
  for (const entry of entries) {
    const pieces = piecesOf({ path: entry.place, text: entry.chunk.text });
    const reached = pieces.map(({ path }) => reachOf(act, path) === 'all');
    if (!reached.includes(true)) {
      left.push(entry);
      continue;
    }
    for (const run of runsOf(pieces, reached)) {
      const [first] = run.pieces;
      if (run.reached) {
        at ??= left.length;
        taken += entry.chunk.text.slice(first!.start, run.pieces.at(-1)!.end);
        continue;
      }
      const cut = cutOut(entry, joined(run.pieces, entry.place), own);
      if (cut !== undefined) left.push(cut);
    }
  }
  return { left, taken: taken.trim(), at: at ?? behind(left, act.targetPath ?? {}) };
}

/** Takes nothing out: where only words of a part were changed ("thay cụm từ … bằng …"), what says so goes before it. */
export function beside(
  entries: readonly Entry[],
  act: Pick<ActingRelation, 'kind' | 'byNumber' | 'targetPath'>,
): Taken {
  const at = entries.findIndex(({ place, chunk }) =>
    piecesOf({ path: place, text: chunk.text }).some(({ path }) => reachOf(act, path) !== 'none'),
  );
  return { left: entries, taken: '', at: at < 0 ? entries.length : at };
}

function runsOf(pieces: readonly Piece[], reached: readonly boolean[]) {
  const runs: { reached: boolean; pieces: Piece[] }[] = [];
  pieces.forEach((piece, i) => {
    const last = runs.at(-1);
    // What is left of a khoản is not run together with the next one.
    const before = last?.pieces[0]?.path;
    const parted = before?.diem !== undefined && before.khoan !== piece.path.khoan;
    if (last !== undefined && last.reached === reached[i] && !parted) last.pieces.push(piece);
    else runs.push({ reached: reached[i]!, pieces: [piece] });
  });
  return runs;
}

/** An article's title alone says nothing once its text is gone. */
const TITLE_ONLY = /^\s*Điều \d+[a-zđ]?\.[^\n]*$/u;

function cutOut(entry: Entry, { path, start, end }: Piece, own: DocumentFacts): Entry | undefined {
  const { chunk } = entry;
  const text = chunk.text.slice(start, end).trimEnd();
  if (text.trim() === '' || TITLE_ONLY.test(text)) return undefined;
  const cut = { ...chunk, id: `${chunk.id}~${start}` as ChunkId, text };
  return entry.by === undefined
    ? { ...entry, chunk: { ...cut, path, label: citationLabel(path, own) }, place: path }
    : { ...entry, chunk: cut, place: path };
}

/** "khoản 3" that is new comes behind khoản 2, "điểm d" of khoản 1 behind the rest of khoản 1. */
function behind(entries: readonly Entry[], { khoan, diem }: CitationPath): number {
  if (diem === undefined) return entries.length;
  const last = entries.findLastIndex(({ place }) => place.khoan === khoan);
  return last < 0 ? entries.length : last + 1;
}
