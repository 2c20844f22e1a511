import { fold, nfc } from '../../legal/text.ts';
import { wordForms } from '../lexical/terms.ts';

/** One entry: what people say, and the words official texts use for it. */
export interface ThesaurusEntry {
  readonly everyday: readonly string[];
  readonly official: readonly string[];
}

/** Reads "everyday, everyday → official, official" lines; `#` starts a comment. A line that is neither is reported
 * with its number and left out, so that one slip of an editor does not take the others with it. */
export function parseThesaurus(text: string): {
  readonly entries: readonly ThesaurusEntry[];
  readonly problems: readonly { readonly line: number; readonly text: string }[];
} {
  const entries: ThesaurusEntry[] = [];
  const problems: { line: number; text: string }[] = [];
  for (const [i, raw] of nfc(text).split(/\r?\n/).entries()) {
    const line = raw.replace(/#.*/, '').trim();
    if (line === '') continue;
    const [everyday, official, more] = line.split(/\s*(?:→|=>)\s*/).map(list);
    if (everyday?.length && official?.length && more === undefined) entries.push({ everyday, official });
    else problems.push({ line: i + 1, text: raw });
  }
  return { entries, problems };
}

const list = (text: string): string[] =>
  text
    .split(',')
    .map((t) => t.trim())
    .filter(Boolean);

interface Form {
  readonly folded: string;
  readonly exact: string;
}

/** An official wording that a question's everyday words call for. */
export interface Expansion {
  readonly syllables: readonly Form[];
  readonly weight: number;
  /** The everyday words it stands for: syllables `[start, end)` of the question. */
  readonly start: number;
  readonly end: number;
}

interface Rule {
  readonly everyday: readonly Form[];
  readonly official: readonly (readonly Form[])[];
}

/** Weight of official words beside the words that were typed. */
const OFFICIAL_WEIGHT = 0.6;

/** Everyday words → official words. Where the question has diacritics they must agree ("sổ đỏ" is not "sơ đồ"). */
export class Thesaurus {
  readonly #byFirst = new Map<string, Rule[]>();
  readonly size: number;

  constructor(entries: readonly ThesaurusEntry[]) {
    this.size = entries.length;
    for (const { everyday, official } of entries) {
      const wanted = official.map(forms);
      for (const phrase of everyday.map(forms)) {
        const first = phrase[0];
        if (!first) continue;
        const rules = this.#byFirst.get(first.folded) ?? [];
        rules.push({ everyday: phrase, official: wanted });
        this.#byFirst.set(first.folded, rules);
      }
    }
  }

  expand(question: readonly Form[], marked: boolean): Expansion[] {
    const out: Expansion[] = [];
    for (let i = 0; i < question.length; i++) {
      for (const rule of this.#byFirst.get(question[i]!.folded) ?? []) {
        if (!rule.everyday.every((f, j) => agrees(f, question[i + j], marked))) continue;
        const span = { start: i, end: i + rule.everyday.length };
        for (const o of rule.official) out.push({ syllables: o, weight: OFFICIAL_WEIGHT, ...span });
      }
    }
    return out;
  }
}

function agrees(wanted: Form, typed: Form | undefined, marked: boolean): boolean {
  if (!typed || typed.folded !== wanted.folded) return false;
  return !marked || typed.exact === wanted.exact || typed.exact === fold(typed.exact);
}

function forms(phrase: string): Form[] {
  return phrase.split(/\s+/).filter(Boolean).map(wordForms);
}
