import { lettersAndDigits } from '../../legal/text.ts';
import { supports } from '../effectivity.ts';
import { addressesTheAnswerer } from '../instructions.ts';
import { unsupportedLines } from '../llm/check-draft.ts';
import type { AnswerSection, Citation, Draft, Evidence, EvidenceUnit } from '../model.ts';
import { notFound } from '../not-found.ts';
import { isLiteralIn, wordsOfChunk } from '../quote.ts';
import { WORDS } from '../words.ts';
import type { Step } from './step.ts';

const MARK = /\s?\[(\d+)\]/g;

/** Last, whoever composed: a citation stays only when its quote is literally in the chunk it names and the chunk may
 * support an answer, and what it quotes is no instruction to the program; lines that rested on nothing else go with it, and so does a line with a number, date, document or
 * form that its own sources do not have. An answer left bare says that nothing was found. */
export const check: Step = (work) => {
  const { draft, evidence } = work;
  if (!draft || !evidence || draft.citations.length === 0) return work;
  const checked = checkedDraft(draft, evidence);
  if (!checked) return { ...work, draft: notFound(evidence.retrieval, WORDS.notFound) };
  return checked === draft ? work : { ...work, draft: checked };
};

/** @returns the draft without what is not in its sources; undefined when nothing of it rests on one */
export function checkedDraft(draft: Draft, evidence: Evidence): Draft | undefined {
  const kept = draft.citations.filter((citation) => holds(citation, evidence));
  const cited = kept.length === draft.citations.length ? draft : withCitations(draft, kept);
  const checked = supportedOnly(cited, evidence);
  return checked.sections.some(({ lines }) => lines.some((line) => line.search(MARK) >= 0))
    ? checked
    : undefined;
}

/** Cautions and offers speak for themselves: what they say of dates and codes is not quoted from a source. */
function supportedOnly(draft: Draft, evidence: Evidence): Draft {
  const sources = citedUnits(draft.citations, evidence).flatMap(wordsOfUnit);
  const isPlain = (line: string) => isVerbatim(line, sources);
  // A line taken word for word need not be read for its figures: that is what costs time.
  const stated = draft.sections.map(({ role, lines, ...section }) => ({
    ...section,
    role,
    lines: lines.map((line) => ((role === 'conclusion' || role === 'detail') && !isPlain(line) ? line : '')),
  }));
  const unsupported = unsupportedLines({ sections: stated, citations: draft.citations }, evidence);
  if (unsupported.length === 0) return draft;
  const dropped = (section: number, line: number) =>
    unsupported.some((found) => found.section === section && found.line === line);
  const sections = draft.sections
    .map((section, s) => ({ ...section, lines: section.lines.filter((_, l) => !dropped(s, l)) }))
    .filter(({ lines }, s) => lines.length > 0 || draft.sections[s]!.lines.length === 0);
  const marks = new Set(sections.flatMap(({ lines }) => lines.flatMap(marksOf)));
  return {
    ...draft,
    status: draft.status === 'answered' ? 'partial' : draft.status,
    sections,
    citations: draft.citations.filter(({ n }) => marks.has(n)),
  };
}

function citedUnits(citations: readonly Citation[], { units }: Evidence): EvidenceUnit[] {
  const cited = new Set<string>(citations.map(({ chunkId }) => chunkId));
  return units.filter(({ chunks }) => chunks.some(({ id }) => cited.has(id)));
}

/** Letters and digits of all that a unit says, and of what its procedure is called. */
function wordsOfUnit({ chunks, facts }: EvidenceUnit): string[] {
  const named = facts.procedureCode === undefined ? [] : [facts.title, `mã ${facts.procedureCode}`];
  return [chunks.map(wordsOfChunk).join(''), ...named.map(lettersAndDigits)];
}

/** Does every part of the line that has a figure stand in a source, not inside a longer number? Labels and the words
 * that join quoted parts have none. */
function isVerbatim(line: string, sources: readonly string[]): boolean {
  return line
    .replace(MARK, '')
    .split(/[:;…()“”]/u)
    .filter((part) => /\d/.test(part))
    .map(lettersAndDigits)
    .every((part) => sources.some((source) => standsIn(part, source)));
}

function standsIn(part: string, source: string): boolean {
  for (let at = source.indexOf(part); at >= 0; at = source.indexOf(part, at + 1)) {
    const cutsBefore = /^\d/.test(part) && /\d/.test(source[at - 1] ?? '');
    const cutsAfter = /\d$/.test(part) && /\d/.test(source[at + part.length] ?? '');
    if (!cutsBefore && !cutsAfter) return true;
  }
  return false;
}

function marksOf(line: string): number[] {
  return [...line.matchAll(MARK)].map((m) => Number(m[1]));
}

function holds(citation: Citation, { units }: Evidence): boolean {
  const unit = units.find(({ chunks }) => chunks.some((chunk) => chunk.id === citation.chunkId));
  const chunk = unit?.chunks.find(({ id }) => id === citation.chunkId);
  return (
    unit !== undefined &&
    chunk !== undefined &&
    supports(unit.hit.effectivity) &&
    isLiteralIn(citation.quote, chunk) &&
    !addressesTheAnswerer(citation.quote)
  );
}

function withCitations(draft: Draft, kept: readonly Citation[]): Draft {
  const numbers = new Set(kept.map(({ n }) => n));
  const sections = draft.sections.flatMap((section): AnswerSection[] => {
    const lines = section.lines
      .filter((line) => {
        const marks = marksOf(line);
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
