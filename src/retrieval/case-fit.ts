import type { DocumentId } from '../legal/model.ts';
import { casesOf } from './cases.ts';
import type { Candidate } from './fusion.ts';

/** Candidates looked at. */
const LOOKED_AT = 10;
/** What a name with an act or case that the question tells counts against one without. Measured in docs/evaluation.md. */
const TOLD = 1.1;

/**
 * Procedures whose name has the act or case that the question tells before their neighbours: "chứng thực hợp đồng mua bán
 * xe" is no registration of a vehicle, "bố bé là người Úc" no plain registration of a birth. The words of the matter
 * weigh more than the one word of the act, so that the neighbour often scores higher. Changes `candidates` in place, best
 * first after. @param said the acts and cases that the question tells
 */
export function toldCasesFirst(
  candidates: Candidate[],
  titleOf: (id: DocumentId) => string | undefined,
  said: ReadonlySet<number>,
): void {
  if (said.size === 0) return;
  for (const candidate of candidates.slice(0, LOOKED_AT)) {
    const title = titleOf(candidate.documentId);
    if (title !== undefined && [...casesOf(title)].some((c) => said.has(c))) candidate.score *= TOLD;
  }
  candidates.sort((a, b) => b.score - a.score);
}
