import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { createAnswerer } from '../../answer/answerer.ts';
import { createLawRegister } from '../../store/core/law-register.ts';
import { DATABASE_FILE, openForReading } from '../../store/database.ts';
import { openSearching } from '../searching.ts';
import type { FromThread, ThreadData, ToThread } from './messages.ts';

/**
 * Searches and composes beside the thread that talks to people and writes. Reads the database by a connection of its
 * own and keeps an index of its own, in step with the documents.
 */
const { config, corpus } = workerData as ThreadData;
const say = (message: FromThread) => parentPort!.postMessage(message);
const FOLLOW_MS = 1000;

const db = openForReading(join(config.dataDir, DATABASE_FILE));
const { documents, index, retriever } = await openSearching({ config, db, corpus, tell: () => {} });
const answerer = createAnswerer({
  retriever: retriever(),
  source: documents,
  register: createLawRegister(db),
});
// What cannot be followed now is tried again at the next turn, and told by the main thread, which follows too.
index.follow(FOLLOW_MS, () => {});

parentPort!.on('message', ({ id, request, generation }: ToThread) => void answer(id, request, generation));
say({ kind: 'ready' });

async function answer(id: number, request: ToThread['request'], generation: number): Promise<void> {
  try {
    if (index.generation < generation) await index.catchUp();
    const { answer, hits } = await answerer.ask(request);
    say({ kind: 'answered', id, answer, hits });
  } catch (error) {
    say({
      kind: 'failed',
      id,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
}
