import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Rule } from '../layout/grid.ts';
import { apply, IDENTITY, type Matrix, multiply } from './matrix.ts';

/** Drawn strips up to this many points thick are lines (Word draws the borders of cells as filled rectangles). */
const THICK = 3;
/** Pages with more path operations than this are drawings or outlined letters, not tables. */
const MANY_PATHS = 30_000;

/** Codes of path steps in pdf.js's packed paths, with the numbers that follow each. */
const STEP = { move: 0, line: 1, curve: 2, close: 3 } as const;

type Place = (x: number, y: number) => readonly [number, number];

/**
 * Horizontal and vertical lines drawn on a page: stroked segments and thin filled strips. `place` takes a point of the
 * viewport (scale 1) to the upright page.
 */
export async function drawnRules(page: PDFPageProxy, place: Place): Promise<Rule[]> {
  const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const stroking = new Set<number>([OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke]);
  const filling = new Set<number>([OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke]);
  const { fnArray, argsArray } = await page.getOperatorList();
  const base = page.getViewport({ scale: 1 }).transform;
  const rules: Rule[] = [];
  const stack: Matrix[] = [];
  let current = IDENTITY;
  let paths = 0;
  fnArray.forEach((operation, i) => {
    const args = argsArray[i] as readonly unknown[] | null;
    if (operation === OPS.save || operation === OPS.paintFormXObjectBegin) stack.push(current);
    if (operation === OPS.restore || operation === OPS.paintFormXObjectEnd) current = stack.pop() ?? current;
    if (operation === OPS.transform && args?.length === 6) current = multiply(current, args as number[]);
    if (operation === OPS.paintFormXObjectBegin && Array.isArray(args?.[0]))
      current = multiply(current, args[0] as number[]);
    if (operation !== OPS.constructPath || ++paths > MANY_PATHS) return;
    const [paint, data] = args as [number, readonly (ArrayLike<number> | null)[] | null];
    const packed = data?.[0];
    if (!packed || !(stroking.has(paint) || filling.has(paint))) return;
    const matrix = multiply(base, current);
    const at: Place = (x, y) => place(...apply(matrix, x, y));
    for (const outline of outlines(packed, at)) {
      if (stroking.has(paint)) rules.push(...segmentRules(outline));
      if (filling.has(paint)) rules.push(...stripRule(outline));
    }
  });
  return rules;
}

type Point = readonly [number, number];

/** Straight outlines of a packed path; curved ones are left out. */
function outlines(packed: ArrayLike<number>, at: Place): Point[][] {
  const done: Point[][] = [];
  let open: Point[] = [];
  const end = () => {
    if (open.length > 1) done.push(open);
    open = [];
  };
  for (let i = 0; i < packed.length; ) {
    const step = packed[i++];
    if (step === STEP.move || step === STEP.line) {
      if (step === STEP.move) end();
      open.push(at(packed[i]!, packed[i + 1]!));
      i += 2;
    } else if (step === STEP.close) {
      if (open[0]) open.push(open[0]);
      end();
    } else {
      if (step !== STEP.curve) return done;
      open = [];
      i += 6;
    }
  }
  end();
  return done;
}

function segmentRules(outline: readonly Point[]): Rule[] {
  return outline.slice(1).flatMap((to, i) => ruleOf([outline[i]!, to], 0.7));
}

function stripRule(outline: readonly Point[]): Rule[] {
  return ruleOf(outline, THICK);
}

/** The box of the points as a line along its long side, when the other side is at most `thick`. */
function ruleOf(points: readonly Point[], thick: number): Rule[] {
  let [x0, x1] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let [y0, y1] = [x0, x1];
  for (const [x, y] of points) {
    [x0, x1] = [Math.min(x0, x), Math.max(x1, x)];
    [y0, y1] = [Math.min(y0, y), Math.max(y1, y)];
  }
  if (![x0, x1, y0, y1].every(Number.isFinite)) return [];
  const [width, height] = [x1 - x0, y1 - y0];
  const rules: Rule[] = [];
  // A dot where borders cross counts for both directions.
  if (height <= thick && width >= height) rules.push({ across: true, at: (y0 + y1) / 2, from: x0, to: x1 });
  if (width <= thick && height >= width) rules.push({ across: false, at: (x0 + x1) / 2, from: y0, to: y1 });
  return rules;
}
