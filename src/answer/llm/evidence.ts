/** What the model is shown: chunks under tokens E1, E2 …, within a token budget. */
import type { Chunk } from '../../retrieval/model.ts';
import { STATUS_WORDS } from '../effectivity.ts';
import type { EvidenceText } from '../facts/model.ts';
import { type SourceFacts, sourceFacts } from '../facts/support.ts';
import type { EvidenceUnit } from '../model.ts';
import { estimateTokens } from './read-reply.ts';

export interface EvidenceItem {
  /** "E1"; the model knows a chunk by nothing else. */
  readonly token: string;
  readonly unit: EvidenceUnit;
  readonly chunk: Chunk;
  /** What is sent: the chunk's text, or its first part when it alone would fill the budget. */
  readonly shown: string;
  readonly source: SourceFacts;
}

export const DEFAULT_EVIDENCE_TOKENS = 6_000;
const MAX_ITEMS = 24;

/**
 * Best chunk of every unit first, then the neighbours of the first unit's best chunk, the second's …, until the
 * budget is full; shown unit by unit in the order of the document.
 */
export function selectEvidence(
  units: readonly EvidenceUnit[],
  budgetTokens: number = DEFAULT_EVIDENCE_TOKENS,
): EvidenceItem[] {
  const chosen = new Map<Chunk, { unit: EvidenceUnit; shown: string }>();
  let left = budgetTokens;
  const take = (unit: EvidenceUnit, chunk: Chunk, share: number) => {
    if (chosen.has(chunk) || chosen.size >= MAX_ITEMS) return;
    const shown = cut(chunk.text, Math.floor(Math.min(left, budgetTokens * share) * 2.5));
    if (shown === '') return;
    chosen.set(chunk, { unit, shown });
    left -= estimateTokens(shown.length);
  };
  for (const unit of units) {
    const best = unit.chunks.find((c) => c.id === unit.hit.chunkId) ?? unit.chunks[0];
    if (best) take(unit, best, 0.5);
  }
  for (const unit of units) for (const chunk of byDistance(unit)) take(unit, chunk, 0.3);
  const ordered = units.flatMap((unit) => unit.chunks.filter((c) => chosen.get(c)?.unit === unit));
  return ordered.map((chunk, i) => {
    const { unit, shown } = chosen.get(chunk)!;
    return { token: `E${i + 1}`, unit, chunk, shown, source: sourceOf(unit, chunk) };
  });
}

interface KnownSource {
  readonly about: string;
  readonly source: SourceFacts;
}

/** Read once while the chunk lives and what is said of its document stays. */
const SOURCES = new WeakMap<Chunk, KnownSource>();

/** The facts of a chunk, to hold statements against. Each kind is read when the first statement asks for it. */
export function sourceOf(unit: EvidenceUnit, chunk: Chunk): SourceFacts {
  const text = evidenceText(unit, chunk);
  const { text: _, path: __, ...rest } = text;
  const about = JSON.stringify(rest);
  const known = SOURCES.get(chunk);
  if (known?.about === about) return known.source;
  const source = sourceFacts(text);
  SOURCES.set(chunk, { about, source });
  return source;
}

/** The text whole, or cut after a sentence; nothing when less than a fifth of it would be left. */
function cut(text: string, chars: number): string {
  if (text.length <= chars) return text;
  const head = text.slice(0, chars);
  const end = Math.max(head.lastIndexOf('\n'), head.lastIndexOf('. ') + 1, head.lastIndexOf('; ') + 1);
  return end > 200 && end > text.length / 5 ? head.slice(0, end) : '';
}

function byDistance(unit: EvidenceUnit): Chunk[] {
  const at = Math.max(
    0,
    unit.chunks.findIndex((c) => c.id === unit.hit.chunkId),
  );
  return unit.chunks
    .map((chunk, i) => ({ chunk, distance: Math.abs(i - at) }))
    .sort((a, b) => a.distance - b.distance)
    .map((c) => c.chunk);
}

/**
 * A chunk as something statements are checked against. Everything in `notes` is shown beside a citation or comes
 * from the document's own header, so an answer may restate it.
 */
export function evidenceText(unit: EvidenceUnit, chunk: Chunk, text: string = chunk.text): EvidenceText {
  const { facts, hit } = unit;
  const { from, to, note } = hit.effectivity;
  return {
    text,
    ...(facts.number !== undefined && { documentNumber: facts.number }),
    documentTitle: facts.title,
    ...(facts.procedureCode !== undefined && { procedureCode: facts.procedureCode }),
    path: chunk.path,
    // Cautions and the sunset clause are what code itself says beside a citation (cautions.ts).
    notes: [
      ...(facts.cautions ?? []),
      facts.sunset?.until,
      chunk.label,
      chunk.heading,
      facts.type,
      facts.issuer,
      facts.date,
      from,
      to,
      note,
    ].filter((n): n is string => n !== undefined && n !== ''),
  };
}

/** That a document has no force, or not all of it. */
export const forceLine = ({ facts, hit }: EvidenceUnit): string =>
  `${facts.number ?? facts.title} ${STATUS_WORDS[hit.effectivity.status]}.`;
