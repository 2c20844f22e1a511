import type { Logger } from 'pino';
import { createAnswerer } from '../answer/answerer.ts';
import { createEmbeddedComposer } from '../answer/compose/embedded.ts';
import type { UsageCounter } from '../answer/llm/model.ts';
import { createLlmParts } from '../answer/llm/wire.ts';
import type { Answerer } from '../answer/model.ts';
import type { LawRegister } from '../answer/standing/register.ts';
import type { Trace } from '../answer/trace.ts';
import type { Config } from '../config.ts';
import type { Rewrite } from '../dialogue/deps.ts';
import type { SettingsStore } from '../dialogue/model.ts';
import { tokenLimits } from '../dialogue/review/settings.ts';
import type { DocumentFeed } from '../retrieval/index/index-keeper.ts';
import type { ChunkSource, Retriever } from '../retrieval/model.ts';
import { withKnownAnswers } from './known-answers.ts';
import type { LocalFacts } from './local-facts.ts';

export interface AnsweringDeps {
  readonly config: Config;
  readonly retriever: Retriever;
  readonly source: ChunkSource & Pick<DocumentFeed, 'generation'>;
  /** Generation of the documents that `retriever` searches. */
  readonly indexed: () => number;
  readonly register: LawRegister;
  readonly log: Logger;
  readonly usage: UsageCounter;
  readonly settings: Pick<SettingsStore, 'get'>;
  readonly trace?: Trace;
  /** For the tools of an agent. */
  readonly local: Pick<LocalFacts, 'calendar' | 'table'>;
}

export interface Answering {
  readonly answerer: Answerer;
  /** Absent without a language model: the dialogue's rules rewrite then. */
  readonly rewrite?: Rewrite;
}

/** The embedded composer, or a language model with it as fallback where an endpoint is configured. */
export function wireAnswering(deps: AnsweringDeps): Answering {
  const { config, retriever, source, register, log, usage, trace, local } = deps;
  const embedded = createEmbeddedComposer();
  const { openai, chatModel, llm } = config;
  const shared = { retriever, source, register, ...(trace && { trace }) };
  if (openai === undefined || chatModel === undefined) {
    const answerer = createAnswerer({ ...shared, composer: embedded });
    // Vectors come in without a change of the documents; whoever traces a question wants its steps.
    const keeps = config.embeddings === 'off' && trace === undefined;
    const generations = { stored: () => source.generation(), indexed: deps.indexed };
    return { answerer: keeps ? withKnownAnswers(answerer, generations) : answerer };
  }
  const { composer, rewriter, researcher } = createLlmParts(
    { ...openai, model: chatModel, ...llm },
    {
      fallback: embedded,
      logger: log.child({ part: 'llm' }),
      counter: usage,
      limits: () => tokenLimits(deps.settings, llm),
      ...(trace && { trace }),
      ...(llm.agent && {
        agent: { retriever, source, calendar: local.calendar, units: local.table },
      }),
    },
  );
  return {
    answerer: createAnswerer({ ...shared, composer, ...(researcher && { researcher }) }),
    rewrite: rewriter,
  };
}
