/** The check every composer's draft can go through: each line against the sources of its own marks. */

import type { Fact } from '../facts/model.ts';
import { type SourceFacts, supportedBy } from '../facts/support.ts';
import type { AnswerSection, Draft, Evidence } from '../model.ts';
import { sourceOf } from './evidence.ts';

export interface UnsupportedLine {
  readonly section: number;
  readonly line: number;
  readonly missing: readonly Fact[];
}

/**
 * @returns the lines that state something to the digit which none of their cited chunks says; a line without marks
 * is held against everything the draft cites. Caution and next lines count too.
 */
export function unsupportedLines(
  draft: Pick<Draft, 'sections' | 'citations'>,
  evidence: Evidence,
): UnsupportedLine[] {
  const sources = lazySources(draft.citations, evidence);
  return draft.sections.flatMap((section: AnswerSection, s) =>
    section.lines.flatMap((line, l) => {
      if (line.trim() === '') return [];
      const marks = [...line.matchAll(/\[(\d+)\]/g)].map((m) => Number(m[1]));
      const numbers = marks.length > 0 ? marks : draft.citations.map(({ n }) => n);
      const cited = numbers.flatMap((n) => sources(n) ?? []);
      const { missing } = supportedBy(line.replace(/\s*\[\d+\]/g, ''), cited);
      return missing.length > 0 ? [{ section: s, line: l, missing }] : [];
    }),
  );
}

/** Reading a source for all its facts costs milliseconds: only those that a line is held against are read, once. */
function lazySources(
  citations: Draft['citations'],
  evidence: Evidence,
): (n: number) => SourceFacts | undefined {
  const read = new Map<number, SourceFacts | undefined>();
  return (n) => {
    if (!read.has(n)) {
      const id = citations.find((citation) => citation.n === n)?.chunkId;
      const unit = evidence.units.find((u) => u.chunks.some((c) => c.id === id));
      const chunk = unit?.chunks.find((c) => c.id === id);
      read.set(n, unit && chunk && sourceOf(unit, chunk));
    }
    return read.get(n);
  };
}
