import type { DocumentCard } from '../index/retrieval-index.ts';
import type { UnitWeights } from '../lexical/unit-scores.ts';
import type { DocumentKind } from '../model.ts';
import { prior } from './priors.ts';

/** Weights of the parts of a unit's score, by kind of document; measured in docs/evaluation.md. Articles carry their
 * name in their own text, so it counts little again; they are asked about in the law's words, where official words
 * added for everyday ones only blur. A guide has few everyday names, and each of its short sections is about what it says. The scale puts laws and procedures side by side in one list. */
const WEIGHTS: Readonly<Record<DocumentKind, Omit<UnitWeights, 'prior'>>> = {
  procedure: { chunk: 1, record: 0.6, title: 1, asked: 1, official: 1, names: 'compared' },
  guide: { chunk: 2, record: 0.6, title: 1, asked: 1, official: 1, names: 'counted' },
  official: { chunk: 2.2, record: 0.4, title: 0.07, asked: 0.4, official: 0.3, names: 'none' },
};

const KNOWN = new WeakMap<DocumentCard, { readonly territory: string; readonly weights: UnitWeights }>();

/** Weights of a document's units for an asker of `territory`; asked for every document at every question, so kept. */
export function unitWeights(card: DocumentCard, territory: string): UnitWeights {
  const known = KNOWN.get(card);
  if (known?.territory === territory) return known.weights;
  const weights = { ...WEIGHTS[card.kind], prior: prior(card, territory) };
  KNOWN.set(card, { territory, weights });
  return weights;
}
