import { type App, openApp } from './app.ts';
import { type Config, ConfigError } from './config.ts';
import { createLogger } from './log.ts';
import { type RunningServer, ServerError, startServer } from './server.ts';
import { StoreError } from './store/errors.ts';
import { DataDirBusyError } from './store/lock.ts';
import { beginProcess } from './wiring/process.ts';
import { stopOnSignals } from './wiring/stop-signals.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);

/** Starts everything: corpus, web, bot. Stops gracefully at SIGINT and SIGTERM; a later second signal ends at once. */
async function main(): Promise<void> {
  const config = beginProcess();
  const log = createLogger(config.logLevel);
  const app = await openApp(config, { tell: (text) => say(text), log });
  const server = await started(app, config, log);
  const stop = async () => {
    say('Đang dừng: làm nốt việc đang dở…');
    await server.stop();
    await app.close();
    process.exit(0);
  };
  stopOnSignals(process, {
    stop: () => void stop(),
    end: () => process.exit(1),
    now: () => performance.now(),
  });
}

async function started(
  app: App,
  config: Config,
  log: ReturnType<typeof createLogger>,
): Promise<RunningServer> {
  const corpus = await app.loadCorpus();
  for (const file of corpus.files) {
    if (file.status === 'failed' || file.status === 'refused')
      say(`Bỏ qua ${file.source}: ${file.reason ?? ''}`);
  }
  const server = await startServer(app, log, say);
  const documents = await app.documents.count();
  say(`Trợ lý cấp xã đang chạy ở ${server.address} với ${documents} tài liệu.`);
  say('Liên kết đăng nhập quản trị (dùng một lần; lấy liên kết khác bằng: npm run -s signin-link):');
  say(await app.adminSigninLink(server.address));
  if (config.telegram === undefined) say('Chưa bật Telegram (đặt TELEGRAM_BOT_TOKEN để bật).');
  return server;
}

function explain(error: unknown): string {
  if (
    error instanceof ConfigError ||
    error instanceof StoreError ||
    error instanceof DataDirBusyError ||
    error instanceof ServerError
  ) {
    return error.forPeople;
  }
  return `Không khởi động được. Chi tiết:\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(error instanceof ConfigError ? 2 : 1);
});
