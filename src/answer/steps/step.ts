import type { IsoDate } from '../../legal/model.ts';
import type { ChunkSource, Retrieval, Retriever } from '../../retrieval/model.ts';
import type { AskRequest, Composer, Draft, Evidence, EvidenceUnit, ModelUsage } from '../model.ts';
import type { Route } from '../route.ts';
import type { LawRegister } from '../standing/register.ts';

/** A question on its way. `draft` settles it. */
export interface Work {
  readonly request: AskRequest;
  readonly route: Route;
  readonly retrieval?: Retrieval;
  readonly evidence?: Evidence;
  readonly draft?: Draft;
  /** The answer is about a document as such; what a cited text says of its days is said already. */
  readonly standing?: true;
  /** A text that the question names has been replaced; what is answered rests on its successor. */
  readonly replaced?: { readonly name: string; readonly by: string; readonly from: IsoDate };
  /** All that the model was asked, also for drafts that another took the place of. */
  readonly usage?: ModelUsage;
  readonly retrieveMs: number;
  /** `performance.now()` when the question came. */
  readonly started?: number;
}

/** One further search: how well its words met the store is measured as for any question. */
export interface Search {
  readonly query: string;
  readonly retrieval: Retrieval;
  /** What it found that may support an answer, best first, as it reads on the day asked. */
  readonly units: readonly EvidenceUnit[];
}

export interface Research {
  readonly searches: readonly Search[];
  /** Units that were read whole: the best of what was found. */
  readonly opened: readonly EvidenceUnit[];
  readonly usage?: ModelUsage;
}

/** Looks further where one retrieval did not answer; what it finds is weighed before it is evidence, and never text to be shown. */
export interface Researcher {
  research(request: AskRequest, evidence: Evidence): Promise<Research>;
}

export interface StepDeps {
  readonly retriever: Retriever;
  readonly source: ChunkSource;
  readonly composer: Composer;
  readonly researcher?: Researcher;
  /** Relations between documents; without it questions about them go the way of all others. */
  readonly register?: LawRegister;
}

export type Step = (work: Work, deps: StepDeps) => Promise<Work> | Work;
