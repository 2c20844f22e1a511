import { citationLabel } from '../../legal/citation-label.ts';
import type { ChunkId, CitationPath, DocumentId, LegalNode, Span, UnitId } from '../../legal/model.ts';
import { type Placed, pathOf } from '../../legal/structure/tree.ts';
import { type Chunk, type DocumentFacts, NOTES_UNIT } from '../../retrieval/model.ts';
import type { OfficialDocument } from '../model.ts';
import { cutLong, trimSpan } from './cut.ts';
import { readHead } from './header.ts';
import { nodeName, nodeTitle, unitName } from './unit-names.ts';

/** A khoản longer than this (characters) is cut at its điểm, a điểm at its sentences. */
export const LONGEST_CHUNK = 1600;
/** Neighbouring khoản are put together up to this, so that a chunk says enough to be found by. */
const WHOLE_UNIT = 900;
/** A part of an annex longer than this is divided into units of its own. */
const LONGEST_UNIT = 6000;

/** Signature and recipients of a document take at most about this many characters. */
const LONGEST_CLOSING = 2500;

/** A piece before its ids: the parts it covers and the path citations name. */
interface Piece {
  readonly span: Span;
  readonly path: CitationPath;
  readonly suffix: string;
}

/**
 * Chunks of an official document, cut along its tree: a short article whole, a longer one by khoản, a long khoản by
 * điểm, a long điểm by sentences. A unit is an article; in texts and annexes without articles, a section. Chunk texts
 * are literal and disjoint; `heading` carries what stands above (document > chapter > article).
 */
export function chunkOfficialDocument(document: OfficialDocument, facts: DocumentFacts): Chunk[] {
  const used = new Map<string, number>();
  return unitsOf(document).flatMap((unit) => {
    const name = isNotes(document.text, unit) ? NOTES_UNIT : unitName(unit);
    const seen = used.get(name) ?? 0;
    used.set(name, seen + 1);
    const unitId = `${facts.id}#${name}${seen === 0 ? '' : `_${seen + 1}`}` as UnitId;
    return chunksOfUnit(document, facts, unit, unitId);
  });
}

/** The parts that answers cite: every article; elsewhere the sections, long ones divided. */
function unitsOf({ text, tree }: OfficialDocument): Placed[] {
  const units: Placed[] = [];
  const first = tree.children[0]?.span.start ?? text.length;
  const start = bodyStart(text, first);
  if (!hasArticles(tree) && text.slice(start, first).trim() !== '')
    units.push(leading(tree, { start, end: first }, []));
  tree.children.forEach((node, i) => {
    collect(node, [], units);
    const rest = { start: node.span.end, end: tree.children[i + 1]?.span.start ?? text.length };
    // Signatures and recipients are short; a long rest is an annex whose heading was not recognised, or the notes of a
    // consolidation, which say what was done to its articles.
    if (rest.end - rest.start > LONGEST_CLOSING || hasNotes(text.slice(rest.start, rest.end)))
      units.push(leading(tree, rest, []));
  });
  return units;
}

const ADDRESSEES = /^\s*Kính gửi[^\n]*\n(?:\s*[-–+•][^\n]*\n)*/u;

/** Letterhead, motto and addressees answer nothing: number, day and subject are known of the document. */
function bodyStart(text: string, before: number): number {
  const { end, ended } = readHead(text);
  if (!ended || end >= before) return 0;
  const body = end + (ADDRESSEES.exec(text.slice(end, before))?.[0].length ?? 0);
  return text.slice(body, before).trim() === '' ? end : body;
}

function isNotes(text: string, { node }: Placed): boolean {
  return node.type === 'document' && hasNotes(text.slice(node.span.start, node.span.end));
}

function hasNotes(text: string): boolean {
  return /^\s*(?:\[\d{1,3}\]|\d{1,3})\s+[^\n]{0,200}\snày (?:đã )?(?:được|bị) (?:sửa|bổ|bãi|thay|đính)/mu.test(
    text,
  );
}

function collect(node: LegalNode, ancestors: readonly LegalNode[], units: Placed[]): void {
  if (node.type === 'dieu' || node.children.length === 0) {
    units.push({ node, ancestors });
    return;
  }
  const sections =
    node.type === 'phu_luc' && node.children.some((child) => /^(?:phan|muc)$/.test(child.type));
  const divides = hasArticles(node) || sections || node.span.end - node.span.start > LONGEST_UNIT;
  if (!divides || /^(?:khoan|diem|item)$/.test(node.type)) {
    units.push({ node, ancestors });
    return;
  }
  const own = { start: node.span.start, end: node.children[0]!.span.start };
  if (!hasArticles(node)) units.push(leading(node, own, ancestors));
  for (const child of node.children) collect(child, [...ancestors, node], units);
}

