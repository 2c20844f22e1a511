import { fold, shortened } from '../../legal/text.ts';

/** A group of questions about the same difficulty, known by its terms. */
export interface TermGroup {
  readonly id: string;
  /** Folded syllable bigrams and numbers → in how many of its questions each occurs. */
  readonly terms: ReadonlyMap<string, number>;
  readonly size: number;
}

export interface GroupedQuestion {
  readonly key: number;
  readonly text: string;
}

export interface Assignment {
  readonly key: number;
  readonly group: string;
}

/**
 * Dice similarity from which a question belongs to a group. A choice, not a measurement: half of the bigrams in common
 * joins a paraphrase with some other words, and keeps two procedures of the same field apart (grouping.test.ts).
 */
const SAME_GROUP = 0.5;

/** Words of asking rather than of the matter; folded. */
const ASKING = new Set(
  (
    'cho hoi xin anh chi em a oi voi la gi the nao nhu bao nhieu lau ai o dau khi co khong duoc can phai nhung ' +
    'cac mot toi minh thi ma va de cua ve tai theo thu tuc gom giup biet nguoi dan muon lam hien nay'
  ).split(' '),
);

/** A syllable folded for comparison, and its place among all of the text. */
interface Syllable {
  readonly folded: string;
  readonly at: number;
}

function written(text: string): string[] {
  return text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** What is left of a question without the words of asking. */
function matterOf(text: string): Syllable[] {
  return written(text)
    .map((syllable, at) => ({ folded: fold(syllable), at }))
    .filter(({ folded }) => !ASKING.has(folded));
}

/** Adjacent syllables carry the meaning in Vietnamese ("khai sinh"); single ones hardly do. */
export function questionTerms(text: string): Set<string> {
  const syllables = matterOf(text);
  const terms = new Set<string>();
  for (let i = 0; i + 1 < syllables.length; i++) terms.add(pair(syllables, i));
  if (syllables.length === 1) terms.add(syllables[0]!.folded);
  return terms;
}

function pair(syllables: readonly Syllable[], i: number): string {
  return `${syllables[i]!.folded} ${syllables[i + 1]!.folded}`;
}

/** Dice similarity of a question with the terms that at least a third of a group's questions share. */
function similarity(terms: ReadonlySet<string>, group: TermGroup): number {
  const needed = group.size / 3;
  let core = 0;
  let shared = 0;
  for (const [term, questions] of group.terms) {
    if (questions < needed) continue;
    core++;
    if (terms.has(term)) shared++;
  }
  return core + terms.size === 0 ? 0 : (2 * shared) / (core + terms.size);
}

/**
 * Leader clustering: each new question joins the most similar group, or founds one. Groups never merge, split
 * or change their id, and an assigned question never moves, so that a difficulty noted once keeps its place.
 *
 * @param newId called once for each group founded
 * @returns the assignments of `questions`, and all groups after them (the given ones are not changed)
 */
export function assignGroups(
  groups: readonly TermGroup[],
  questions: readonly GroupedQuestion[],
  newId: () => string,
): { assignments: Assignment[]; groups: TermGroup[] } {
  const all = new Map<string, { id: string; terms: Map<string, number>; size: number }>();
  const byTerm = new Map<string, Set<string>>();
  const index = (id: string, term: string) => {
    const ids = byTerm.get(term);
    if (ids) ids.add(id);
    else byTerm.set(term, new Set([id]));
  };
  for (const group of groups) {
    all.set(group.id, { ...group, terms: new Map(group.terms) });
    for (const term of group.terms.keys()) index(group.id, term);
  }

  const assignments = questions.map(({ key, text }) => {
    const terms = questionTerms(text);
    let best: { id: string; score: number } | undefined;
    for (const id of new Set([...terms].flatMap((term) => [...(byTerm.get(term) ?? [])]))) {
      const score = similarity(terms, all.get(id)!);
      if (score >= SAME_GROUP && (!best || score > best.score || (score === best.score && id < best.id))) {
        best = { id, score };
      }
    }
    const id = best?.id ?? newId();
    const group = all.get(id) ?? { id, terms: new Map<string, number>(), size: 0 };
    group.size++;
    for (const term of terms) {
      group.terms.set(term, (group.terms.get(term) ?? 0) + 1);
      index(id, term);
    }
    all.set(id, group);
    return { key, group: id };
  });
  return { assignments, groups: [...all.values()] };
}

/** A name is a line, not a sentence. */
const LONGEST_NAME = 90;

/**
 * The terms that at least half of a group's questions share, as the best of `texts` writes them: "phần mềm hộ tịch
 * báo lỗi". With diacritics where one of the texts has them; ties go to the shorter text.
 */
export function groupName(group: Pick<TermGroup, 'terms' | 'size'>, texts: readonly string[]): string {
  const shared = (term: string) => (group.terms.get(term) ?? 0) >= Math.max(1, group.size / 2);
  const covered = (text: string) => [...questionTerms(text)].filter(shared).length;
  const marked = (text: string) => Number(fold(text) !== text.toLowerCase());
  const [best = ''] = texts.toSorted(
    (a, b) => covered(b) - covered(a) || marked(b) - marked(a) || a.length - b.length,
  );
  const name = phrases(best, shared).join(', ') || best.replace(/\s+/gu, ' ').trim();
  return shortened(name.charAt(0).toUpperCase() + name.slice(1), LONGEST_NAME);
}

/** Runs of syllables whose pairs are all shared, with the words of asking between them ("báo" reads as one without its
 * marks), in the order of the text. */
function phrases(text: string, shared: (term: string) => boolean): string[] {
  const all = written(text);
  const syllables = matterOf(text);
  const runs: { from: number; to: number }[] = [];
  for (let i = 0; i + 1 < syllables.length; i++) {
    if (!shared(pair(syllables, i))) continue;
    const [from, to] = [syllables[i]!.at, syllables[i + 1]!.at];
    const last = runs.at(-1);
    if (last?.to === from) last.to = to;
    else runs.push({ from, to });
  }
  return runs.map(({ from, to }) => all.slice(from, to + 1).join(' '));
}
