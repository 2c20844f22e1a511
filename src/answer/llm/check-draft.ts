/** The check every composer's draft can go through: each line against the sources of its own marks. */
import type { AnswerSection, Draft, Evidence } from '../model.ts';
import { evidenceText } from './evidence.ts';
import type { Fact } from './facts/model.ts';
import { type SourceFacts, sourceFacts, supportedBy } from './facts/support.ts';

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
  const sources = new Map<number, SourceFacts>();
  for (const citation of draft.citations) {
    const unit = evidence.units.find((u) => u.chunks.some((c) => c.id === citation.chunkId));
    const chunk = unit?.chunks.find((c) => c.id === citation.chunkId);
    if (unit && chunk) sources.set(citation.n, sourceFacts(evidenceText(unit, chunk)));
  }
  return draft.sections.flatMap((section: AnswerSection, s) =>
    section.lines.flatMap((line, l) => {
      const marks = [...line.matchAll(/\[(\d+)\]/g)].map((m) => Number(m[1]));
      const cited = marks.length > 0 ? marks.flatMap((n) => sources.get(n) ?? []) : [...sources.values()];
      const { missing } = supportedBy(line.replace(/\s*\[\d+\]/g, ''), cited);
      return missing.length > 0 ? [{ section: s, line: l, missing }] : [];
    }),
  );
}
