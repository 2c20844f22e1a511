import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLanes } from '../../src/bot/inbox/lanes.ts';

describe('lanes', () => {
  it('run the tasks of each lane one at a time and in order, whatever they do', async () => {
    const task = fc.record({ lane: fc.constantFrom('a', 'b', 'c'), turns: fc.nat(5), fails: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(task, { maxLength: 30 }), async (tasks) => {
        const lanes = createLanes();
        const busy = new Set<string>();
        const done: number[] = [];
        const all = tasks.map(({ lane, turns, fails }, i) =>
          lanes.run(lane, async () => {
            expect(busy.has(lane)).toBe(false);
            busy.add(lane);
            for (let turn = 0; turn < turns; turn++) await Promise.resolve();
            busy.delete(lane);
            done.push(i);
            if (fails) throw new Error('task failed');
          }),
        );
        const results = await Promise.allSettled(all);
        expect(results.map(({ status }) => status === 'rejected')).toEqual(tasks.map(({ fails }) => fails));
        for (const lane of ['a', 'b', 'c']) {
          const order = done.filter((i) => tasks[i]?.lane === lane);
          expect(order).toEqual([...order].sort((x, y) => x - y));
        }
      }),
    );
  });

  it('let others pass a lane that waits', async () => {
    const lanes = createLanes();
    void lanes.run('slow', () => new Promise(() => {}));
    await expect(lanes.run('quick', async () => {})).resolves.toBeUndefined();
  });
});
