import { Composer } from 'grammy';
import { type DigestDeps, following as fieldsOf, follow, unfollow } from '../../dialogue/changes/digest.ts';
import { CHANGE_WORDS } from '../../dialogue/changes/words.ts';
import type { BotContext } from '../context.ts';

/** /theodoi [lĩnh vực], /botheodoi lĩnh vực: the daily digest of new guidance. */
export function following(digest: DigestDeps): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature.command('theodoi', async (ctx) => {
    const by = ctx.person!.id;
    const field = ctx.match.trim();
    if (field === '') return ctx.reply(CHANGE_WORDS.following(await fieldsOf(digest, by)));
    return ctx.reply(CHANGE_WORDS.followed(await follow(digest, by, field)));
  });
  feature.command('botheodoi', async (ctx) => {
    const by = ctx.person!.id;
    const field = ctx.match.trim();
    if (field === '') return ctx.reply(CHANGE_WORDS.following(await fieldsOf(digest, by)));
    return ctx.reply(CHANGE_WORDS.unfollowed(await unfollow(digest, by, field)));
  });
  return feature;
}
