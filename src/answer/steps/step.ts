import type { ChunkSource, Retrieval, Retriever } from '../../retrieval/model.ts';
import type { AskRequest, Composer, Draft, Evidence } from '../model.ts';
import type { Route } from '../route.ts';

/** A question on its way. `draft` settles it. */
export interface Work {
  readonly request: AskRequest;
  readonly route: Route;
  readonly retrieval?: Retrieval;
  readonly evidence?: Evidence;
  readonly draft?: Draft;
  readonly retrieveMs: number;
}

export interface StepDeps {
  readonly retriever: Retriever;
  readonly source: ChunkSource;
  readonly composer: Composer;
}

export type Step = (work: Work, deps: StepDeps) => Promise<Work> | Work;
