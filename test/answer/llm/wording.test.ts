/** Is a faithful restatement kept, a false one of the source's own words not? Figures are in docs/llm.md. */
import { describe, expect, it } from 'vitest';
import { selectEvidence } from '../../../src/answer/llm/evidence.ts';
import { createVerifier, isFailed } from '../../../src/answer/llm/verify.ts';
import { createVault } from '../../../src/answer/privacy.ts';
import { unitOf } from './fixture.ts';
import { HELD_OUT, TOLD, type Told } from './restatements.ts';

/** As `verify` sees it when the model quotes the whole source, the hardest case for the checks. */
function failuresOf(text: string, told: Told): readonly object[] {
  const unit = unitOf({
    id: 'x',
    title: told.title,
    code: '9.200001',
    chunks: [{ label: told.title, path: {}, text: told.source }],
  });
  const [item] = selectEvidence([unit]);
  const check = createVerifier({
    items: [item!],
    vault: createVault(told.question),
    question: told.question,
  });
  const quotes = told.source.split(/(?<=\.) /).map((quote) => ({ evidence: 'E1', quote }));
  const result = check('conclusion', { text, evidence: ['E1'], quotes });
  return isFailed(result) ? result.failures : [];
}

const cases = (kind: 'faithful' | 'wrong' | 'missed') =>
  TOLD.flatMap((told) => (told[kind] ?? []).map((text) => ({ text, told })));

describe('faithful restatements are shown', () => {
  it.each(cases('faithful'))('$text', ({ text, told }) => expect(failuresOf(text, told)).toEqual([]));
});

describe('false ones are not', () => {
  it.each(cases('wrong'))('$text', ({ text, told }) => expect(failuresOf(text, told)).not.toEqual([]));
});

describe('what the checks are known not to see', () => {
  it.each(cases('missed'))('$text', ({ text, told }) => expect(failuresOf(text, told)).toEqual([]));
});

describe('on sentences nothing was mended on', () => {
  const all = (kind: 'faithful' | 'wrong') =>
    HELD_OUT.flatMap((told) => told[kind].map((text) => ({ text, failures: failuresOf(text, told) })));

  it('few faithful ones are taken away and few false ones shown', () => {
    const [faithful, wrong] = [all('faithful'), all('wrong')];
    const removed = faithful.filter(({ failures }) => failures.length > 0);
    const shown = wrong.filter(({ failures }) => failures.length === 0);
    const figures = { faithful: faithful.length, removed, wrong: wrong.length, shown };
    process.stdout.write(`held-out restatements: ${JSON.stringify(figures)}\n`);
    expect(removed.length / faithful.length).toBeLessThanOrEqual(0.3);
    expect(shown.length / wrong.length).toBeLessThanOrEqual(0.15);
  });
});
