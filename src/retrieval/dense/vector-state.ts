/** How far the stored documents have vectors, for whoever runs the assistant. */
export interface VectorState {
  /** `connecting`: nothing was asked of it yet, or its first answer is awaited; `down`: its last call failed. */
  readonly endpoint: 'up' | 'down' | 'connecting';
  /** Serving documents with text, and the chunks of them. */
  readonly documents: Coverage;
  readonly chunks: Coverage;
  /** Of the documents without vectors: those that `LLM_SCOPE` keeps here, and those the endpoint did not take. */
  readonly withheld: number;
  readonly refused: number;
}

export interface Coverage {
  readonly all: number;
  readonly lacking: number;
}
