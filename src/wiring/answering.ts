import type { Logger } from 'pino';
import { createAnswerer } from '../answer/answerer.ts';
import { createEmbeddedComposer } from '../answer/compose/embedded.ts';
import type { UsageCounter } from '../answer/llm/model.ts';
import { createLlmParts } from '../answer/llm/wire.ts';
import type { Answerer } from '../answer/model.ts';
import type { Config } from '../config.ts';
import type { ChunkSource, Retriever } from '../retrieval/model.ts';

export interface AnsweringDeps {
  readonly config: Config;
  readonly retriever: Retriever;
  readonly source: ChunkSource;
  readonly log: Logger;
  readonly usage: UsageCounter;
}

/** The answerer: the embedded composer, or a language model with it as fallback where an endpoint is configured. */
export function wireAnswerer({ config, retriever, source, log, usage }: AnsweringDeps): Answerer {
  const embedded = createEmbeddedComposer();
  const { openai, chatModel, llm } = config;
  if (openai === undefined || chatModel === undefined)
    return createAnswerer({ retriever, source, composer: embedded });
  const { composer } = createLlmParts(
    { ...openai, model: chatModel, ...llm },
    { fallback: embedded, logger: log.child({ part: 'llm' }), counter: usage },
  );
  return createAnswerer({ retriever, source, composer });
}
