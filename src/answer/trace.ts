import type { Work } from './steps/step.ts';

/** Steps from a question to an answer. */
export type PipelineStep =
  | 'route'
  | 'gatherEvidence'
  | 'standing'
  | 'abolished'
  | 'successor'
  | 'weigh'
  | 'compose'
  | 'research'
  | 'contradicted'
  | 'days'
  | 'wholeQuestion'
  | 'otherProvince'
  | 'asPublished'
  | 'check';
/** And what a language model is asked meanwhile. */
export type TraceStep =
  | PipelineStep
  | 'prompt'
  | 'reply'
  | 'verification'
  | 'repair'
  | 'agent'
  | 'agent_end'
  | 'fallback';

/** Told of each step of one question, for `ask --trace`. What goes to a model and comes back is masked. */
export type Trace = (step: TraceStep, detail: object) => void;

const HITS_SHOWN = 10;

/** What a step of the pipeline left behind. */
export function describe(step: PipelineStep, work: Work): object {
  const { draft, retrieval, evidence } = work;
  if (step === 'route') return { route: work.route, ...(draft && { status: draft.status }) };
  if (step === 'gatherEvidence' && retrieval) {
    return {
      query: retrieval.query,
      lookup: retrieval.lookup.kind,
      confidence: retrieval.confidence,
      coverage: retrieval.coverage,
      hits: retrieval.hits.slice(0, HITS_SHOWN).map(({ rank, score, label, effectivity, trace }) => ({
        rank,
        score,
        label,
        effectivity: effectivity.status,
        ...trace,
      })),
      units: evidence?.units.map(({ hit, chunks }) => ({ label: hit.label, chunks: chunks.length })) ?? [],
    };
  }
  return {
    ...(draft && { status: draft.status, composer: draft.composer, citations: draft.citations.length }),
  };
}
