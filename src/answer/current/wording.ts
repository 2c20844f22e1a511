import { citationLabel } from '../../legal/citation-label.ts';
import type { ChunkId, CitationPath } from '../../legal/model.ts';
import type { Chunk, DocumentFacts } from '../../retrieval/model.ts';
import { locate } from '../quote.ts';

/** What an amending document says in the place of an older wording. */
export interface NewWording {
  /** `text`: the new wording given between quotation marks; `words`: only an instruction ("thay cụm từ … bằng …"). */
  readonly kind: 'text' | 'words';
  /** Literal pieces of the amending document, in order. */
  readonly chunks: readonly Chunk[];
}

/** Chunks that one new wording may run over. */
const MOST_CHUNKS = 8;
/** An instruction without quoted text is quoted by itself, up to this many characters. */
const LONGEST_INSTRUCTION = 900;

/**
 * The new wording that follows the sentence of a relation in the amending document: the quoted text after "như sau:",
 * up to its closing mark, or the sentence itself. Undefined where the sentence stands in no chunk (a subject line).
 */
export function newWording(
  by: DocumentFacts,
  chunks: readonly Chunk[],
  sentence: string,
  place: CitationPath,
): NewWording | undefined {
  const at = placeOfSentence(chunks, sentence, place);
  if (at === undefined) return undefined;
  const quoted = /:\s*$/u.test(sentence) ? quotedAfter(chunks, at) : [];
  const instruction = {
    chunk: at.chunk,
    start: at.start,
    end: Math.min(at.end, at.start + LONGEST_INSTRUCTION),
  };
  const cuts = quoted.length > 0 ? quoted : [instruction];
  const path = instructionPath(at.chunk, at.start);
  return {
    kind: quoted.length > 0 ? 'text' : 'words',
    chunks: cuts.map(({ chunk, start, end }, i) => ({
      ...chunk,
      id: `${chunk.id}~${start}.${i}` as ChunkId,
      path: i === 0 || chunk.unitId === at.chunk.unitId ? path : chunk.path,
      label: citationLabel(path, by),
      text: chunk.text.slice(start, end),
    })),
  };
}

interface Cut {
  readonly chunk: Chunk;
  readonly start: number;
  readonly end: number;
}

/** Where the sentence stands; of several like it ("a) Sửa đổi khoản 1 như sau:") the one below the article meant. */
function placeOfSentence(chunks: readonly Chunk[], sentence: string, place: CitationPath): Cut | undefined {
  let first: Cut | undefined;
  let before = '';
  for (const chunk of chunks) {
    for (let from = 0; ; ) {
      const found = locate(sentence, chunk.text, from);
      if (found === undefined) break;
      const cut = { chunk, ...found };
      if (opensArticle(`${before}\n${chunk.text.slice(0, found.end)}`) === place.dieu) return cut;
      first ??= cut;
      from = found.end;
    }
    before = `${before}\n${chunk.text}`.slice(-20_000);
  }
  return first;
}

/** The article that the last instruction above names. */
function opensArticle(text: string): string | undefined {
  const named = [
    ...text.matchAll(
      /(?:sửa đổi|bổ sung|thay thế|bãi bỏ)[^\n“”]*?(?<!\p{L})Điều\s+(\d{1,3}[a-zđ]?)(?![\p{L}\d])/giu,
    ),
  ].at(-1);
  return named?.[1]?.toLowerCase();
}

/** The text between the quotation marks right behind the sentence, over as many chunks as it takes. */
function quotedAfter(chunks: readonly Chunk[], at: Cut): Cut[] {
  const index = chunks.indexOf(at.chunk);
  let start = at.end;
  let from = index;
  // The sentence may end its chunk.
  while (chunks[from] !== undefined && chunks[from]!.text.slice(start).trim() === '') {
    from += 1;
    start = 0;
  }
  const opening = /^\s*[“"«]\s*/u.exec(chunks[from]?.text.slice(start) ?? '');
  if (opening === null) return [];
  start += opening[0].length;
  const cuts: Cut[] = [];
  let depth = 1;
  for (const chunk of chunks.slice(from, from + MOST_CHUNKS)) {
    const closing = closingIn(chunk.text.slice(start), depth);
    const end = closing.end === undefined ? chunk.text.length : start + closing.end;
    if (/\p{L}/u.test(chunk.text.slice(start, end))) cuts.push({ chunk, start, end });
    if (closing.end !== undefined) return cuts;
    depth = closing.depth;
    start = 0;
  }
  // Never closed: the reading lost a mark, so where the new wording ends is not known.
  return [];
}

/** The closing mark of the whole passage: the one that ends its line and leaves nothing open. */
function closingIn(text: string, open: number): { readonly end?: number; readonly depth: number } {
  let depth = open;
  for (const m of text.matchAll(/[“«]|[”»]|"/gu)) {
    if (m[0] === '“' || m[0] === '«') depth += 1;
    else if (m[0] === '"') {
      if (/^"\s*[.;,]*\s*(?:\n|$)/u.test(text.slice(m.index))) return { end: m.index, depth: 0 };
    } else {
      depth -= 1;
      if (depth <= 0) return { end: m.index, depth: 0 };
    }
  }
  return { depth };
}

/** Where the instruction stands in the amending document: its khoản and điểm are read from the marks above it. */
function instructionPath(chunk: Chunk, start: number): CitationPath {
  const lines = chunk.text
    .slice(0, start + 12)
    .split('\n')
    .reverse();
  const { path } = chunk;
  if (path.diem !== undefined) return path;
  const own = lines[0] ?? '';
  const point = /^\s*([a-zđ])\)\s/u.exec(own)?.[1];
  const clause =
    path.khoan ??
    lines.flatMap(
      (line) => /^\s*(\d{1,3}[a-zđ]?)\.\s+(?:Sửa|Bổ|Bãi|Thay|Đính|Ngưng)/u.exec(line)?.[1] ?? [],
    )[0];
  return {
    ...path,
    ...(clause !== undefined && { khoan: clause }),
    ...(point !== undefined && clause !== undefined && { diem: point }),
  };
}
