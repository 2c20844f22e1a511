import type { Answer, AskRequest } from '../../answer/model.ts';
import type { Config } from '../../config.ts';
import type { Hit } from '../../retrieval/model.ts';

/** What a thread is started with. */
export interface ThreadData {
  readonly config: Config;
  readonly corpus: string;
  /** Address of the module that the thread runs. */
  readonly script: string;
}

/** What crosses over to a thread: a request without what belongs to this thread alone. */
export type PlainRequest = Omit<AskRequest, 'signal' | 'onProgress' | 'history'>;

export interface ToThread {
  readonly id: number;
  readonly request: PlainRequest;
  /** The thread answers from this generation of the documents or a later one. */
  readonly generation: number;
}

export type FromThread =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answered'; readonly id: number; readonly answer: Answer; readonly hits: readonly Hit[] }
  | { readonly kind: 'failed'; readonly id: number; readonly error: string };
