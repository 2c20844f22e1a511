import { createServer } from 'node:http';
import { request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createProxyAgent } from '../../src/bot/api/proxy-agent.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A proxy that notes what it is asked for and refuses it with a status. */
async function refusingProxy(status: number) {
  const asked: { target: string | undefined; login: string | undefined }[] = [];
  const proxy = createServer();
  proxy.on('connect', (incoming, socket) => {
    asked.push({ target: incoming.url, login: incoming.headers['proxy-authorization'] });
    socket.end(`HTTP/1.1 ${status} No\r\n\r\n`);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  closing.push(() => proxy.close());
  return { asked, address: `127.0.0.1:${(proxy.address() as AddressInfo).port}` };
}

function errorOf(proxyUrl: string): Promise<string> {
  return new Promise((resolve) => {
    const agent = createProxyAgent(proxyUrl);
    request('https://api.telegram.example/x', { agent })
      .once('error', ({ message }) => resolve(message))
      .end();
  });
}

describe('the proxy agent', () => {
  it('asks the proxy for a tunnel to the server, with its login, and says when it is refused', async () => {
    const { asked, address } = await refusingProxy(407);
    expect(await errorOf(`http://binh:m%40t@${address}`)).toContain('407');
    const login = `Basic ${Buffer.from('binh:m@t').toString('base64')}`;
    expect(asked).toEqual([{ target: 'api.telegram.example:443', login }]);
  });

  it('says when the proxy is not there', async () => {
    expect(await errorOf('http://127.0.0.1:1')).toContain('ECONNREFUSED');
  });
});
