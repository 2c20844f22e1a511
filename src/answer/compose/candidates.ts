import type { ProcedurePart, Span } from '../../legal/model.ts';
import { parseChannelTable } from '../../legal/procedure/cach-thuc.ts';
import { parseDossierRows } from '../../legal/procedure/dossier.ts';
import { parseLegalBasis } from '../../legal/procedure/legal-basis.ts';
import { parseResults } from '../../legal/procedure/result.ts';
import { splitSegments } from '../../legal/procedure/segments.ts';
import { shift, slice } from '../../legal/procedure/spans.ts';
import type { Chunk } from '../../retrieval/model.ts';

/** A literal piece of a chunk that may answer: a sentence, a row, a cell with its note. */
export interface Candidate {
  readonly chunk: Chunk;
  /** Into `chunk.text`. */
  readonly span: Span;
  readonly text: string;
  readonly part: ProcedurePart | undefined;
  /** Position among the unit's candidates. */
  readonly order: number;
  /** Inside-the-row seams where a printed table cell ends: a quote may be split there. */
  readonly seams: readonly number[];
  readonly kind: 'prose' | 'channel' | 'paper' | 'basis' | 'result';
  /** Start of the table row it is part of. */
  readonly row?: number;
  /** The heading it stands under ("* Giấy tờ phải nộp:", "Trường hợp …:"): what it is about, never quoted with it. */
  readonly context?: string;
}

/** Taken apart once while the list of chunks lives. */
const KNOWN = new WeakMap<readonly Chunk[], readonly Candidate[]>();

/** All candidates of a unit's chunks, in reading order. */
export function candidatesOf(chunks: readonly Chunk[]): readonly Candidate[] {
  let known = KNOWN.get(chunks);
  if (known === undefined) {
    known = takeApart(chunks);
    KNOWN.set(chunks, known);
  }
  return known;
}

function takeApart(chunks: readonly Chunk[]): Candidate[] {
  const found: Found[] = [];
  for (const chunk of chunks) found.push(...ofChunk(chunk));
  let heading: Found | undefined;
  return found.map((candidate, order) => {
    if (heading && !standsUnder(candidate, heading)) heading = undefined;
    const context = heading?.text ?? candidate.context;
    if (/:$/u.test(candidate.text)) heading = candidate;
    return { ...candidate, order, ...(context !== undefined && { context }) };
  });
}

type Found = Omit<Candidate, 'order'>;

/** Longest row that is one candidate, and longest group title that is shown with its rows. */
const ROW_CHARS = 420;
const TITLE_CHARS = 160;

/** A list goes on under its heading until a line of the heading's own level, or a new step, begins. */
function standsUnder(candidate: Found, heading: Found): boolean {
  if (candidate.part !== heading.part || /^[-+*•\s]*Bước \d/iu.test(candidate.text)) return false;
  const { chunk, span } = candidate;
  // Rows of a table stand beside one another: what ends one row is no heading of the next.
  if (candidate.part === 'thanh_phan_ho_so' || candidate.part === 'cach_thuc')
    return (
      chunk.id === heading.chunk.id &&
      chunk.text.slice(heading.span.end, span.start).trim() === '' &&
      candidate.row === heading.row
    );
  const opensLine = span.start === 0 || /\n\s*$/u.test(chunk.text.slice(0, span.start));
  return !opensLine || markerOf(candidate.text) !== markerOf(heading.text);
}

/** The kind of list mark a line begins with; '' for none. */
function markerOf(text: string): string {
  const mark = /^\s*(?:([-–•])|(\+)|(\*)|(\(?[ivx]{1,4}\))|(\(?[a-zđ]\d?\))|(\(?\d+[.)]))/u.exec(text);
  return mark === null ? '' : String(mark.slice(1).findIndex((group) => group !== undefined));
}

type Piece = {
  span: Span;
  seams?: readonly number[];
  kind: Candidate['kind'];
  row?: number;
  context?: string;
};

function ofChunk(chunk: Chunk): Found[] {
  const part = chunk.path.part;
  return piecesOf(part, chunk.text).map(({ span, seams = [], ...piece }) => ({
    chunk,
    span,
    text: slice(chunk.text, span),
    part,
    seams,
    ...piece,
  }));
}

