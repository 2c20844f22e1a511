/**
 * Is everything that a text asserts to the digit in its sources? Works for any composer.
 *
 * This is a necessary condition, not a proof: it catches what is looked up (numbers, dates, deadlines, money,
 * documents, provisions, forms, papers, bodies), not what is argued.
 */
import {
  type DocumentNumber,
  findDocumentNumbers,
  matchesNumber,
  numberKey,
  parseDocumentNumber,
} from '../../legal/numbers/document-number.ts';
import { fold, foldKeepingLength, nfc } from '../../legal/text.ts';
import { type ArticleMention, articlesInSource, articlesOf, ownDocument, sameArticle } from './articles.ts';
import { oneLine, splitCells } from './cells.ts';
import { impliedDates } from './dates.ts';
import { factsOf, formKey } from './extract.ts';
import type { Bound, EvidenceText, Fact } from './model.ts';
import { namesInSource, type SourceNames } from './names.ts';

export interface Support {
  readonly supported: boolean;
  /** What no source says, in the order of the text. */
  readonly missing: readonly Fact[];
}

/** A source read once, to be asked about many statements. */
export interface SourceFacts {
  has(fact: Fact): boolean;
  hasArticle(mention: ArticleMention): boolean;
}

/**
 * @param text what a person would read; marks such as [1] taken out
 * @param evidence the sources it rests on; none at all supports only a text without facts
 */
export function supportedBy(text: string, evidence: readonly (EvidenceText | SourceFacts)[]): Support {
  const sources = evidence.map((e) => ('has' in e ? e : sourceFacts(e)));
  const missing: Fact[] = factsOf(text).filter((f) => !sources.some((s) => s.has(f)));
  const clean = oneLine(nfc(text));
  for (const mention of articlesOf(clean, foldKeepingLength(clean)))
    if (!sources.some((s) => s.hasArticle(mention))) {
      const printed = clean.slice(mention.start, mention.end).trim();
      if (!missing.some((m) => m.kind === 'article' && m.text === printed))
        missing.push({ kind: 'article', text: printed, key: `article:${fold(printed)}` });
    }
  return { supported: missing.length === 0, missing };
}

/** Each kind of fact is read when the first statement asks for it, and of the text only where what is said of its document
 * (a line that names the procedure) does not have it: reading all of them costs milliseconds a source. */
export function sourceFacts(e: EvidenceText): SourceFacts {
  const meta = [e.documentNumber, e.documentTitle, e.procedureCode, ...(e.notes ?? [])]
    .filter((s) => s)
    .join('\n');
  const text = once(() => splitCells(nfc(e.text)));
  const about = once(() => splitCells(nfc(meta)));
  const whole = once(() => `${text()}\n${about()}`);
  const saidAbout = factsIn(about, () => factsOf(meta), e.procedureCode);
  const said = factsIn(whole, () => [...factsOf(text()), ...factsOf(meta)], e.procedureCode);
  const articles = once(() => articlesInSource({ ...e, text: whole() }, foldKeepingLength(whole())));
  const own = once(() => ownDocument(e));
  return {
    has: (fact) => saidAbout(fact) || said(fact),
    hasArticle: (mention) => articles().some((a) => sameArticle(mention, a, own())),
  };
}

/** Whether a text has a fact. */
function factsIn(
  text: () => string,
  facts: () => readonly Fact[],
  procedureCode: string | undefined,
): (fact: Fact) => boolean {
  const documents = once(() => findDocumentNumbers(text()).map((n) => n.number));
  const bounds = once(() => boundsOf(facts(), documents(), procedureCode));
  const ciphers = once(
    () => new Set((fold(text()).match(/[\p{L}\p{N}]+(?:[/.-][\p{L}\p{N}]+)*/gu) ?? []).map(formKey)),
  );
  const names = once((): SourceNames => namesInSource(text()));
  return (fact) => {
    if (fact.kind === 'document') return hasDocument(fact, documents());
    if (/^(?:law|paper|authority|free_of_charge)$/.test(fact.kind)) return names().has(fact);
    const seen = bounds().get(fact.key);
    if (seen) return !fact.bound || seen.has('none') || seen.has(fact.bound);
    return fact.kind === 'form' && /\p{L}/u.test(fact.key.slice(5)) && ciphers().has(fact.key);
  };
}

function once<T>(read: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: read() };
    return known.value;
  };
}

/** Which figures a source states, and whether as a bound ("không quá 3 ngày"). */
function boundsOf(
  facts: readonly Fact[],
  documents: readonly DocumentNumber[],
  procedureCode: string | undefined,
): Map<string, Set<Bound | 'none'>> {
  const bounds = new Map<string, Set<Bound | 'none'>>();
  for (const fact of facts)
    for (const key of impliedKeys(fact)) {
      const set = bounds.get(key) ?? new Set();
      bounds.set(key, set.add(fact.bound ?? 'none'));
    }
  for (const d of documents) if (d.year) bounds.set(`date:${d.year}`, new Set(['none']));
  if (procedureCode) bounds.set(`code:${procedureCode}`, new Set(['none']));
  return bounds;
}

/** A figure with its unit also supports the bare figure; a date its month and year. */
function impliedKeys(fact: Fact): string[] {
  if (fact.kind === 'date') return impliedDates(fact.key);
  const value = /^(?:duration|count|amount|percent):([^:]+):/.exec(fact.key);
  return value ? [fact.key, `number:${value[1]}`] : [fact.key];
}

function hasDocument(fact: Fact, documents: readonly DocumentNumber[]): boolean {
  const said = parseDocumentNumber(fact.text);
  return documents.some((d) => {
    if (`document:${numberKey(d.canonical)}` === fact.key) return true;
    return said !== undefined && !said.complete && d.complete && matchesNumber(said, d.canonical);
  });
}
