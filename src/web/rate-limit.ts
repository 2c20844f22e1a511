/** Counts events per key in fixed windows; memory is bounded by `maxKeys` (oldest windows go first). */
export interface RateLimiter {
  /** True when the key has used up its allowance of the current window. Counts nothing. */
  exhausted(key: string): boolean;
  count(key: string): void;
}

export interface RateLimit {
  readonly limit: number;
  readonly windowMs: number;
  readonly maxKeys?: number;
}

export function createRateLimiter(rule: RateLimit, now: () => Date): RateLimiter {
  const windows = new Map<string, { startedAt: number; used: number }>();
  const maxKeys = rule.maxKeys ?? 10_000;

  const current = (key: string) => {
    const window = windows.get(key);
    return window && now().getTime() - window.startedAt < rule.windowMs ? window : undefined;
  };

  return {
    exhausted: (key) => (current(key)?.used ?? 0) >= rule.limit,
    count(key) {
      const window = current(key);
      if (window) {
        window.used++;
        return;
      }
      windows.delete(key);
      windows.set(key, { startedAt: now().getTime(), used: 1 });
      if (windows.size > maxKeys) windows.delete(windows.keys().next().value!);
    },
  };
}
