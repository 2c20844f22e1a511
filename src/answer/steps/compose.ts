import type { Draft } from '../model.ts';
import { renderPlain } from '../render.ts';
import { WORDS } from '../words.ts';
import { checkedDraft } from './check.ts';
import type { Step, Work } from './step.ts';

/** The composer writes the answer from the evidence, unless an earlier step settled it. */
export const compose: Step = async (work, { composer }) => {
  if (work.draft || !work.evidence) return work;
  const draft = await composer.compose(work.request, work.evidence, progressOf(work));
  const lookup = work.retrieval?.lookup;
  return {
    ...work,
    draft: lookup?.kind === 'unknown_document' ? secondHand(draft, lookup.number) : draft,
    ...(draft.usage && { usage: draft.usage }),
  };
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

/** A draft on its way goes through the same last check as the whole one before anybody reads it. */
function progressOf({ request: { onProgress }, evidence }: Work): ((draft: Draft) => void) | undefined {
  if (!onProgress || !evidence) return undefined;
  return (draft) => {
    const shown = checkedDraft(draft, evidence);
    if (!shown) return;
    const { sections, citations } = shown;
    onProgress({ sections, citations, answer: renderPlain(sections, citations) });
  };
}
