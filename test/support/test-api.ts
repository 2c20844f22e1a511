import { createServer } from 'node:net';
import { TelegramServer } from 'telegram-test-api/lib/telegramServer.js';
import { TOKEN } from './bot.ts';

/** A message of the bot as `telegram-test-api` tells it. */
export interface Shown {
  readonly text: string;
  readonly messageId: number;
  readonly reply_markup?: {
    readonly inline_keyboard: {
      readonly text: string;
      readonly callback_data?: string;
      readonly copy_text?: { readonly text: string };
    }[][];
  };
}

/** Somebody in a chat with the bot. */
export interface TestChat {
  /** The next message of the bot that has not been read. */
  next(): Promise<Shown>;
  /** The next one that contains the words; those before it are left behind. */
  told(words: string): Promise<Shown>;
  say(text: string, more?: object): Promise<Shown>;
  press(shown: Shown, label: string): Promise<void>;
  readonly client: ReturnType<TelegramServer['getClient']>;
}

export interface TestApi {
  readonly apiRoot: string;
  /** @param place the chat when it is not the private one of the person: a group */
  chat(person: number, place?: number): TestChat;
  stop(): Promise<unknown>;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** A Bot API server written by others: it acknowledges on delivery and knows few methods (no files, drafts or commands). */
export async function startTestApi(): Promise<TestApi> {
  const server = new TelegramServer({ port: await freePort(), host: '127.0.0.1' });
  await server.start();

  function chat(person: number, place = person): TestChat {
    const client = server.getClient(TOKEN, {
      userId: person,
      chatId: place,
      type: place === person ? 'private' : 'group',
      timeout: 20_000,
      interval: 20,
    });
    const waiting: Shown[] = [];
    async function next(): Promise<Shown> {
      while (waiting.length === 0) {
        const { result } = await client.getUpdates();
        for (const { message, messageId } of result as unknown as { message: Shown; messageId: number }[])
          waiting.push({ ...message, messageId });
      }
      return waiting.shift()!;
    }
    return {
      client,
      next,
      async told(words) {
        for (;;) {
          const shown = await next();
          if (shown.text.includes(words)) return shown;
        }
      },
      async say(text, more = {}) {
        await (text.startsWith('/')
          ? client.sendCommand(client.makeCommand(text, more))
          : client.sendMessage(client.makeMessage(text, more)));
        return next();
      },
      async press(shown, label) {
        const button = shown.reply_markup?.inline_keyboard
          .flat()
          .find(({ text }) => text === label || text.startsWith(`${label} `));
        if (button?.callback_data === undefined)
          throw new Error(`no button "${label}" under "${shown.text}"`);
        const message = { message_id: shown.messageId };
        await client.sendCallback(client.makeCallbackQuery(button.callback_data, { message }));
      },
    };
  }
  return { apiRoot: server.config.apiURL, chat, stop: () => server.stop() };
}
