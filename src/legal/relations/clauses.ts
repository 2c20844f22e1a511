import type { CitationPath } from '../model.ts';
import { foldKeepingLength } from '../text.ts';
import type { Sentence } from './sentences.ts';
import { findTargets, mainTargets, readPaths } from './targets.ts';
import { findVerb, mayAct, namesText, type Verb } from './verbs.ts';

/** One act of a sentence: a verb with what it acts on. */
export interface Clause {
  readonly text: string;
  /** `text` folded (`foldKeepingLength`). */
  readonly folded: string;
  readonly level: number;
  /** The part of the document it stands in. */
  readonly place?: CitationPath;
  /** Absent in a clause that tells of no act. */
  readonly verb?: Verb;
  /** The words that say so: the clause, or the whole sentence where the verb stands in another clause of it. */
  readonly sentence: string;
  /** False in the second and later clauses of a sentence: they open nothing and end no list. */
  readonly first: boolean;
}

/** A second act behind the first: "… và bãi bỏ Thông tư …", "…, bãi bỏ các văn bản sau:". */
const FURTHER =
  /(?<=[,\s])(?=(?:và\s+)?(?:bãi bỏ|thay thế|đính chính|(?:tạm )?ngưng hiệu lực)\s+(?!bởi|theo|tại|bằng))/iu;
/** "được sửa đổi, bổ sung, thay thế", "đã thay thế và bãi bỏ": what was done to a text before. */
const DONE_BEFORE = /(?:được|đã|bị|sửa đổi|bổ sung|hoặc)[\s,]*(?:và\s*)?$/iu;

/**
 * The clauses of a sentence. "Bãi bỏ A; khoản 2 Điều 5 B; C" is three of one verb, "A; B hết hiệu lực" two: a clause
 * without a verb that begins with a text of the kind named beside it, or a part of one, shares the verb. A semicolon
 * inside the description of a text ("Thông tư A quy định việc ghi nhật ký; công bố cảng cá") begins no clause.
 */
export function clausesOf({ text, folded, level, place }: Sentence): Clause[] {
  const placed = { level, ...(place !== undefined && { place }) };
  // Most sentences of a law tell of no act and list nothing.
  if (!mayAct(folded) && !/;\s/.test(text)) return [{ ...placed, text, folded, sentence: text, first: true }];
  const pieces = joined(text.split(/(?<=;)\s+/u)).flatMap(furtherActs);
  const read = pieces.map((piece) => {
    const own = piece === text ? folded : foldKeepingLength(piece);
    return { piece, folded: own, verb: findVerb(own) };
  });
  return read.map(({ piece, folded: own, verb }, i) => {
    const shared = verb ?? sharedVerb(read, i);
    const whole = pieces.length > 1 && (verb === undefined || i > 0) && shared !== undefined;
    return {
      ...placed,
      text: piece,
      folded: own,
      ...(shared !== undefined && { verb: shared }),
      sentence: whole && (verb === undefined || /^và\s/iu.test(piece)) ? text : piece,
      first: i === 0,
    };
  });
}

/** Pieces that neither act nor begin with a text go on with the one before, and parts wait for the text that has them
 * ("khoản 1 Điều 38; các Điều 39, 40 Nghị định số …"). */
function joined(pieces: readonly string[]): string[] {
  const out: string[] = [];
  for (const piece of pieces) {
    const before = out.at(-1);
    if (before === undefined || (begins(foldKeepingLength(piece)) && !waits(before))) out.push(piece);
    else out[out.length - 1] = `${before} ${piece}`;
  }
  return out;
}

function begins(folded: string): boolean {
  return namesText(folded) || findVerb(folded) !== undefined;
}

function waits(piece: string): boolean {
  return findTargets(piece).length === 0 && readPaths(piece).length > 0;
}

/** Cuts a piece before a second verb, where the first has its object already. */
function furtherActs(piece: string): string[] {
  const out = [''];
  for (const part of piece.split(FURTHER)) {
    const before = out.at(-1)!;
    const verb = findVerb(foldKeepingLength(before));
    const acted = verb?.object === 'after' && findTargets(before).some(({ start }) => start > verb.at);
    if (acted && !DONE_BEFORE.test(before)) out.push(part);
    else out[out.length - 1] = before + part;
  }
  return out.map((part) => part.trim());
}

interface Read {
  readonly piece: string;
  readonly folded: string;
  readonly verb: Verb | undefined;
}

/** The verb of the clause before, or the "hết hiệu lực" that the list ends with, where both speak of one kind of text. */
function sharedVerb(all: readonly Read[], i: number): Verb | undefined {
  const { piece, folded } = all[i]!;
  if (all.length === 1 || !namesText(folded)) return undefined;
  const before = all.slice(0, i).findLast(({ verb }) => verb !== undefined);
  if (before?.verb?.object === 'after' && sameKind(before.piece, piece)) return { ...before.verb, at: 0 };
  const after = all.slice(i + 1).find(({ verb }) => verb !== undefined);
  return after?.verb?.object === 'before' && sameKind(piece, after.piece)
    ? { ...after.verb, at: piece.length }
    : undefined;
}

function sameKind(a: string, b: string): boolean {
  const kinds = (text: string) => mainTargets(findTargets(text)).map(({ number }) => number.typeSymbol);
  const [first] = kinds(b);
  const known = kinds(a);
  return known.length === 0 || kinds(b).length === 0 || known.includes(first);
}
