import { afterEach, describe, expect, it } from 'vitest';
import type { AskRequest } from '../../src/answer/model.ts';
import { parseConfig } from '../../src/config.ts';
import { withKnownAnswers } from '../../src/wiring/known-answers.ts';
import {
  type AnswerThreads,
  answerThreadsFor,
  createAnswerThreads,
} from '../../src/wiring/threads/answer-threads.ts';
import { answer, echoAnswerer } from '../support/dialogue.ts';

const config = parseConfig({ DATA_DIR: '/nowhere' });
const request = (question: string): AskRequest => ({
  question,
  asOf: '2026-09-01' as AskRequest['asOf'],
  reader: { internal: true, departments: [], channel: 'telegram' },
});

/** A thread that says it is ready and does with each question what `body` says. */
function thread(body: string): string {
  const code = `import { parentPort } from 'node:worker_threads';
    parentPort.on('message', ({ id, request, generation }) => { ${body} });
    parentPort.postMessage({ kind: 'ready' });`;
  return `data:text/javascript,${encodeURIComponent(code)}`;
}
const ECHO = `parentPort.postMessage({ kind: 'answered', id, answer: { answer: 'thread ' + request.question + ' at ' + generation }, hits: [] });`;

let threads: AnswerThreads | undefined;
afterEach(() => threads?.stop());

async function started(body: string, stuckMs?: number) {
  const faults: unknown[] = [];
  const own: string[] = [];
  threads = createAnswerThreads({
    config,
    corpus: '/nowhere',
    own: echoAnswerer(({ question }) => {
      own.push(question);
      return answer(question);
    }),
    generation: () => 7,
    onFault: (error) => faults.push(error),
    script: thread(body),
    ...(stuckMs !== undefined && { stuckMs }),
  });
  threads.start(1);
  await expect.poll(() => threads?.ready, { timeout: 10_000 }).toBe(1);
  return { threads, own, faults };
}

describe('answering in threads', () => {
  it('asks the thread, and says from which state of the documents', async () => {
    const { threads, own } = await started(ECHO);
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map((q) => threads.ask(request(q))));
    expect(answers.map((a) => a.answer.answer)).toEqual(['a', 'b', 'c', 'd'].map((q) => `thread ${q} at 7`));
    expect(own).toEqual([]);
  });

  it('answers itself until a thread is ready', async () => {
    const own = echoAnswerer(({ question }) => answer(question));
    const none = createAnswerThreads({ config, corpus: '', own, generation: () => 1, onFault: () => {} });
    expect((await none.ask(request('a'))).answer.answer).toContain('a');
    await none.stop();
  });

  it('loses no question when a thread ends', async () => {
    const { threads, own } = await started('process.exit(1);');
    const answers = await Promise.all(['a', 'b', 'c'].map((q) => threads.ask(request(q))));
    expect(answers).toHaveLength(3);
    expect(own.sort()).toEqual(['a', 'b', 'c']);
  });

  it('gives up only the question that a thread got stuck at', async () => {
    const { threads, own } = await started(`if (request.question === 'a') for (;;) {} ${ECHO}`, 300);
    const [stuck, other] = await Promise.allSettled(['a', 'b'].map((q) => threads.ask(request(q))));
    expect(stuck?.status).toBe('rejected');
    expect(other?.status).toBe('fulfilled');
    expect(own).toEqual(['b']);
  });

  it('passes the thread’s own error on', async () => {
    const { threads } = await started(
      `parentPort.postMessage({ kind: 'failed', id, error: 'no such table' });`,
    );
    await expect(threads.ask(request('a'))).rejects.toThrow('no such table');
  });

  it('has none where a model or vectors answer, or where it is told so', () => {
    const of = (env: Record<string, string>) =>
      answerThreadsFor(parseConfig({ DATA_DIR: '/nowhere', ...env }));
    expect(of({ ANSWER_THREADS: '3' })).toBe(3);
    expect(of({ ANSWER_THREADS: '0' })).toBe(0);
    expect(of({ ANSWER_THREADS: '3', EMBEDDINGS: 'embedded' })).toBe(0);
    expect(of({ ANSWER_THREADS: '3', OPENAI_API_KEY: 'k' })).toBe(0);
  });
});

describe('known answers', () => {
  it('asks the same question once until a document changes, with a trace of its own each time', async () => {
    let generation = 1;
    let asked = 0;
    const answerer = withKnownAnswers(
      echoAnswerer(({ question }) => {
        asked++;
        return answer(question);
      }),
      () => generation,
    );
    const first = await answerer.ask(request('lệ phí khai sinh'));
    const second = await answerer.ask(request('  lệ phí  khai sinh '));
    expect(second.answer.answer).toBe(first.answer.answer);
    expect(second.answer.traceId).not.toBe(first.answer.traceId);
    expect(asked).toBe(1);
    const stranger = {
      ...request('lệ phí khai sinh'),
      reader: { internal: false, departments: [], channel: 'telegram' } as const,
    };
    await answerer.ask(stranger);
    await answerer.ask({ ...request('lệ phí khai sinh'), asOf: '2026-09-02' as AskRequest['asOf'] });
    expect(asked).toBe(3);
    generation = 2;
    await answerer.ask(request('lệ phí khai sinh'));
    expect(asked).toBe(4);
  });
});
