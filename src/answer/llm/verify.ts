/** Verification in code: what the model says is shown only where its own evidence says it. */
import type { Span } from '../../legal/model.ts';
import { nfc } from '../../legal/text.ts';
import { type PrivacyVault, personalValues } from '../privacy.ts';
import { type EvidenceItem, evidenceText } from './evidence.ts';
import { factsOf } from './facts/extract.ts';
import { FIGURE_KINDS } from './facts/model.ts';
import { sourceFacts, supportedBy } from './facts/support.ts';
import type { Failure } from './failure.ts';
import { cleanText } from './markup.ts';
import { type ModelReply, type ModelStatement, STATEMENT_SECTIONS, type StatementSection } from './model.ts';
import { bestSentence, locateQuote, longEnough, widen } from './quote.ts';
import { polarityDiffers, wordCoverage } from './wording.ts';

/** A literal span of an evidence chunk. */
export interface Passage {
  readonly item: EvidenceItem;
  readonly span: Span;
}

export interface VerifiedStatement {
  readonly section: StatementSection;
  readonly text: string;
  readonly passages: readonly Passage[];
}

export interface FailedStatement {
  readonly section: StatementSection;
  readonly text: string;
  readonly failures: readonly Failure[];
}

export interface Verification {
  readonly kept: readonly VerifiedStatement[];
  readonly failed: readonly FailedStatement[];
}

const MAX_STATEMENT = 700;
/**
 * Least shares of a statement's words in the chunks it cites, and in the passages it quotes together with their
 * titles. Measured in docs/llm.md ("Word coverage").
 */
export const WORDS_IN_CHUNK = 0.6;
export const WORDS_IN_PASSAGE = 0.45;
const OUT_OF_FORCE = new Set(['expired', 'not_yet', 'suspended']);
const SAYS_OUT_OF_FORCE =
  /hết hiệu lực|chưa có hiệu lực|ngưng hiệu lực|chưa áp dụng|bị thay thế|được thay thế|bị bãi bỏ|được bãi bỏ|trước đây|không còn/iu;

export function verify(reply: ModelReply, items: readonly EvidenceItem[], vault: PrivacyVault): Verification {
  const byToken = new Map(items.map((i) => [i.token, i]));
  const kept: VerifiedStatement[] = [];
  const failed: FailedStatement[] = [];
  for (const section of STATEMENT_SECTIONS)
    for (const statement of reply.statements[section]) {
      const text = cleanText(vault.unmask(nfc(statement.text)));
      const result = verifyStatement(section, text, statement, byToken, vault);
      if ('failures' in result) failed.push({ section, text, failures: result.failures });
      else kept.push({ section, text, passages: result.passages });
    }
  return { kept, failed };
}

function verifyStatement(
  section: StatementSection,
  text: string,
  statement: ModelStatement,
  byToken: ReadonlyMap<string, EvidenceItem>,
  vault: PrivacyVault,
): { readonly passages: readonly Passage[] } | { readonly failures: readonly Failure[] } {
  if (!/[\p{L}\p{N}]/u.test(text)) return { failures: [{ kind: 'no_text' }] };
  if (text.length > MAX_STATEMENT) return { failures: [{ kind: 'too_long' }] };
  const { cited, passages, failures } = resolve(text, statement, byToken, vault);
  if (failures.length > 0) return { failures };
  failures.push(...force(section, text, cited), ...content(text, cited, passages, vault));
  return failures.length > 0 ? { failures } : { passages };
}

/** Tokens to chunks, quotes to spans. */
function resolve(
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
  if (factsOf(text).some((f) => FIGURE_KINDS.has(f.kind)))
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

function force(section: StatementSection, text: string, cited: readonly EvidenceItem[]): Failure[] {
  if (section === 'caveats' && SAYS_OUT_OF_FORCE.test(text)) return [];
  return cited
    .filter((c) => OUT_OF_FORCE.has(c.unit.hit.effectivity.status))
    .map((c) => ({ kind: 'out_of_force', token: c.token }));
}

function content(
  text: string,
  cited: readonly EvidenceItem[],
  passages: readonly Passage[],
  vault: PrivacyVault,
): Failure[] {
  const failures: Failure[] = [];
  const { missing } = supportedBy(
    text,
    cited.map((c) => c.source),
  );
  if (missing.length > 0) failures.push({ kind: 'unsupported', facts: missing });
  const quoted = passages.map((p) => ({ ...p, text: p.item.chunk.text.slice(p.span.start, p.span.end) }));
  const sources = quoted.map((q) => sourceFacts(evidenceText(q.item.unit, q.item.chunk, q.text)));
  const loose = factsOf(text).filter(
    (f) =>
      FIGURE_KINDS.has(f.kind) && !missing.some((m) => m.key === f.key) && !sources.some((s) => s.has(f)),
  );
  if (loose.length > 0) failures.push({ kind: 'not_in_quote', facts: loose });
  const whole = cited
    .map((c) => `${c.chunk.text}\n${c.unit.facts.title}\n${c.chunk.label}\n${c.chunk.heading}`)
    .join('\n');
  const near = quoted
    .map((q) => `${q.text}\n${q.item.unit.facts.title}\n${q.item.chunk.label}\n${q.item.chunk.heading}`)
    .join('\n');
  if (wordCoverage(text, whole) < WORDS_IN_CHUNK || wordCoverage(text, near) < WORDS_IN_PASSAGE)
    failures.push({ kind: 'off_source' });
  if (
    polarityDiffers(
      text,
      quoted.map((q) => q.text),
    )
  )
    failures.push({ kind: 'polarity' });
  const stranger = personalValues(text).some(
    (d) => !whole.includes(d.value) && !(d.kind === 'name' && vault.names.has(d.value)),
  );
  if (stranger) failures.push({ kind: 'personal_data' });
  return failures;
}
