import type { Draft } from '../model.ts';
import { WORDS } from '../words.ts';
import type { Step } from './step.ts';

/** The composer writes the answer from the evidence, unless an earlier step settled it. */
export const compose: Step = async (work, { composer }) => {
  if (work.draft || !work.evidence) return work;
  const draft = await composer.compose(work.request, work.evidence);
  const lookup = work.retrieval?.lookup;
  return { ...work, draft: lookup?.kind === 'unknown_document' ? secondHand(draft, lookup.number) : draft };
};

/** What others say of a document that is not here is told as such. */
function secondHand(draft: Draft, number: string): Draft {
  if (draft.citations.length === 0) return draft;
  const lines = [WORDS.secondHand(number)];
  return {
    ...draft,
    status: draft.status === 'answered' ? 'partial' : draft.status,
    sections: [...draft.sections, { role: 'caution', lines }],
  };
}
