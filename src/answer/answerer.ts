import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { sourceFor } from '../retrieval/access.ts';
import type { ChunkSource, Hit, Retriever } from '../retrieval/model.ts';
import { storedChunkId } from './citations.ts';
import { createEmbeddedComposer } from './compose/embedded.ts';
import type { Answer, Answerer, AskRequest, Composer, Draft } from './model.ts';
import { renderPlain } from './render.ts';
import type { LawRegister } from './standing/register.ts';
import { abolished } from './steps/abolished.ts';
import { asPublished } from './steps/as-published.ts';
import { check } from './steps/check.ts';
import { compose } from './steps/compose.ts';
import { contradicted } from './steps/contradicted.ts';
import { days } from './steps/days.ts';
import { gatherEvidence } from './steps/evidence.ts';
import { otherProvince } from './steps/other-province.ts';
import { research } from './steps/research.ts';
import { route } from './steps/route.ts';
import { standing } from './steps/standing.ts';
import type { Researcher, Step, Work } from './steps/step.ts';
import { successor } from './steps/successor.ts';
import { weigh } from './steps/weigh.ts';
import { wholeQuestion } from './steps/whole-question.ts';
import { describe, type PipelineStep, type Trace } from './trace.ts';

export interface AnswererParts {
  readonly retriever: Retriever;
  readonly source: ChunkSource;
  /** Default: the embedded composer, which needs no model. */
  readonly composer?: Composer;
  /** Put before each answer in the log; default a random id. */
  readonly newTraceId?: () => string;
  readonly trace?: Trace;
  /** Looks further where one retrieval did not answer; absent by default. */
  readonly researcher?: Researcher;
  /** Answers questions about documents as such (in force? replaced by what?); absent where nothing is stored. */
  readonly register?: LawRegister;
}

/** The way from a question to an answer, in order. A step that settles the answer leaves a draft; later steps but
 * `check` pass a settled question on. */
const STEPS: Readonly<Record<PipelineStep, Step>> = {
  route,
  gatherEvidence,
  standing,
  abolished,
  successor,
  weigh,
  compose,
  research,
  contradicted,
  days,
  wholeQuestion,
  otherProvince,
  asPublished,
  check,
};

/** Answers one question at a time; keeps nothing between questions. Errors of retrieval and composition are thrown
 * to the caller, who knows how to tell them. */
export function createAnswerer(parts: AnswererParts): Answerer {
  const composer = parts.composer ?? createEmbeddedComposer();
  return {
    async ask(request: AskRequest) {
      const started = performance.now();
      const deps = { ...parts, composer, source: sourceFor(parts.source, request.reader) };
      let work: Work = { request, route: 'procedural', retrieveMs: 0, started };
      for (const [name, step] of Object.entries(STEPS) as [PipelineStep, Step][]) {
        request.signal?.throwIfAborted();
        work = await step(work, deps);
        parts.trace?.(name, describe(name, work));
      }
      const traceId = parts.newTraceId?.() ?? randomUUID();
      return { answer: finish(work, traceId, performance.now() - started), hits: hitsOf(work) };
    },
  };
}

function finish(work: Work, traceId: string, totalMs: number): Answer {
  const draft: Draft = work.draft ?? { status: 'failed', sections: [], citations: [] };
  const retrieveMs = round(work.retrieveMs);
  return {
    status: draft.status,
    answer: renderPlain(draft.sections, draft.citations),
    citations: draft.citations.map((citation) => ({ ...citation, chunkId: storedChunkId(citation.chunkId) })),
    composer: draft.composer ?? 'embedded',
    timings: { retrieveMs, composeMs: round(totalMs - work.retrieveMs), totalMs: round(totalMs) },
    traceId,
    sections: draft.sections,
    ...(draft.choices !== undefined && { choices: draft.choices }),
    ...(draft.nearest !== undefined && { nearest: draft.nearest }),
    ...(work.usage !== undefined && { usage: work.usage }),
    route: work.route,
    confidence: work.retrieval?.confidence ?? 1,
  };
}

function hitsOf(work: Work): readonly Hit[] {
  return work.retrieval?.hits ?? [];
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}
