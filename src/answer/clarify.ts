import { shortened } from '../legal/text.ts';
import { tokenise } from '../retrieval/lexical/terms.ts';
import type { Hit, Retrieval } from '../retrieval/model.ts';
import { casesOf, casesSaid } from '../retrieval/ranking/cases.ts';
import { type Difference, difference, tellingWords } from '../retrieval/ranking/variants.ts';
import type { Choice, Draft, Evidence } from './model.ts';
import { TITLE_CHARS } from './not-found.ts';
import { SURE } from './thresholds.ts';
import { WORDS } from './words.ts';

/** The second unit must be this close in score: closer where one of the two is the plain procedure, which is what most
 * people mean; less close where each is a case of its own and the first is not sure. */
const CLOSE = 0.985;
const CLOSE_CASES = 0.95;
const MAX_CHOICES = 4;

/** Asks back when near-identical procedures fit the question equally well and it does not say which is meant. */
export function clarification(
  question: string,
  retrieval: Retrieval,
  { units }: Evidence,
): Draft | undefined {
  if (retrieval.lookup.kind !== 'none') return undefined;
  const [first, ...others] = units.map(({ hit }) => hit);
  if (!first?.procedureCode) return undefined;
  const fitting = others.filter((hit) => fitsAsWell(first, hit, question, retrieval.confidence));
  if (fitting.length === 0) return undefined;
  const shown = [first, ...fitting].slice(0, MAX_CHOICES);
  const choices = shown.map((hit) => choiceOf(hit, question));
  return {
    status: 'clarify',
    sections: [
      { role: 'conclusion', lines: [WORDS.clarify] },
      { role: 'next', lines: choices.map(({ label }, i) => `${label}${ownWords(shown[i]!, shown)}`) },
    ],
    citations: [],
    choices,
    composer: 'embedded',
  };
}

function fitsAsWell(first: Hit, hit: Hit, question: string, confidence: number): boolean {
  const differs = difference(first.documentTitle, hit.documentTitle);
  if (differs === undefined || isSaid(differs, question)) return false;
  const [one, other] = [differs.one.length > 0, differs.other.length > 0];
  if (one && other) return confidence < SURE && hit.score >= CLOSE_CASES * first.score;
  return isCase(differs) && hit.score >= CLOSE * first.score;
}

/** Acts that make another procedure, not a case of the plain one (folded). */
const OTHER_ACT =
  /^(?:gia han|cham dut|xoa|huy|thu hoi|dieu chinh|thay doi|tam ngung|bo sung|sua|chua|khong)(?= |$)/;

/** Is one of the two the plain procedure and the other a case of it ("có yếu tố nước ngoài")? */
export function isCase(differs: Difference): boolean {
  if (differs.one.length > 0 === differs.other.length > 0) return false;
  return !OTHER_ACT.test(tellingWords(differs).join(' '));
}

/** Does the question decide between the two, by a word of what differs or by an everyday word for it? */
export function isSaid(differs: Difference, question: string): boolean {
  const words = new Set(tokenise(question).map(({ folded }) => folded));
  const telling = tellingWords(differs);
  const told = casesSaid(question);
  return (
    telling.some((word) => words.has(word)) ||
    [...differs.one, ...differs.other].some((part) => [...casesOf(part)].some((c) => told.has(c)))
  );
}

/** What a choice has that no other has, after its name; nothing where that is the name itself. */
function ownWords(hit: Hit, shown: readonly Hit[]): string {
  const words = shown
    .filter((other) => other !== hit)
    .map((other) => difference(other.documentTitle, hit.documentTitle)?.other.join(', ') ?? '');
  const [own] = words;
  if (own === undefined || words.some((w) => w !== own)) return '';
  return own === '' ? WORDS.plainCase : WORDS.caseOf(own);
}

function choiceOf(hit: Pick<Hit, 'documentTitle' | 'procedureCode'>, question: string): Choice {
  const code = hit.procedureCode;
  return {
    label: `${shortened(hit.documentTitle, TITLE_CHARS)}${code ? ` (mã ${code})` : ''}`,
    question: `${question.trim()} (thủ tục mã ${code ?? ''})`,
    ...(code !== undefined && { procedureCode: code }),
  };
}
