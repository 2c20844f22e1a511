/** What a statement cites: its tokens as chunks, its quotes as literal spans of them. */
import type { Span } from '../../legal/model.ts';
import { factsOf } from '../facts/extract.ts';
import type { FactKind } from '../facts/model.ts';
import type { PrivacyVault } from '../privacy.ts';
import type { EvidenceItem } from './evidence.ts';
import type { Failure } from './failure.ts';
import type { ModelStatement } from './model.ts';
import { bestSentence, locateQuote, longEnough, widen } from './quote.ts';

/** A literal span of an evidence chunk. */
export interface Passage {
  readonly item: EvidenceItem;
  readonly span: Span;
}

/** The passage as printed. */
export const textOf = ({ item, span }: Passage): string => item.chunk.text.slice(span.start, span.end);

/** Facts that a person acts on to the digit: without a quote they are not shown at all. */
const FIGURES: ReadonlySet<FactKind> = new Set([
  'date',
  'duration',
  'amount',
  'percent',
  'count',
  'number',
  'form',
  'free_of_charge',
]);
/**
 * @param text the statement as it would be shown
 * @returns without a quote the best sentence of each chunk cited, unless the statement has a figure
 */
export function passagesOf(
  text: string,
  statement: ModelStatement,
  byToken: ReadonlyMap<string, EvidenceItem>,
  vault: PrivacyVault,
): { cited: EvidenceItem[]; passages: Passage[]; failures: Failure[] } {
  const failures: Failure[] = [];
  const cited: EvidenceItem[] = [];
  for (const raw of [...statement.evidence, ...statement.quotes.map((q) => q.evidence)]) {
    const item = byToken.get(tokenOf(raw));
    if (!item) failures.push({ kind: 'unknown_token', token: raw });
    else if (!cited.includes(item)) cited.push(item);
  }
  if (cited.length === 0) failures.push({ kind: 'no_token' });
  const passages: Passage[] = [];
  for (const { evidence, quote } of statement.quotes) {
    const item = byToken.get(tokenOf(evidence));
    const passage = item && passageOf(vault.unmask(quote), item, cited);
    if (passage) passages.push(passage);
    else failures.push({ kind: 'quote_not_found', token: evidence, quote });
  }
  if (failures.length > 0 || passages.length > 0) return { cited, passages, failures };
  if (factsOf(text).some((f) => FIGURES.has(f.kind)))
    return { cited, passages, failures: [{ kind: 'no_quote' }] };
  for (const item of cited) {
    const span = bestSentence(text, item.shown);
    if (span) passages.push({ item, span });
  }
  return { cited, passages, failures: passages.length > 0 ? [] : [{ kind: 'no_quote' }] };
}

const tokenOf = (raw: string) =>
  raw
    .trim()
    .replace(/^\[|\]$/g, '')
    .toUpperCase();

/** In the chunk named, or in another cited chunk of the same unit: the citation then shows where it really is. */
function passageOf(quote: string, item: EvidenceItem, cited: readonly EvidenceItem[]): Passage | undefined {
  for (const candidate of [item, ...cited.filter((c) => c !== item && c.unit === item.unit)]) {
    const found = locateQuote(quote, candidate.chunk.text);
    const span = found && widen(found, candidate.chunk.text);
    if (span && longEnough(span, candidate.chunk.text)) return { item: candidate, span };
  }
  return undefined;
}

/** What a reader sees beside a quote. */
export function besideOf({ unit, chunk }: EvidenceItem): string {
  const { from, to, note } = unit.hit.effectivity;
  return [unit.facts.title, unit.facts.number, unit.facts.issuer, chunk.label, chunk.heading, from, to, note]
    .filter((s) => s)
    .join('\n');
}
