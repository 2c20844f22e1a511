import type { Api } from 'grammy';
import type { BotCommand } from 'grammy/types';
import type { Role } from '../dialogue/model.ts';
import type { BotDeps } from './context.ts';
import { COMMANDS, type CommandName } from './words.ts';

const FOR_ALL: readonly CommandName[] = ['start', 'help'];
const FOR_ROLES: readonly (readonly [CommandName, readonly Role[]])[] = [
  ['moi', ['official', 'focal', 'leader', 'staff', 'approver', 'admin']],
  ['vanban', ['official', 'focal', 'leader', 'staff', 'approver', 'admin']],
  ['thutuc', ['official', 'focal', 'leader', 'staff', 'approver', 'admin']],
  ['donvi', ['official', 'focal', 'leader', 'staff', 'approver', 'admin']],
  ['han', ['official', 'focal', 'leader', 'staff', 'approver', 'admin']],
  ['cauhoi', ['official', 'focal', 'leader', 'staff', 'approver', 'admin']],
  ['uyquyen', ['official', 'focal', 'leader', 'admin']],
  ['theodoi', ['official', 'focal', 'leader', 'staff', 'approver', 'admin']],
  ['botheodoi', ['official', 'focal', 'leader', 'staff', 'approver', 'admin']],
  ['chuyenxa', ['official', 'focal', 'leader']],
  ['nghi', ['staff', 'approver', 'admin']],
  ['nap', ['staff', 'approver', 'admin']],
  ['moinguoi', ['focal']],
  ['nguoi', ['focal', 'admin']],
  ['phancong', ['admin']],
  ['quantri', ['admin']],
];

/** The commands that Telegram offers a person in the menu of their chat. */
export function commandsFor(roles: readonly Role[]): BotCommand[] {
  const allowed = FOR_ROLES.filter(([, who]) => who.some((role) => roles.includes(role))).map(
    ([name]) => name,
  );
  return [...FOR_ALL, ...allowed].map((command) => ({ command, description: COMMANDS[command] }));
}

/** Nobody waits for menus: a failure is only a missing hint. */
export function showCommands(api: Api, chat: number, commands: BotCommand[]): void {
  void api.setMyCommands(commands, { scope: { type: 'chat', chat_id: chat } }).catch(() => {});
}

export function publishCommands(api: Api, log: BotDeps['log']): void {
  void api
    .setMyCommands(commandsFor([]))
    .catch((error: unknown) => log.warn({ err: error }, 'commands not published'));
}
