import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, openApp } from '../../src/app.ts';
import type { TelegramBot } from '../../src/bot/create-bot.ts';
import { parseConfig } from '../../src/config.ts';
import type { Person, PersonId } from '../../src/dialogue/model.ts';
import { createCitedOriginals } from '../../src/dialogue/originals/cited.ts';
import { createLogger } from '../../src/log.ts';
import { createTelegram } from '../../src/telegram.ts';
import { createPagePictures } from '../../src/wiring/page-pictures.ts';
import { TOKEN } from './bot.ts';

export interface WholeProgram {
  readonly app: App;
  readonly bot: TelegramBot;
  /** An active person of this Telegram account. */
  letIn(telegramId: number, more: Partial<Person>): Promise<void>;
  close(): Promise<void>;
}

/** The program as it is started, behind a Bot API server; with a text of the test's own its corpus is loaded too, else
 * nothing is. */
export async function startWholeProgram(
  apiRoot: string,
  own?: { readonly name: string; readonly text: string },
  now?: () => Date,
): Promise<WholeProgram> {
  const folder = await mkdtemp(join(tmpdir(), 'tro-ly-'));
  const config = parseConfig({
    DATA_DIR: join(folder, 'data'),
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: apiRoot,
    LOG_LEVEL: 'silent',
  });
  const app = await openApp(config, { tell: () => {}, ...(now && { now }) });
  if (own !== undefined) {
    await app.loadCorpus();
    await writeFile(join(folder, own.name), own.text);
    await app.ingest([join(folder, own.name)], { own: true });
  }
  const pictures = createPagePictures();
  const originals = createCitedOriginals({
    source: app.dialogue.source,
    original: app.uploads.stored.original,
    pictures,
  });
  const bot = createTelegram(app, createLogger('silent'), { originals, pictures })!;
  await bot.start();
  return {
    app,
    bot,
    letIn: (telegramId, more) =>
      app.stores.people.save({
        id: `p${telegramId}` as PersonId,
        name: `Người ${telegramId}`,
        status: 'active',
        roles: ['official'],
        fields: [],
        telegramId: String(telegramId),
        createdAt: '2026-11-01T00:00:00Z',
        ...more,
      }),
    async close() {
      await bot.stop();
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
