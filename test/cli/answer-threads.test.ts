import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CORPUS, openApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import type { Reader } from '../../src/retrieval/model.ts';
import { createAnswerThreads } from '../../src/wiring/threads/answer-threads.ts';
import { temporaryFolder } from '../support/temporary.ts';

const reader: Reader = { internal: true, departments: [], channel: 'telegram' };

it('a thread answers as the main thread does, and from what was written a moment ago', async () => {
  const folder = await temporaryFolder();
  const config = parseConfig({ DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'silent' });
  const app = await openApp(config, { tell: () => {} });
  await app.ingest([join(CORPUS, 'thu-tuc')]);
  const threads = createAnswerThreads({
    config,
    corpus: CORPUS,
    own: { ask: () => Promise.reject(new Error('not here')) },
    generation: () => app.index.generation,
    onFault: (error) => {
      throw error;
    },
  });
  try {
    threads.start(1);
    await expect.poll(() => threads.ready, { timeout: 60_000 }).toBe(1);
    const ask = { question: 'lệ phí đăng ký khai sinh', asOf: app.today(), reader, territory: 'hue' };
    const [there, here] = [await threads.ask(ask), await app.answerer.ask(ask)];
    expect(there.answer.answer).toBe(here.answer.answer);
    expect(there.answer.citations.length).toBeGreaterThan(0);

    const guide = join(folder, 'quyet-dinh-71.txt');
    await writeFile(
      guide,
      'ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HUẾ\nSố: 71/2026/QĐ-UBND\nHuế, ngày 02 tháng 3 năm 2026\n\nQUYẾT ĐỊNH\nVề quản lý bến thuyền cộng đồng trên đầm phá\n\nĐiều 1. Phạm vi\nBến thuyền cộng đồng có biển báo đặt tại lối xuống bến.\n\nĐiều 2. Hiệu lực\nQuyết định này có hiệu lực từ ngày 15 tháng 3 năm 2026.\n',
    );
    await app.ingest([guide]);
    const found = await threads.ask({ ...ask, question: 'biển báo bến thuyền cộng đồng đặt ở đâu' });
    expect(found.answer.answer).toContain('lối xuống bến');
  } finally {
    await threads.stop();
    await app.close();
  }
});
