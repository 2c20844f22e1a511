import type { ProcedurePart } from '../../legal/model.ts';
import { shortened } from '../../legal/text.ts';
import { cautionSection, cautionsOf } from '../cautions.ts';
import { toCitation } from '../citations.ts';
import type { AnswerSection, Choice, Citation, Draft, EvidenceUnit } from '../model.ts';
import type { ReadQuestion, Shape } from '../question.ts';
import { renderPlain } from '../render.ts';
import { WORDS } from '../words.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import { arrange, isPartial, missingShapes } from './conclude.ts';
import { rankCandidates } from './rank.ts';
import { bestShape } from './score.ts';
import { citedQuotes, leavesPapersOut, type Pick, selectPicks } from './select.ts';
import { saysWhoDecides } from './shapes.ts';
import { labelled, SHAPE_WORDS, statement } from './statements.ts';
import { isUnclear, wordsUnsaid } from './unsaid.ts';

/** Characters an answer and its quotes may take together: below the 3,000 that still count as an answer. */
export const ANSWER_BUDGET = 2850;
const CONCLUSION_CHARS = 300;
const DETAIL_CHARS = 240;
const HEADING_CHARS = 160;
/** What a procedure takes, for who only names it. */
const OVERVIEW: readonly Shape[] = ['duration', 'money', 'place', 'result', 'papers'];
/** What is shown beside "the source does not speak of this": a pointer, not an answer. */
const NEAREST = 2;

/** The asked facts of one procedure as a short card: what answers best first, then what else bears on it.
 * @param others procedures the question may have meant instead
 * @param variants what sets near-identical procedures apart; told where room is left */
export function composeProcedure(
  unit: EvidenceUnit,
  asked: ReadQuestion,
  others: readonly Choice[] = [],
  variants: readonly string[] = [],
): Draft {
  const question = asked.overview ? { ...asked, shapes: OVERVIEW, overall: true } : asked;
  const candidates = trustedCandidates(unit);
  const ranked = rankCandidates(candidates, question, unit.facts.title);
  const words = wordsUnsaid(question, unit, candidates);
  const fitting = selectPicks(ranked, candidates, question);
  const unsaid =
    words !== undefined
      ? WORDS.unsaid(sourceOf(unit), words)
      : isUnclear(question, unit, fitting)
        ? WORDS.unclear(sourceOf(unit))
        : undefined;
  let picks = fitting.slice(0, unsaid === undefined ? Infinity : NEAREST);
  for (;;) {
    const draft = withOthers(card(unit, { question, picks, candidates, unsaid }), others, unit);
    if (picks.length <= 1 || lengthOf(draft) <= ANSWER_BUDGET) return withVariants(draft, variants);
    picks = picks.slice(0, -1);
  }
}

/** A cell that names only other bodies for a procedure of the commune alone sends people to the wrong office: it is told
 * as a caution, and nothing is concluded from it. Where other levels share the procedure the cell may be right. */
function trustedCandidates({ chunks, facts }: EvidenceUnit): readonly Candidate[] {
  const candidates = candidatesOf(chunks);
  const doubtful = facts.cautions?.some((caution) => caution.startsWith('Cơ quan:')) === true;
  if (!doubtful || facts.levels?.some((level) => level === 'bo' || level === 'tinh')) return candidates;
  return candidates.filter(({ part }) => part !== 'co_quan');
}

/** Names what else the question may have meant, without its code and not where its name has a figure of its own: every
 * figure of an answer stands in what it cites. Asking again with the code, as the choices do, answers it. */
function withOthers(draft: Draft, others: readonly Choice[], unit: EvidenceUnit): Draft {
  if (others.length === 0) return draft;
  const figures = (text: string): readonly string[] => text.match(/\d+%?/gu) ?? [];
  const said = new Set([unit.facts.title, ...unit.chunks.map(({ text }) => text)].flatMap(figures));
  const lines = others
    .map(({ label }) => label.replace(/ \(mã [\d.]+\)$/u, ''))
    .filter((label) => figures(label).every((figure) => said.has(figure)));
  const next = { role: 'next' as const, heading: WORDS.others, lines };
  return { ...draft, sections: [...draft.sections, ...(lines.length > 0 ? [next] : [])], choices: others };
}

/** Near-identical procedures once, in a line of what differs; no fact gives way to it. */
function withVariants(draft: Draft, variants: readonly string[]): Draft {
  if (variants.length === 0 || draft.choices !== undefined) return draft;
  const next = { role: 'next' as const, lines: [`${WORDS.variants}: ${variants.join('; ')}.`] };
  const told = { ...draft, sections: [...draft.sections, next] };
  return lengthOf(told) <= ANSWER_BUDGET ? told : draft;
}

interface Card {
  readonly question: ReadQuestion;
  readonly picks: readonly Pick[];
  readonly candidates: readonly Candidate[];
  /** The line that says that the source does not speak of what was asked. */
  readonly unsaid?: string | undefined;
}

