import { Composer } from 'grammy';
import { markedRefusal } from '../../ingest/safety/marked-words.ts';
import type { BotContext, BotDeps } from '../context.ts';
import { levelOfFile } from '../inbox/marked-files.ts';
import { fileOf, type SecretDeps, tellSecret } from './sent-file.ts';

/** A file that its sender calls secret is not fetched, whoever sends it and wherever. */
export function markedFile(deps: SecretDeps & Pick<BotDeps, 'uploads'>): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature.on(['message:document', 'message:photo'], async (ctx, next) => {
    const level = levelOfFile(ctx.message);
    if (level === undefined) return next();
    if (ctx.person !== undefined) await deps.uploads?.noteSecret(ctx.person.id, 'telegram');
    await tellSecret(deps, ctx, fileOf(ctx).id, markedRefusal(level));
  });
  return feature;
}
