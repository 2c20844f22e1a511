import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Answer, Answerer, AskRequest } from '../../answer/model.ts';
import type { Config } from '../../config.ts';
import type { Hit } from '../../retrieval/model.ts';
import type { FromThread, PlainRequest, ThreadData, ToThread } from './messages.ts';

const START = fileURLToPath(new URL('./start-thread.mjs', import.meta.url));
const SCRIPT = new URL('./answer-thread.ts', import.meta.url).href;
/** One question in hand and one that waits, so that a thread need not ask for the next. */
const IN_HAND = 2;
/** A question takes a thread tens of milliseconds; one that takes this long will not end. */
const STUCK_MS = 20_000;
const RESTART_MS = 5_000;

/**
 * How many threads a server answers in: none unless configured, because no measurement shows yet that they pay on two
 * processors (docs/telegram.md). A thread reads the documents and no more: models and vectors keep budgets and connections in the main thread.
 */
export function answerThreadsFor({ chatModel, embeddings, answerThreads }: Config): number {
  if (chatModel !== undefined || embeddings !== 'off') return 0;
  return answerThreads ?? 0;
}

type Answered = { readonly answer: Answer; readonly hits: readonly Hit[] };

export interface AnswerThreads extends Answerer {
  /** Starts the threads; until one is ready, and whenever none is, questions are answered in this thread. */
  start(count: number): void;
  /** Threads that are ready. */
  readonly ready: number;
  stop(): Promise<void>;
}

export interface AnswerThreadsDeps extends Omit<ThreadData, 'script'> {
  /** Answers in this thread. */
  readonly own: Answerer;
  /** The generation of the documents that this thread serves. */
  readonly generation: () => number;
  readonly onFault: (error: unknown) => void;
  /** Default {@link STUCK_MS}. */
  readonly stuckMs?: number;
  /** Address of the module that a thread runs; default: that of this project. */
  readonly script?: string;
}

interface Job {
  readonly id: number;
  readonly request: AskRequest;
  readonly resolve: (answered: Answered | Promise<Answered>) => void;
  readonly reject: (error: Error) => void;
  /** Threads that ended with it in hand. */
  ended: number;
}

interface Thread {
  readonly worker: Worker;
  ready: boolean;
  stuck: boolean;
  /** In hand, the one being answered first. */
  readonly jobs: Map<number, { readonly job: Job; readonly since: number }>;
}

/**
 * Answers in threads, so that searching neither waits for nor holds up the thread that talks to people. A thread that
 * ends or gets stuck is started anew and what it had in hand is answered elsewhere. Only a question that a thread got
 * stuck at, or that two threads ended with, fails: answered here it could take everybody down.
 */
export function createAnswerThreads(deps: AnswerThreadsDeps): AnswerThreads {
  const { own, stuckMs = STUCK_MS } = deps;
  const threads = new Set<Thread>();
  const waiting: Job[] = [];
  let nextId = 1;
  let stopped = false;

  function open(): void {
    if (stopped) return;
    const data: ThreadData = { config: deps.config, corpus: deps.corpus, script: deps.script ?? SCRIPT };
    const worker = new Worker(START, { workerData: data, execArgv: [] });
    const thread: Thread = { worker, ready: false, stuck: false, jobs: new Map() };
    threads.add(thread);
    worker.unref();
    worker.on('message', (message: FromThread) => receive(thread, message));
    worker.on('error', deps.onFault);
    worker.once('exit', () => close(thread));
  }

  function close(thread: Thread): void {
    threads.delete(thread);
    const [inHand, ...others] = [...thread.jobs.values()].map(({ job }) => job);
    waiting.unshift(...others);
    if (inHand !== undefined) {
      inHand.ended += 1;
      if (thread.stuck || inHand.ended > 1) inHand.reject(new Error('answering ended without an answer'));
      else waiting.unshift(inHand);
    }
    handOut();
    if (!stopped) setTimeout(open, RESTART_MS).unref();
  }

  function receive(thread: Thread, message: FromThread): void {
    if (message.kind === 'ready') thread.ready = true;
    else {
      const job = thread.jobs.get(message.id)?.job;
      thread.jobs.delete(message.id);
      if (message.kind === 'answered') job?.resolve({ answer: message.answer, hits: message.hits });
      else job?.reject(new Error(message.error));
    }
    handOut();
  }

  const readyOnes = () => [...threads].filter(({ ready }) => ready);

  function handOut(): void {
    while (waiting.length > 0) {
      const [idlest] = readyOnes().sort((a, b) => a.jobs.size - b.jobs.size);
      if (idlest !== undefined && idlest.jobs.size >= IN_HAND) return;
      const job = waiting.shift()!;
      if (idlest === undefined) job.resolve(own.ask(job.request));
      else {
        idlest.jobs.set(job.id, { job, since: Date.now() });
        const message: ToThread = { id: job.id, request: plain(job.request), generation: deps.generation() };
        idlest.worker.postMessage(message);
      }
    }
  }

  const watch = setInterval(() => {
    for (const thread of threads) {
      thread.stuck = [...thread.jobs.values()].some(({ since }) => Date.now() - since > stuckMs);
      if (thread.stuck) void thread.worker.terminate();
    }
  }, stuckMs / 4);
  watch.unref();

  return {
    start(count) {
      for (let i = 0; i < count; i++) open();
    },
    get ready() {
      return readyOnes().length;
    },
    ask: (request) =>
      new Promise<Answered>((resolve, reject) => {
        waiting.push({ id: nextId++, request, resolve, reject, ended: 0 });
        handOut();
      }),
    async stop() {
      stopped = true;
      clearInterval(watch);
      await Promise.all([...threads].map(({ worker }) => worker.terminate()));
    },
  };
}

/** Signals and callbacks stay here; the embedded composer needs neither them nor the earlier turns. */
function plain({ signal: _, onProgress: __, history: ___, ...request }: AskRequest): PlainRequest {
  return request;
}
