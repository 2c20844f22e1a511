import { describe, expect, it } from 'vitest';
import type { DelegationInput } from '../../../src/dialogue/delegations/register.ts';
import { asksWhoSigns, sameMatter } from '../../../src/dialogue/delegations/signers.ts';
import { plainAnswer } from '../../../src/dialogue/plain-answer.ts';
import { answer, echoAnswerer, testDialogue } from '../../support/dialogue.ts';

const INPUT: DelegationInput = {
  matter: 'chứng thực bản sao từ bản chính',
  delegate: 'bà Lê Thị Hoa, công chức Văn phòng',
  decisionNumber: '15/QĐ-UBND',
  decisionDate: '03/11/2025',
  from: '05/11/2025',
  to: '2026-11-04',
};
const NOW = new Date('2026-09-07T03:00:00Z');

async function commune(respond = () => answer('Chủ tịch, Phó Chủ tịch ký [1].')) {
  const test = await testDialogue({
    now: () => NOW,
    answerer: echoAnswerer(respond),
    communes: [{ slug: 'my-thuong', name: 'phường Mỹ Thượng' }],
  });
  const focal = await test.addPerson({ roles: ['focal'], commune: 'my-thuong' });
  const official = await test.addPerson({ commune: 'my-thuong' });
  const ask = (text: string, more: { asOf?: string; audience?: 'group' } = {}, by = official.id) =>
    test.dialogue
      .ask({ person: by, channel: 'telegram', conversation: 'c', text, ...more })
      .then((reply) => reply.answer);
  return { ...test, focal, official, ask };
}

describe('a question about who signs', () => {
  it.each([
    'ai ký ở xã mình',
    'ai ky chung thuc o xa minh',
    'Ở phường mình ai được ủy quyền ký chứng thực?',
    'người nào có thẩm quyền ký chứng thực bản sao',
    'phường mình ủy quyền chứng thực cho ai',
  ])('%s', (question) => expect(asksWhoSigns(question)).toBe(true));
  it.each(['giấy ủy quyền chứng thực ở đâu', 'chữ ký được chứng thực thế nào', 'hồ sơ ký số nộp ở đâu'])(
    'not: %s',
    (question) => expect(asksWhoSigns(question)).toBe(false),
  );
  it('names a matter by two neighbouring syllables, or none at all', () => {
    expect(sameMatter('ai ky chung thuc o xa minh', INPUT.matter)).toBe(true);
    expect(sameMatter('ai ký ở xã mình', INPUT.matter)).toBe(true);
    expect(sameMatter('ở phường mình ai ký chứng thực bản sao?', INPUT.matter)).toBe(true);
    expect(sameMatter('ủy ban mình ai ký sao y bản chính', 'Chứng thực chữ ký')).toBe(false);
    expect(sameMatter('ai ký giấy khai sinh ở xã mình', INPUT.matter)).toBe(false);
  });
});

