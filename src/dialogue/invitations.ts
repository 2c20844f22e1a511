import { randomBytes } from 'node:crypto';
import { demand } from './access.ts';
import { audit } from './audit.ts';
import type { Context } from './deps.ts';
import { DialogueError } from './errors.ts';
import type { Invitation, Person, PersonId, Role } from './model.ts';
import { admins, localAdmin, newPerson, type TelegramUser } from './people.ts';

export interface InvitationRequest {
  readonly by: PersonId;
  readonly roles: readonly Role[];
  readonly commune?: string;
  readonly department?: string;
  readonly uses: number;
  readonly days: number;
}

/** A code for a link: who opens it becomes active with these roles.
 * Focal people may invite officials of their own commune; administrators anybody.
 * @throws DialogueError `not_allowed` */
export async function invite(context: Context, request: InvitationRequest): Promise<Invitation> {
  const by = await context.people.person(request.by);
  demand(by, 'invite_to_own_commune');
  const own = request.commune === by.commune && request.roles.every((role) => role === 'official');
  if (!by.roles.includes('admin') && !(own && by.commune !== undefined))
    throw new DialogueError('not_allowed', 'invite');
  if (!(request.uses >= 1 && request.uses <= 500 && request.days >= 1 && request.days <= 90)) {
    throw new DialogueError('invalid', `uses ${request.uses}, days ${request.days}`);
  }
  const invitation = newInvitation(context, { ...request, by: by.id });
  await context.people.saveInvitation(invitation);
  await audit(context, by.id, 'invited', request.commune ?? request.department ?? '', {
    roles: request.roles,
  });
  return invitation;
}

/** Uses an invitation (or the claim code) up by one. Redeeming again after success is harmless.
 * @throws DialogueError `bad_invitation`, `not_allowed` when blocked */
export async function redeem(context: Context, request: TelegramUser & { code: string }): Promise<Person> {
  const known = await context.people.byTelegramId(request.telegramId);
  if (known?.status === 'blocked') throw new DialogueError('not_allowed', 'blocked');
  const invitation = await context.people.invitation(request.code.trim());
  if (invitation === undefined) throw new DialogueError('bad_invitation', 'unknown');
  const roles = [...new Set([...(known?.status === 'active' ? known.roles : []), ...invitation.roles])];
  const gainsNothing = known?.status === 'active' && roles.length === known.roles.length;
  if (gainsNothing) return known;
  const person: Person = {
    ...(known ?? newPerson(context, request)),
    status: 'active',
    roles,
    ...(invitation.commune !== undefined && { commune: invitation.commune }),
    ...(invitation.department !== undefined && { department: invitation.department }),
  };
  if (!(await context.people.useInvitation(request.code.trim(), context.now().toISOString(), person))) {
    throw new DialogueError('bad_invitation', 'spent or expired');
  }
  await audit(context, person.id, 'invitation_redeemed', person.id, { roles });
  return person;
}

/** A one-time code that makes the first administrator, when there is none yet; printed at start only. */
export async function claimCode(context: Context): Promise<string | undefined> {
  const reachable = (await admins(context)).filter((admin) => admin.telegramId !== undefined);
  if (reachable.length > 0 || context.options.adminTelegramIds.length > 0) return undefined;
  const by = (await localAdmin(context)).id;
  const invitation = newInvitation(context, { by, roles: ['admin'], uses: 1, days: 1 });
  await context.people.saveInvitation(invitation);
  return invitation.code;
}

function newInvitation(context: Context, request: InvitationRequest): Invitation {
  return {
    // 128 bits, and only characters that a Telegram deep link allows (A-Z a-z 0-9 _ -).
    code: randomBytes(16).toString('base64url'),
    roles: request.roles,
    usesLeft: request.uses,
    expiresAt: new Date(context.now().getTime() + request.days * 86_400_000).toISOString(),
    createdBy: request.by,
    ...(request.commune !== undefined && { commune: request.commune }),
    ...(request.department !== undefined && { department: request.department }),
  };
}
