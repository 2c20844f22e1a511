import { supports } from '../effectivity.ts';
import type { AnswerSection, Citation, Draft, Evidence } from '../model.ts';
import { notFound } from '../not-found.ts';
import { isLiteral } from '../quote.ts';
import { WORDS } from '../words.ts';
import type { Step } from './step.ts';

/** Last, whoever composed: a citation stays only when its quote is literally in the chunk it names and the chunk may
 * support an answer; lines that rested on nothing else go with it, and an answer left bare says that nothing was found. */
export const check: Step = (work) => {
  const { draft, evidence } = work;
  if (!draft || !evidence || draft.citations.length === 0) return work;
  const kept = draft.citations.filter((citation) => holds(citation, evidence));
  if (kept.length === draft.citations.length) return work;
  if (kept.length === 0) return { ...work, draft: notFound(evidence.retrieval, WORDS.notFound) };
  return { ...work, draft: withCitations(draft, kept) };
};

function holds(citation: Citation, { units }: Evidence): boolean {
  const unit = units.find(({ chunks }) => chunks.some((chunk) => chunk.id === citation.chunkId));
  const chunk = unit?.chunks.find(({ id }) => id === citation.chunkId);
  return (
    unit !== undefined &&
    chunk !== undefined &&
    supports(unit.hit.effectivity) &&
    isLiteral(citation.quote, chunk.text)
  );
}

const MARK = /\s?\[(\d+)\]/g;

function withCitations(draft: Draft, kept: readonly Citation[]): Draft {
  const numbers = new Set(kept.map(({ n }) => n));
  const sections = draft.sections.flatMap((section): AnswerSection[] => {
    const lines = section.lines
      .filter((line) => {
        const marks = [...line.matchAll(MARK)].map((m) => Number(m[1]));
        return marks.length === 0 || marks.some((n) => numbers.has(n));
      })
      .map((line) => line.replace(MARK, (mark, n) => (numbers.has(Number(n)) ? mark : '')));
    return lines.length > 0 ? [{ ...section, lines }] : [];
  });
  return {
    ...draft,
    status: draft.status === 'answered' ? 'partial' : draft.status,
    sections,
    citations: kept,
  };
}
