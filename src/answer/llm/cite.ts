import type { Span } from '../../legal/model.ts';
import { toCitation } from '../citations.ts';
import type { Citation } from '../model.ts';
import type { EvidenceItem } from './evidence.ts';
import type { Passage } from './passages.ts';

/** Numbers citations in the order of their first use; overlapping passages of a chunk are one citation. */
export interface Citer {
  /** @returns the marks of the passages, "[1][3]" */
  marks(passages: readonly Passage[]): string;
  citations(): Citation[];
  /** Cited chunks with their first number. */
  cited(): readonly { readonly n: number; readonly item: EvidenceItem }[];
}

interface Entry {
  readonly item: EvidenceItem;
  span: Span;
}

export function createCiter(): Citer {
  const entries: Entry[] = [];
  const numberOf = ({ item, span }: Passage): number => {
    const i = entries.findIndex(
      (e) => e.item === item && span.start <= e.span.end && e.span.start <= span.end,
    );
    if (i < 0) return entries.push({ item, span });
    const entry = entries[i]!;
    entry.span = { start: Math.min(entry.span.start, span.start), end: Math.max(entry.span.end, span.end) };
    return i + 1;
  };
  return {
    marks: (passages) => [...new Set(passages.map(numberOf))].map((n) => `[${n}]`).join(''),
    citations: () => entries.map((e, i) => citationOf(i + 1, e)),
    cited: () => entries.map((e, i) => ({ n: i + 1, item: e.item })),
  };
}

/** The quote as printed, line breaks and all: the checks find it letter by letter. */
function citationOf(n: number, { item: { chunk, unit }, span }: Entry): Citation {
  const quote = chunk.text.slice(span.start, span.end);
  return { ...toCitation(n, unit, { chunk, ...span, seams: [] }), quote };
}
