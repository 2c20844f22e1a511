import { randomUUID } from 'node:crypto';
import type { Answerer, AskRequest } from '../answer/model.ts';
import { nfc } from '../legal/text.ts';

type Answered = Awaited<ReturnType<Answerer['ask']>>;

const KEPT = 500;

/**
 * The same question on the same day by somebody who may read the same documents is answered the same until a document
 * changes: mornings begin with the same questions in forty communes. Only for composers without a model. The answer
 * gets a trace id of its own; its timings are those of the one who asked first.
 *
 * @param generation of the documents that serve; a later one forgets everything
 */
export function withKnownAnswers(answerer: Answerer, generation: () => number): Answerer {
  let of = -1;
  const known = new Map<string, Promise<Answered>>();
  return {
    async ask(request) {
      if (of !== generation()) {
        known.clear();
        of = generation();
      }
      const key = keyOf(request);
      const before = known.get(key);
      if (before !== undefined) {
        const { answer, hits } = await before;
        return { answer: { ...answer, traceId: randomUUID() }, hits };
      }
      // Others may be waiting for it too: it is not given up with the one who asked first.
      const { signal: _, ...shared } = request;
      const asked = answerer.ask(shared);
      known.set(key, asked);
      const [oldest] = known.keys();
      if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
      asked.catch(() => known.delete(key));
      return asked;
    },
  };
}

function keyOf({ question, asOf, dayNamed, reader, territory }: AskRequest): string {
  const text = nfc(question).replace(/\s+/gu, ' ').trim();
  const { internal, departments, channel } = reader;
  return JSON.stringify([text, asOf, dayNamed, territory, internal, [...departments].sort(), channel]);
}
