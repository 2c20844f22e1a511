import { describe, expect, it } from 'vitest';
import type { ChatStates, Inbox } from '../../../src/dialogue/inbox.ts';
import type {
  AuditLog,
  Escalation,
  EscalationStore,
  LoggedQuestion,
  Notice,
  NoticeStore,
  PeopleStore,
  Person,
  PersonId,
  QuestionLog,
  SettingsStore,
  SigninStore,
} from '../../../src/dialogue/model.ts';
import { answer, citation } from '../../support/dialogue.ts';

/** One suite per port: every implementation passes the same. `make` gives an empty store. */
type Make<T> = () => Promise<T>;

const NOW = '2026-09-07T03:00:00.000Z';
const LATER = '2026-09-07T04:00:00.000Z';
const id = <T>(text: string) => text as T;

export function person(overrides: Partial<Person> = {}): Person {
  return {
    id: id('p1'),
    name: 'Trần Thị Bình',
    status: 'active',
    roles: ['official'],
    fields: [],
    createdAt: NOW,
    ...overrides,
  };
}

export function question(key: string, overrides: Partial<LoggedQuestion> = {}): LoggedQuestion {
  return {
    id: id(key),
    traceId: `t-${key}`,
    person: id('p1'),
    channel: 'telegram',
    conversation: 'c1',
    askedAt: NOW,
    asOf: '2026-09-07',
    question: 'Lệ phí khai sinh?',
    answer: answer('Không thu lệ phí [1].'),
    hits: [],
    ...overrides,
  };
}

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
