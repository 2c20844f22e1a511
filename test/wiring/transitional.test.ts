import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, openApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { addDays } from '../../src/legal/calendar/dates.ts';
import { dayInVietnam } from '../../src/legal/calendar/today.ts';
import { printDate } from '../../src/legal/citation-label.ts';

const decree = (number: string, day: string, articles: string) =>
  `CHÍNH PHỦ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: ${number}\nHà Nội, ngày ${day}\n\nNGHỊ ĐỊNH\nQuy định về cấp thẻ trông giữ giếng làng\n\n${articles}\n\nTM. CHÍNH PHỦ\nTHỦ TƯỚNG\nPhạm Văn Thử\n`;
/** The change lies ten days back, whenever the test runs. */
const FROM = addDays(dayInVietnam(new Date()), -10);
const OLD = decree(
  '811/2020/NĐ-CP',
  '10 tháng 5 năm 2020',
  `Điều 1. Thời hạn cấp thẻ trông giếng
Thời hạn cấp thẻ trông giữ giếng làng là 20 ngày làm việc.
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực từ ngày 01 tháng 7 năm 2020.`,
);
const NEW = decree(
  '822/2026/NĐ-CP',
  printDate(addDays(FROM, -50)).replaceAll('/', '-'),
  `Điều 1. Thời hạn cấp thẻ trông giếng
Thời hạn cấp thẻ trông giữ giếng làng là 05 ngày làm việc.
Điều 2. Hiệu lực thi hành
1. Nghị định này có hiệu lực từ ngày ${printDate(FROM)}.
2. Nghị định này thay thế Nghị định số 811/2020/NĐ-CP ngày 10 tháng 5 năm 2020 của Chính phủ.
Điều 3. Quy định chuyển tiếp
Hồ sơ đã được tiếp nhận trước ngày Nghị định này có hiệu lực thi hành thì tiếp tục được giải quyết theo quy định của Nghị định số 811/2020/NĐ-CP.`,
);

let app: App;
const folder = mkdtempSync(join(tmpdir(), 'transitional-'));
beforeAll(async () => {
  const files = join(folder, 'files');
  mkdirSync(files);
  writeFileSync(join(files, 'cu.txt'), OLD);
  writeFileSync(join(files, 'moi.txt'), NEW);
  app = await openApp(parseConfig({ DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'silent' }), {
    tell: () => {},
  });
  await app.ingest([files]);
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const ASKED = 'thời hạn cấp thẻ trông giữ giếng làng là bao nhiêu ngày làm việc';
const CLAUSE = '“Hồ sơ đã được tiếp nhận trước ngày Nghị định này có hiệu lực thi hành thì tiếp tục';

describe('an answer near a change of the law', () => {
  it('quotes the transitional clause and asks for the day of receipt', async () => {
    const { answer } = await app.ask(ASKED, {});
    expect(answer.citations[0]?.quote).toContain('05 ngày');
    expect(answer.answer).toContain(`Điều 3 Nghị định số 822/2026/NĐ-CP: ${CLAUSE}`);
    expect(answer.answer).toContain('tiếp nhận ngày nào?');
  });

  it('takes the text of the day of receipt, with the clause, and asks no more', async () => {
    const { answer } = await app.ask(`hồ sơ nhận ngày ${printDate(addDays(FROM, -5))}, ${ASKED}`, {});
    expect(answer.citations[0]?.quote).toContain('20 ngày');
    expect(answer.answer).toContain(CLAUSE);
    expect(answer.answer).not.toContain('tiếp nhận ngày nào?');
  });

  it('says nothing of it long after the change', async () => {
    const { answer } = await app.ask(ASKED, { asOf: addDays(FROM, 400) });
    expect(answer.answer).not.toContain(CLAUSE);
  });
});
