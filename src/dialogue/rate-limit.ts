import type { PersonId } from './model.ts';

export interface RateLimit {
  /** Questions a person may ask within any minute. */
  readonly perMinute: number;
}

export interface RateLimiter {
  /** Counts one question. Returns 0 when it may be asked, else the seconds to wait (and counts nothing). */
  take(person: PersonId, now: Date): number;
}

const MINUTE = 60_000;

/** Sliding window of one minute per person, in memory: a restart forgives, which is harmless. */
export function createRateLimiter({ perMinute }: RateLimit): RateLimiter {
  if (!Number.isInteger(perMinute) || perMinute < 1) {
    throw new RangeError(`perMinute: expected a whole number of at least 1, got ${perMinute}`);
  }
  const asked = new Map<PersonId, number[]>();
  return {
    take(person, now) {
      const time = now.getTime();
      const recent = (asked.get(person) ?? []).filter((at) => at > time - MINUTE);
      if (recent.length >= perMinute) {
        asked.set(person, recent);
        return Math.max(1, Math.ceil((recent[0]! + MINUTE - time) / 1000));
      }
      asked.set(person, [...recent, time]);
      if (asked.size > 10_000) forget(asked, time);
      return 0;
    },
  };
}

function forget(asked: Map<PersonId, number[]>, time: number): void {
  for (const [person, times] of asked) if ((times.at(-1) ?? 0) <= time - MINUTE) asked.delete(person);
}
