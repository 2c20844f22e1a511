import type { LexicalIndex } from './lexical-index.ts';
import type { Question } from './question.ts';
import type { DocumentCard } from './retrieval-index.ts';
import { tokenise } from './terms.ts';
import { isPairKey } from './vocabulary.ts';

/** How strongly a name that says more than the question lowers a unit: the share of the name that the question
 * covers, plus BASE, to this power. Tells "gia hạn giấy phép" from "cấp giấy phép". Measured in docs/evaluation.md. */
const POWER = 0.2;
const BASE = 0.3;

/** Syllables of each name, read once while the card lives. */
const SYLLABLES = new WeakMap<DocumentCard, readonly number[]>();

/** Factor by which a unit's name fits a question; about 1 for a name the question covers. */
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
  return (card) => {
    let total = 0;
    let covered = 0;
    for (const id of syllablesOf(card, lexical)) {
      const w = weightOf(id);
      total += w;
      covered += w * (asked.get(id) ?? 0);
    }
    return total > 0 ? (BASE + covered / total) ** POWER : 1;
  };
}

function syllablesOf(card: DocumentCard, { vocabulary }: LexicalIndex): readonly number[] {
  const known = SYLLABLES.get(card);
  if (known) return known;
  const ids = new Set<number>();
  for (const t of tokenise(card.title)) ids.add(vocabulary.find(t.folded) ?? 0);
  ids.delete(0);
  const read = [...ids];
  SYLLABLES.set(card, read);
  return read;
}
