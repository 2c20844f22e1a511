import type { Logger } from 'pino';
import type { App } from './app.ts';
import { createProxyAgent } from './bot/api/proxy-agent.ts';
import { createBot, type TelegramBot } from './bot/create-bot.ts';
import type { CitedOriginals } from './dialogue/originals/cited.ts';
import type { PagePictures } from './dialogue/originals/model.ts';
import { wireGuidance } from './wiring/guidance.ts';

/** Where Telegram sends updates in webhook mode, under PUBLIC_URL. */
export const WEBHOOK_PATH = '/telegram/webhook';

/** The bot over the app's dialogue and stores; undefined without `TELEGRAM_BOT_TOKEN`. Connects nowhere yet. */
export function createTelegram(
  app: App,
  log: Logger,
  papers: { readonly originals: CitedOriginals; readonly pictures: PagePictures },
): TelegramBot | undefined {
  const { telegram, publicUrl, httpsProxy } = app.config;
  if (telegram === undefined) return undefined;
  const { token, apiRoot, webhookSecret: secret } = telegram;
  const throughProxy = httpsProxy !== undefined && (apiRoot === undefined || apiRoot.startsWith('https:'));
  return createBot({
    token,
    dialogue: app.dialogue,
    uploads: app.uploads.uploads,
    readFile: app.uploads.read,
    ...papers,
    inbox: app.stores.inbox,
    chatStates: app.stores.chatStates,
    guidance: wireGuidance(app),
    digest: app.changes,
    now: app.now,
    log,
    ...(apiRoot !== undefined && { apiRoot }),
    ...(publicUrl !== undefined && { publicUrl }),
    ...(secret !== undefined &&
      publicUrl !== undefined && { webhook: { url: publicUrl + WEBHOOK_PATH, secret } }),
    ...(throughProxy && {
      client: { baseFetchConfig: { agent: createProxyAgent(httpsProxy), compress: true } },
    }),
  });
}

/** Starts the bot without holding up the web: Telegram may be out of reach for long. `tell` gets lines for the terminal. */
export async function startTelegram(
  bot: TelegramBot,
  app: App,
  log: Logger,
  tell: (text: string) => void,
): Promise<void> {
  try {
    await bot.start();
  } catch (error) {
    if ((error as { error_code?: number }).error_code === 401) {
      tell(
        'Telegram từ chối TELEGRAM_BOT_TOKEN. Kiểm tra mã do BotFather cấp rồi khởi động lại; trang web vẫn chạy.',
      );
    }
    log.error({ err: error }, 'bot not started');
    return;
  }
  tell(`Bot Telegram @${bot.username()} đang chạy.`);
  const code = await app.dialogue.claimCode();
  if (code === undefined) return;
  tell(
    'Chưa có quản trị trên Telegram. Mở liên kết sau bằng tài khoản Telegram của quản trị (dùng một lần, trong 24 giờ):',
  );
  tell(`https://t.me/${bot.username()}?start=${code}`);
}
