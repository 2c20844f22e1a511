import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Milliseconds; `n` measured runs. */
export interface Latency {
  readonly n: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** Runs each input once after one warm-up of the first few. */
export async function latency<T>(inputs: readonly T[], run: (input: T) => unknown): Promise<Latency> {
  for (const input of inputs.slice(0, 3)) await run(input);
  const times: number[] = [];
  for (const input of inputs) {
    const started = performance.now();
    await run(input);
    times.push(performance.now() - started);
  }
  return percentiles(times);
}

export function percentiles(times: readonly number[]): Latency {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (p: number) => round(sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? 0);
  return { n: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

export async function timed<T>(run: () => T | Promise<T>): Promise<{ value: T; ms: number }> {
  const started = performance.now();
  const value = await run();
  return { value, ms: round(performance.now() - started) };
}

export const round = (ms: number): number => Math.round(ms * 100) / 100;

/** Resident memory of the process now, megabytes. */
export const residentMb = (): number => Math.round(process.memoryUsage().rss / 1e6);

/** Objects and arrays that are in use now, megabytes, after a collection. */
export function usedMb(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

/** The engine's own collector, whether or not the process was started with it exposed. */
function collect(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}
