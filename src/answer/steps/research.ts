import { performance } from 'node:perf_hooks';
import type { AnswerStatus, Draft, ModelUsage } from '../model.ts';
import { notFound } from '../not-found.ts';
import { addUsage } from '../usage.ts';
import type { Research, Step, Work } from './step.ts';
import { weighFound } from './weigh-found.ts';

/** The whole question may take this long when it is researched further; a person waits at most 90 s. */
const QUESTION_MS = 60_000;
/** With less left, a search and an answer would hardly end in time. */
const LEAST_MS = 15_000;

/**
 * Where one retrieval did not answer, a researcher may look further. What it finds is weighed, composed and
 * verified like any other evidence; the first answer stands unless the second is better and was verified sentence by sentence.
 */
export const research: Step = async (work, { researcher, composer }) => {
  const { draft, retrieval, evidence, request } = work;
  if (!researcher || !draft || !retrieval || !evidence || !worthIt(work)) return work;
  const left = QUESTION_MS - (performance.now() - (work.started ?? performance.now()));
  if (left < LEAST_MS) return work;
  const limit = AbortSignal.timeout(Math.floor(left));
  const signal = request.signal === undefined ? limit : AbortSignal.any([request.signal, limit]);
  let spent = work;
  try {
    const found = await researcher.research({ ...request, signal }, evidence);
    spent = withUsage(spent, found.usage);
    const units = weighFound(retrieval.query.original, found, evidence.units);
    if (units.length === 0) return withNearest(spent, found);
    const wider = { retrieval, units };
    const second = await composer.compose({ ...request, signal }, wider);
    spent = withUsage(spent, second.usage);
    return second.composer === 'llm' && RANK[second.status] > RANK[draft.status]
      ? { ...spent, evidence: wider, draft: second }
      : spent;
  } catch (error) {
    request.signal?.throwIfAborted();
    if (limit.aborted) return spent;
    throw error;
  }
};

/** What it read and may not answer from is named, for the asker to say whether it is meant. */
function withNearest(work: Work, { opened }: Research): Work {
  const { draft, retrieval } = work;
  const words = draft?.sections[0]?.lines[0];
  if (!retrieval || draft?.status !== 'not_found' || words === undefined || opened.length === 0) return work;
  const hits = [...opened.map(({ hit }) => hit), ...retrieval.hits];
  return {
    ...work,
    draft: { ...draft, ...notFound({ ...retrieval, hits }, words), composer: draft.composer ?? 'embedded' },
  };
}

function withUsage(work: Work, more: ModelUsage | undefined): Work {
  const usage = addUsage(work.usage, more);
  return usage === undefined ? work : { ...work, usage };
}

const RANK: Readonly<Record<AnswerStatus, number>> = {
  answered: 2,
  partial: 1,
  not_found: 0,
  clarify: 0,
  out_of_scope: 0,
  refused: 0,
  failed: 0,
};

const OPEN: readonly Draft['status'][] = ['not_found', 'partial'];

/** A named document that is not here, or an article that does not exist, is not found by searching more. */
function worthIt({ route, draft, retrieval }: Work): boolean {
  const lookup = retrieval?.lookup.kind;
  return (
    route === 'procedural' &&
    draft !== undefined &&
    OPEN.includes(draft.status) &&
    (lookup === 'none' || lookup === 'found')
  );
}
