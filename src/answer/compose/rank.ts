import type { ReadQuestion } from '../question.ts';
import type { Candidate } from './candidates.ts';
import { isGeneral, scoreGeneral } from './general.ts';
import { type Scored, scoreCandidates } from './score.ts';

/** Of the best general statement's score, what the best statement by words has beside it. */
const BESIDE_GENERAL = 0.55;
const PLACES = 2;

/** A general question is answered from where such facts stand; what shares its words best follows. */
export function rankCandidates(
  candidates: readonly Candidate[],
  question: ReadQuestion,
  title: string,
): Scored[] {
  const byWords = scoreCandidates(candidates, question);
  const asWhole = question.overview || isGeneral(candidates, question, title);
  if (!asWhole && question.submits) return withPlaces(byWords, candidates, question);
  const general = asWhole ? scoreGeneral(candidates, question) : [];
  if (general.length === 0) return byWords;
  const taken = new Set(general.map(({ candidate }) => candidate));
  const best = byWords[0]?.score || 1;
  const rest = byWords
    .filter(({ candidate }) => !taken.has(candidate))
    .map((scored) => ({ ...scored, score: (BESIDE_GENERAL * scored.score) / best }));
  return [...general, ...rest].sort((a, b) => b.score - a.score);
}

/** Where the dossier is handed in stands where offices stand: a sentence that shares the question's words may speak of
 * any office on the way. The rest of the question is answered by its words. */
function withPlaces(
  byWords: readonly Scored[],
  candidates: readonly Candidate[],
  question: ReadQuestion,
): Scored[] {
  const near = scoreGeneral(candidates, { ...question, shapes: ['place'] }).slice(0, PLACES);
  if (near.length === 0) return [...byWords];
  const taken = new Set(near.map(({ candidate }) => candidate));
  const best = byWords[0]?.score || 1;
  const rest = byWords
    .filter(({ candidate }) => !taken.has(candidate))
    .map(({ shapes, score, ...scored }) => ({
      ...scored,
      score: score / best,
      shapes: shapes.filter((shape) => shape !== 'place'),
    }));
  return [...near, ...rest].sort((a, b) => b.score - a.score);
}
