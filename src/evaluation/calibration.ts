/** One question: how sure retrieval was, and whether its first unit was right (false as well when nothing is). */
export interface Judged {
  /** 0..1 */
  readonly confidence: number;
  readonly answerable: boolean;
  readonly firstRight: boolean;
}

/** Questions whose confidence lies in [from, to), and how many of them were right first. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly questions: number;
  readonly meanConfidence: number;
  readonly rightFirst: number;
}

export interface Calibration {
  /** Brier (1950): mean squared difference between confidence and 1 for right first, 0 otherwise; 0 is best. */
  readonly brier: number;
  readonly bins: readonly Bin[];
  /** What a threshold on confidence alone would do: shares (0..1) below it. */
  readonly below: readonly {
    readonly threshold: number;
    readonly unanswerable: number;
    readonly answerable: number;
  }[];
}

const BINS = 5;
const THRESHOLDS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6];

/** The reliability of `confidence` on a set of questions: does 0.8 mean right in eight of ten? */
export function calibration(rows: readonly Judged[]): Calibration {
  const squared = rows.reduce((sum, r) => sum + (r.confidence - (r.firstRight ? 1 : 0)) ** 2, 0);
  const bins = Array.from({ length: BINS }, (_, i): Bin => {
    const of = rows.filter((r) => Math.min(BINS - 1, Math.floor(r.confidence * BINS)) === i);
    return {
      from: i / BINS,
      to: (i + 1) / BINS,
      questions: of.length,
      meanConfidence: share(
        of.reduce((sum, r) => sum + r.confidence, 0),
        of.length,
      ),
      rightFirst: share(of.filter((r) => r.firstRight).length, of.length),
    };
  });
  const belowOf = (answerable: boolean, threshold: number) => {
    const of = rows.filter((r) => r.answerable === answerable);
    return share(of.filter((r) => r.confidence < threshold).length, of.length);
  };
  return {
    brier: share(squared, rows.length),
    bins,
    below: THRESHOLDS.map((threshold) => ({
      threshold,
      unanswerable: belowOf(false, threshold),
      answerable: belowOf(true, threshold),
    })),
  };
}

function share(n: number, of: number): number {
  return of === 0 ? 0 : n / of;
}

/** The bins as a curve a person can read on a terminal or in a report: a bar a bin. */
export function formatCalibration({ brier, bins }: Calibration): string {
  const lines = bins.map((bin) => {
    const bar = '█'.repeat(Math.round(bin.rightFirst * 20)).padEnd(20, '·');
    const range = `${bin.from.toFixed(1)}–${bin.to.toFixed(1)}`;
    return `${range}  ${bar}  đúng ${bin.rightFirst.toFixed(2)} (tin ${bin.meanConfidence.toFixed(2)}, ${bin.questions} câu)`;
  });
  return [`Độ tin cậy: điểm Brier ${brier.toFixed(3)}`, ...lines].join('\n');
}
