import { createBot } from '../../src/bot/create-bot.ts';
import { createDialogue } from '../../src/dialogue/dialogue.ts';
import type { PersonId } from '../../src/dialogue/model.ts';
import { openDatabase } from '../../src/store/database.ts';
import { createDialogueStores } from '../../src/store/dialogue/index.ts';
import { answer, chunkSource, echoAnswerer } from './dialogue.ts';

/** A bot in a process of its own, to be killed: `bot-child.ts API_ROOT DATABASE_FILE PEOPLE`. */
const [apiRoot = '', file = '', people = '0'] = process.argv.slice(2);
const now = () => new Date();
const log = { info() {}, warn() {}, error() {} };
const stores = createDialogueStores(await openDatabase(file), now);
if ((await stores.people.people()).length === 0) {
  for (let id = 1; id <= Number(people); id++) {
    await stores.people.save({
      id: `p${id}` as PersonId,
      name: `Người ${id}`,
      status: 'active',
      roles: ['official'],
      fields: [],
      telegramId: String(id),
      createdAt: now().toISOString(),
    });
  }
}
const answerer = echoAnswerer(({ question }) => answer(question));
const options = { questionsPerMinute: 10_000 };
const dialogue = createDialogue({ ...stores, answerer, chunks: chunkSource(), now, log, options });
const bot = createBot({ token: '4242:AAAAAAAAAAAAAAAAAAAAAAAA', apiRoot, dialogue, ...stores, now, log });
await bot.start();
process.on('SIGTERM', () => void bot.stop().then(() => process.exit(0)));
process.stdout.write('running\n');
