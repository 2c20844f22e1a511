import { setImmediate as nextTurn } from 'node:timers/promises';

/** Long work cut into steps: between two of them other work may run. Returns its result at the end. */
export type Steps<T> = Generator<void, T, void>;

/** Longest time that sliced work holds up a search, milliseconds (a step is at most about a millisecond itself). */
const SLICE_MS = 4;

/** Does all steps at once. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Does the steps a slice at a time, leaving the thread to searches in between. */
export async function inSlices<T>(steps: Steps<T>, sliceMs = SLICE_MS): Promise<T> {
  let until = performance.now() + sliceMs;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    await nextTurn();
    until = performance.now() + sliceMs;
  }
}
