import { describe, expect, it } from 'vitest';
import { testDialogue } from '../support/dialogue.ts';

describe('people', () => {
  it('asks for access once; administrators are told; the first decision counts', async () => {
    const { dialogue, deps, addPerson } = await testDialogue();
    const admins = [await addPerson({ roles: ['admin'] }), await addPerson({ roles: ['admin'] })];
    const waiting = await dialogue.register({
      telegramId: '5',
      name: '  Trần   Bình ',
      commune: 'my-thuong',
    });
    expect(waiting).toMatchObject({ name: 'Trần Bình', status: 'pending' });
    await expect(dialogue.register({ telegramId: '5', name: 'Trần Bình' })).rejects.toMatchObject({
      code: 'already_done',
    });
    expect((await deps.notices.pending(9)).map(({ to }) => to).sort()).toEqual(
      admins.map(({ id }) => id).sort(),
    );
    await dialogue.decide({ by: admins[0]!.id, person: waiting.id, accept: true });
    const late = dialogue.decide({ by: admins[1]!.id, person: waiting.id, accept: false });
    await expect(late).rejects.toMatchObject({ code: 'already_done' });
    expect(await dialogue.person(waiting.id)).toMatchObject({ status: 'active' });
  });

  it('lets only administrators decide, and nobody block themselves', async () => {
    const { dialogue, addPerson } = await testDialogue();
    const admin = await addPerson({ roles: ['admin'] });
    const person = await addPerson();
    const block = (by: typeof admin, who: typeof admin) =>
      dialogue.changeStatus({ by: by.id, person: who.id, to: 'blocked' });
    await expect(block(person, admin)).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(block(admin, admin)).rejects.toMatchObject({ code: 'invalid' });
    await block(admin, person);
    await expect(dialogue.signinLink(person.id)).rejects.toMatchObject({ code: 'not_active' });
  });

  it('ends the web sessions of who is blocked', async () => {
    const { dialogue, deps, addPerson } = await testDialogue();
    const admin = await addPerson({ roles: ['admin'] });
    const person = await addPerson();
    await deps.signin.saveSession({
      idHash: 's',
      person: person.id,
      csrf: 'x',
      createdAt: '1',
      expiresAt: '2',
    });
    await dialogue.changeStatus({ by: admin.id, person: person.id, to: 'blocked' });
    expect(await deps.signin.session('s')).toBeUndefined();
  });

  it('lets focal people invite officials of their own commune and nobody else', async () => {
    const { dialogue, addPerson } = await testDialogue();
    const focal = await addPerson({ roles: ['focal'], commune: 'my-thuong' });
    const base = { by: focal.id, uses: 5, days: 7 } as const;
    expect(await dialogue.invite({ ...base, roles: ['official'], commune: 'my-thuong' })).toMatchObject({
      usesLeft: 5,
    });
    const refused = [
      { ...base, roles: ['admin'] as const, commune: 'my-thuong' },
      { ...base, roles: ['official'] as const, commune: 'hoa-chau' },
      { ...base, roles: ['official'] as const },
    ];
    for (const request of refused)
      await expect(dialogue.invite(request)).rejects.toMatchObject({ code: 'not_allowed' });
    const homeless = await addPerson({ roles: ['focal'] });
    const nowhere = dialogue.invite({ ...base, by: homeless.id, roles: ['official'] });
    await expect(nowhere).rejects.toMatchObject({ code: 'not_allowed' });
  });

  it('redeems an invitation as often as it may be used, the same person once', async () => {
    const { dialogue, addPerson } = await testDialogue();
    const admin = await addPerson({ roles: ['admin'] });
    const { code } = await dialogue.invite({
      by: admin.id,
      roles: ['staff'],
      department: 'so-y-te',
      uses: 1,
      days: 1,
    });
    const first = await dialogue.redeem({ telegramId: '5', name: 'Bình', code });
    expect(first).toMatchObject({ status: 'active', roles: ['staff'], department: 'so-y-te' });
    expect(await dialogue.redeem({ telegramId: '5', name: 'Bình', code })).toEqual(first);
    await expect(dialogue.redeem({ telegramId: '6', name: 'An', code })).rejects.toMatchObject({
      code: 'bad_invitation',
    });
  });

  it('makes configured Telegram accounts administrators', async () => {
    const { dialogue } = await testDialogue({ options: { adminTelegramIds: ['9'] } });
    expect(await dialogue.identify({ telegramId: '9', name: 'Quản trị' })).toMatchObject({
      roles: ['admin'],
      status: 'active',
    });
    expect(await dialogue.identify({ telegramId: '8', name: 'Ai đó' })).toBeUndefined();
    expect(await dialogue.claimCode()).toBeUndefined();
  });
});
