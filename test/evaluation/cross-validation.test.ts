import { describe, expect, it } from 'vitest';
import { crossValidate, type RankedQuestion } from '../../src/evaluation/cross-validation.ts';

const candidate = (right: boolean, chunk: number, record: number) => ({
  right,
  score: chunk + record,
  parts: { chunk, record },
});

describe('cross-validation of the ranking', () => {
  it('finds a weight that helps every question, also where it was not seen', () => {
    const questions: RankedQuestion[] = Array.from({ length: 20 }, (_, i) => ({
      group: `g${i}`,
      candidates: [candidate(false, 10, 1), candidate(true, 7, 3)],
    }));
    const { inUse, fitted, heldOut } = crossValidate(questions);
    expect(inUse.first).toBe(0);
    expect(fitted.first).toBe(1);
    expect(heldOut.first).toBe(1);
    expect(fitted.factors.record).toBeGreaterThan(1);
  });

  it('shows that what fits one group only is worth nothing elsewhere', () => {
    const plain: RankedQuestion[] = Array.from({ length: 9 }, (_, i) => ({
      group: `g${i}`,
      candidates: [candidate(true, 10, 1), candidate(false, 9, 1.5)],
    }));
    const odd: RankedQuestion = {
      group: 'x',
      candidates: [candidate(false, 10, 1), candidate(true, 9.2, 1.5)],
    };
    const { inUse, fitted, heldOut } = crossValidate([...plain, odd]);
    expect(inUse.first).toBeCloseTo(0.9);
    expect(fitted.first).toBeGreaterThanOrEqual(inUse.first);
    expect(heldOut.first).toBeLessThanOrEqual(fitted.first);
  });

  it('keeps the weights in use where nothing is better, and counts what was not found', () => {
    const { fitted, inUse } = crossValidate([
      { group: 'a', candidates: [candidate(true, 3, 1)] },
      { group: 'b', candidates: [candidate(false, 3, 1)] },
    ]);
    expect(fitted.factors).toEqual({ record: 1, names: 1, allNames: 1, prior: 1, nameFit: 1 });
    expect(inUse.first).toBe(0.5);
  });
});
