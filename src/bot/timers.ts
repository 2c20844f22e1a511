import { setTimeout as sleep } from 'node:timers/promises';
import type { BotDeps } from './context.ts';

/** Runs a job again and again, never twice at once; an error is logged and the next turn tried. Ends with the signal. */
export async function every(
  ms: number,
  job: () => Promise<unknown>,
  log: BotDeps['log'],
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await sleep(ms, undefined, { signal, ref: false });
      await job();
    } catch (error) {
      if (signal.aborted) return;
      log.error({ err: error }, 'recurring job failed');
    }
  }
}
