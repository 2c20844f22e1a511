import type { CommandContext } from './run.ts';

/** Tells how far a long work is: one line on a terminal, rewritten; a line now and then in a log. */
export function progressOn(context: Pick<CommandContext, 'tell'>): (text: string) => void {
  const live = process.stderr.isTTY === true;
  let last = Number.NEGATIVE_INFINITY;
  return (text) => {
    const now = performance.now();
    if (now - last < (live ? 100 : 5000)) return;
    last = now;
    if (live) process.stderr.write(`\r\u001B[K${text.slice(0, 100)}`);
    else context.tell(text);
  };
}
