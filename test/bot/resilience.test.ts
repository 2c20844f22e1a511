import { afterEach, describe, expect, it } from 'vitest';
import type { BotOptions } from '../../src/bot/create-bot.ts';
import { type TestBot, TOKEN, testBot } from '../support/bot.ts';
import { answer, echoAnswerer } from '../support/dialogue.ts';

let running: TestBot | undefined;
afterEach(() => running?.stop());
async function start(options?: Parameters<typeof testBot>[0]): Promise<TestBot> {
  running = await testBot(options);
  await running.letIn(7);
  return running;
}

describe('when the Bot API or the network misbehaves', () => {
  it.each<[string, Parameters<TestBot['api']['fail']>[1]]>([
    [
      '429 with retry_after',
      { code: 429, description: 'Too Many Requests', parameters: { retry_after: 0.05 } },
    ],
    ['500', { code: 500, description: 'Internal Server Error' }],
    ['502', { code: 502, description: 'Bad Gateway' }],
    ['a cut connection', 'drop'],
  ])('sends exactly once after %s', async (_name, failure) => {
    const { api } = await start();
    api.fail('sendMessage', failure, failure);
    api.say(7, 'câu một');
    api.say(7, 'câu hai');
    const texts = (await api.messages(7, 2)).map(({ text }) => /câu (?:một|hai)/.exec(text)?.[0]);
    expect(texts).toEqual(['câu một', 'câu hai']);
  });

  it('sends plain text when Telegram cannot parse the markup', async () => {
    const { api } = await start();
    api.fail('sendMessage', {
      code: 400,
      description: "Bad Request: can't parse entities: Unsupported start tag",
    });
    api.say(7, 'a < b & c?');
    const [message] = await api.messages(7, 1);
    expect(message?.parse_mode).toBeUndefined();
    expect(message?.text).toContain('Trả lời: a < b & c? [1]');
  });

  it('sends without the reply mark when the question was deleted', async () => {
    const { api } = await start();
    api.fail('sendMessage', { code: 400, description: 'Bad Request: message to be replied not found' });
    api.say(7, 'câu một');
    expect((await api.messages(7, 1))[0]?.reply_parameters).toBeUndefined();
  });

  it('gives up on a person who blocked the bot, and serves the others', async () => {
    const { api, letIn, logged } = await start();
    await letIn(8);
    api.fail('sendMessage', { code: 403, description: 'Forbidden: bot was blocked by the user' });
    api.say(7, 'câu một');
    await api.until(() => logged.some(({ message }) => message === 'update failed'));
    api.say(8, 'câu hai');
    await api.messages(8, 1);
    expect(api.sent.some(({ chat_id }) => chat_id === 7)).toBe(false);
  });

  it('splits what is too long for one message, buttons under the last', async () => {
    const long = Array.from({ length: 400 }, (_, i) => `Dòng ${i}: hồ sơ & giấy tờ <kèm theo>`);
    const answerer = echoAnswerer(() => answer('x', { sections: [{ role: 'detail', lines: long }] }));
    const { api } = await start({ dialogue: { answerer } });
    api.say(7, 'liệt kê?');
    await api.until(() => api.sent.some(({ reply_markup }) => reply_markup !== undefined));
    const parts = api.sent.filter(({ chat_id }) => chat_id === 7);
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.slice(0, -1).every(({ reply_markup }) => reply_markup === undefined)).toBe(true);
    const all = parts.map(({ text }) => text).join('\n');
    expect(long.every((_, i) => all.includes(`Dòng ${i}:`))).toBe(true);
  });

  it('acknowledges an update only when it is stored', async () => {
    const { api, logged, bot, deps, dialogue, letIn } = await start();
    await bot.stop();
    const inbox = await import('../../src/store/dialogue/inbox-store.ts');
    const { openDatabase } = await import('../../src/store/database.ts');
    const store = inbox.createInboxStore(await openDatabase(':memory:'));
    let broken = true;
    const flaky = {
      ...store,
      put: (items: Parameters<typeof store.put>[0]) =>
        broken && items.length > 0 ? Promise.reject(new Error('disk full')) : store.put(items),
    };
    const { createBot } = await import('../../src/bot/create-bot.ts');
    const states = inbox.createChatStates(await openDatabase(':memory:'));
    const base = {
      token: TOKEN,
      apiRoot: api.url,
      dialogue,
      chatStates: states,
      now: deps.now,
      log: deps.log,
    };
    const second = createBot({ ...base, inbox: flaky } satisfies BotOptions);
    await letIn(9);
    await second.start();
    api.say(9, 'câu một');
    await api.until(() => logged.some(({ message }) => String(message).includes('could not be stored')));
    expect(api.unacknowledged()).toBe(1);
    broken = false;
    await api.messages(9, 1);
    await second.stop();
  });

  it('tells the person, with a code that the log has, when our own code fails twice', async () => {
    const { api, dialogue, bot } = await start();
    await bot.stop();
    let tries = 0;
    const ask = () => {
      tries += 1;
      return Promise.reject(new TypeError('secret'));
    };
    const next = await testBot({ api, bot: { dialogue: { ...dialogue, ask } } });
    api.say(7, 'câu một');
    const [apology] = await api.messages(7, 1);
    const code = /mã ([0-9A-Z]{6})/.exec(apology?.text ?? '')?.[1];
    expect(tries).toBe(2);
    expect(apology?.text).not.toContain('secret');
    expect(next.logged.some(({ fields }) => (fields as { code?: string }).code === code)).toBe(true);
    await next.bot.stop();
  });

  it('takes webhook updates only with the secret token, and answers 200 only when stored', async () => {
    const secret = 'bi-mat-123';
    let receive: (request: Request) => Promise<Response> = () => Promise.reject(new Error('not started'));
    const { createServer } = await import('node:http');
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const init = {
        method: 'POST',
        headers: request.headers as Record<string, string>,
        body: Buffer.concat(chunks),
      };
      response.writeHead((await receive(new Request('http://localhost/', init))).status).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as { port: number }).port}/telegram`;
    const { api, bot } = await start({ bot: { webhook: { url, secret } } });
    receive = (request) => bot.webhook(request);
    const forged = new Request(url, { method: 'POST', body: JSON.stringify({ update_id: 1 }) });
    expect((await bot.webhook(forged)).status).toBe(401);
    api.say(7, 'câu một');
    await api.messages(7, 1);
    await api.until(() => api.unacknowledged() === 0);
    expect(api.calls.some(({ method }) => method === 'getUpdates')).toBe(false);
    server.close();
  });
});
