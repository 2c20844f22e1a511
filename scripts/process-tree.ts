import { readdirSync, readFileSync } from 'node:fs';

const EVERY_MS = 25;
const MB = 1024 * 1024;
const PAGE_BYTES = 4096;
/** Clock ticks a second of /proc (USER_HZ), the same on every Linux. */
const TICKS = 100;

export interface TreeCost {
  /** The most memory all held at once; what processes share counts for each of them. */
  readonly megabytes: number;
  /** Processor time of all. */
  readonly cpuSeconds: number;
}

/** Watches a process and all below it (Linux, /proc) until `stop`. */
export function watchTree(root: number): { stop: () => TreeCost } {
  const ticks = new Map<number, number>();
  let peak = 0;
  const look = (pid: number): number => {
    try {
      const resident = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE_BYTES;
      ticks.set(pid, ticksOf(pid));
      return childrenOf(pid).reduce((sum, child) => sum + look(child), resident);
    } catch {
      // Gone meanwhile.
      return 0;
    }
  };
  const timer = setInterval(() => {
    peak = Math.max(peak, look(root));
  }, EVERY_MS);
  return {
    stop: () => {
      clearInterval(timer);
      const all = [...ticks.values()].reduce((sum, one) => sum + one, 0);
      return { megabytes: Math.round(peak / MB), cpuSeconds: all / TICKS };
    },
  };
}

/** User and system time: the 14th and 15th field, after the name in brackets. */
function ticksOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
  return Number(fields[11]) + Number(fields[12]);
}

function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );
}
