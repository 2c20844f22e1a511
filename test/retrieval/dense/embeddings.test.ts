import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createHashingEmbedder } from '../../../src/retrieval/dense/embeddings/embedded.ts';
import { connectEndpointEmbedder, EmbeddingError } from '../../../src/retrieval/dense/embeddings/openai.ts';
import { HnswIndex } from '../../../src/retrieval/dense/vector-index.ts';
import { createVectoriser } from '../../../src/retrieval/dense/vectoriser.ts';
import { RetrievalIndex } from '../../../src/retrieval/index/retrieval-index.ts';
import { ChunkVectorStore, OfficialTextRetriever } from '../../../src/retrieval/langchain.ts';
import { MemorySource } from '../../../src/retrieval/memory-source.ts';
import { createRetriever } from '../../../src/retrieval/retriever.ts';
import { procedure } from '../documents.ts';

const dot = (a: Float32Array, b: Float32Array) => a.reduce((s, x, i) => s + x * b[i]!, 0);

describe('embedded embedder', () => {
  const e = createHashingEmbedder(256);
  it('gives unit vectors, the same each time, near for near spellings', async () => {
    const [a, b, c] = await e.embedDocuments([
      'đăng ký khai sinh',
      'dang ky khai sinhh',
      'khai thác khoáng sản',
    ]);
    expect(dot(a!, a!)).toBeCloseTo(1, 5);
    expect(await e.embedQuery('đăng ký khai sinh')).toEqual(a);
    expect(dot(a!, b!)).toBeGreaterThan(dot(a!, c!) + 0.2);
  });
  it('an empty text has no direction; a bad size is named', async () => {
    expect((await e.embedQuery('')).every((x) => x === 0)).toBe(true);
    expect(() => createHashingEmbedder(3)).toThrow(/at least 16 expected, got 3/);
  });
});

type Reply = (body: { input: string[] }, call: number) => { status: number; json: unknown };
let server: Server | undefined;
const calls: { input: string[]; model: string }[] = [];

async function endpoint(reply: Reply): Promise<string> {
  calls.length = 0;
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (d) => {
      text += d;
    });
    request.on('end', () => {
      const body = JSON.parse(text) as { input: string[]; model: string };
      calls.push(body);
      const { status, json } = reply(body, calls.length);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
    });
  });
  await new Promise<void>((done) => server!.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
}
afterEach(() => new Promise<void>((done) => (server ? server.close(() => done()) : done())));

/** Vectors say how often a text has each of three words; in reversed order, as servers may answer. */
const meaning: Reply = ({ input }) => ({
  status: 200,
  json: {
    object: 'list',
    model: 'fake',
    usage: { prompt_tokens: 0, total_tokens: 0 },
    data: input
      .map((t, index) => ({
        object: 'embedding',
        index,
        embedding: [/sinh|bé/.test(t) ? 1 : 0, /đất/.test(t) ? 1 : 0, 0.1],
      }))
      .reverse(),
  },
});
const options = (baseUrl: string) => ({
  model: 'fake',
  apiKey: 'none',
  baseUrl,
  maxRetries: 2,
  timeoutMs: 2_000,
});

describe('embeddings from an endpoint', () => {
  it('learns the dimensions, sends batches, keeps the order', async () => {
    const e = await connectEndpointEmbedder({ ...options(await endpoint(meaning)), batchSize: 2 });
    expect(e.dimensions).toBe(3);
    const vectors = await e.embedDocuments(['khai sinh', 'đất đai', 'xe', '']);
    expect(vectors.map((v) => [v[0], v[1]])).toEqual([
      [1, 0],
      [0, 1],
      [0, 0],
      [0, 0],
    ]);
    expect(calls.slice(1).map((c) => c.input.length)).toEqual([2, 2]);
    expect(e.fingerprint).toContain('fake:3');
  });

  it('tries again when the server is busy', async () => {
    const url = await endpoint((body, call) =>
      call === 1 ? { status: 503, json: {} } : meaning(body, call),
    );
    expect((await connectEndpointEmbedder(options(url))).dimensions).toBe(3);
  });

  it('says when vectors are missing', async () => {
    const url = await endpoint(() => ({ status: 200, json: { data: [] } }));
    await expect(connectEndpointEmbedder(options(url))).rejects.toThrow(EmbeddingError);
  });
});

