import { dayInVietnam } from '../../legal/calendar/today.ts';
import { printDate } from '../../legal/citation-label.ts';
import type { IsoDate } from '../../legal/model.ts';
import { findDocumentNumbers } from '../../legal/numbers/document-number.ts';
import { effectivityOf } from '../../retrieval/in-force.ts';
import { audit } from '../audit.ts';
import { approversOf, GUIDANCE_WORDS, type GuidanceDeps, notice } from './guidance-notices.ts';
import type { StandardAnswer } from './model.ts';

const MOST_SERVING = 5000;

/** Takes out of the answers what rests on a document that ended or was withdrawn, or whose review day came; owner and
 * approvers are told. Repeatable; returns how many stopped serving. */
export async function sweepGuidance(deps: GuidanceDeps): Promise<number> {
  const today = dayInVietnam(deps.now());
  let stopped = 0;
  for (const serving of await deps.standardAnswers.list({ state: 'approved' }, MOST_SERVING)) {
    const reason = await whyOver(deps, serving, today);
    if (reason === undefined) continue;
    // Out of the answers first: what no longer holds must not serve because a later step failed.
    await deps.guidance?.withdraw(serving);
    if (!(await deps.standardAnswers.advance({ ...serving, state: 'overtaken', reason }, 'approved')))
      continue;
    stopped += 1;
    await audit(deps, 'system', 'guidance_overtaken', serving.id);
    const text = GUIDANCE_WORDS.overtaken(serving.question, reason);
    const told = new Set([serving.by, ...(await approversOf(deps))]);
    await deps.notices.add([...told].map((to) => notice(deps, serving, to, 'guidance_overtaken', text)));
  }
  return stopped;
}

async function whyOver(
  deps: GuidanceDeps,
  serving: StandardAnswer,
  today: IsoDate,
): Promise<string | undefined> {
  const { reviewBy } = serving;
  if (reviewBy !== undefined && reviewBy <= today) return GUIDANCE_WORDS.due(printDate(reviewBy));
  for (const { number } of findDocumentNumbers(serving.basis)) {
    if (await hasEnded(deps, number.canonical, today)) return GUIDANCE_WORDS.ended(number.canonical);
  }
  return undefined;
}

/** Every stored document of this number is withdrawn, expired or suspended. A number that is not stored says nothing. */
async function hasEnded(deps: GuidanceDeps, number: string, today: IsoDate): Promise<boolean> {
  const rows = (await deps.documents.list({ text: number }, { limit: 50 })).filter(
    (row) => row.number === number,
  );
  if (rows.length === 0) return false;
  const facts = await deps.chunks.facts(rows.map(({ id }) => id));
  return rows.every(({ id, state }) => {
    const found = facts.get(id);
    if (state === 'withdrawn' || found === undefined) return true;
    const { status } = effectivityOf(found, today);
    return status === 'expired' || status === 'suspended';
  });
}
