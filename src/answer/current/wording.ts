import { citationLabel } from '../../legal/citation-label.ts';
import type { ChunkId, CitationPath } from '../../legal/model.ts';
import type { Chunk, DocumentFacts, IncomingRelation } from '../../retrieval/model.ts';
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
/** Quoted passages behind one sentence. */
const MOST_PASSAGES = 12;
/** An instruction without quoted text is quoted by itself, up to this many characters. */
const LONGEST_INSTRUCTION = 900;

/**
 * The new wording that follows the sentence of a relation in the amending document: the quoted text after "như sau:",
 * up to its closing mark, or the sentence itself. Undefined where the sentence stands in no chunk (a subject line).
 */
export function newWording(
  by: DocumentFacts,
  chunks: readonly Chunk[],
  { sentence, targetPath: place = {} }: Pick<IncomingRelation, 'sentence' | 'targetPath'>,
): NewWording | undefined {
  const at = placeOfSentence(chunks, sentence, place);
  if (at === undefined) return undefined;
  const quoted = /:\s*$/u.test(sentence) ? quotedAfter(chunks, at, place) : [];
  const instruction = {
    chunk: at.chunk,
    start: at.start,
    end: Math.min(at.end + saidBelow(at, sentence), at.start + LONGEST_INSTRUCTION),
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

/** "Đính chính khoản 1 Điều 2 … như sau:" says what in the line below ("đã in là … nay sửa thành …"): its length. */
function saidBelow({ chunk, end }: Cut, sentence: string): number {
  return /:\s*$/u.test(sentence) ? (/^\s*\n[^\n]+/u.exec(chunk.text.slice(end))?.[0].length ?? 0) : 0;
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

/** The new wording of one part among the quoted passages right behind the sentence ("“3. …” và “6. …”"), over as many
 * chunks as it takes; nothing where none of them begins a part of that number. */
function quotedAfter(chunks: readonly Chunk[], at: Cut, place: CitationPath): Cut[] {
  let from = chunks.indexOf(at.chunk);
  let start = at.end;
  for (let passages = 0; passages < MOST_PASSAGES; passages++) {
    // The sentence, or a passage, may end its chunk.
    while (chunks[from] !== undefined && /^[\s.;,]*$/u.test(chunks[from]!.text.slice(start))) {
      from += 1;
      start = 0;
    }
    const opening = /^[\s.;,]*(?:và\s+)?[“"«]\s*/u.exec(chunks[from]?.text.slice(start) ?? '');
    if (opening === null) return [];
    const passage = passageFrom(chunks, from, start + opening[0].length);
    const last = passage.at(-1);
    if (last === undefined) return [];
    const own = partOf(passage, place);
    if (own.length > 0) return own;
    from = chunks.indexOf(last.chunk);
    start = last.end + 1;
  }
  return [];
}

/** From an opening mark to the one that closes it; nothing where that was lost, for then the end is not known. */
function passageFrom(chunks: readonly Chunk[], from: number, begin: number): Cut[] {
  const cuts: Cut[] = [];
  let start = begin;
  let depth = 1;
  for (const chunk of chunks.slice(from, from + MOST_CHUNKS)) {
    const closing = closingIn(chunk.text.slice(start), depth);
    const end = closing.end === undefined ? chunk.text.length : start + closing.end;
    if (/\p{L}/u.test(chunk.text.slice(start, end))) cuts.push({ chunk, start, end });
    if (closing.end !== undefined) return cuts;
    depth = closing.depth;
    start = 0;
  }
  return [];
}

/** Of a passage the lines from the part's own number to the next one of its kind. */
function partOf(passage: readonly Cut[], { dieu, khoan, diem }: CitationPath): Cut[] {
  const [mark, wanted] =
    diem !== undefined
      ? ([/(?<=^|\n)\s*([a-zđ]{1,2}\d?)\)/gu, diem] as const)
      : khoan !== undefined
        ? ([/(?<=^|\n)\s*(\d{1,3}[a-zđ]?)\./gu, khoan] as const)
        : ([/(?<=^|\n)\s*Điều\s+(\d{1,4}[a-zđ]?)/giu, dieu] as const);
  const out: Cut[] = [];
  for (const { chunk, start, end } of passage) {
    const marks = [...chunk.text.slice(start, end).matchAll(mark)];
    const first = marks.findIndex((m) => m[1]!.toLowerCase() === wanted?.toLowerCase());
    if (out.length === 0 && first < 0) continue;
    const begin = out.length === 0 ? start + marks[first]!.index : start;
    const next = marks[out.length === 0 ? first + 1 : 0];
    out.push({ chunk, start: begin, end: next === undefined ? end : start + next.index });
    if (next !== undefined) break;
  }
  return out.filter((cut) => /\p{L}/u.test(cut.chunk.text.slice(cut.start, cut.end)));
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
