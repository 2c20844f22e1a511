/**
 * Does a statement say what its quoted passages say, in more or less their words?
 *
 * Lexical entailment: no proof, but a statement that passes has nearly all its words from the passages, skips over
 * no figure, body or denial in the stretch it restates, turns no "or" into "and", adds no "only", "all" or "may",
 * and leaves out no condition of a figure. What fails is not necessarily false; it is then told in the source's words.
 */
import { lettersAndDigits } from '../../../legal/text.ts';
import { factsOf } from '../../facts/extract.ts';
import type { Fact, FactKind } from '../../facts/model.ts';
import { conditionTurned, droppedCondition } from './conditions.ts';
import { otherCopies } from './copies.ts';
import { denialsOf, losesChoice, overstated } from './operators.ts';
import { choicesJoined, otherDay, otherSide } from './order.ts';
import { FIGURES, LEAD_IN, type Part, partOf, partsOf, passageParts, TORN } from './parts.ts';
import { restatedBy } from './restated.ts';
import type { Restatement } from './restatement.ts';
import { otherDoers, otherwiseNamed } from './roles.ts';
import { allContentOf, clausesOf, contentOf, copiesOf, keysOf } from './words.ts';

export type WordingFault =
  /** Words that no passage has. */
  | { readonly kind: 'off_source'; readonly words: readonly string[] }
  | { readonly kind: 'polarity' }
  /** Who does or is it: somebody else in the source. */
  | { readonly kind: 'roles'; readonly words: readonly string[] }
  /** A figure, body or choice of the source between the words restated, left out. */
  | { readonly kind: 'skipped'; readonly words: readonly string[] }
  | { readonly kind: 'overstated'; readonly words: readonly string[] }
  | { readonly kind: 'condition'; readonly words: readonly string[] };

/** Content words that need not be the source's own: every eighth, from eight on. */
const FREE_WORDS = 8;
/** Never among them: one of these for another makes another rule. */
const DECISIVE = new Set(
  'cong chung thuc dien cu moi ngoai tren duoi xa phuong huyen tinh vo chong cha me duyet quyet'.split(' '),
);

/** @returns what is wrong with the wording; empty for a faithful restatement */
export function wordingFaults(r: Restatement): WordingFault[] {
  if (isCopied(r)) return [];
  const faults: WordingFault[] = [];
  const foreign = foreignWords(r);
  if (foreign.length > 0) faults.push({ kind: 'off_source', words: foreign });
  const source = [...r.passages, r.beside].join('\n');
  const strong = [...overstated(r.text, source), ...otherSide(r.text, source), ...otherDay(r.text, source)];
  if (strong.length > 0) faults.push({ kind: 'overstated', words: strong });
  const said = factsOf(r.text);
  const parts = r.passages.flatMap(passageParts);
  let polarity = false;
  const skipped = new Set<string>(choicesJoined(r.text, source));
  const roles = new Set<string>();
  for (const clause of clausesOf(r.text)) {
    for (const who of otherDoers(clause, r.passages)) roles.add(who);
    for (const what of otherwiseNamed(clause, r.passages, r.beside)) roles.add(what);
    for (const copy of otherCopies(clause, r.passages)) skipped.add(copy);
    polarity ||= conditionTurned(clause, r.passages);
    const wanted = wantedOf(clause, r.beside);
    const stretch = stretchOf(wanted, r.passages);
    polarity ||= denialDiffers(clause, stretch, r.passages);
    if (stretch === undefined) continue;
    const inOnePart = parts.some((part) => [...wanted].every((w) => part.keys.has(w)));
    for (const word of skippedIn(stretch, said, inOnePart)) skipped.add(word);
    if (losesChoice(r.text, stretch)) skipped.add('hoặc');
    for (const word of tornApart(clause, parts, r.beside)) skipped.add(word);
  }
  if (polarity) faults.push({ kind: 'polarity' });
  if (roles.size > 0) faults.push({ kind: 'roles', words: [...roles] });
  if (skipped.size > 0) faults.push({ kind: 'skipped', words: [...skipped] });
  const condition = droppedCondition(r, said);
  if (condition !== undefined) faults.push({ kind: 'condition', words: [condition] });
  return faults;
}

/** Whole clauses of a passage, one after the other, letter by letter: nothing can have been turned round. */
function isCopied({ text, passages }: Restatement): boolean {
  const said = lettersAndDigits(text);
  return passages.some((passage) => {
    const clauses = clausesOf(passage).map(lettersAndDigits);
    return clauses.some((_, from) => {
      let told = '';
      for (let to = from; to < clauses.length && told.length < said.length; to++) told += clauses[to];
      return told === said;
    });
  });
}

function foreignWords({ text, passages, beside }: Restatement): string[] {
  const have = new Set(allContentOf([...passages, beside].join('\n')));
  const wanted = [...new Set(contentOf(text))];
  const source = [...passages, beside].join('\n');
  const copies = copiesOf(source);
  const foreign = [
    ...wanted.filter((w) => !have.has(w)),
    ...copiesOf(text).filter((copy) => !copies.includes(copy)),
  ];
  if (foreign.some((w) => w.includes(' '))) return foreign;
  const free = foreign.some((w) => DECISIVE.has(w)) ? 0 : Math.floor(wanted.length / FREE_WORDS);
  return foreign.length > free ? foreign : [];
}

