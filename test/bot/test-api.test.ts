import { createServer } from 'node:net';
import { TelegramServer } from 'telegram-test-api/lib/telegramServer.js';
import { afterEach, describe, expect, it } from 'vitest';
import { createBot } from '../../src/bot/create-bot.ts';
import { BOT_WORDS } from '../../src/bot/words.ts';
import { MACHINE_NOTICE } from '../../src/dialogue/words.ts';
import { openDatabase } from '../../src/store/database.ts';
import { createChatStates, createInboxStore } from '../../src/store/dialogue/inbox-store.ts';
import { TOKEN } from '../support/bot.ts';
import { testDialogue } from '../support/dialogue.ts';

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** A Bot API server written by others: it acknowledges on delivery and knows few methods. */
describe('against telegram-test-api', () => {
  it('serves a person from the closed door to the cited source', async () => {
    const server = new TelegramServer({ port: await freePort(), host: '127.0.0.1' });
    await server.start();
    stops.push(() => server.stop());
    const { dialogue, deps, addPerson } = await testDialogue();
    const db = await openDatabase(':memory:');
    const bot = createBot({
      token: TOKEN,
      apiRoot: server.config.apiURL,
      dialogue,
      inbox: createInboxStore(db),
      chatStates: createChatStates(db),
      now: deps.now,
      log: deps.log,
    });
    await bot.start();
    stops.push(() => bot.stop());

    const client = server.getClient(TOKEN, { userId: 77, chatId: 77, timeout: 5_000, interval: 20 });
    const next = async () =>
      (await client.getUpdates()).result[0]?.message as {
        text: string;
        reply_markup: { inline_keyboard: { callback_data: string }[][] };
      };
    await client.sendCommand(client.makeCommand('/start'));
    expect((await next()).text).toBe(`${BOT_WORDS.closed}\n\n${MACHINE_NOTICE}`);

    await addPerson({ telegramId: '77' });
    await client.sendMessage(client.makeMessage('lệ phí khai sinh?'));
    const reply = await next();
    expect(reply.text).toContain('Trả lời: lệ phí khai sinh? [1]');
    expect(reply.text).toContain(MACHINE_NOTICE);
    await client.sendCallback(
      client.makeCallbackQuery(reply.reply_markup.inline_keyboard[0]![0]!.callback_data),
    );
    expect((await next()).text).toContain('Thời hạn: trong ngày làm việc.');

    for (let i = 0; i < 5; i++) await client.sendMessage(client.makeMessage(`câu số ${i}`));
    const numbers: string[] = [];
    while (numbers.length < 5) {
      const { result } = await client.getUpdates();
      for (const { message } of result)
        numbers.push(/câu số (\d)/.exec((message as { text: string }).text)?.[1] ?? '');
    }
    expect(numbers).toEqual(['0', '1', '2', '3', '4']);
  });
});
