import type { Api } from 'grammy';
import type { EscalationId, Notice } from '../dialogue/model.ts';
import { classify } from './api/errors.ts';
import { commandsFor, showCommands } from './commands.ts';
import type { BotDeps } from './context.ts';
import { plain, renderMessages } from './format/html.ts';
import { noticeKeyboard } from './format/keyboards.ts';

const BATCH = 50;
/** What a person may do is another than before: so are the commands of their menu. */
const CHANGES_MENU: ReadonlySet<Notice['kind']> = new Set(['access_granted', 'transferred']);

/** Where an escalated question stands, so that its answer can be a reply to it. */
export interface AskedAt {
  readonly chat: number;
  readonly message: number;
}

export function askedAtKey(escalation: EscalationId | string): string {
  return `escalation:${escalation}`;
}

type NoticeDeps = Pick<BotDeps, 'dialogue' | 'chatStates' | 'log'> & { readonly api: Api };

/** Sends what waits to those who use Telegram, oldest first, one at a time; what fails for a while stays waiting. */
export function deliverNotices(deps: NoticeDeps): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= deliverAll(deps).finally(() => {
      running = undefined;
    });
    return running;
  };
}

async function deliverAll(deps: NoticeDeps): Promise<void> {
  for (const notice of await deps.dialogue.pendingNotices(BATCH)) {
    try {
      await deliver(deps, notice);
      await deps.dialogue.noticeDelivered(notice.id);
    } catch (error) {
      const failure = classify(error);
      deps.log.warn({ err: error, notice: notice.id, failure }, 'notice not delivered');
      if (failure === 'unreachable' || failure === 'refused') await deps.dialogue.noticeDelivered(notice.id);
    }
  }
}

async function deliver({ api, dialogue, chatStates }: NoticeDeps, notice: Notice): Promise<void> {
  const person = await dialogue.person(notice.to);
  if (person?.telegramId === undefined) return;
  const at = (await chatStates.get(askedAtKey(notice.subject))) as AskedAt | undefined;
  const replies = notice.kind === 'escalation_answered' && at !== undefined;
  const chat = replies ? at.chat : Number(person.telegramId);
  const texts = renderMessages([{ kind: 'plain', lines: notice.text.split('\n').map(plain) }]);
  for (const [i, text] of texts.entries()) {
    const keyboard = i === texts.length - 1 ? noticeKeyboard(notice) : undefined;
    await api.sendMessage(chat, text, {
      parse_mode: 'HTML',
      ...(keyboard !== undefined && { reply_markup: keyboard }),
      ...(replies && { reply_parameters: { message_id: at.message, allow_sending_without_reply: true } }),
    });
  }
  if (CHANGES_MENU.has(notice.kind)) showCommands(api, chat, commandsFor(person.roles));
}
