/** Is a faithful restatement kept, a false one of the source's own words not? Figures are in docs/llm.md. */
import { describe, expect, it } from 'vitest';
import { selectEvidence } from '../../../src/answer/llm/evidence.ts';
import {
  createVerifier,
  type FailedStatement,
  isFailed,
  type VerifiedStatement,
} from '../../../src/answer/llm/verify.ts';
import { createVault } from '../../../src/answer/privacy.ts';
import { unitOf } from './fixture.ts';
import { HELD_OUT, TOLD, type Told } from './restatements.ts';

/** As `verify` sees it when the model quotes the whole source, the hardest case for the checks. */
function verified(text: string, told: Told): VerifiedStatement | FailedStatement {
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
  return check('conclusion', { text, evidence: ['E1'], quotes });
}

function failuresOf(text: string, told: Told): readonly object[] {
  const result = verified(text, told);
  return isFailed(result) ? result.failures : [];
}

/** The model's own words are shown, not the source's. */
function inOwnWords(text: string, told: Told): boolean {
  const result = verified(text, told);
  return !isFailed(result) && !result.verbatim;
}

const cases = (kind: 'faithful' | 'wrong' | 'missed') =>
  TOLD.flatMap((told) => (told[kind] ?? []).map((text) => ({ text, told })));

describe('faithful restatements are shown, in their own words or the source’s', () => {
  it.each(cases('faithful'))('$text', ({ text, told }) => expect(failuresOf(text, told)).toEqual([]));
});

describe('false ones are not', () => {
  it.each(cases('wrong'))('$text', ({ text, told }) => expect(failuresOf(text, told)).not.toEqual([]));
});

describe('what the checks are known not to see', () => {
  it.each(cases('missed'))('$text', ({ text, told }) => expect(failuresOf(text, told)).toEqual([]));

  it('is told in the source’s words, like every other false one that nothing was found against', () => {
    const wrong = [...TOLD, ...HELD_OUT].flatMap((told) =>
      [...told.wrong, ...(told.missed ?? [])].filter((text) => inOwnWords(text, told)),
    );
    expect(wrong).toEqual([]);
  });
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
