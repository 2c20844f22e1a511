import { Composer } from 'grammy';
import { COUNT } from '../../dialogue/lookups/deadline.ts';
import type { BotContext, BotDeps } from '../context.ts';
import { BOT_WORDS } from '../words.ts';
import { answerQuestion } from './asking.ts';

/** Command → the question it stands for, so that look-ups are answered, logged and followed up like any question. */
const QUESTIONS = {
  vanban: { example: '120/2025', question: (text: string) => `văn bản số ${text}` },
  thutuc: { example: '1.001193', question: (text: string) => `thủ tục ${text}` },
  donvi: { example: 'xã Phú An', question: (text: string) => `${text} nay là xã, phường nào` },
  han: {
    example: 'nhận hồ sơ ngày 28/8/2026, 3 ngày làm việc',
    question: (text: string) => `${COUNT} ${text}`,
  },
} as const;

/** /vanban 120/2025, /thutuc 1.001193, /donvi xã Phú An, /han … */
export function lookups(deps: BotDeps): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  for (const [command, { example, question }] of Object.entries(QUESTIONS)) {
    feature.command(command, async (ctx) => {
      const text = ctx.match.trim();
      if (text === '') return ctx.reply(BOT_WORDS.noText(command, example));
      return answerQuestion(ctx, deps, question(text), ctx.msg.message_id);
    });
  }
  return feature;
}
