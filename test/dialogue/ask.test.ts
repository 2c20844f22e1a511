import { describe, expect, it } from 'vitest';
import { createDialogue } from '../../src/dialogue/dialogue.ts';
import { MAX_QUESTION_LENGTH } from '../../src/dialogue/words.ts';
import { answer, echoAnswerer, testDialogue } from '../support/dialogue.ts';

const ask = (person: { id: never } | { id: string }, text: string, more = {}) =>
  ({ person: person.id as never, channel: 'telegram', conversation: 'c', text, ...more }) as const;

describe('asking', () => {
  it('answers an active person, logs the question, and says once that it is a first contact', async () => {
    const { dialogue, addPerson, deps } = await testDialogue();
    const person = await addPerson({ commune: 'my-thuong' });
    const reply = await dialogue.ask(ask(person, 'Lệ phí khai sinh?'));
    expect(reply).toMatchObject({ firstContact: true, answer: { status: 'answered' } });
    expect((await dialogue.ask(ask(person, 'Thời hạn khai tử?'))).firstContact).toBe(false);
    const logged = await deps.questions.question(reply.questionId);
    expect(logged).toMatchObject({ question: 'Lệ phí khai sinh?', commune: 'my-thuong', field: 'Hộ tịch' });
  });

  it.each(['pending', 'blocked', 'left'] as const)('does not answer a person who is %s', async (status) => {
    const answerer = echoAnswerer();
    const { dialogue, addPerson } = await testDialogue({ answerer });
    const person = await addPerson({ status });
    await expect(dialogue.ask(ask(person, 'Lệ phí?'))).rejects.toMatchObject({ code: 'not_active' });
    await expect(dialogue.ask(ask({ id: 'nobody' }, 'Lệ phí?'))).rejects.toMatchObject({
      code: 'not_active',
    });
    expect(answerer.asked).toEqual([]);
  });

  it('refuses politely an empty and an overlong question without asking', async () => {
    const answerer = echoAnswerer();
    const { dialogue, addPerson } = await testDialogue({ answerer });
    const person = await addPerson();
    for (const text of ['', '  \n ', 'a'.repeat(MAX_QUESTION_LENGTH + 1)]) {
      expect((await dialogue.ask(ask(person, text))).answer.status).toBe('refused');
    }
    expect(answerer.asked).toEqual([]);
  });

  it('keeps personal data out of the log but not out of the question', async () => {
    const answerer = echoAnswerer();
    const { dialogue, addPerson, deps } = await testDialogue({ answerer });
    const reply = await dialogue.ask(ask(await addPerson(), 'CCCD 046189001234 khai sinh cần gì?'));
    expect(answerer.asked[0]?.question).toContain('046189001234');
    expect(reply.answer.answer).toContain('046189001234');
    expect(JSON.stringify(await deps.questions.question(reply.questionId))).not.toContain('046189001234');
  });

  it('turns an error into a failed answer whose code is in the log, without the error itself', async () => {
    const answerer = echoAnswerer(() => Promise.reject(new Error('secret detail')));
    const { dialogue, addPerson, logged } = await testDialogue({ answerer });
    const { answer: failed } = await dialogue.ask(ask(await addPerson(), 'Lệ phí khai sinh?'));
    const code = /tham chiếu ([0-9A-Z]{6})/.exec(failed.answer)?.[1];
    expect(failed.status).toBe('failed');
    expect(failed.answer).not.toContain('secret');
    expect(logged.find((line) => line.level === 'error')?.fields).toMatchObject({ code });
  });

  it('stops waiting for an answerer that does not come back', async () => {
    const answerer = echoAnswerer(() => new Promise(() => {}));
    const { dialogue, addPerson } = await testDialogue({ answerer, options: { askTimeoutMs: 30 } });
    const reply = await dialogue.ask(ask(await addPerson(), 'Lệ phí khai sinh?'));
    expect(reply.answer).toMatchObject({ status: 'failed', route: 'timeout' });
  });

  it('asks nothing twice under one key', async () => {
    const answerer = echoAnswerer();
    const { dialogue, addPerson, deps } = await testDialogue({ answerer });
    const person = await addPerson();
    const text = 'Lệ phí khai sinh bao nhiêu? Thời hạn khai tử mấy ngày?';
    const first = await dialogue.ask(ask(person, text, { key: 'tg:7' }));
    const again = await createDialogue(deps).ask(ask(person, text, { key: 'tg:7' }));
    expect(answerer.asked.map(({ question }) => question)).toEqual([
      'Lệ phí khai sinh bao nhiêu?',
      'Thời hạn khai tử mấy ngày?',
    ]);
    expect(again).toEqual(first);
    expect(again.firstContact).toBe(true);
    expect(await deps.questions.count({ person: person.id })).toBe(2);
  });

  it('answers several questions in turn, the later ones in the context of the earlier', async () => {
    const answerer = echoAnswerer();
    const { dialogue, addPerson } = await testDialogue({ answerer });
    const reply = await dialogue.ask(ask(await addPerson(), 'Khai sinh cần giấy tờ gì? Lệ phí bao nhiêu?'));
    expect(reply.more).toHaveLength(1);
    expect(answerer.asked[1]?.question).toContain('9.000001');
    expect(answerer.asked[1]?.question).toContain('Lệ phí bao nhiêu');
  });

  it('limits questions per minute and person, and lets others ask', async () => {
    let time = Date.parse('2026-09-07T01:00:00Z');
    const now = () => new Date(time);
    const { dialogue, addPerson, deps } = await testDialogue({ now, options: { questionsPerMinute: 2 } });
    const [an, binh] = [await addPerson(), await addPerson()];
    const statusOf = async (who: typeof an) =>
      (await dialogue.ask(ask(who, 'Lệ phí khai sinh?'))).answer.status;
    expect([await statusOf(an), await statusOf(an), await statusOf(an)]).toEqual([
      'answered',
      'answered',
      'refused',
    ]);
    expect(await statusOf(binh)).toBe('answered');
    expect((await deps.audit.entries({ action: 'rate_limited' }, 9)).map(({ subject }) => subject)).toEqual([
      an.id,
    ]);
    time += 61_000;
    expect(await statusOf(an)).toBe('answered');
  });

  it('applies the rules of the day that the question names, and says which', async () => {
    const answerer = echoAnswerer();
    const now = () => new Date('2026-09-07T01:00:00Z');
    const { dialogue, addPerson } = await testDialogue({ answerer, now });
    const person = await addPerson();
    const reply = await dialogue.ask(ask(person, 'Hồ sơ nộp ngày 20/6/2025 thì ai giải quyết khai sinh?'));
    expect(reply.asOf).toBe('2025-06-20');
    expect((await dialogue.ask(ask(person, 'Ai giải quyết khai tử?'))).asOf).toBe('2026-09-07');
    expect(answerer.asked.map(({ asOf }) => asOf)).toEqual(['2025-06-20', '2026-09-07']);
  });

  it('says so while administrators have switched answering off', async () => {
    const answerer = echoAnswerer();
    const { dialogue, addPerson, deps } = await testDialogue({ answerer });
    const person = await addPerson();
    await deps.settings.set('service.off', true, 'system');
    expect((await dialogue.ask(ask(person, 'Ai giải quyết khai tử?'))).answer).toMatchObject({
      status: 'refused',
      route: 'paused',
    });
    expect(answerer.asked).toEqual([]);
    await deps.settings.set('service.off', false, 'system');
    expect((await dialogue.ask(ask(person, 'Ai giải quyết khai tử?'))).answer.status).toBe('answered');
  });

  it('gives a group only what is public', async () => {
    const answerer = echoAnswerer();
    const { dialogue, addPerson } = await testDialogue({ answerer });
    const person = await addPerson({ department: 'so-tu-phap' });
    await dialogue.ask(ask(person, 'Lệ phí khai sinh?'));
    await dialogue.ask(ask(person, 'Lệ phí khai tử?', { audience: 'group' }));
    expect(answerer.asked.map(({ reader }) => reader)).toEqual([
      { internal: true, departments: ['so-tu-phap'], channel: 'telegram' },
      { internal: false, departments: [], channel: 'telegram' },
    ]);
  });

  it('forgets the turns before when started afresh', async () => {
    const answerer = echoAnswerer(({ question }) => answer(question));
    const { dialogue, addPerson } = await testDialogue({ answerer });
    const person = await addPerson();
    await dialogue.ask(ask(person, 'Khai sinh cần giấy tờ gì?'));
    await dialogue.startAfresh(person.id, 'c');
    await dialogue.ask(ask(person, 'còn lệ phí?'));
    expect(answerer.asked[1]).toMatchObject({ question: 'còn lệ phí?', history: [] });
  });
});
