import type { PersonId } from './model.ts';

export interface RateLimit {
  /** Questions a person may ask within any minute. */
  readonly perMinute: number;
}

export interface Taken {
  /** 0 when the question may be asked, else the seconds to wait (and nothing was counted). */
  readonly wait: number;
  /** The first refusal since the person was last let through: worth a line in the audit. */
  readonly firstRefusal: boolean;
}

export interface RateLimiter {
  /** Counts one question. */
  take(person: PersonId, now: Date): Taken;
}

interface Asked {
  times: number[];
  refused: boolean;
}

const MINUTE = 60_000;
const REMEMBERED = 10_000;

/** Sliding window of one minute per person, in memory: a restart forgives, which is harmless. */
export function createRateLimiter({ perMinute }: RateLimit): RateLimiter {
  if (!Number.isInteger(perMinute) || perMinute < 1) {
    throw new RangeError(`perMinute: expected a whole number of at least 1, got ${perMinute}`);
  }
  const people = new Map<PersonId, Asked>();
  return {
    take(person, now) {
      const time = now.getTime();
      const asked = people.get(person) ?? { times: [], refused: false };
      asked.times = asked.times.filter((at) => at > time - MINUTE);
      people.set(person, asked);
      const oldest = asked.times[0];
      if (oldest !== undefined && asked.times.length >= perMinute) {
        const firstRefusal = !asked.refused;
        asked.refused = true;
        return { wait: Math.max(1, Math.ceil((oldest + MINUTE - time) / 1000)), firstRefusal };
      }
      asked.times.push(time);
      asked.refused = false;
      if (people.size > REMEMBERED) forget(people, time);
      return { wait: 0, firstRefusal: false };
    },
  };
}

function forget(people: Map<PersonId, Asked>, time: number): void {
  for (const [person, { times }] of people) {
    if ((times.at(-1) ?? 0) <= time - MINUTE) people.delete(person);
  }
}
