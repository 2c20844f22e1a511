import { describe, expect, it } from 'vitest';
import type { ChatStates, Inbox } from '../../../../src/dialogue/inbox.ts';
import { LATER, type Make, NOW } from './fixtures.ts';

export function inboxContract(make: Make<{ inbox: Inbox; chatStates: ChatStates }>): void {
  const item = (key: string, lane = '1') => ({ key, lane, body: `{"k":"${key}"}`, receivedAt: NOW });
  describe('Inbox', () => {
    it('takes each update once and keeps it, in order, until it is done', async () => {
      const { inbox } = await make();
      expect(await inbox.put([])).toEqual(new Set());
      expect(await inbox.put([item('a'), item('b')])).toEqual(new Set(['a', 'b']));
      expect(await inbox.put([item('b'), item('c', '2')])).toEqual(new Set(['c']));
      expect(await inbox.waiting()).toEqual([item('a'), item('b'), item('c', '2')]);
      await inbox.done('a', LATER);
      expect((await inbox.waiting()).map(({ key }) => key)).toEqual(['b', 'c']);
      expect(await inbox.put([item('a')])).toEqual(new Set());
    });

    it('remembers what was sent for an update, in order', async () => {
      const { inbox } = await make();
      await Promise.all([inbox.sent('a', 1, 'second'), inbox.sent('a', 0, 'first'), inbox.sent('b', 0, 'x')]);
      expect(await inbox.sends('a')).toEqual(['first', 'second']);
      expect(await inbox.live('a')).toBeUndefined();
      await inbox.wentLive('a', '12');
      expect(await inbox.live('a')).toBe('12');
      expect(await inbox.sends('a')).toEqual(['first', 'second']);
      expect(await inbox.sends('c')).toEqual([]);
    });

    it('forgets what was done long ago and nothing else', async () => {
      const { inbox } = await make();
      await inbox.put([item('a'), item('b'), item('c')]);
      await inbox.sent('a', 0, 'x');
      await inbox.sent('b', 0, 'x');
      await inbox.done('a', NOW);
      await inbox.done('b', LATER);
      await inbox.purge(LATER);
      expect(await inbox.sends('a')).toEqual([]);
      expect(await inbox.sends('b')).toEqual(['x']);
      expect((await inbox.waiting()).map(({ key }) => key)).toEqual(['c']);
      expect(await inbox.put([item('a'), item('b')])).toEqual(new Set(['a']));
    });
  });

  describe('ChatStates', () => {
    it('keeps the latest state of a chat until it is cleared', async () => {
      const { chatStates } = await make();
      expect(await chatStates.get('1')).toBeUndefined();
      await chatStates.set('1', { form: 'x' });
      await chatStates.set('1', { form: 'y' });
      expect(await chatStates.get('1')).toEqual({ form: 'y' });
      await chatStates.set('1', undefined);
      expect(await chatStates.get('1')).toBeUndefined();
    });
  });
}