const DOCUMENTS = [
  procedure('1.000001', 'Đăng ký khai sinh', { trinh_tu: 'Nộp giấy chứng sinh.' }),
  procedure('1.000002', 'Đăng ký đất đai', { trinh_tu: 'Nộp đơn về đất.' }),
];

async function dense(url: string) {
  const embedder = await connectEndpointEmbedder(options(url));
  const vectors = new HnswIndex(embedder.dimensions);
  for (const d of DOCUMENTS)
    for (const { key, vector } of await createVectoriser(embedder).vectorise(d)) vectors.add(key, vector);
  return { embedder, vectors };
}

const reader = { internal: true, departments: [], channel: 'cli' } as const;
const request = { k: 5, asOf: '2026-07-01', reader };

describe('dense retrieval in the fusion', () => {
  it('finds by meaning what shares no word, and says so in the trace', async () => {
    const { embedder, vectors } = await dense(await endpoint(meaning));
    const index = RetrievalIndex.build(DOCUMENTS);
    const source = new MemorySource(DOCUMENTS);
    const ask = createRetriever({ index: () => index, source, dense: { embedder, index: () => vectors } });
    const { hits } = await ask.retrieve({ ...request, query: 'bé' });
    expect(hits[0]?.procedureCode).toBe('1.000001');
    expect(hits[0]?.trace?.parts['dense']).toBeGreaterThan(0);
  });

  it('answers from words alone when the endpoint fails', async () => {
    const { embedder, vectors } = await dense(await endpoint(meaning));
    const broken = { ...embedder, embedQuery: () => Promise.reject(new Error('down')) };
    const index = RetrievalIndex.build(DOCUMENTS);
    const failures: unknown[] = [];
    const ask = createRetriever({
      index: () => index,
      source: new MemorySource(DOCUMENTS),
      dense: { embedder: broken, index: () => vectors },
      onDenseFailure: (e) => failures.push(e),
    });
    expect((await ask.retrieve({ ...request, query: 'khai sinh' })).hits[0]?.procedureCode).toBe('1.000001');
    expect(failures).toHaveLength(1);
  });
});

describe('LangChain interfaces', () => {
  const embedder = createHashingEmbedder(64);
  it('a vector store with deletion', async () => {
    const source = new MemorySource(DOCUMENTS);
    const store = new ChunkVectorStore(embedder, new HnswIndex(64), source);
    const ids = await store.addDocuments(
      DOCUMENTS.flatMap((d) => d.chunks).map((c) => ({ id: c.id, pageContent: c.text, metadata: {} })),
    );
    expect(ids).toEqual(['tthc:1.000001#trinh_tu', 'tthc:1.000002#trinh_tu']);
    const [best] = await store.similaritySearch('giấy chứng sinh', 1);
    expect(best?.metadata).toMatchObject({ chunkId: 'tthc:1.000001#trinh_tu', documentId: 'tthc:1.000001' });
    await store.delete({ ids: ['tthc:1.000001#trinh_tu'] });
    expect((await store.similaritySearch('giấy chứng sinh', 5)).map((d) => d.id)).toEqual([
      'tthc:1.000002#trinh_tu',
    ]);
  });

  it('a retriever over the whole retrieval', async () => {
    const index = RetrievalIndex.build(DOCUMENTS);
    const retriever = createRetriever({ index: () => index, source: new MemorySource(DOCUMENTS) });
    const found = await new OfficialTextRetriever({ retriever, request: () => request }).invoke('khai sinh');
    expect(found[0]?.pageContent).toBe('Nộp giấy chứng sinh.');
    expect(found[0]?.metadata.effectivity).toBe('unknown');
  });
});