/** What of a clause is looked for in the passages: its words but those of the title and labels, and its numbers. */
function wantedOf(clause: string, beside: string): ReadonlySet<string> {
  const pairs = new Set(pairsOf(contentOf(beside)));
  const words = contentOf(clause);
  const own = words.filter(
    (w, i) => !pairs.has(`${words[i - 1]} ${w}`) && !pairs.has(`${w} ${words[i + 1]}`),
  );
  return new Set([...own, ...keysOf(clause).filter((k) => /^\d+$/.test(k))]);
}

const pairsOf = (words: readonly string[]) => words.slice(1).map((w, i) => `${words[i]} ${w}`);

/** Of the passage that has most of the clause's words. */
function stretchOf(wanted: ReadonlySet<string>, passages: readonly string[]): string | undefined {
  let best: { stretch: string; found: number } | undefined;
  for (const passage of passages) {
    const body = passage.replace(LEAD_IN, '');
    const have = new Set(keysOf(body));
    const found = [...wanted].filter((k) => have.has(k)).length;
    const stretch = best && best.found >= found ? undefined : restatedBy(wanted, body);
    if (stretch !== undefined) best = { stretch, found };
  }
  return best?.stretch;
}

/** Figures and bodies of a clause that stand in another part of the source than the words said with them. */
function tornApart(clause: string, parts: readonly Part[], beside: string): string[] {
  const torn = (piece: Part, kept: (fact: Fact) => boolean) => {
    const words = [...wantedOf(piece.text, beside)].filter((k) => !/^\d+$/.test(k));
    const found = words.filter((w) => parts.some((part) => part.keys.has(w)));
    return piece.facts.filter(kept).filter(({ key }) => {
      const own = parts.filter((part) => part.facts.some((f) => f.key === key));
      return own.length > 0 && !own.some((part) => found.every((w) => part.keys.has(w)));
    });
  };
  // Who does what is told piece by piece; a figure also with the words of the piece before.
  const bodies = clause.split(/,(?!\d)/u).map(partOf);
  return [
    ...bodies.flatMap((piece) => torn(piece, (f) => f.kind === 'authority')),
    ...partsOf(clause, TORN).flatMap((piece) => torn(piece, (f) => TORN.has(f.kind))),
    ...formsMoved(clause, parts),
  ].map((f) => f.text);
}

/** The form of one paper is not that of another, the words of the title among those that tell them apart. */
function formsMoved(clause: string, parts: readonly Part[]): Fact[] {
  return clause.split(/,(?!\d)|\s(?:và|hoặc)\s/u).flatMap((piece) => {
    const words = contentOf(piece).filter((w) => parts.some((part) => part.keys.has(w)));
    return partOf(piece).facts.filter(({ kind, key }) => {
      const own =
        kind === 'form' || kind === 'document'
          ? parts.filter((part) => part.facts.some((f) => f.key === key))
          : [];
      return own.length > 0 && !own.some((part) => words.every((w) => part.keys.has(w)));
    });
  });
}

const KEPT_KINDS: ReadonlySet<FactKind> = new Set([...FIGURES, 'authority']);

/** Bodies inside the stretch that the statement does not name; figures too, unless one part holds all that is said. */
function skippedIn(stretch: string, said: readonly Fact[], inOnePart: boolean): string[] {
  const keys = new Set(said.map((f) => f.key));
  return factsOf(stretch)
    .filter((f) => KEPT_KINDS.has(f.kind) && !(inOnePart && FIGURES.has(f.kind)))
    .filter((f) => !keys.has(f.key) && !namedShorter(f, keys))
    .map((f) => f.text);
}

/** "chu tich ubnd:xa" is named where the statement says "ubnd:xa" or "ubnd:". */
function namedShorter({ kind, key }: Fact, said: ReadonlySet<string>): boolean {
  if (kind !== 'authority') return false;
  const body = key.replace(/^(?:pho )?chu tich |^truong /, '');
  const place = body.replace(/:.*/, ':');
  return [...said].some((s) => s === body || s === place || s.endsWith(` ${place}`) || s.startsWith(place));
}

/** Words after a denial that it is about, and how far from it they may stand in the source. */
const OBJECT = 6;
const REACH = 14;

function denialDiffers(clause: string, stretch: string | undefined, passages: readonly string[]): boolean {
  const said = denialsOf(clause);
  // The source denies once more than the statement does.
  if (stretch !== undefined && denialsOf(stretch).length > said.length) return true;
  const source = passages.flatMap(denialsOf).map((d) => ({ ...d, words: allContentOf(d.after) }));
  return said.some(({ of, needNot }) => {
    const [first, ...more] = allContentOf(of).slice(0, OBJECT);
    return !source.some(
      (s) =>
        s.needNot === needNot &&
        s.words[0] === first &&
        more.every((w) => s.words.slice(0, REACH).includes(w)),
    );
  });
}
