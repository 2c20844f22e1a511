import { labelWithin } from '../legal/units/provinces.ts';
import type { Citation, EvidenceUnit } from './model.ts';
import { type QuoteSpan, quoteText } from './quote.ts';

/** A quote of a unit as the citation number n. */
export function toCitation(n: number, unit: EvidenceUnit, quote: QuoteSpan): Citation {
  const { chunk } = quote;
  const facts = unit.rewritten?.get(chunk.id)?.facts ?? unit.facts;
  const effectivity = unit.standing?.get(chunk.id) ?? unit.hit.effectivity;
  return {
    n,
    source: facts.source,
    ...(facts.number !== undefined && { documentNumber: facts.number }),
    documentTitle: facts.title,
    ...(facts.procedureCode !== undefined && { procedureCode: facts.procedureCode }),
    path: chunk.path,
    label: labelOf(chunk.label, facts),
    quote: quoteText(quote),
    ...(chunk.page !== undefined && { page: chunk.page }),
    effectivity,
    chunkId: chunk.id,
    documentId: facts.id,
  };
}

/** The id under which the store keeps the chunk that a cut-out piece is of. */
export function storedChunkId(id: string): string {
  return id.split('~')[0]!;
}

/** As a citation is printed: our own words are told as such, and so is a text that binds in one province only. */
export function labelOf(
  label: string,
  { ownWords, territory }: Pick<EvidenceUnit['facts'], 'ownWords' | 'territory'>,
): string {
  const told = ownWords && !/tài liệu tổng hợp/iu.test(label) ? `${label} (tài liệu tổng hợp)` : label;
  return labelWithin(told, territory);
}
