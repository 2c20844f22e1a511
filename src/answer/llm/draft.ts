/** Verified statements → the answer's sections, citations and an honest status. */
import { lettersAndDigits } from '../../legal/text.ts';
import type { AnswerSection, AskRequest, Choice, Citation, Draft, Evidence } from '../model.ts';
import { notFound } from '../not-found.ts';
import { WORDS } from '../words.ts';
import { createCiter } from './cite.ts';
import type { EvidenceItem } from './evidence.ts';
import { HEADING_ORDER, headingOf } from './headings.ts';
import { type ModelReply, STATEMENT_SECTIONS, type StatementSection } from './model.ts';
import { feeConflict, MISSING_WORDS, sourceCautions, unanswered } from './open-points.ts';
import type { Passage } from './passages.ts';
import { verbatimText } from './verbatim.ts';
import type { FailedStatement, Verification, VerifiedStatement } from './verify.ts';

const OWN_WORDS = {
  onlyPart: 'Tôi chỉ tìm thấy căn cứ cho một phần câu hỏi, nêu dưới đây.',
  ask: 'Anh/chị có thể hỏi rõ hơn hoặc gửi câu hỏi cho chuyên viên sở.',
  removed:
    'Một phần nội dung không đối chiếu được với nguồn nên đã được lược bỏ hoặc thay bằng nguyên văn của nguồn.',
  procedure: 'Thủ tục',
} as const;

export interface DraftInput {
  readonly request: AskRequest;
  readonly evidence: Evidence;
  readonly items: readonly EvidenceItem[];
  readonly reply: ModelReply;
  readonly verification: Verification;
}

/** @returns undefined when the model said that it answers and nothing of that could be verified, or it said nothing */
export function draftOf(input: DraftInput): Draft | undefined {
  const { reply, verification } = input;
  const choices = reply.verdict === 'clarify' ? choicesOf(input) : [];
  if (choices.length >= 2) return { ...fixed('clarify', WORDS.clarify), choices };
  if (reply.verdict === 'out_of_scope') return fixed('out_of_scope', WORDS.outside);
  if (reply.verdict === 'none') return notFound(input.evidence.retrieval, WORDS.notFound);
  const kept = distinct(verification.kept);
  if (kept.some((s) => s.section !== 'caveats')) return answered(input, kept);
  return undefined;
}

/**
 * What of a reply that is still arriving can be read already: the same lines the whole answer will have, with what must
 * be said beside them. No status and nothing of what is missing, which only the end tells.
 */
export function draftSoFar(kept: readonly VerifiedStatement[]): Draft | undefined {
  const known = distinct(kept);
  if (!known.some((s) => s.section === 'conclusion')) return undefined;
  const { sections, citations } = sectionsOf(known, []);
  return { status: 'partial', sections, citations };
}

function answered({ evidence, reply, verification }: DraftInput, kept: readonly VerifiedStatement[]): Draft {
  const { failed } = verification;
  const { sections, citations } = sectionsOf(kept, failed);
  const missing = [...new Set([...reply.missing, ...unanswered(evidence.retrieval.query.fields, kept)])];
  const removed = failed.length > 0;
  const concluded = kept.some((s) => s.section === 'conclusion');
  const complete = reply.verdict === 'full' && missing.length === 0 && !removed && concluded;
  if (!complete)
    sections.push({
      role: 'next',
      lines: openLines(
        missing.map((p) => MISSING_WORDS[p]),
        removed,
      ),
    });
  return { status: complete ? 'answered' : 'partial', sections, citations };
}

