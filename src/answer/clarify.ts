import { fold } from '../legal/text.ts';
import type { Hit, Retrieval } from '../retrieval/model.ts';
import { tokenise } from '../retrieval/terms.ts';
import type { Choice, Draft, Evidence } from './model.ts';
import { short } from './not-found.ts';
import { WORDS } from './words.ts';

/** What makes two procedures of almost the same name different, and how a question says which one it means. */
const VARIANTS: readonly (readonly [name: RegExp, said: RegExp])[] = [
  [
    /yeu to nuoc ngoai|nguoi nuoc ngoai/,
    /nuoc ngoai|nc ngoai|quoc te|ngoai kieu|nguoi (?:my|lao|uc|han|nhat|trung|dai loan|phap|duc|anh)\b/,
  ],
  [/bien gioi/, /bien gioi|giap ranh|lang gieng|nguoi lao|ng lao|campuchia/],
  [/cap lai|dang ky lai/, /lai|mat|hong|rach|chay|lu cuon/],
  [/cap doi/, /doi|thay/],
  [/luu dong/, /luu dong|tai nha|tan noi|di lai/],
];

/** The second unit must be this close in score, and the titles this much alike. */
const CLOSE = 0.985;
const ALIKE = 0.75;
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
  const said = fold(question);
  const fitting = others.filter((hit) => hit.score >= CLOSE * first.score && variantOf(first, hit, said));
  if (fitting.length === 0) return undefined;
  const choices = [first, ...fitting].slice(0, MAX_CHOICES).map((hit) => choiceOf(hit, question));
  return {
    status: 'clarify',
    sections: [
      { role: 'conclusion', lines: [WORDS.clarify] },
      { role: 'next', lines: choices.map(({ label }) => label) },
    ],
    citations: [],
    choices,
    composer: 'embedded',
  };
}

/** Same name but for a variant's words, which the question does not decide. */
function variantOf(a: Hit, b: Hit, said: string): boolean {
  if (likeness(a.documentTitle, b.documentTitle) < ALIKE) return false;
  const [one, two] = [fold(a.documentTitle), fold(b.documentTitle)];
  return VARIANTS.some(([name, mention]) => name.test(one) !== name.test(two) && !mention.test(said));
}

function likeness(a: string, b: string): number {
  const [one, two] = [words(a), words(b)];
  const shared = [...one].filter((word) => two.has(word)).length;
  return shared / Math.min(one.size, two.size);
}

function words(title: string): Set<string> {
  return new Set(tokenise(title).map(({ folded }) => folded));
}

function choiceOf(hit: Hit, question: string): Choice {
  const code = hit.procedureCode;
  return {
    label: `${short(hit.documentTitle)}${code ? ` (mã ${code})` : ''}`,
    question: `${question.trim()} (thủ tục mã ${code ?? ''})`,
    ...(code !== undefined && { procedureCode: code }),
  };
}
