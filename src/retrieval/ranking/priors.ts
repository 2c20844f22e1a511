import { fold } from '../../legal/text.ts';
import type { DocumentCard } from '../index/retrieval-index.ts';

/** Fields of work whose offices are organised from the ministry down: their records count every level, the commune
 * included, although no commune official handles them (124 customs and 111 tax records of the portal). */
const VERTICAL = /^(hai quan|thue|kho bac nha nuoc|hang hai va duong thuy noi dia|toa an)$/;

/** Factors measured in docs/evaluation.md; 1 leaves a document as it is. */
const PRIORS = { commune: 1.07, vertical: 1, otherProvince: 0.8 };

/** How likely a commune official of `territory` (folded slug) asks about a document, whatever the question. */
export function prior(card: DocumentCard, territory: string): number {
  let factor = 1;
  if (card.levels?.includes('xa'))
    factor *= VERTICAL.test(fold(card.linhVuc ?? '')) ? PRIORS.vertical : PRIORS.commune;
  // Guides are written for commune officials too, and would lose to procedures on every shared word.
  else if (card.kind === 'guide') factor *= PRIORS.commune;
  if (card.territory !== undefined && card.territory !== territory) factor *= PRIORS.otherProvince;
  return factor;
}
