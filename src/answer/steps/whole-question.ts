import type { Draft } from '../model.ts';
import { openParts } from '../question-parts.ts';
import { WORDS } from '../words.ts';
import type { Step } from './step.ts';

/** An answer to half a question says which half is open, whoever composed it. */
export const wholeQuestion: Step = (work) => {
  const { draft, request } = work;
  if (draft === undefined || work.standing || !/^(?:answered|partial)$/.test(draft.status)) return work;
  const open = openParts(request.question, draft);
  return open.length === 0 ? work : { ...work, draft: withOpen(draft, open) };
};

function withOpen(draft: Draft, open: readonly string[]): Draft {
  const line = WORDS.openParts(open);
  return { ...draft, status: 'partial', sections: [...draft.sections, { role: 'next', lines: [line] }] };
}
