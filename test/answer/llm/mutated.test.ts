/**
 * The property of the issue, end to end: replies with sentences of their sources changed at random, over HTTP with the real
 * client and through the whole pipeline. No number, date or document number is read that the cited sources do not have,
 * while the reply arrives or after, and no changed sentence.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAnswerer } from '../../../src/answer/answerer.ts';
import { createEmbeddedComposer } from '../../../src/answer/compose/embedded.ts';
import { unsupportedLines } from '../../../src/answer/llm/check-draft.ts';
import { selectEvidence } from '../../../src/answer/llm/evidence.ts';
import { STATEMENT_SECTIONS } from '../../../src/answer/llm/model.ts';
import { lettersAndDigits } from '../../../src/legal/text.ts';
import { type FakeOpenAi, startFakeOpenAi, text } from '../../support/fake-openai.ts';
import { mutationsOf } from '../../support/mutations.ts';
import { FERRY } from './adversarial/twists.ts';
import { ask, BIRTH, benchOf, DECREE, evidenceOf, GOOD, reply, sourceOf, statement } from './fixture.ts';
import { strayFigures } from './oracle.ts';

let fake: FakeOpenAi;
beforeAll(async () => {
  fake = await startFakeOpenAi();
});
afterAll(() => fake.close());

const evidence = evidenceOf([BIRTH, DECREE, FERRY]);
const items = selectEvidence(evidence.units);
const sources = items.map(({ chunk }) => lettersAndDigits(chunk.text)).join(' ');

interface Said {
  readonly text: string;
  readonly isFalse: boolean;
  readonly statement: object;
}

/** Every sentence of the evidence as it stands and as each kind of change makes it, with its quote. */
const SAID: readonly Said[] = items.flatMap(({ token, chunk }) => {
  const sentences = chunk.text.split(/(?<=[.;])\s+|\n/u).filter((sentence) => sentence.length > 20);
  return sentences.flatMap((sentence, i) => {
    const next = sentences[i + 1] ?? '';
    const all = [sentence, ...mutationsOf(sentence, next).map((mutation) => mutation.text)];
    return all.map((said) => ({
      text: said,
      isFalse: !sources.includes(lettersAndDigits(said)),
      statement: statement(said, token, sentence),
    }));
  });
});

const statements = fc.array(
  fc.tuple(fc.constantFrom(...SAID), fc.constantFrom(...STATEMENT_SECTIONS.slice(1))),
  { minLength: 2, maxLength: 6 },
);

it('whatever is changed in its sentences, an answer says what its sources say', async () => {
  let told = 0;
  await fc.assert(
    fc.asyncProperty(statements, async (said) => {
      const sections = STATEMENT_SECTIONS.slice(1).map((section) => [
        section,
        said.filter(([, own]) => own === section).map(([one]) => one.statement),
      ]);
      fake.script(text(reply({ conclusion: [GOOD], ...Object.fromEntries(sections) })));
      const { compose } = benchOf(fake.url, { fallback: createEmbeddedComposer() });
      const arriving: string[] = [];
      const answerer = createAnswerer({
        retriever: { retrieve: async () => evidence.retrieval },
        source: sourceOf(evidence.units),
        composer: { name: 'llm', compose },
      });
      const { answer } = await answerer.ask(
        ask('Đăng ký khai sinh phải xác minh thì mấy ngày?', {
          onProgress: (soFar) => void arriving.push(soFar.answer),
        }),
      );
      expect(answer.composer).toBe('llm');
      expect(strayFigures(answer, evidence)).toEqual([]);
      expect(unsupportedLines(answer, evidence)).toEqual([]);
      const read = [answer.answer, ...arriving].join('\n').split('\n').map(lettersAndDigits);
      for (const [{ text: words, isFalse }] of said) {
        const shown = read.some((line) => line.startsWith(lettersAndDigits(words)));
        if (isFalse) expect(shown, words).toBe(false);
        else if (shown) told++;
      }
    }),
    { numRuns: 40, seed: 20261128 },
  );
  expect(SAID.filter(({ isFalse }) => isFalse).length).toBeGreaterThan(60);
  // The property would be empty if nothing ever passed.
  expect(told).toBeGreaterThan(5);
});
