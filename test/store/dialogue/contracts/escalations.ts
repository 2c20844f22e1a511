import { describe, expect, it } from 'vitest';
import type { Escalation, EscalationStore } from '../../../../src/dialogue/model.ts';
import { id, LATER, type Make, NOW } from './fixtures.ts';

export function escalationContract(make: Make<EscalationStore>): void {
  const escalation = (overrides: Partial<Escalation> = {}): Escalation => ({
    id: id('e1'),
    question: id('q1'),
    asker: id('p1'),
    state: 'cho_tiep_nhan',
    createdAt: NOW,
    dueAt: LATER,
    ...overrides,
  });
  describe('EscalationStore', () => {
    it('gives back what was saved and lists by state, field, asker and taker', async () => {
      const store = await make();
      const full = escalation({
        field: 'Hộ tịch',
        department: 'so-tu-phap',
        takenBy: id('s1'),
        state: 'da_tra_loi',
        reply: 'Được',
        replyBasis: 'Điều 5',
        answeredAt: LATER,
      });
      await store.save(full);
      await store.save(escalation({ id: id('e2'), asker: id('p2') }));
      expect(await store.escalation(full.id)).toEqual(full);
      const ids = async (filter: Parameters<EscalationStore['list']>[0]) =>
        (await store.list(filter)).map((e) => e.id);
      expect(await ids({ state: 'cho_tiep_nhan' })).toEqual(['e2']);
      expect(await ids({ field: 'Hộ tịch' })).toEqual(['e1']);
      expect(await ids({ asker: id('p2') })).toEqual(['e2']);
      expect(await ids({ takenBy: id('s1') })).toEqual(['e1']);
    });

    it('is taken by one person only, and never after its answer', async () => {
      const store = await make();
      await store.save(escalation());
      const won = await Promise.all(['s1', 's2', 's3'].map((who) => store.take(id('e1'), id(who))));
      expect(won.filter(Boolean)).toHaveLength(1);
      expect(await store.escalation(id('e1'))).toMatchObject({ state: 'dang_xu_ly' });
      await store.save(escalation({ id: id('e2'), state: 'da_tra_loi' }));
      expect(await store.take(id('e2'), id('s1'))).toBe(false);
      expect(await store.take(id('nope'), id('s1'))).toBe(false);
    });

    it('advances only from the state expected', async () => {
      const store = await make();
      await store.save(escalation());
      const overdue = escalation({ state: 'qua_han' });
      expect(await store.advance(overdue, 'dang_xu_ly')).toBe(false);
      const won = await Promise.all([1, 2].map(() => store.advance(overdue, 'cho_tiep_nhan')));
      expect(won.filter(Boolean)).toHaveLength(1);
      expect(await store.escalation(id('e1'))).toEqual(overdue);
    });

    it('keeps one route per field', async () => {
      const store = await make();
      await store.saveRoute({ field: 'Hộ tịch', department: 'x', people: [] });
      await store.saveRoute({ field: 'Hộ tịch', department: 'so-tu-phap', people: [id('s1'), id('s2')] });
      expect(await store.routes()).toEqual([
        { field: 'Hộ tịch', department: 'so-tu-phap', people: ['s1', 's2'] },
      ]);
    });
  });
}
