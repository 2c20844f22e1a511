import { describe, expect, it } from 'vitest';
import type {
  AuditLog,
  Notice,
  NoticeStore,
  PersonId,
  SettingsStore,
  SigninStore,
} from '../../../../src/dialogue/model.ts';
import { id, LATER, type Make, NOW } from './fixtures.ts';

export function auditContract(make: Make<AuditLog>): void {
  describe('AuditLog', () => {
    it('lists newest first by time, person and action', async () => {
      const log = await make();
      await log.write({ at: NOW, by: 'system', action: 'invited', subject: 's' });
      await log.write({
        at: LATER,
        by: id('p1'),
        action: 'escalated',
        subject: 's',
        detail: { roles: ['admin'] },
      });
      expect(await log.entries({}, 9)).toEqual([
        { at: LATER, by: 'p1', action: 'escalated', subject: 's', detail: { roles: ['admin'] } },
        { at: NOW, by: 'system', action: 'invited', subject: 's' },
      ]);
      const actions = async (filter: Parameters<AuditLog['entries']>[0]) =>
        (await log.entries(filter, 9)).map((e) => e.action);
      expect(await actions({ from: LATER })).toEqual(['escalated']);
      expect(await actions({ to: LATER })).toEqual(['invited']);
      expect(await actions({ by: 'p1' })).toEqual(['escalated']);
      expect(await actions({ action: 'invited' })).toEqual(['invited']);
      expect(await log.entries({}, 1)).toHaveLength(1);
    });
  });
}

export function signinContract(make: Make<SigninStore>): void {
  describe('SigninStore', () => {
    it('lets a link be used once and not after its end', async () => {
      const store = await make();
      await store.saveLink({ tokenHash: 'h1', person: id('p1'), expiresAt: LATER });
      const used = await Promise.all([1, 2, 3].map(() => store.useLink('h1', NOW)));
      expect(used.filter((who) => who === 'p1')).toHaveLength(1);
      await store.saveLink({ tokenHash: 'h2', person: id('p1'), expiresAt: NOW });
      expect(await store.useLink('h2', NOW)).toBeUndefined();
      expect(await store.useLink('h3', NOW)).toBeUndefined();
    });

    it('keeps sessions until they are ended', async () => {
      const store = await make();
      const session = {
        idHash: 's1',
        person: id<PersonId>('p1'),
        csrf: 'x',
        createdAt: NOW,
        expiresAt: LATER,
        userAgent: 'UA',
      };
      await store.saveSession(session);
      await store.saveSession({ ...session, idHash: 's2', createdAt: LATER });
      expect(await store.session('s1')).toEqual(session);
      expect((await store.sessions(id('p1'))).map((s) => s.idHash)).toEqual(['s2', 's1']);
      await store.endSession('s1');
      expect(await store.session('s1')).toBeUndefined();
    });
  });
}

export function settingsContract(make: Make<SettingsStore>): void {
  describe('SettingsStore', () => {
    it('keeps JSON values, the latest for each key', async () => {
      const store = await make();
      expect(await store.get('x')).toBeUndefined();
      await store.set('x', { hours: [1, 2] }, 'system');
      await store.set('x', 48, id('p1'));
      await store.set('off', false, 'system');
      expect(await store.get('x')).toBe(48);
      expect(await store.get('off')).toBe(false);
    });
  });
}

export function noticeContract(make: Make<NoticeStore>): void {
  const notice = (key: string, to = 'p1'): Notice => ({
    id: key,
    to: id(to),
    kind: 'access_granted',
    subject: 's',
    text: 'Xin chào',
    createdAt: NOW,
  });
  describe('NoticeStore', () => {
    it('keeps notices until delivered, oldest first, each once', async () => {
      const store = await make();
      await store.add([]);
      await store.add([notice('n1'), notice('n2', 'p2')]);
      await store.add([notice('n1'), notice('n3')]);
      expect((await store.pending(2)).map((n) => n.id)).toEqual(['n1', 'n2']);
      await store.delivered('n1', LATER);
      expect(await store.pending(9)).toEqual([notice('n2', 'p2'), notice('n3')]);
      await store.add([notice('n1')]);
      expect(await store.pending(9)).toHaveLength(2);
      expect((await store.of(id('p1'), 9)).map((n) => n.id)).toEqual(['n3', 'n1']);
    });
  });
}
