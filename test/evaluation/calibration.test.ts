import { describe, expect, it } from 'vitest';
import { calibration, formatCalibration, type Judged } from '../../src/evaluation/calibration.ts';

const row = (confidence: number, firstRight: boolean, answerable = true): Judged => ({
  confidence,
  firstRight,
  answerable,
});

describe('calibration', () => {
  const rows = [
    row(0.9, true),
    row(1, true),
    row(0.5, false),
    row(0.1, false, false),
    row(0.3, false, false),
  ];

  it('is the Brier score, reliability by bin and what thresholds would do', () => {
    const { brier, bins, below } = calibration(rows);
    expect(brier).toBeCloseTo((0.01 + 0 + 0.25 + 0.01 + 0.09) / 5);
    expect(bins.map((b) => [b.questions, b.rightFirst])).toEqual([
      [1, 0],
      [1, 0],
      [1, 0],
      [0, 0],
      [2, 1],
    ]);
    expect(bins[4]?.meanConfidence).toBeCloseTo(0.95);
    expect(below.find((b) => b.threshold === 0.2)).toEqual({
      threshold: 0.2,
      unanswerable: 0.5,
      answerable: 0,
    });
  });

  it('is readable, and says nothing false of no questions', () => {
    expect(formatCalibration(calibration(rows))).toContain('đúng 1.00 (tin 0.95, 2 câu)');
    expect(calibration([]).brier).toBe(0);
  });
});
