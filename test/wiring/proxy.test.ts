import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getGlobalDispatcher, setGlobalDispatcher } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCaller } from '../../src/answer/llm/call.ts';
import { createLlmClient, DEFAULT_LIMITS } from '../../src/answer/llm/options.ts';
import { connectEndpointEmbedder } from '../../src/retrieval/dense/embeddings/openai.ts';
import { useProxyForFetch } from '../../src/wiring/proxy.ts';
import { startFakeOpenAi, text } from '../support/fake-openai.ts';

const before = getGlobalDispatcher();
const asked: (string | undefined)[] = [];
const proxy = createServer();

beforeAll(async () => {
  proxy.on('connect', (request, socket) => {
    asked.push(request.url);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  useProxyForFetch(`http://127.0.0.1:${(proxy.address() as AddressInfo).port}`);
});
afterAll(async () => {
  setGlobalDispatcher(before);
  await new Promise((resolve) => proxy.close(resolve));
});

const request = {
  messages: [{ role: 'user' as const, content: 'chào' }],
  schema: { name: 'x', schema: {} },
  limits: DEFAULT_LIMITS,
};

describe('HTTPS_PROXY', () => {
  it('carries what goes to a model over https', async () => {
    const endpoint = { apiKey: 'k', baseUrl: 'https://chat.example/v1', timeoutMs: 5_000 };
    await expect(createCaller(createLlmClient(endpoint), 'm').call(request)).rejects.toMatchObject({
      reason: 'unreachable',
    });
    expect(asked).toContain('chat.example:443');
  });

  it('carries what is embedded over https', async () => {
    const endpoint = { apiKey: 'k', baseUrl: 'https://embed.example/v1', model: 'm', maxRetries: 0 };
    await expect(connectEndpointEmbedder(endpoint)).rejects.toThrow();
    expect(asked).toContain('embed.example:443');
  });

  it('leaves an endpoint on plain http alone: it is on this machine or network', async () => {
    const fake = await startFakeOpenAi();
    fake.script(text('{}'));
    const client = createLlmClient({ apiKey: 'k', baseUrl: fake.url, timeoutMs: 5_000 });
    expect(await createCaller(client, 'm').call(request)).toMatchObject({ text: '{}' });
    expect(asked.filter((target) => target?.includes('127.0.0.1'))).toEqual([]);
    await fake.close();
  });
});
