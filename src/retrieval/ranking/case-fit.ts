import type { DocumentId } from '../../legal/model.ts';
import { casesOf } from './cases.ts';
import type { Candidate } from './fusion.ts';

/** Candidates looked at. */
const LOOKED_AT = 10;
/** What a name without the act or case that the question tells counts against one that has it; guides and laws stay where
 * they are. Measured in docs/evaluation.md. */
const UNTOLD = 0.91;
/** What a name counts that has an act or case of its own which the question does not tell. */
const OWN = 0.95;

/**
 * Procedures whose name has the act or case that the question tells before their neighbours: "chứng thực hợp đồng mua bán
 * xe" is no registration of a vehicle, "bố bé là người Úc" no plain registration of a birth. The words of the matter
 * weigh more than the one word of the act, so that the neighbour often scores higher. "Cấp lại …" steps back from who only
 * says "đăng ký". Changes `candidates` in place, best first after.
 * @param said the acts and cases that the question tells
 */
export function toldCasesFirst(
  candidates: Candidate[],
  titleOf: (id: DocumentId) => string | undefined,
  said: ReadonlySet<number>,
): void {
  const procedures = candidates.slice(0, LOOKED_AT).flatMap((candidate) => {
    const title = titleOf(candidate.documentId);
    if (title === undefined) return [];
    const cases = [...casesOf(title)];
    return [{ candidate, told: cases.some((c) => said.has(c)), own: cases.length > 0 }];
  });
  const some = procedures.some(({ told }) => told);
  for (const { candidate, told, own } of procedures)
    if (!told) candidate.score *= (some ? UNTOLD : 1) * (own ? OWN : 1);
  candidates.sort((a, b) => b.score - a.score);
}
