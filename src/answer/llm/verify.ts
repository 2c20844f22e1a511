/** Verification in code: what the model says is shown only where its own evidence says it. */
import type { Span } from '../../legal/model.ts';
import { nfc } from '../../legal/text.ts';
import { addressesTheAnswerer } from '../instructions.ts';
import { type PrivacyVault, personalValues } from '../privacy.ts';
import { type EvidenceItem, evidenceText } from './evidence.ts';
import { factsOf } from './facts/extract.ts';
import type { FactKind } from './facts/model.ts';
import { sourceFacts, supportedBy } from './facts/support.ts';
import type { Failure } from './failure.ts';
import { cleanText } from './markup.ts';
import { type ModelReply, type ModelStatement, STATEMENT_SECTIONS, type StatementSection } from './model.ts';
import { bestSentence, locateQuote, longEnough, widen } from './quote.ts';
import { wordingFaults } from './wording/restates.ts';

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
  /** What it quoted, where that is literally in a source in force: it can be shown in the statement's place. */
  readonly passages: readonly Passage[];
}

export interface Verification {
  readonly kept: readonly VerifiedStatement[];
  readonly failed: readonly FailedStatement[];
}

const MAX_STATEMENT = 700;
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
const OUT_OF_FORCE = new Set(['expired', 'not_yet', 'suspended']);
const SAYS_OUT_OF_FORCE =
  /hết hiệu lực|chưa có hiệu lực|ngưng hiệu lực|chưa áp dụng|bị thay thế|được thay thế|bị bãi bỏ|được bãi bỏ|trước đây|không còn/iu;

/** @returns a check of one statement after the other, for replies that are still arriving */
export function createVerifier({ items, vault, question }: Sources): Verifier {
  const byToken = new Map(items.map((i) => [i.token, i]));
  return (section, statement) => {
    const text = cleanText(vault.unmask(nfc(statement.text)));
    const base = { section, text };
    if (!/[\p{L}\p{N}]/u.test(text)) return { ...base, failures: [{ kind: 'no_text' }], passages: [] };
    const { cited, passages, failures } = resolve(text, statement, byToken, vault);
    failures.push(...force(section, text, cited), ...instructions(passages));
    if (failures.length > 0) return { ...base, failures, passages: [] };
    if (text.length > MAX_STATEMENT) return { ...base, failures: [{ kind: 'too_long' }], passages };
    failures.push(...content(text, cited, passages, { vault, question }));
    return failures.length > 0 ? { ...base, failures, passages } : { ...base, passages };
  };
}

export interface Sources {
  readonly items: readonly EvidenceItem[];
  readonly vault: PrivacyVault;
  /** As asked, not masked. */
  readonly question: string;
}

export type Verifier = (
  section: StatementSection,
  statement: ModelStatement,
) => VerifiedStatement | FailedStatement;

export const isFailed = (s: VerifiedStatement | FailedStatement): s is FailedStatement => 'failures' in s;

export function verify(reply: ModelReply, sources: Sources): Verification {
  const check = createVerifier(sources);
  const all = STATEMENT_SECTIONS.flatMap((section) =>
    reply.statements[section].map((statement) => check(section, statement)),
  );
  return { kept: all.filter((s) => !isFailed(s)), failed: all.filter(isFailed) };
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

function force(section: StatementSection, text: string, cited: readonly EvidenceItem[]): Failure[] {
  if (section === 'caveats' && SAYS_OUT_OF_FORCE.test(text)) return [];
  return cited
    .filter((c) => OUT_OF_FORCE.has(c.unit.hit.effectivity.status))
    .map((c) => ({ kind: 'out_of_force', token: c.token }));
}

/** What a document says to the program is no rule, however literally it is quoted. */
function instructions(passages: readonly Passage[]): Failure[] {
  const obeyed = passages.some(({ item, span }) =>
    addressesTheAnswerer(item.chunk.text.slice(span.start, span.end)),
  );
  return obeyed ? [{ kind: 'instruction' }] : [];
}

function content(
  text: string,
  cited: readonly EvidenceItem[],
  passages: readonly Passage[],
  { vault, question }: Pick<Sources, 'vault' | 'question'>,
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
    (f) => !missing.some((m) => m.key === f.key) && !sources.some((s) => s.has(f)),
  );
  if (loose.length > 0) failures.push({ kind: 'not_in_quote', facts: loose });
  failures.push(
    ...wordingFaults({
      // A name of the question may be said again; no source has it.
      text: [...vault.names].reduce((t, name) => t.replaceAll(name, ' '), text),
      passages: quoted.map((q) => q.text),
      beside: quoted.map((q) => besideOf(q.item)).join('\n'),
      question,
    }),
  );
  const whole = cited.map((c) => `${c.chunk.text}\n${besideOf(c)}`).join('\n');
  const stranger = personalValues(text).some(
    (d) => !whole.includes(d.value) && !(d.kind === 'name' && vault.names.has(d.value)),
  );
  if (stranger) failures.push({ kind: 'personal_data' });
  return failures;
}

/** What a reader sees beside a quote. */
function besideOf({ unit, chunk }: EvidenceItem): string {
  const { from, to, note } = unit.hit.effectivity;
  return [unit.facts.title, unit.facts.number, unit.facts.issuer, chunk.label, chunk.heading, from, to, note]
    .filter((s) => s)
    .join('\n');
}
