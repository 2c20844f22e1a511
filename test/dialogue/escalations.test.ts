import { describe, expect, it } from 'vitest';
import { testDialogue } from '../support/dialogue.ts';

async function escalated(options: Parameters<typeof testDialogue>[0] = {}) {
  const test = await testDialogue(options);
  const asker = await test.addPerson({ commune: 'my-thuong' });
  const reply = await test.dialogue.ask({
    person: asker.id,
    channel: 'web',
    conversation: 'c',
    text: 'Khai sinh quá hạn thì sao?',
  });
  return { ...test, asker, question: reply.questionId };
}

describe('escalation', () => {
  it('goes to the people of the field, their stand-ins, or the administrators when there are none', async () => {
    const { dialogue, deps, addPerson, asker, question } = await escalated();
    const admin = await addPerson({ roles: ['admin'] });
    await dialogue.escalate({ by: asker.id, question });
    expect((await deps.notices.pending(9)).map(({ to }) => to)).toEqual([admin.id]);

    const standIn = await addPerson({ roles: ['staff'] });
    const away = await addPerson({ roles: ['staff'], standIn: standIn.id });
    await deps.escalations.saveRoute({ field: 'Hộ tịch', department: 'so-tu-phap', people: [away.id] });
    const second = await dialogue.ask({
      person: asker.id,
      channel: 'web',
      conversation: 'c',
      text: 'Khai tử?',
    });
    await dialogue.escalate({ by: asker.id, question: second.questionId });
    expect((await deps.notices.pending(9)).map(({ to }) => to)).toEqual([admin.id, standIn.id]);
  });

  it('happens once however often it is asked for', async () => {
    const { dialogue, deps, addPerson, asker, question } = await escalated();
    await addPerson({ roles: ['admin'] });
    const [first, again] = [
      await dialogue.escalate({ by: asker.id, question }),
      await dialogue.escalate({ by: asker.id, question }),
    ];
    expect([first.isNew, again.isNew]).toEqual([true, false]);
    expect(await deps.escalations.list({})).toHaveLength(1);
    expect(await deps.notices.pending(9)).toHaveLength(1);
    expect(await deps.questions.question(question)).toMatchObject({ escalation: first.escalation.id });
  });

  it('is nobody’s who may not see the question', async () => {
    const { dialogue, addPerson, question } = await escalated();
    const other = await addPerson({ commune: 'my-thuong' });
    await expect(dialogue.escalate({ by: other.id, question })).rejects.toMatchObject({ code: 'unknown' });
    const focal = await addPerson({ roles: ['focal'], commune: 'my-thuong' });
    expect((await dialogue.escalate({ by: focal.id, question })).isNew).toBe(true);
  });

  it('is answered only by who took it, and only by somebody of the field', async () => {
    const { dialogue, deps, addPerson, asker, question } = await escalated();
    const cuong = await addPerson({ roles: ['staff'], fields: ['Hộ tịch'] });
    const dung = await addPerson({ roles: ['staff'], fields: ['Hộ tịch'] });
    const stranger = await addPerson({ roles: ['staff'], fields: ['Đất đai'] });
    const { escalation } = await dialogue.escalate({ by: asker.id, question });
    const by = (person: { id: typeof cuong.id }) => ({ by: person.id, escalation: escalation.id });
    await expect(dialogue.take(by(stranger))).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(dialogue.take(by(asker))).rejects.toMatchObject({ code: 'not_allowed' });
    await dialogue.take(by(cuong));
    await expect(dialogue.take(by(dung))).rejects.toMatchObject({ code: 'already_taken' });
    await expect(dialogue.reply({ ...by(dung), text: 'x' })).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(dialogue.reply({ ...by(cuong), text: ' ' })).rejects.toMatchObject({ code: 'invalid' });
    await dialogue.reply({ ...by(cuong), text: 'Lập hồ sơ.', basis: 'Điều 5' });
    await dialogue.reply({ ...by(cuong), text: 'Lập hồ sơ.' });
    await expect(dialogue.reply({ ...by(cuong), text: 'khác' })).rejects.toMatchObject({
      code: 'already_done',
    });
    const told = (await deps.notices.of(asker.id, 9)).map(({ kind }) => kind);
    expect(told).toEqual(['escalation_answered', 'escalation_taken']);
  });

  it('reminds its staff once at half the time, days off left out, unless somebody has taken it', async () => {
    // Friday, 10:00 in Vietnam; 48 hours of working days end on Tuesday.
    let now = new Date('2026-09-11T03:00:00Z');
    const { dialogue, deps, addPerson, asker, question } = await escalated({ now: () => now });
    const [cuong] = [await addPerson({ roles: ['staff'], fields: ['Hộ tịch'] })];
    await addPerson({ roles: ['admin'] });
    const { escalation } = await dialogue.escalate({ by: asker.id, question });
    const reminded = async () =>
      (await deps.notices.pending(20)).filter(({ kind }) => kind === 'escalation_reminder');
    now = new Date('2026-09-13T03:00:00Z');
    await dialogue.sweepOverdue();
    expect(await reminded()).toEqual([]);
    now = new Date('2026-09-14T04:00:00Z');
    await dialogue.sweepOverdue();
    await dialogue.sweepOverdue();
    expect((await reminded()).map(({ to }) => to)).toEqual([cuong.id]);
    await dialogue.take({ by: cuong.id, escalation: escalation.id });
    expect((await deps.escalations.list({}))[0]?.state).toBe('dang_xu_ly');
  });

  it('becomes overdue once, and can still be taken', async () => {
    let now = new Date('2026-09-07T03:00:00Z');
    const { dialogue, deps, addPerson, asker, question } = await escalated({ now: () => now });
    const admin = await addPerson({ roles: ['admin'] });
    const { escalation } = await dialogue.escalate({ by: asker.id, question });
    expect(await dialogue.sweepOverdue()).toBe(0);
    now = new Date('2026-09-10T03:00:00Z');
    expect([await dialogue.sweepOverdue(), await dialogue.sweepOverdue()]).toEqual([1, 0]);
    const told = (await deps.notices.pending(9)).map(({ kind, to }) => `${kind} ${to}`);
    expect(told).toContain(`escalation_overdue ${admin.id}`);
    expect(told).toContain(`escalation_late ${asker.id}`);
    expect((await dialogue.take({ by: admin.id, escalation: escalation.id })).state).toBe('dang_xu_ly');
  });
});
