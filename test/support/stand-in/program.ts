import { type App, openApp } from '../../../src/app.ts';
import { parseConfig } from '../../../src/config.ts';

const UNBOUNDED = '1000000000000';

/** The whole program over a data folder, its language model at `url`, with no limit of tokens. */
export function openWithModel(dataDir: string, url: string, env: Record<string, string> = {}): Promise<App> {
  const config = parseConfig({
    DATA_DIR: dataDir,
    LOG_LEVEL: 'silent',
    OPENAI_BASE_URL: url,
    CHAT_MODEL: 'stand-in',
    LLM_DAILY_TOKENS: UNBOUNDED,
    LLM_PERSON_DAILY_TOKENS: UNBOUNDED,
    ...env,
  });
  return openApp(config, { tell: (line) => process.stderr.write(`${line}\n`) });
}
