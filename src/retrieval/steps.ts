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

/** Called often in long work: leaves the thread to others when a slice of time is used up, and not before. */
export function pacer(sliceMs = SLICE_MS): () => Promise<void> {
  let until = performance.now() + sliceMs;
  return async () => {
    if (performance.now() < until) return;
    await nextTurn();
    until = performance.now() + sliceMs;
  };
}

/** Does the steps a slice at a time, leaving the thread to searches in between. */
export async function inSlices<T>(steps: Steps<T>, sliceMs = SLICE_MS): Promise<T> {
  const pause = pacer(sliceMs);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await pause();
  }
}
