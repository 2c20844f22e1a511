/** Verification in code: what the model says is shown only where its own evidence says it. */
import { nfc } from '../../legal/text.ts';
import { factsOf } from '../facts/extract.ts';
import { sourceFacts, supportedBy } from '../facts/support.ts';
import { addressesTheAnswerer } from '../instructions.ts';
import { type PrivacyVault, personalValues } from '../privacy.ts';
import { type EvidenceItem, evidenceText, forceLine } from './evidence.ts';
import type { Failure } from './failure.ts';
import { linesOf } from './lead.ts';
import { cleanText } from './markup.ts';
import { type ModelReply, type ModelStatement, STATEMENT_SECTIONS, type StatementSection } from './model.ts';
import { besideOf, type Passage, passagesOf, textOf } from './passages.ts';
import { sentencesRestated, verbatimText } from './verbatim.ts';
import { follows } from './wording/follows.ts';
import { wordingFaults } from './wording/restates.ts';

export interface VerifiedStatement {
  readonly section: StatementSection;
  /** As the model put it where that follows its quotes word by word, else the quoted sentences. */
  readonly text: string;
  readonly passages: readonly Passage[];
  readonly verbatim: boolean;
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
    const { cited, passages, failures } = passagesOf(text, statement, byToken, vault);
    failures.push(...force(section, text, cited), ...instructions(passages));
    if (failures.length > 0) return { ...base, failures, passages: [] };
    if (text.length > MAX_STATEMENT) return { ...base, failures: [{ kind: 'too_long' }], passages };
    // A name of the question may be said again; no source has it.
    const plain = [...vault.names].reduce((t, name) => t.replaceAll(name, ' '), text);
    const beside = passages.map((p) => besideOf(p.item)).join('\n');
    const told = passages.map(textOf);
    failures.push(...facts(text, cited, passages), ...personal(text, cited, vault));
    const own = follows(plain, linesOf(passages), beside);
    if (!own) failures.push(...wordingFaults({ text: plain, passages: told, beside, question }));
    if (failures.length > 0) return { ...base, failures, passages };
    return own ? { ...base, passages, verbatim: false } : inSourceWords(section, text, passages);
  };
}

/** Nothing was found against it, but it cannot be shown to say what its source says: the source is told instead. */
function inSourceWords(
  section: StatementSection,
  text: string,
  passages: readonly Passage[],
): VerifiedStatement {
  const spent = passages.filter(({ item }) => OUT_OF_FORCE.has(item.unit.hit.effectivity.status));
  if (spent.length > 0)
    return { section, text: forceLine(spent[0]!.item.unit), passages: spent, verbatim: true };
  const restated = sentencesRestated(text, passages);
  return { section, text: verbatimText(restated), passages: restated, verbatim: true };
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
  return { kept: all.flatMap((s) => (isFailed(s) ? [] : [s])), failed: all.filter(isFailed) };
}

function force(section: StatementSection, text: string, cited: readonly EvidenceItem[]): Failure[] {
  if (section === 'caveats' && SAYS_OUT_OF_FORCE.test(text)) return [];
  return cited
    .filter((c) => OUT_OF_FORCE.has(c.unit.hit.effectivity.status))
    .map((c) => ({ kind: 'out_of_force', token: c.token }));
}

/** What a document says to the program is no rule, however literally it is quoted. */
function instructions(passages: readonly Passage[]): Failure[] {
  const obeyed = passages.some((passage) => addressesTheAnswerer(textOf(passage)));
  return obeyed ? [{ kind: 'instruction' }] : [];
}

/** Facts of the statement that are not in its evidence, or in none of its quotes. */
function facts(text: string, cited: readonly EvidenceItem[], passages: readonly Passage[]): Failure[] {
  const failures: Failure[] = [];
  const { missing } = supportedBy(
    text,
    cited.map((c) => c.source),
  );
  if (missing.length > 0) failures.push({ kind: 'unsupported', facts: missing });
  const sources = passages.map((p) => sourceFacts(evidenceText(p.item.unit, p.item.chunk, textOf(p))));
  const loose = factsOf(text).filter(
    (f) => !missing.some((m) => m.key === f.key) && !sources.some((s) => s.has(f)),
  );
  if (loose.length > 0) failures.push({ kind: 'not_in_quote', facts: loose });
  return failures;
}

function personal(text: string, cited: readonly EvidenceItem[], vault: PrivacyVault): Failure[] {
  const whole = cited.map((c) => `${c.chunk.text}\n${besideOf(c)}`).join('\n');
  const stranger = personalValues(text).some(
    (d) => !whole.includes(d.value) && !(d.kind === 'name' && vault.names.has(d.value)),
  );
  return stranger ? [{ kind: 'personal_data' }] : [];
}