function sectionsOf(
  kept: readonly VerifiedStatement[],
  failed: readonly FailedStatement[],
): { sections: AnswerSection[]; citations: Citation[] } {
  const citer = createCiter();
  const told = linesOf(kept, failed).map(({ section, text, passages }) => ({
    section,
    heading: headingOf(section, text),
    line: `${text} ${citer.marks(passages)}`,
  }));
  const of = (section: StatementSection) => told.flatMap((t) => (t.section === section ? [t.line] : []));
  const conclusion = of('conclusion');
  const sections = HEADING_ORDER.flatMap((heading): AnswerSection[] => {
    const lines = told.flatMap((t) => (t.heading === heading ? [t.line] : []));
    return lines.length > 0 ? [{ role: 'detail', heading, lines }] : [];
  });
  const caveats = of('caveats');
  const cited = citer.cited();
  const conflict = feeConflict(kept, cited);
  const cautions = [
    ...new Set([...caveats, ...(conflict ? [conflict] : []), ...sourceCautions(kept, cited)]),
  ];
  if (cautions.length > 0) sections.push({ role: 'caution', heading: 'Lưu ý', lines: cautions });
  const opening = conclusion.length > 0 ? conclusion : [OWN_WORDS.onlyPart];
  sections.unshift({ role: 'conclusion', lines: [...opening, ...procedureLine(cited)] });
  return { sections, citations: citer.citations() };
}

/** Which procedure is spoken of: a true sentence of another one would mislead. */
function procedureLine(cited: ReturnType<ReturnType<typeof createCiter>['cited']>): string[] {
  const marks = new Map<string, number[]>();
  for (const { n, item } of cited) {
    const { procedureCode, title } = item.unit.facts;
    if (procedureCode === undefined) continue;
    const name = `${title} (mã ${procedureCode})`;
    marks.set(name, [...(marks.get(name) ?? []), n]);
  }
  const named = [...marks].map(([name, ns]) => `${name} ${ns.map((n) => `[${n}]`).join('')}`);
  return named.length === 0 ? [] : [`${OWN_WORDS.procedure}: ${named.join('; ')}`];
}

interface Line {
  readonly section: StatementSection;
  readonly text: string;
  readonly passages: readonly Passage[];
}

/** In the order of the answer's citations: by section, what was verified before what stands in the place of the rest. */
function linesOf(kept: readonly VerifiedStatement[], failed: readonly FailedStatement[]): Line[] {
  const all: Line[] = [...kept, ...verbatimOf(kept, failed)];
  return STATEMENT_SECTIONS.flatMap((section) => all.filter((line) => line.section === section));
}

/** What failed statements quoted and no kept one does, once each: the source's words in the place of the model's. */
function verbatimOf(kept: readonly VerifiedStatement[], failed: readonly FailedStatement[]): Line[] {
  const seen: Passage[] = kept.flatMap((s) => s.passages);
  return failed.flatMap(({ section, passages }) =>
    passages.flatMap((passage) => {
      const known = seen.some(
        (p) =>
          p.item === passage.item && p.span.start <= passage.span.start && passage.span.end <= p.span.end,
      );
      seen.push(passage);
      return known ? [] : [{ section, text: verbatimText([passage]), passages: [passage] }];
    }),
  );
}

function openLines(missing: readonly string[], removed: boolean): string[] {
  return [
    ...(missing.length > 0 ? [`Chưa có căn cứ về: ${missing.join('; ')}.`] : []),
    ...(removed ? [OWN_WORDS.removed] : []),
    OWN_WORDS.ask,
  ];
}

function fixed(status: 'clarify' | 'out_of_scope', words: string): Draft {
  return { status, sections: [{ role: 'conclusion', lines: [words] }], citations: [] };
}

/** The model points at documents; what is offered are their own titles. */
function choicesOf({ reply, items, request }: DraftInput): Choice[] {
  const units = reply.choices.flatMap(
    (token) => items.find((i) => i.token === token.trim().toUpperCase())?.unit ?? [],
  );
  return [...new Set(units)].slice(0, 5).map(({ facts }) => ({
    label: facts.title,
    question: `${request.question} (${facts.title})`,
    ...(facts.procedureCode !== undefined && { procedureCode: facts.procedureCode }),
  }));
}

function distinct(kept: readonly VerifiedStatement[]): VerifiedStatement[] {
  const seen = new Set<string>();
  return kept.filter((s) => {
    const key = lettersAndDigits(s.text);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