/** What a part says before its first sub-part, as a unit of its own. */
function leading(node: LegalNode, span: Span, ancestors: readonly LegalNode[]): Placed {
  return { node: { ...node, span, children: [] }, ancestors };
}

function hasArticles(node: LegalNode): boolean {
  return node.children.some((child) => child.type === 'dieu' || hasArticles(child));
}

function chunksOfUnit(
  document: OfficialDocument,
  facts: DocumentFacts,
  unit: Placed,
  unitId: UnitId,
): Chunk[] {
  const heading = headingOf(facts, unit);
  const pieces = distinct(piecesOf(document.text, unit));
  return pieces.map(({ span, path, suffix }) => {
    const page = pageAt(unit.node, span.start);
    return {
      id: (suffix === '' ? unitId : `${unitId}.${suffix}`) as string as ChunkId,
      documentId: facts.id as DocumentId,
      unitId,
      path,
      label: citationLabel(path, facts),
      heading,
      text: document.text.slice(span.start, span.end),
      span,
      ...(page !== undefined && { page }),
    };
  });
}

/** Texts repeat a number now and then (two "điểm c"); the second gets a mark of its own. */
function distinct(pieces: readonly Piece[]): Piece[] {
  const used = new Map<string, number>();
  return pieces.map((piece) => {
    const seen = used.get(piece.suffix) ?? 0;
    used.set(piece.suffix, seen + 1);
    return seen === 0 ? piece : { ...piece, suffix: `${piece.suffix}_${seen + 1}` };
  });
}

function piecesOf(text: string, unit: Placed): Piece[] {
  const { node } = unit;
  const whole = trimSpan(text, node.span);
  const path = pathOf(unit);
  if (whole.start === whole.end) return [];
  if (whole.end - whole.start <= WHOLE_UNIT) return [{ span: whole, path, suffix: '' }];
  const pieces = node.children.length === 0 ? long(text, whole, path, '') : divided(text, unit, '');
  return joinShort(pieces, text);
}

/** The own words of a part, then its sub-parts, each divided again where it is too long. */
function divided(text: string, { node, ancestors }: Placed, prefix: string): Piece[] {
  const path = pathOf({ node, ancestors });
  const own = trimSpan(text, { start: node.span.start, end: node.children[0]?.span.start ?? node.span.end });
  const head = own.end > own.start ? long(text, own, path, prefix === '' ? 'm' : `${prefix}.m`) : [];
  const parts = node.children.flatMap((child) => {
    const placed = { node: child, ancestors: [...ancestors, node] };
    const suffix = [prefix, nodeName(child)].filter((part) => part !== '').join('.');
    const span = trimSpan(text, child.span);
    if (span.end - span.start <= LONGEST_CHUNK) return [{ span, path: pathOf(placed), suffix }];
    return child.children.length > 0
      ? divided(text, placed, suffix)
      : long(text, span, pathOf(placed), suffix);
  });
  return [...head, ...parts];
}

function long(text: string, span: Span, path: CitationPath, suffix: string): Piece[] {
  const cuts = cutLong(text, span, LONGEST_CHUNK);
  return cuts.map((cut, i) => ({
    span: cut,
    path,
    suffix: cuts.length === 1 ? suffix : [suffix, `s${i + 1}`].filter((part) => part !== '').join('.'),
  }));
}

/** A heading line alone ("Điều 5. Hồ sơ") goes with the part below it, under that part's path. */
function joinShort(pieces: readonly Piece[], text: string): Piece[] {
  const [first, second, ...rest] = pieces;
  if (first === undefined || second === undefined) return [...pieces];
  const size = second.span.end - first.span.start;
  const headingOnly =
    first.span.end - first.span.start <= 320 &&
    !/[.;]\s*$/u.test(text.slice(first.span.start, first.span.end));
  if (!headingOnly || size > LONGEST_CHUNK + 320) return [...pieces];
  return [{ ...second, span: { start: first.span.start, end: second.span.end } }, ...rest];
}

/** "Nghị định … > Chương II. THẨM QUYỀN > Điều 5. Hồ sơ". */
function headingOf(facts: DocumentFacts, { node, ancestors }: Placed): string {
  const above = [...ancestors, node]
    .filter((n) => n.type !== 'document' && !/^(?:khoan|diem|item)$/.test(n.type))
    .map(nodeTitle);
  const parts = facts.number === undefined ? [facts.title] : [facts.title, facts.number];
  return [...parts, ...above].join(' > ');
}

function pageAt(node: LegalNode, offset: number): number | undefined {
  const child = node.children.findLast((c) => c.span.start <= offset && offset < c.span.end);
  return child === undefined ? node.page : pageAt(child, offset);
}