function piecesOf(part: ProcedurePart | undefined, text: string): Piece[] {
  switch (part) {
    case 'cach_thuc':
      return channelPieces(text);
    case 'thanh_phan_ho_so':
      return paperPieces(text);
    case 'can_cu':
      return basisPieces(text);
    case 'ket_qua':
      return parseResults(text).flatMap((row) => prose(text, row.span, 'result'));
    default:
      return splitSegments(text).map((span) => ({ span, kind: 'prose' }));
  }
}

/** Rows of the printed table, title and number run together; our own texts have a list line for each document. */
function basisPieces(text: string): Piece[] {
  if (/^[-+*•] /mu.test(text)) return prose(text, { start: 0, end: text.length }, 'basis');
  return parseLegalBasis(text).map(({ span, number }) => ({
    span,
    seams: number && number.start > 0 && /\S/u.test(text[number.start - 1]!) ? [number.start] : [],
    kind: 'basis',
  }));
}

/** A row's channel, time and fee stay together, neighbouring rows that say the same make one piece; a long note or
 * description is taken by sentences. */
function channelPieces(text: string): Piece[] {
  const { rows, leftover } = parseChannelTable(text);
  const pieces: Piece[] = leftover.flatMap((span) => prose(text, span));
  let before: string | undefined;
  for (const row of rows) {
    const cells = [row.channel, row.time?.span, row.fee, row.unsplit, row.description].filter(
      (c) => c !== undefined,
    );
    const seams = cells.slice(1).map((cell) => cell.start);
    const said = text.slice(row.channel.end, row.span.end);
    const last = pieces.at(-1);
    if (said === before && last?.kind === 'channel' && row.span.end - last.span.start <= 320) {
      pieces[pieces.length - 1] = {
        kind: 'channel',
        span: { start: last.span.start, end: row.span.end },
        seams: [...(last.seams ?? []), row.span.start, ...seams],
      };
    } else if (row.span.end - row.span.start <= 260) {
      pieces.push({ span: row.span, seams, kind: 'channel' });
    } else {
      // A long note to the fee must not take the time and the sum with it.
      const note = row.fee && text.slice(row.fee.start, row.fee.end).indexOf('(');
      const cut = row.fee && note !== undefined && note > 0 ? row.fee.start + note : undefined;
      const head = { start: row.span.start, end: cut ?? row.description?.start ?? row.span.end };
      if (cut === undefined) pieces.push(...prose(text, head, 'channel', seams));
      else
        pieces.push(
          { span: head, seams, kind: 'channel' },
          ...prose(text, { start: cut + 1, end: row.fee!.end }),
        );
      if (row.description) pieces.push(...prose(text, row.description));
    }
    before = said;
  }
  return pieces;
}

/** Papers in reading order, each under its group's title ("* Giấy tờ phải xuất trình:"). */
function paperPieces(text: string): Piece[] {
  const { groups, leftover } = parseDossierRows(text);
  const pieces: Piece[] = leftover.flatMap((span) => prose(text, span, 'paper'));
  for (const { title, rows } of groups) {
    if (title) pieces.push(...prose(text, title, 'paper'));
    const under = title && title.end - title.start <= TITLE_CHARS ? { context: slice(text, title) } : {};
    for (const { span, form, quantity } of rows) {
      const seams = [...(form ? [form.start] : []), quantity.start];
      const whole: Piece[] = [{ span, seams, kind: 'paper', row: span.start }];
      const own = span.end - span.start <= ROW_CHARS ? whole : prose(text, span, 'paper', [quantity.start]);
      pieces.push(...own.map((piece) => ({ ...piece, ...under })));
    }
  }
  return pieces.sort((a, b) => a.span.start - b.span.start);
}

function prose(
  text: string,
  span: Span,
  kind: Candidate['kind'] = 'prose',
  seams: readonly number[] = [],
): Piece[] {
  return splitSegments(slice(text, span)).map((s) => {
    const own = shift(s, span.start);
    const inside = seams.filter((seam) => seam > own.start && seam < own.end);
    return { span: own, kind, seams: inside, row: span.start };
  });
}
