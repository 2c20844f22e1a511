import type { AnswerStatus, Draft } from '../model.ts';
import { type Route, routeOf } from '../route.ts';
import { WORDS } from '../words.ts';
import type { Step } from './step.ts';

/** What is said at once, without looking anything up. */
const REPLIES: Readonly<Record<Exclude<Route, 'procedural' | 'personnel'>, readonly [AnswerStatus, string]>> =
  {
    greeting: ['out_of_scope', WORDS.greeting],
    thanks: ['out_of_scope', WORDS.thanks],
    small_talk: ['out_of_scope', WORDS.smallTalk],
    complaint: ['out_of_scope', WORDS.complaint],
    foreign: ['out_of_scope', WORDS.foreign],
    outside: ['out_of_scope', WORDS.outside],
    drafting: ['out_of_scope', WORDS.drafting],
    override: ['refused', WORDS.override],
    privacy: ['refused', WORDS.privacy],
    unclear: ['refused', WORDS.tooShort],
  };

/** Fixed replies where a fixed reply is right; everything else goes on to retrieval. */
export const route: Step = (work) => {
  const found = routeOf(work.request.question);
  if (found === 'procedural' || found === 'personnel') return { ...work, route: found };
  const [status, words] = REPLIES[found];
  const draft: Draft = {
    status,
    sections: [{ role: 'conclusion', lines: [words] }],
    citations: [],
    composer: 'embedded',
  };
  return { ...work, route: found, draft };
};