function card(unit: EvidenceUnit, { question, picks, candidates, unsaid }: Card): Draft {
  const { quotes, of } = citedQuotes(picks);
  const { conclusions, details } = arrange(picks, question);
  const numbers = new Map<number, number>();
  for (const pick of [...conclusions, ...details]) {
    const quote = of[picks.indexOf(pick)]!;
    if (!numbers.has(quote)) numbers.set(quote, numbers.size + 1);
  }
  const mark = (pick: Pick): string => `[${numbers.get(of[picks.indexOf(pick)]!)}]`;
  const missing = missingShapes(question, picks);
  const untold = missing.map((shape) => `${SHAPE_WORDS[shape]}: ${sourceOf(unit)} không nêu.`);
  const nothingAsked = missing.length > 0 && conclusions.every(({ scored }) => scored.shapes.length === 0);
  const citations: Citation[] = [...numbers].map(([quote, n]) => toCitation(n, unit, quotes[quote]!));
  return {
    status: unsaid !== undefined || isPartial(question, missing) ? 'partial' : 'answered',
    sections: [
      {
        role: 'conclusion',
        lines: [
          ...(unsaid === undefined ? [] : [unsaid]),
          ...(nothingAsked && unsaid === undefined ? [`${untold.join(' ')} ${WORDS.nearestSaid}`] : []),
          ...conclusions.map(
            (pick) =>
              `${labelled(labelOf(pick), statement(pick, question.terms, CONCLUSION_CHARS))} ${mark(pick)}`,
          ),
          ...(nothingAsked ? [] : untold),
          headingOf(unit),
        ],
      },
      ...detailSections(details, (pick) => `${statement(pick, question.terms, DETAIL_CHARS)} ${mark(pick)}`),
      ...cautionSection([
        ...(question.shapes.includes('papers') && leavesPapersOut(picks, candidates)
          ? [WORDS.morePapers]
          : []),
        ...cautionsOf(unit, saidShapes(question, picks)),
      ]),
    ],
    citations,
    composer: 'embedded',
  };
}

/** What the other picks are listed under, in this order. */
const PART_HEADINGS: readonly (readonly [heading: string, parts: readonly (ProcedurePart | undefined)[]])[] =
  [
    ['Hồ sơ', ['thanh_phan_ho_so']],
    ['Thời hạn, phí, cách nộp', ['cach_thuc']],
    ['Trình tự', ['trinh_tu']],
    ['Điều kiện, đối tượng', ['dieu_kien', 'doi_tuong']],
    ['Cơ quan thực hiện', ['co_quan']],
    ['Kết quả', ['ket_qua']],
    ['Căn cứ', ['can_cu']],
    ['Thông tin khác', ['khac', undefined]],
  ];

function detailSections(details: readonly Pick[], line: (pick: Pick) => string): AnswerSection[] {
  return PART_HEADINGS.flatMap(([heading, parts]) => {
    const lines = details.filter((pick) => parts.includes(pick.scored.candidate.part)).map(line);
    return lines.length > 0 ? [{ role: 'detail' as const, heading, lines }] : [];
  });
}

/** Kinds of fact that a sentence is only named by where it stands in their own part of the record. */
const NAMED_IN: Readonly<Partial<Record<Shape, ProcedurePart>>> = {
  actor: 'co_quan',
  applicant: 'doi_tuong',
  quantity: 'dieu_kien',
  condition: 'dieu_kien',
  steps: 'trinh_tu',
  papers: 'thanh_phan_ho_so',
};

/** A table row names its cells itself. */
function labelOf({ scored }: Pick): Shape | undefined {
  const { kind, part } = scored.candidate;
  const shape = kind === 'channel' ? undefined : bestShape(scored);
  if (shape === 'signer' && !saysWhoDecides(scored.candidate)) return undefined;
  return shape === undefined || (NAMED_IN[shape] ?? part) !== part ? undefined : shape;
}

/** A quoted table row shows its time and fee even when they were not asked for. */
function saidShapes(question: ReadQuestion, picks: readonly Pick[]): Shape[] {
  const table = picks.some((pick) => pick.scored.candidate.kind === 'channel');
  return table ? [...question.shapes, 'duration', 'money'] : [...question.shapes];
}

/** A published record, or a summary of the project's own. */
function sourceOf({ facts }: EvidenceUnit): string {
  return facts.ownWords ? 'tài liệu tổng hợp' : 'bản công bố';
}

function headingOf({ facts }: EvidenceUnit): string {
  const name = shortened(facts.title, HEADING_CHARS);
  const kind = /^thủ tục/iu.test(name) ? '' : 'Thủ tục: ';
  return `${kind}${name.replace(/[\s.:;]+$/u, '')}${facts.procedureCode ? ` (mã ${facts.procedureCode})` : ''}`;
}

/** Characters of the answer as read together with its quotes. */
export function lengthOf({ sections, citations }: Omit<Draft, 'status'>): number {
  return renderPlain(sections, citations).length + citations.reduce((sum, c) => sum + c.quote.length + 1, 0);
}
