/** Verified statements → the answer's sections, citations and an honest status. */
import { lettersAndDigits } from '../../legal/text.ts';
import type { AnswerSection, AskRequest, Choice, Draft, Evidence } from '../model.ts';
import { notFound } from '../not-found.ts';
import { WORDS } from '../words.ts';
import { createCiter } from './cite.ts';
import type { EvidenceItem } from './evidence.ts';
import type { ModelReply, StatementSection } from './model.ts';
import { feeConflict, MISSING_WORDS, sourceCautions, unanswered } from './open-points.ts';
import type { Verification, VerifiedStatement } from './verify.ts';

const HEADINGS: Record<Exclude<StatementSection, 'conclusion' | 'caveats'>, string> = {
  authority: 'Thẩm quyền giải quyết',
  steps: 'Trình tự thực hiện',
  dossier: 'Thành phần hồ sơ',
  time_limit: 'Thời hạn giải quyết',
  fee: 'Phí, lệ phí',
};
const OWN_WORDS = {
  onlyPart: 'Tôi chỉ tìm thấy căn cứ cho một phần câu hỏi, nêu dưới đây.',
  ask: 'Anh/chị có thể hỏi rõ hơn hoặc gửi câu hỏi cho chuyên viên sở.',
  removed: 'Một phần nội dung không đối chiếu được với nguồn nên đã được lược bỏ.',
} as const;

export interface DraftInput {
  readonly request: AskRequest;
  readonly evidence: Evidence;
  readonly items: readonly EvidenceItem[];
  readonly reply: ModelReply;
  readonly verification: Verification;
}

/** @returns undefined when the model answered and nothing of it could be verified */
export function draftOf(input: DraftInput): Draft | undefined {
  const { reply, verification } = input;
  const choices = reply.verdict === 'clarify' ? choicesOf(input) : [];
  if (choices.length >= 2) return { ...fixed('clarify', WORDS.clarify), choices };
  if (reply.verdict === 'out_of_scope') return fixed('out_of_scope', WORDS.outside);
  if (reply.verdict === 'none') return notFound(input.evidence.retrieval, WORDS.notFound);
  const kept = distinct(verification.kept);
  if (kept.some((s) => s.section !== 'caveats')) return answered(input, kept);
  return verification.failed.length > 0 ? undefined : notFound(input.evidence.retrieval, WORDS.notFound);
}

function answered({ evidence, reply, verification }: DraftInput, kept: readonly VerifiedStatement[]): Draft {
  const citer = createCiter();
  const line = (s: VerifiedStatement) => `${s.text} ${citer.marks(s.passages)}`;
  const of = (section: StatementSection) => kept.filter((s) => s.section === section).map(line);
  const conclusion = of('conclusion');
  const sections: AnswerSection[] = [
    { role: 'conclusion', lines: conclusion.length > 0 ? conclusion : [OWN_WORDS.onlyPart] },
  ];
  for (const [section, heading] of Object.entries(HEADINGS) as [keyof typeof HEADINGS, string][]) {
    const lines = of(section);
    if (lines.length > 0) sections.push({ role: 'detail', heading, lines });
  }
  const caveats = of('caveats');
  const conflict = feeConflict(kept, citer.cited());
  const cautions = [
    ...new Set([...caveats, ...(conflict ? [conflict] : []), ...sourceCautions(kept, citer.cited())]),
  ];
  if (cautions.length > 0) sections.push({ role: 'caution', heading: 'Lưu ý', lines: cautions });
  const missing = [...new Set([...reply.missing, ...unanswered(evidence.retrieval.query.fields, kept)])];
  const removed = verification.failed.length > 0;
  const complete = reply.verdict === 'full' && missing.length === 0 && !removed && conclusion.length > 0;
  if (!complete)
    sections.push({
      role: 'next',
      lines: openLines(
        missing.map((p) => MISSING_WORDS[p]),
        removed,
      ),
    });
  return { status: complete ? 'answered' : 'partial', sections, citations: citer.citations() };
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
