import OpenAI from 'openai';
import type { Embedder } from '../../model.ts';

export interface EndpointOptions {
  readonly model: string;
  readonly apiKey: string;
  /** OpenAI itself when absent. */
  readonly baseUrl?: string;
  /** Texts a request; servers differ in what they take. */
  readonly batchSize?: number;
  readonly timeoutMs?: number;
  readonly maxRetries?: number;
}

/**
 * What a reply lacks. `no_vectors`: it is no list of vectors at all; `count`: not one vector a text; `numbers`: a vector
 * with something that is no finite number, or with nothing but zeros; `dimensions`: another length than at the start,
 * so another model answers under the same name.
 */
export type EmbeddingFault = 'no_vectors' | 'count' | 'numbers' | 'dimensions';

/** The endpoint answered with something that is not one usable vector a text. Nothing of such a reply is kept. */
export class EmbeddingError extends Error {
  readonly model: string;
  readonly fault: EmbeddingFault;
  constructor(message: string, model: string, fault: EmbeddingFault) {
    super(message);
    this.name = 'EmbeddingError';
    this.model = model;
    this.fault = fault;
  }
}

/** Longer texts are cut before they are sent; most embedding models take 512 to 8,192 tokens. */
const MAX_CHARACTERS = 6_000;

/** How the fingerprints of an endpoint's model begin; the dimensions, which only the endpoint knows, follow. */
export const endpointFamily = ({ baseUrl = 'openai', model }: Pick<EndpointOptions, 'baseUrl' | 'model'>) =>
  `endpoint:${baseUrl}:${model}:`;

/**
 * Embeddings from any OpenAI-compatible endpoint. Asks for one vector first, to learn the dimensions.
 * @throws EmbeddingError, or an error of the `openai` package when the endpoint cannot be reached.
 */
export async function connectEndpointEmbedder(options: EndpointOptions): Promise<Embedder> {
  const { model, batchSize = 64 } = options;
  const client = new OpenAI({
    apiKey: options.apiKey,
    ...(options.baseUrl !== undefined && { baseURL: options.baseUrl }),
    timeout: options.timeoutMs ?? 30_000,
    maxRetries: options.maxRetries ?? 3,
    // What is sent is meant for the configured address and for no other.
    fetchOptions: { redirect: 'error' },
  });
  const request = async (texts: readonly string[]): Promise<Float32Array[]> => {
    const input = texts.map((t) => t.slice(0, MAX_CHARACTERS) || ' ');
    // Without this the package asks for base64, which not every server speaks.
    const response: unknown = await client.embeddings.create({ model, input, encoding_format: 'float' });
    return vectorsOf(response, texts.length, model);
  };
  const probe = await request(['xin chào']);
  const dimensions = probe[0]!.length;
  const checked = (vectors: Float32Array[]) => {
    if (vectors.some((v) => v.length !== dimensions))
      throw new EmbeddingError(
        `vectors of ${dimensions} numbers expected from ${model}`,
        model,
        'dimensions',
      );
    return vectors;
  };
  return {
    fingerprint: endpointFamily(options) + dimensions,
    dimensions,
    async embedDocuments(texts) {
      const out: Float32Array[] = [];
      for (let i = 0; i < texts.length; i += batchSize)
        out.push(...checked(await request(texts.slice(i, i + batchSize))));
      return out;
    },
    embedQuery: async (text) => checked(await request([text]))[0]!,
  };
}

/** In the order of the texts, whatever the order of the reply. A web page, a string or an object of another shape is no list. */
function vectorsOf(reply: unknown, expected: number, model: string): Float32Array[] {
  const data = (reply as { data?: unknown } | null | undefined)?.data;
  if (!Array.isArray(data))
    throw new EmbeddingError(`a list of vectors expected from ${model}`, model, 'no_vectors');
  const out = new Map<number, Float32Array>();
  for (const item of data as readonly ({ index?: unknown; embedding?: unknown } | null)[]) {
    const index = item?.index;
    if (typeof index === 'number' && Number.isInteger(index) && index >= 0 && index < expected)
      out.set(index, vectorOf(item?.embedding, model));
  }
  if (out.size !== expected || data.length !== expected)
    throw new EmbeddingError(
      `${expected} vectors expected from ${model}, ${data.length} came, ${out.size} of them for a text that was sent`,
      model,
      'count',
    );
  return Array.from({ length: expected }, (_, i) => out.get(i)!);
}

/** JSON has no NaN, but servers send null, words, or numbers beyond what 32 bits hold. */
function vectorOf(embedding: unknown, model: string): Float32Array {
  const numbers = Array.isArray(embedding) && embedding.every((x) => typeof x === 'number') ? embedding : [];
  const vector = Float32Array.from(numbers);
  if (!vector.every(Number.isFinite) || vector.every((x) => x === 0))
    throw new EmbeddingError(`a vector of finite numbers expected from ${model}`, model, 'numbers');
  return vector;
}
