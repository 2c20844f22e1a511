import type { EventEmitter } from 'node:events';

/** Signals of one stop come together: a service manager or a terminal sends to the whole process group, and npm and tsx
 * pass on what they got. */
const SAME_STOP_MS = 1000;

/**
 * Stops gracefully at the first SIGINT or SIGTERM; whoever asks again later does not want to wait, and `end` is called.
 *
 * @param signals the process
 */
export function stopOnSignals(
  signals: Pick<EventEmitter, 'on'>,
  { stop, end, now }: { stop: () => void; end: () => void; now: () => number },
): void {
  let since: number | undefined;
  const asked = () => {
    if (since === undefined) {
      since = now();
      stop();
    } else if (now() - since > SAME_STOP_MS) end();
  };
  signals.on('SIGINT', asked);
  signals.on('SIGTERM', asked);
}
