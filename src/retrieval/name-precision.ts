import type { LexicalIndex } from './lexical-index.ts';
import type { Question } from './question.ts';
import type { DocumentCard } from './retrieval-index.ts';
import { tokenise } from './terms.ts';
import { isPairKey } from './vocabulary.ts';

/** How strongly a name that says more than the question lowers a unit: the share of the name that the question
 * covers, plus BASE, to this power. Tells "gia hạn giấy phép" from "cấp giấy phép". Measured in docs/evaluation.md. */
const POWER = 0.2;
const BASE = 0.3;

/** An everyday name that the question covers says a little less than the official one. */
const EVERYDAY = 0.8;

/** Distinct known syllables of a unit's names. */
interface Names {
  readonly title: readonly number[];
  readonly asked: readonly (readonly number[])[];
}

/** Read once while the card lives. */
const NAMES = new WeakMap<DocumentCard, Names>();

/** Factor by which a unit's best name fits a question; about 1 for a name the question covers. */
export function nameFit(lexical: LexicalIndex, question: Question): (card: DocumentCard) => number {
  const asked = new Map<number, number>();
  for (const t of [...question.title, ...question.official])
    if (!isPairKey(t.key)) asked.set(t.key, Math.max(asked.get(t.key) ?? 0, t.weight));
  const weights = new Map<number, number>();
  const weightOf = (id: number) => {
    let w = weights.get(id);
    if (w === undefined) {
      w = lexical.titleIdf(id);
      weights.set(id, w);
    }
    return w;
  };
  const covered = (name: readonly number[]) => {
    let total = 0;
    let met = 0;
    for (const id of name) {
      const w = weightOf(id);
      total += w;
      met += w * (asked.get(id) ?? 0);
    }
    return total > 0 ? met / total : 0;
  };
  return (card) => {
    const names = namesOf(card, lexical);
    if (names.title.length === 0) return 1;
    let best = covered(names.title);
    for (const name of names.asked) best = Math.max(best, EVERYDAY * covered(name));
    return (BASE + best) ** POWER;
  };
}

function namesOf(card: DocumentCard, lexical: LexicalIndex): Names {
  const known = NAMES.get(card);
  if (known) return known;
  const { vocabulary } = lexical;
  const ids = (name: string) => {
    const found = new Set(tokenise(name).map((t) => vocabulary.find(t.folded) ?? 0));
    found.delete(0);
    return [...found];
  };
  const names = { title: ids(card.title), asked: (card.asked ?? []).map(ids) };
  NAMES.set(card, names);
  return names;
}
