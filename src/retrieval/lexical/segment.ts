import type { ChunkId, DocumentId, UnitId } from '../../legal/model.ts';
import { PROCEDURE_PARTS } from '../../legal/model.ts';
import type { Chunk, IndexedDocument } from '../model.ts';
import type { Steps } from '../steps.ts';
import type { Postings } from './postings.ts';
import { PostingsBuilder } from './postings-builder.ts';
import { joinSteps } from './postings-join.ts';
import { type Token, tokenise } from './terms.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The searched fields: `body` has one entry a chunk, `title` one a unit (its official name), `asked` one for each everyday
 * name of its document and each question people ask of it. */
export const FIELDS = ['body', 'title', 'asked'] as const;
export type Field = (typeof FIELDS)[number];

/** An immutable part of the index. Chunks are numbered in unit order, units in document order, so that a
 * document, a unit and a chunk are ranges of one another. */
export interface Segment {
  readonly documents: readonly DocumentId[];
  readonly units: readonly UnitId[];
  readonly unitDocument: Uint32Array;
  /** First unit of each document, and the end of the last. */
  readonly documentUnits: Uint32Array;
  readonly chunkIds: readonly ChunkId[];
  /** Position in PROCEDURE_PARTS + 1; 0 where the chunk is no part of a procedure record. */
  readonly chunkPart: Uint8Array;
  /** First chunk of each unit, and the end of the last. */
  readonly unitStart: Uint32Array;
  readonly fields: Readonly<Record<Field, Postings>>;
}

/** What a unit is called: an article and a section by their heading, a procedure by its name. */
function unitTitle({ facts }: IndexedDocument, first: Chunk): string {
  return facts.kind === 'procedure' ? facts.title : first.heading || facts.title;
}

/** Indexes whole documents, a chunk a step; a document never spans two segments. */
export function* segmentSteps(documents: readonly IndexedDocument[], vocabulary: Vocabulary): Steps<Segment> {
  const units: UnitId[] = [];
  const unitDocument: number[] = [];
  const unitStart: number[] = [];
  const chunkIds: ChunkId[] = [];
  const parts: number[] = [];
  const body = new PostingsBuilder(vocabulary);
  const title = new PostingsBuilder(vocabulary);
  const asked = new PostingsBuilder(vocabulary);
  for (const [d, document] of documents.entries()) {
    const headings = new Map<string, Token[]>();
    const questions = (document.facts.asked ?? []).map(tokenise);
    for (const [unitId, chunks] of byUnit(document.chunks)) {
      const unit = units.push(unitId) - 1;
      unitDocument.push(d);
      unitStart.push(chunkIds.length);
      title.add(unit, [tokenise(unitTitle(document, chunks[0]!))]);
      for (const question of questions) asked.add(unit, [question]);
      for (const chunk of chunks) {
        chunkIds.push(chunk.id);
        parts.push(chunk.path.part ? PROCEDURE_PARTS.indexOf(chunk.path.part) + 1 : 0);
        let heading = headings.get(chunk.heading);
        if (!heading) {
          heading = tokenise(chunk.heading);
          headings.set(chunk.heading, heading);
        }
        body.add(unit, [heading, tokenise(chunk.text)]);
        yield;
      }
    }
  }
  unitStart.push(chunkIds.length);
  return {
    documents: documents.map((d) => d.facts.id),
    units,
    unitDocument: Uint32Array.from(unitDocument),
    documentUnits: firstUnits(unitDocument, documents.length),
    chunkIds,
    chunkPart: Uint8Array.from(parts),
    unitStart: Uint32Array.from(unitStart),
    fields: {
      body: yield* body.finish(units.length),
      title: yield* title.finish(units.length),
      asked: yield* asked.finish(units.length),
    },
  };
}

function byUnit(chunks: readonly Chunk[]): Map<UnitId, Chunk[]> {
  const out = new Map<UnitId, Chunk[]>();
  for (const c of chunks) {
    const of = out.get(c.unitId);
    if (of) of.push(c);
    else out.set(c.unitId, [c]);
  }
  return out;
}

/** Joins segments without the removed documents (`alive[s][d]` is 0 for those). */
export function* mergeSteps(parts: readonly Segment[], alive: readonly Uint8Array[]): Steps<Segment> {
  const documents: DocumentId[] = [];
  const units: UnitId[] = [];
  const unitDocument: number[] = [];
  const unitStart: number[] = [];
  const chunkIds: ChunkId[] = [];
  const chunkPart: number[] = [];
  const keep: Uint8Array[] = [];
  for (const [s, p] of parts.entries()) {
    const renumbered = p.documents.map((id, d) => (alive[s]![d] ? documents.push(id) - 1 : -1));
    const kept = new Uint8Array(p.units.length);
    for (let u = 0; u < p.units.length; u++) {
      const d = renumbered[p.unitDocument[u]!]!;
      if (d < 0) continue;
      kept[u] = 1;
      units.push(p.units[u]!);
      unitDocument.push(d);
      unitStart.push(chunkIds.length);
      for (let c = p.unitStart[u]!; c < p.unitStart[u + 1]!; c++) {
        chunkIds.push(p.chunkIds[c]!);
        chunkPart.push(p.chunkPart[c]!);
      }
    }
    keep.push(kept);
    yield;
  }
  unitStart.push(chunkIds.length);
  const join = (field: Field) =>
    joinSteps(
      parts.map((p) => p.fields[field]),
      keep,
    );
  return {
    documents,
    units,
    unitDocument: Uint32Array.from(unitDocument),
    documentUnits: firstUnits(unitDocument, documents.length),
    chunkIds,
    chunkPart: Uint8Array.from(chunkPart),
    unitStart: Uint32Array.from(unitStart),
    fields: { body: yield* join('body'), title: yield* join('title'), asked: yield* join('asked') },
  };
}

/** @param unitDocument document of each unit, non-decreasing */
export function firstUnits(unitDocument: ArrayLike<number>, documents: number): Uint32Array {
  const first = new Uint32Array(documents + 1);
  for (let u = 0; u < unitDocument.length; u++) first[unitDocument[u]! + 1]!++;
  for (let d = 0; d < documents; d++) first[d + 1]! += first[d]!;
  return first;
}
