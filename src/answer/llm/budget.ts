import type { IsoDate } from '../../legal/model.ts';
import type { Clock, UsageCounter } from './model.ts';

export interface BudgetLimits {
  /** Tokens a day for everyone together; 0 = none at all. */
  readonly dailyTokens: number;
  readonly personDailyTokens: number;
}

export interface Reservation {
  /** Replaces the estimate by what was used. */
  settle(tokens: number): Promise<void>;
}

/** Key of the counter that everybody's tokens go to. */
export const EVERYONE = 'everyone';
const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });

/** The day in Asia/Ho_Chi_Minh. */
export const dayOf = (ms: number): IsoDate => DAY.format(ms);

/**
 * Token budgets per day. The estimate is booked before the request, so that many questions at once cannot all pass
 * the same last check, and corrected after it.
 */
export class TokenBudget {
  readonly #counter: UsageCounter;
  readonly #limits: () => Promise<BudgetLimits> | BudgetLimits;
  readonly #clock: Clock;

  /** @param limits asked before every request, so that a change holds for the next question */
  constructor(counter: UsageCounter, limits: () => Promise<BudgetLimits> | BudgetLimits, clock: Clock) {
    this.#counter = counter;
    this.#limits = limits;
    this.#clock = clock;
  }

  /** @returns undefined when the estimate does not fit; a person without id counts against everyone only */
  async reserve(person: string | undefined, estimate: number): Promise<Reservation | undefined> {
    const day = dayOf(this.#clock());
    const limits = await this.#limits();
    const keys: [string, number][] = [[EVERYONE, limits.dailyTokens]];
    if (person !== undefined) keys.push([`person:${person}`, limits.personDailyTokens]);
    for (const [key] of keys) await this.#counter.add(key, day, estimate);
    let fits = true;
    for (const [key, limit] of keys) if ((await this.#counter.used(key, day)) > limit) fits = false;
    const book = async (tokens: number) => {
      for (const [key] of keys) await this.#counter.add(key, day, tokens);
    };
    if (!fits) {
      await book(-estimate);
      return undefined;
    }
    return { settle: (tokens) => book(tokens - estimate) };
  }
}

/** For one process; yesterday's counts are dropped. */
export function memoryCounter(): UsageCounter {
  let today = '';
  const counts = new Map<string, number>();
  const turn = (day: IsoDate) => {
    if (day > today) {
      today = day;
      counts.clear();
    }
  };
  return {
    async used(key, day) {
      turn(day);
      return day === today ? (counts.get(key) ?? 0) : 0;
    },
    async add(key, day, tokens) {
      turn(day);
      if (day === today) counts.set(key, (counts.get(key) ?? 0) + tokens);
    },
  };
}
