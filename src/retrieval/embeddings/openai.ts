import OpenAI from 'openai';
import type { Embedder } from '../model.ts';

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

/** The endpoint answered with something that is not one vector a text. */
export class EmbeddingError extends Error {
  readonly model: string;
  constructor(message: string, model: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EmbeddingError';
    this.model = model;
  }
}

/** Longer texts are cut before they are sent; most embedding models take 512 to 8,192 tokens. */
const MAX_CHARACTERS = 6_000;

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
    const response = await client.embeddings.create({ model, input, encoding_format: 'float' });
    return ordered(response.data, texts.length, model);
  };
  const probe = await request(['xin chào']);
  const dimensions = probe[0]!.length;
  const checked = (vectors: Float32Array[]) => {
    if (vectors.some((v) => v.length !== dimensions))
      throw new EmbeddingError(`vectors of ${dimensions} numbers expected from ${model}`, model);
    return vectors;
  };
  return {
    fingerprint: `endpoint:${options.baseUrl ?? 'openai'}:${model}:${dimensions}`,
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

function ordered(
  data: readonly { index: number; embedding: readonly number[] }[],
  expected: number,
  model: string,
): Float32Array[] {
  const out: Float32Array[] = [];
  for (const { index, embedding } of data)
    if (embedding.length > 0) out[index] = Float32Array.from(embedding);
  for (let i = 0; i < expected; i++)
    if (!out[i])
      throw new EmbeddingError(`${expected} vectors expected from ${model}, ${data.length} came`, model);
  return out.slice(0, expected);
}
