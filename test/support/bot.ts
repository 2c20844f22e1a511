import { type BotOptions, createBot, type TelegramBot } from '../../src/bot/create-bot.ts';
import { type Pace, TIMES } from '../../src/bot/limits.ts';
import type { DialogueDeps } from '../../src/dialogue/deps.ts';
import { createCitedOriginals } from '../../src/dialogue/originals/cited.ts';
import type { OriginalFile } from '../../src/dialogue/originals/model.ts';
import { openDatabase } from '../../src/store/database.ts';
import { createChatStates, createInboxStore } from '../../src/store/dialogue/inbox-store.ts';
import { createPagePictures } from '../../src/wiring/page-pictures.ts';
import { type TestDialogue, testDialogue } from './dialogue.ts';
import { type FakeBotApi, startFakeBotApi } from './fake-bot-api.ts';

export interface TestBot extends TestDialogue {
  readonly api: FakeBotApi;
  readonly bot: TelegramBot;
  /** Lets a Telegram account in. */
  letIn(
    telegramId: number,
    overrides?: Parameters<TestDialogue['addPerson']>[0],
  ): ReturnType<TestDialogue['addPerson']>;
  stop(): Promise<void>;
}

/** Ten times as quick as with people. */
export const QUICK: Pace = {
  beforeLive: TIMES.beforeLive / 10,
  beforePlaceholder: TIMES.beforePlaceholder / 10,
  liveTick: TIMES.liveTick / 10,
  betweenDrafts: TIMES.betweenDrafts / 10,
  betweenEdits: TIMES.betweenEdits / 10,
  betweenEditsInGroups: TIMES.betweenEditsInGroups / 10,
  betweenPages: TIMES.betweenPages / 10,
  draftFades: TIMES.draftFades,
  liveCall: TIMES.liveCall,
  noticesEvery: TIMES.noticesEvery / 10,
  beforeRetry: TIMES.beforeRetry / 10,
};

export const TOKEN = '4242:AAAAAAAAAAAAAAAAAAAAAAAA';

/** A running bot over HTTP against the fake Bot API, with the real dialogue and a database in memory. */
export async function testBot(
  options: {
    dialogue?: Partial<DialogueDeps>;
    bot?: Partial<BotOptions>;
    api?: FakeBotApi;
    /** The paper behind every source. */
    original?: OriginalFile;
  } = {},
): Promise<TestBot> {
  const api = options.api ?? (await startFakeBotApi());
  const built = await testDialogue(options.dialogue);
  const db = await openDatabase(':memory:');
  const bot = createBot({
    token: TOKEN,
    apiRoot: api.url,
    dialogue: built.dialogue,
    inbox: createInboxStore(db),
    chatStates: createChatStates(db),
    now: built.deps.now,
    log: built.deps.log,
    pace: QUICK,
    ...(options.original !== undefined && {
      originals: createCitedOriginals({
        source: built.dialogue.source,
        original: async () => options.original,
        pictures: createPagePictures(),
      }),
    }),
    ...options.bot,
  });
  await bot.start();
  return {
    ...built,
    api,
    bot,
    letIn: (telegramId, overrides = {}) => built.addPerson({ telegramId: String(telegramId), ...overrides }),
    async stop() {
      await bot.stop();
      await api.close();
    },
  };
}

/** The callback data of the button with this label. */
export function buttonOf(
  message: { reply_markup?: FakeBotApi['sent'][number]['reply_markup'] } | undefined,
  label: string,
): string {
  const button = message?.reply_markup?.inline_keyboard?.flat().find(({ text }) => text === label);
  if (button?.callback_data === undefined) {
    throw new Error(`no button "${label}" in ${JSON.stringify(message?.reply_markup)}`);
  }
  return button.callback_data;
}
