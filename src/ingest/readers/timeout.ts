/** Rejects with a `TimeoutError` when `work` takes longer than `ms` milliseconds; the timer never outlives the work. */
export async function withTimeout<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException(`took longer than ${ms} ms`, 'TimeoutError')), ms);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** Milliseconds of processor time the whole process has used since `start`. */
export function cpuSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** How often the processor time of a piece of work is looked at, in milliseconds. */
const LOOK_EVERY = 100;

/** As {@link withTimeout}, and rejects too when the process used more than `cpuMs` of processor time meanwhile. */
export async function withinCpu<T>(work: Promise<T>, cpuMs: number, ms: number): Promise<T> {
  const start = process.cpuUsage();
  let look: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    look = setInterval(() => {
      if (cpuSince(start) > cpuMs) reject(new DOMException(`used more than ${cpuMs} ms`, 'TimeoutError'));
    }, LOOK_EVERY);
  });
  try {
    return await withTimeout(Promise.race([work, limit]), ms);
  } finally {
    clearInterval(look);
  }
}
