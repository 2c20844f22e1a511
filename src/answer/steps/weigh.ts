import { absentMatter } from '../absent-matter.ts';
import { clarification } from '../clarify.ts';
import { answerLookup } from '../lookup.ts';
import { notFound } from '../not-found.ts';
import { enough } from '../thresholds.ts';
import { WORDS } from '../words.ts';
import type { Step } from './step.ts';

/** Settles what evidence cannot answer: a number that names nothing or several documents, an article that is not
 * there, evidence too weak to answer from, variants that only the asker can choose between. */
export const weigh: Step = (work) => {
  const { draft, retrieval, evidence } = work;
  if (draft || !retrieval || !evidence) return work;
  const byLookup = answerLookup(retrieval, evidence);
  if (byLookup) return { ...work, draft: byLookup };
  if (retrieval.hits.length > 0 && evidence.units.length === 0)
    return { ...work, draft: notFound(retrieval, WORDS.notInForce) };
  if (!enough(work.route, retrieval, evidence))
    return {
      ...work,
      draft: notFound(retrieval, work.route === 'personnel' ? WORDS.personnel : WORDS.notFound),
    };
  const absent = absentMatter(work.request.question, evidence);
  if (absent !== undefined) return { ...work, draft: notFound(retrieval, absent) };
  const asked = clarification(work.request.question, retrieval, evidence);
  return asked ? { ...work, draft: asked } : work;
};
