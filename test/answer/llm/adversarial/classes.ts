import type { AskRequest, Draft, Evidence } from '../../../../src/answer/model.ts';
import type { Script } from '../../../support/fake-openai.ts';

/** What a model or its endpoint can do wrong, in the words of the issue that asked for these tests. */
export const CLASSES = [
  'invented decree',
  'right decree with wrong article',
  'altered number',
  'altered quote',
  'quote from another document',
  'expired document',
  'unknown token',
  'no token',
  'prose outside the schema',
  'injected instruction in a document',
  'injected instruction in a question',
  'system prompt request',
  'half a stream then silence',
  'slow drip',
  '429 storms',
  'server errors',
  'empty choices',
  'enormous output',
  'identity numbers echoed',
  'false conclusion from true words',
  'denial dropped',
  'wrong authority',
  'agreement with a false premise',
  'partial that sounds complete',
  'raw markup breaking the message',
  'refusal',
  'null content',
  'tool_calls when none asked',
  'wrong role',
  'non-UTF8',
  'HTML error page with 200',
  'redirect',
  'connection reset',
  // Not in the issue: true words turned a little.
  'number in words',
  'range changed',
  'unit changed',
  'denial turned',
  'modal changed',
  'office swapped',
  'halves joined',
  'condition dropped',
  'quote of another procedure',
  'hidden characters',
  'Roman numerals',
  'date turned round',
  'percent for amount',
  'injected markup and links',
  'token inside a quote',
  'without diacritics',
  'statement over two items',
  'wrong heading',
  'table markup',
] as const;
export type AdversarialClass = (typeof CLASSES)[number];

export interface Case {
  readonly name: string;
  readonly script: Script | readonly Script[];
  /** Must not be shown. */
  readonly never?: readonly string[];
  /** Must be shown. */
  readonly shows?: readonly string[];
  /** Default: `partial` from the model, a false statement having been removed beside a true one. */
  readonly status?: Draft['status'];
  /** Why the embedded composer answers; absent where the model's answer stands. */
  readonly reason?: string;
  readonly request?: AskRequest;
  readonly evidence?: Evidence;
}

/** Every class has its cases: one left out does not compile where the parts are put together. */
export type Cases = Readonly<Record<AdversarialClass, readonly Case[]>>;
