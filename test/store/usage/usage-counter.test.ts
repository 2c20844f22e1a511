import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { memoryCounter } from '../../../src/answer/llm/budget.ts';
import { openDatabase } from '../../../src/store/database.ts';
import { createUsageCounter } from '../../../src/store/usage/usage-counter.ts';
import { temporaryFolder } from '../../support/temporary.ts';

const stored = async () => {
  const db = await openDatabase(join(await temporaryFolder(), 'x.sqlite'));
  onTestFinished(() => db.destroy());
  return createUsageCounter(db);
};

describe.each([
  ['in memory', async () => memoryCounter()],
  ['in the database', stored],
])('a counter of tokens %s', (_name, make) => {
  it('adds up by key, gives reservations back, starts each day at nothing', async () => {
    const counter = await make();
    await Promise.all([1, 2, 3].map(() => counter.add('everyone', '2026-11-23', 100)));
    await counter.add('person:a', '2026-11-23', 40);
    await counter.add('everyone', '2026-11-23', -50);
    expect(await counter.used('everyone', '2026-11-23')).toBe(250);
    expect(await counter.used('person:a', '2026-11-23')).toBe(40);
    expect(await counter.used('everyone', '2026-11-24')).toBe(0);
  });
});
