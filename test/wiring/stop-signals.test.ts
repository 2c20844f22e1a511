import { EventEmitter } from 'node:events';
import { expect, it, vi } from 'vitest';
import { stopOnSignals } from '../../src/wiring/stop-signals.ts';

it('takes signals that come together for one stop, a later one for impatience', () => {
  const signals = new EventEmitter();
  const [stop, end] = [vi.fn(), vi.fn()];
  let time = 1_000;
  stopOnSignals(signals, { stop, end, now: () => time });
  signals.emit('SIGTERM');
  // Relayed by tsx, as measured under a process group.
  time += 34;
  signals.emit('SIGTERM');
  signals.emit('SIGINT');
  expect([stop.mock.calls.length, end.mock.calls.length]).toEqual([1, 0]);
  time += 2_000;
  signals.emit('SIGINT');
  expect([stop.mock.calls.length, end.mock.calls.length]).toEqual([1, 1]);
});
