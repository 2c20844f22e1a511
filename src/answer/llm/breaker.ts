import type { Clock } from './model.ts';

export interface BreakerOptions {
  /** Failures in a row that open the circuit. */
  readonly failures: number;
  /** First pause; doubled after each failed probe. */
  readonly pauseMs: number;
  readonly maxPauseMs: number;
}

const DEFAULT_BREAKER: BreakerOptions = { failures: 3, pauseMs: 30_000, maxPauseMs: 600_000 };

/**
 * Circuit breaker (Nygard, "Release It!"): closed, open, half-open. After `failures` failures in a row nothing is
 * asked for a pause; then one request at a time probes, and its outcome closes or reopens the circuit.
 */
export class CircuitBreaker {
  readonly #clock: Clock;
  readonly #options: BreakerOptions;
  #inARow = 0;
  #pauseMs: number;
  #openUntil = 0;
  #probing = false;

  constructor(clock: Clock, options: BreakerOptions = DEFAULT_BREAKER) {
    this.#clock = clock;
    this.#options = options;
    this.#pauseMs = options.pauseMs;
  }

  get state(): 'closed' | 'open' | 'half_open' {
    if (this.#openUntil === 0) return 'closed';
    return this.#clock() < this.#openUntil ? 'open' : 'half_open';
  }

  /** Whether a request may be sent now. A `true` must be followed by `succeeded`, `failed` or `released`. */
  admit(): boolean {
    const { state } = this;
    if (state === 'closed') return true;
    if (state === 'open' || this.#probing) return false;
    this.#probing = true;
    return true;
  }

  succeeded(): void {
    this.#inARow = 0;
    this.#openUntil = 0;
    this.#probing = false;
    this.#pauseMs = this.#options.pauseMs;
  }

  /** @param retryAfterMs what the endpoint asked for; opens the circuit at once */
  failed(retryAfterMs?: number): void {
    this.#inARow++;
    const wasProbe = this.#probing;
    this.#probing = false;
    if (wasProbe) this.#pauseMs = Math.min(this.#pauseMs * 2, this.#options.maxPauseMs);
    if (wasProbe || retryAfterMs !== undefined || this.#inARow >= this.#options.failures)
      this.#openUntil =
        this.#clock() + Math.max(this.#pauseMs, Math.min(retryAfterMs ?? 0, this.#options.maxPauseMs));
  }

  /** The request ended without saying anything of the endpoint (the person went away). */
  released(): void {
    this.#probing = false;
  }
}
