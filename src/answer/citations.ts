import type { Citation, EvidenceUnit } from './model.ts';
import { type QuoteSpan, quoteText } from './quote.ts';

/** A quote of a unit as the citation number n. Our own words are labelled, so that nobody takes them for the law's. */
export function toCitation(n: number, unit: EvidenceUnit, quote: QuoteSpan): Citation {
  const { hit, facts } = unit;
  const { chunk } = quote;
  return {
    n,
    source: facts.source,
    ...(facts.number !== undefined && { documentNumber: facts.number }),
    documentTitle: facts.title,
    ...(facts.procedureCode !== undefined && { procedureCode: facts.procedureCode }),
    path: chunk.path,
    label: labelOf(chunk.label, facts.ownWords),
    quote: quoteText(quote),
    ...(chunk.page !== undefined && { page: chunk.page }),
    effectivity: hit.effectivity,
    chunkId: chunk.id,
    documentId: facts.id,
  };
}

export function labelOf(label: string, ownWords: boolean): string {
  return ownWords && !/tài liệu tổng hợp/iu.test(label) ? `${label} (tài liệu tổng hợp)` : label;
}