describe('the register of delegations', () => {
  it('says who signs in the own commune before the general answer, with decision and term', async () => {
    const { dialogue, focal, ask } = await commune();
    await dialogue.addDelegation({ by: focal.id, input: INPUT });
    const got = await ask('ai ky chung thuc o xa minh');
    const [first] = got.sections;
    expect(first?.role).toBe('conclusion');
    expect(first?.lines[0]).toContain('bà Lê Thị Hoa');
    expect(first?.lines[0]).toContain('Quyết định số 15/QĐ-UBND ngày 03/11/2025');
    expect(first?.lines[0]).toContain('từ ngày 05/11/2025 đến hết ngày 04/11/2026');
    expect(got.answer.indexOf('Lê Thị Hoa')).toBeLessThan(got.answer.indexOf('Phó Chủ tịch ký [1]'));
    expect(got.citations).toHaveLength(1);
  });

  it('says of an expired one that it is expired, on the day asked about', async () => {
    const { dialogue, focal, ask } = await commune();
    await dialogue.addDelegation({ by: focal.id, input: INPUT });
    const got = await ask('ai ký chứng thực ở phường mình', { asOf: '2026-11-05' });
    expect(got.sections[0]?.lines.join()).not.toContain('Lê Thị Hoa');
    expect(got.answer).toContain('đã hết thời hạn từ sau ngày 04/11/2026');
    expect(
      (await ask('ai ký chứng thực ở phường mình', { asOf: '2026-11-04' })).sections[0]?.lines[0],
    ).toContain('Lê Thị Hoa');
  });

  it('warns of a certification delegated before decree 280/2025 allowed it', async () => {
    const { dialogue, focal, ask } = await commune();
    await dialogue.addDelegation({
      by: focal.id,
      input: { ...INPUT, decisionDate: '01/08/2025', from: '01/08/2025' },
    });
    expect((await ask('ai ký chứng thực ở xã mình')).answer).toContain('280/2025/NĐ-CP');
  });

  it('stands alone when nothing general was found, and says when nobody is registered', async () => {
    const { ask } = await commune(() => plainAnswer('not_found', ['Chưa tìm thấy.'], 'none'));
    const got = await ask('ai ký ở xã mình');
    expect(got.status).toBe('answered');
    expect(got.answer).toContain('chưa ghi ai đang được ủy quyền');
  });

  it('leaves the first line to the rules when nobody is registered', async () => {
    const { ask } = await commune();
    const got = await ask('ai ký chứng thực ở xã mình');
    expect(got.sections[0]?.lines[0]).toContain('Phó Chủ tịch ký [1]');
    expect(got.answer).toContain('chưa ghi ai đang được ủy quyền');
  });

  it('is not told to groups, to other communes, nor with other questions', async () => {
    const { dialogue, focal, ask, addPerson } = await commune();
    await dialogue.addDelegation({ by: focal.id, input: INPUT });
    const other = await addPerson({ commune: 'phu-xuan' });
    for (const got of [
      await ask('ai ký chứng thực ở xã mình', { audience: 'group' }),
      await ask('ai ký chứng thực ở xã mình', {}, other.id),
      await ask('lệ phí chứng thực'),
    ])
      expect(got.answer).not.toContain('Lê Thị Hoa');
  });

  it('is kept by the own focal person only, and a withdrawn entry no longer serves', async () => {
    const { dialogue, focal, official, ask, addPerson } = await commune();
    const stranger = await addPerson({ roles: ['focal'], commune: 'phu-xuan' });
    await expect(dialogue.addDelegation({ by: official.id, input: INPUT })).rejects.toMatchObject({
      code: 'not_allowed',
    });
    const { id } = await dialogue.addDelegation({ by: focal.id, input: INPUT, key: 'k' });
    await dialogue.addDelegation({ by: focal.id, input: INPUT, key: 'k' });
    expect(await dialogue.delegations({ by: official.id })).toHaveLength(1);
    await expect(dialogue.withdrawDelegation({ by: stranger.id, id })).rejects.toMatchObject({
      code: 'unknown',
    });
    await dialogue.withdrawDelegation({ by: focal.id, id });
    expect((await ask('ai ký chứng thực ở xã mình')).answer).not.toContain('Lê Thị Hoa');
    await expect(dialogue.withdrawDelegation({ by: focal.id, id })).rejects.toMatchObject({
      code: 'already_done',
    });
  });

  it.each([
    [{ matter: '?' }, 'Nội dung'],
    [{ decisionNumber: 'không nhớ' }, 'Số quyết định'],
    [{ decisionDate: '31/02/2026' }, 'Ngày chưa đúng'],
    [{ from: '01/11/2025' }, 'trước ngày ký'],
    [{ to: '01/01/2025' }, 'Ngày hết hạn'],
  ])('refuses %o in words', async (wrong, words) => {
    const { dialogue, focal } = await commune();
    await expect(
      dialogue.addDelegation({ by: focal.id, input: { ...INPUT, ...wrong } }),
    ).rejects.toMatchObject({ code: 'invalid', forPeople: expect.stringContaining(words) });
  });
});
