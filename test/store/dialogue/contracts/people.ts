import { describe, expect, it } from 'vitest';
import type { PeopleStore, PersonId } from '../../../../src/dialogue/model.ts';
import { id, LATER, type Make, NOW, person } from './fixtures.ts';

export function peopleContract(make: Make<PeopleStore>): void {
  describe('PeopleStore', () => {
    it('gives back what was saved, by id and by Telegram id, and the latest version', async () => {
      const store = await make();
      const full = person({
        commune: 'my-thuong',
        department: 'so-tu-phap',
        position: 'Công chức',
        fields: ['Hộ tịch'],
        standIn: id('p2'),
        telegramId: '7',
      });
      await store.save(full);
      expect(await store.person(full.id)).toEqual(full);
      expect(await store.byTelegramId('7')).toEqual(full);
      await store.save(person({ telegramId: '7' }));
      expect(await store.person(full.id)).toEqual(person({ telegramId: '7' }));
      expect(await store.person(id('x'))).toBeUndefined();
      expect(await store.byTelegramId('8')).toBeUndefined();
    });

    it('does not let two people share a Telegram account', async () => {
      const store = await make();
      await store.save(person({ telegramId: '7' }));
      await expect(store.save(person({ id: id('p2'), telegramId: '7' }))).rejects.toThrow();
    });

    it('lists by status, role and commune together', async () => {
      const store = await make();
      await store.save(person({ id: id('a'), roles: ['official', 'admin'], commune: 'x' }));
      await store.save(person({ id: id('b'), status: 'pending', commune: 'x' }));
      await store.save(person({ id: id('c'), commune: 'y' }));
      const ids = async (filter?: Parameters<PeopleStore['people']>[0]) =>
        (await store.people(filter)).map((p) => p.id);
      expect(await ids()).toEqual(['a', 'b', 'c']);
      expect(await ids({ status: 'active', commune: 'x' })).toEqual(['a']);
      expect(await ids({ role: 'admin' })).toEqual(['a']);
      expect(await ids({ role: 'official', status: 'pending' })).toEqual(['b']);
    });

    it('changes a status once, from the status expected', async () => {
      const store = await make();
      await store.save(person({ status: 'pending' }));
      const won = await Promise.all([1, 2, 3].map(() => store.changeStatus(id('p1'), 'pending', 'active')));
      expect(won.filter(Boolean)).toHaveLength(1);
      expect(await store.person(id('p1'))).toMatchObject({ status: 'active' });
    });

    it('lets an invitation be used as often as it says, not after its end, and saves who used it', async () => {
      const store = await make();
      const invitation = {
        code: 'abc',
        roles: ['official'] as const,
        usesLeft: 2,
        expiresAt: LATER,
        createdBy: id<PersonId>('p1'),
      };
      await store.saveInvitation(invitation);
      expect(await store.invitation('abc')).toEqual(invitation);
      expect(await store.invitation('abd')).toBeUndefined();
      expect(await store.useInvitation('abc', LATER)).toBe(false);
      const uses = await Promise.all(
        ['a', 'b', 'c'].map((who) => store.useInvitation('abc', NOW, person({ id: id(who) }))),
      );
      expect(uses.filter(Boolean)).toHaveLength(2);
      expect(await store.people()).toHaveLength(2);
      expect(await store.useInvitation('nope', NOW, person({ id: id('z') }))).toBe(false);
      expect(await store.person(id('z'))).toBeUndefined();
    });
  });
}
