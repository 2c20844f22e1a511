import type { Step } from './step.ts';

/** The composer writes the answer from the evidence, unless an earlier step settled it. */
export const compose: Step = async (work, { composer }) =>
  work.draft || !work.evidence
    ? work
    : { ...work, draft: await composer.compose(work.request, work.evidence) };
