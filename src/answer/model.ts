import type { ChunkId, CitationPath, Effectivity, IsoDate } from '../legal/model.ts';
import type { Hit, Reader, Retrieval } from '../retrieval/model.ts';

export const ANSWER_STATUSES = [
  'answered',
  'partial',
  'clarify',
  'not_found',
  'out_of_scope',
  'refused',
  'failed',
] as const;
export type AnswerStatus = (typeof ANSWER_STATUSES)[number];

/** `quote` is one contiguous span of the source as read, at least 8 letters (DESIGN: Citation). */
export interface Citation {
  readonly n: number;
  readonly source: string;
  readonly documentNumber?: string;
  readonly documentTitle: string;
  readonly procedureCode?: string;
  readonly path: CitationPath;
  readonly label: string;
  readonly quote: string;
  readonly page?: number;
  readonly effectivity: Effectivity;
  readonly chunkId: string;
  readonly documentId: string;
}

/** A choice offered with `clarify`; asking `question` again answers it. */
export interface Choice {
  readonly label: string;
  readonly question: string;
  readonly procedureCode?: string;
}

/** Transport-neutral structure of an answer; `Answer.answer` is its plain-text rendering.
 * The first section is the short answer, usable at once at the counter. */
export interface AnswerSection {
  readonly role: 'conclusion' | 'detail' | 'caution' | 'next';
  readonly heading?: string;
  readonly lines: readonly string[];
}

/** What a language model was asked for one answer, whether or not its words were used. */
export interface ModelUsage {
  readonly model: string;
  /** Requests for one answer: repairs, ordering and further searches count too. */
  readonly calls: number;
  /** Those of replies that broke off are counted here: that the prompt was read is all that is known of them. */
  readonly promptTokens: number;
  readonly completionTokens: number;
  /** Part of `promptTokens` that the endpoint had in its prompt cache; absent when none. */
  readonly cachedTokens?: number;
}

export interface Answer {
  readonly status: AnswerStatus;
  /** Plain text as the person reads it, with [1] marks. */
  readonly answer: string;
  readonly citations: readonly Citation[];
  readonly composer: 'embedded' | 'llm';
  readonly timings: { readonly retrieveMs: number; readonly composeMs: number; readonly totalMs: number };
  readonly traceId: string;
  readonly sections: readonly AnswerSection[];
  readonly choices?: readonly Choice[];
  /** Nearest documents offered with `not_found`. */
  readonly nearest?: readonly {
    readonly title: string;
    readonly procedureCode?: string;
    readonly label: string;
  }[];
  /** Routing outcome, for the log and the review desk. */
  readonly route: string;
  readonly confidence: number;
  /** Absent when no language model was asked. */
  readonly usage?: ModelUsage;
}

export interface AskRequest {
  readonly question: string;
  readonly asOf: IsoDate;
  /** The asker named the day (a date of receipt, `--as-of`): the answer says which day's rules it gives. */
  readonly dayNamed?: boolean;
  readonly reader: Reader;
  readonly territory?: string;
  /** Opaque id of the asker, for token budgets; never sent to a model. */
  readonly person?: string;
  /** Earlier turns of the same conversation, oldest first. */
  readonly history?: readonly Turn[];
  readonly signal?: AbortSignal;
  readonly onProgress?: OnProgress;
}

/** What can already be shown of an answer still being written: lines that passed every check, with what must be said
 * beside them. Whether the answer is complete only its end tells, so there is no status yet. */
export interface AnswerSoFar {
  readonly sections: readonly AnswerSection[];
  readonly citations: readonly Citation[];
  /** The same as plain text. */
  readonly answer: string;
}

/** Called with ever longer beginnings, each in the place of the one before; the answer replaces the last. Not called
 * by composers that answer at once, nor after the answer is there. What it throws is not caught. */
export type OnProgress = (soFar: AnswerSoFar) => void;

export interface Turn {
  readonly question: string;
  readonly answer: string;
  readonly procedureCode?: string;
  readonly documentNumber?: string;
}

/** Evidence handed to a composer: the retrieval plus whole texts of the units that may be quoted. */
export interface Evidence {
  readonly retrieval: Retrieval;
  readonly units: readonly EvidenceUnit[];
}

export interface EvidenceUnit {
  readonly hit: Hit;
  readonly chunks: readonly import('../retrieval/model.ts').Chunk[];
  readonly facts: import('../retrieval/model.ts').DocumentFacts;
  /** Chunks of other documents that stand for parts of this article which they changed; citations name those documents. */
  readonly rewritten?: ReadonlyMap<ChunkId, Rewritten>;
  /** Where parts of this article were changed: the effect of each chunk by itself. */
  readonly standing?: ReadonlyMap<ChunkId, Effectivity>;
  /** What was changed in this article, a sentence each. */
  readonly changes?: readonly string[];
}

/** A passage of a document that changed an article, in the place of what it changed. */
export interface Rewritten {
  readonly facts: import('../retrieval/model.ts').DocumentFacts;
  /** The part of the changed document that it stands for. */
  readonly place: CitationPath;
  /** The older wording. */
  readonly formerly?: string;
}

/** What a composer returns; the pipeline adds timings, trace and checks. */
export type Draft = Pick<Answer, 'status' | 'sections' | 'citations'> &
  Partial<Pick<Answer, 'choices' | 'nearest' | 'composer' | 'usage'>>;

export interface Composer {
  readonly name: 'embedded' | 'llm';
  /** @param onDraft told of each longer part of the draft that may already be shown */
  compose(request: AskRequest, evidence: Evidence, onDraft?: (draft: Draft) => void): Promise<Draft>;
}

/** The port the dialogue layer uses. */
export interface Answerer {
  ask(request: AskRequest): Promise<{ readonly answer: Answer; readonly hits: readonly Hit[] }>;
}
