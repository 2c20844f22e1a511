import { describe, expect, it } from 'vitest';
import type { LoggedQuestion, QuestionLog } from '../../../../src/dialogue/model.ts';
import { answer, citation } from '../../../support/dialogue.ts';
import { id, LATER, type Make, NOW, question } from './fixtures.ts';

export function questionContract(make: Make<QuestionLog>): void {
  describe('QuestionLog', () => {
    it('gives back what was logged, snapshots included; logging twice changes nothing', async () => {
      const log = await make();
      const full = question('q1', { commune: 'x', field: 'Hộ tịch', understoodAs: 'đầy đủ' });
      await log.add(full);
      await log.add({ ...full, question: 'khác' });
      expect(await log.question(full.id)).toEqual(full);
      expect(await log.question(id('q2'))).toBeUndefined();
    });

    it('pages newest first without gaps or repeats, also within one instant', async () => {
      const log = await make();
      const all = ['a', 'b', 'c', 'd', 'e'];
      for (const [i, key] of all.entries()) await log.add(question(key, { askedAt: i < 3 ? NOW : LATER }));
      const seen: string[] = [];
      for (let before: LoggedQuestion['id'] | undefined; ; ) {
        const page = await log.list({}, { limit: 2, ...(before !== undefined && { before }) });
        seen.push(...page.map((q) => q.id));
        before = page.at(-1)?.id;
        if (before === undefined) break;
      }
      expect(seen).toEqual(['e', 'd', 'c', 'b', 'a']);
    });

    it('filters, and counts what it lists', async () => {
      const log = await make();
      await log.add(question('a', { commune: 'x', field: 'Hộ tịch' }));
      const missing = answer('Chưa tìm thấy', { status: 'not_found', citations: [] });
      await log.add(
        question('b', { askedAt: LATER, person: id('p2'), answer: missing, question: 'Đất đai' }),
      );
      const other = answer('x', { citations: [citation(1, { documentId: 'd2' })], composer: 'llm' });
      await log.add(question('c', { answer: other }));
      await log.setFeedback(id('c'), { verdict: 'wrong', reason: 'lac_de', at: LATER });
      const cases: [Parameters<QuestionLog['count']>[0], string[]][] = [
        [{ from: LATER }, ['b']],
        [{ to: LATER }, ['c', 'a']],
        [{ person: id('p2') }, ['b']],
        [{ commune: 'x' }, ['a']],
        [{ field: 'Hộ tịch' }, ['a']],
        [{ status: 'not_found' }, ['b']],
        [{ composer: 'llm' }, ['c']],
        [{ documentId: 'd2' }, ['c']],
        [{ feedback: 'wrong' }, ['c']],
        [{ feedback: 'none' }, ['b', 'a']],
        [{ text: 'dat DAI' }, ['b']],
        [{ text: 'khong thu, phi' }, ['a']],
        [{ text: '100%_' }, []],
      ];
      for (const [filter, ids] of cases) {
        expect(
          (await log.list(filter, { limit: 9 })).map((q) => q.id),
          JSON.stringify(filter),
        ).toEqual(ids);
        expect(await log.count(filter)).toBe(ids.length);
      }
      expect((await log.question(id('c')))?.feedback).toEqual({
        verdict: 'wrong',
        reason: 'lac_de',
        at: LATER,
      });
    });

    it('remembers the latest turns of one conversation, oldest first, since it was started afresh', async () => {
      const log = await make();
      const at = (n: number) => `2026-09-07T03:00:0${n}.000Z`;
      for (let n = 0; n < 4; n++) await log.add(question(`q${n}`, { askedAt: at(n) }));
      await log.add(question('other', { conversation: 'c2', askedAt: at(5) }));
      await log.add(question('else', { person: id('p2'), askedAt: at(5) }));
      const turns = async () => (await log.conversation(id('p1'), 'c1', 2)).map((q) => q.id);
      expect(await turns()).toEqual(['q2', 'q3']);
      await log.startAfresh(id('p1'), 'c1', at(2));
      expect(await turns()).toEqual(['q3']);
      await log.startAfresh(id('p1'), 'c1', at(6));
      expect(await turns()).toEqual([]);
    });

    it('keeps the escalation beside the question', async () => {
      const log = await make();
      await log.add(question('q1'));
      await log.setEscalation(id('q1'), id('e1'));
      expect(await log.question(id('q1'))).toMatchObject({ escalation: 'e1' });
    });
  });
}
