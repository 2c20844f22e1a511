import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { BASE, decree, HEAD, AMENDING as LATER } from '../support/ferry-decrees.ts';

const CONSOLIDATION = `BỘ XÂY DỰNG\n${HEAD}Số: 09/VBHN-BXD\nHà Nội, ngày 20 tháng 9 năm 2024

NGHỊ ĐỊNH
Quy định về hỗ trợ chèo đò ngang

Nghị định số 711/2020/NĐ-CP ngày 10 tháng 5 năm 2020 của Chính phủ quy định về hỗ trợ chèo đò ngang, có hiệu lực kể từ ngày 01 tháng 7 năm 2020, được sửa đổi, bổ sung bởi:
Nghị định số 722/2024/NĐ-CP ngày 01 tháng 8 năm 2024 của Chính phủ sửa đổi Nghị định số 711/2020/NĐ-CP, có hiệu lực kể từ ngày 15 tháng 9 năm 2024.
Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;
Điều 1. Mức hỗ trợ người chèo đò[1]
Người chèo đò ngang được hỗ trợ 500.000 đồng một tháng.
Điều 2. Hồ sơ xin hỗ trợ chèo đò
1. Đơn đề nghị hỗ trợ chèo đò theo mẫu.
2.[2] Bản khai thông tin cư trú của người chèo đò.
Điều 3. Thăm đò hằng năm[3] (được bãi bỏ)
Điều 4. Hiệu lực thi hành
Nghị định này có hiệu lực từ ngày 01 tháng 7 năm 2020.

XÁC THỰC VĂN BẢN HỢP NHẤT
BỘ TRƯỞNG
Trần Văn B

[1] Điều này được sửa đổi, bổ sung theo quy định tại khoản 1 Điều 1 của Nghị định số 722/2024/NĐ-CP, có hiệu lực kể từ ngày 15 tháng 9 năm 2024.
[2] Khoản này được sửa đổi theo quy định tại khoản 2 Điều 1 của Nghị định số 722/2024/NĐ-CP, có hiệu lực kể từ ngày 15 tháng 9 năm 2024.
[3] Điều này được bãi bỏ theo quy định tại Điều 2 của Nghị định số 722/2024/NĐ-CP, có hiệu lực kể từ ngày 15 tháng 9 năm 2024.
`;
const SUCCESSOR = decree(
  '744/2026/NĐ-CP',
  '10 tháng 6 năm 2026',
  'Quy định về hỗ trợ chèo đò ngang',
  `Điều 1. Mức hỗ trợ người chèo đò
Người chèo đò ngang được hỗ trợ 950.000 đồng một tháng.
Điều 2. Hiệu lực thi hành
1. Nghị định này có hiệu lực từ ngày 01 tháng 8 năm 2026.
2. Nghị định này thay thế Nghị định số 711/2020/NĐ-CP ngày 10 tháng 5 năm 2020 của Chính phủ.`,
);

/** Assistants that have these texts only; opening one costs seconds, so each is opened once. */
const opened = new Map<string, ReturnType<typeof open>>();
const folder = mkdtempSync(join(tmpdir(), 'consolidation-'));
afterAll(async () => {
  for (const app of opened.values()) await (await app).app.close();
  rmSync(folder, { recursive: true, force: true });
});
async function assistant(...texts: string[]) {
  const key = texts.map((text) => text.length).join('-');
  const app = opened.get(key) ?? open(join(folder, key), texts);
  opened.set(key, app);
  return (await app).ask;
}

async function open(folder: string, texts: readonly string[]) {
  const app = await openApp(parseConfig({ DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'silent' }), {
    tell: () => {},
  });
  // One after the other, so that what is stored already hears of what comes later.
  for (const [i, text] of texts.entries()) {
    const files = join(folder, `files${i}`);
    mkdirSync(files);
    writeFileSync(join(files, `${i}.txt`), text);
    await app.ingest([files]);
  }
  const ask = async (question: string, asOf = '2026-11-20') => {
    const { answer, hits } = await app.ask(question, { asOf });
    return { ...answer, hits, quotes: answer.citations.map((c) => `${c.documentNumber}: ${c.quote}`) };
  };
  return { app, ask };
}

describe('a consolidation beside its base, the amending text not stored', () => {
  it('takes the place of the amended article, which is marked; the answer before the change stays the old one', async () => {
    const ask = await assistant(BASE, CONSOLIDATION);
    const now = await ask('người chèo đò ngang được hỗ trợ bao nhiêu tiền một tháng');
    expect(now.quotes).toHaveLength(1);
    expect(now.quotes[0]).toMatch(/^09\/VBHN-BXD: .*500\.000 đồng/);
    expect(now.answer).toContain('đã được sửa đổi, bổ sung bởi 722/2024/NĐ-CP từ ngày 15/09/2024');
    expect(now.answer).toMatch(/Nội dung cũ, không còn áp dụng .*300\.000 đồng/);
    expect(now.answer).not.toContain('(sửa đổi, bổ sung Điều 1');
    expect(now.hits.find((hit) => hit.documentNumber === '711/2020/NĐ-CP')?.effectivity.status).toBe(
      'partly_expired',
    );
    const before = await ask('người chèo đò ngang được hỗ trợ bao nhiêu tiền một tháng', '2024-09-01');
    expect(before.quotes.join()).toContain('300.000');
    expect(before.quotes.join()).not.toContain('500.000');
  });

  it('quotes a short changed article whole, the unchanged khoản from the base', async () => {
    const ask = await assistant(BASE, CONSOLIDATION);
    const { quotes } = await ask('hồ sơ xin hỗ trợ chèo đò gồm gì');
    expect(quotes).toEqual([
      '711/2020/NĐ-CP: Điều 2. Hồ sơ xin hỗ trợ chèo đò 1. Đơn đề nghị hỗ trợ chèo đò theo mẫu.',
      '09/VBHN-BXD: 2.[2] Bản khai thông tin cư trú của người chèo đò.',
    ]);
  });

  it('tells an abolished article by the note that says so, and answers nothing else in its place', async () => {
    for (const texts of [
      [BASE, CONSOLIDATION],
      [CONSOLIDATION, LATER],
    ]) {
      const ask = await assistant(...texts);
      const { answer, quotes } = await ask('Ủy ban nhân dân xã thăm đò hằng năm mấy lần');
      expect(answer).toContain('đã được bãi bỏ');
      expect(quotes).toEqual([expect.stringMatching(/^09\/VBHN-BXD: Điều này được bãi bỏ theo/)]);
    }
  });

  it('names the amending text as the doer where it is asked who changed the base', async () => {
    const ask = await assistant(BASE, CONSOLIDATION);
    const { answer } = await ask('Nghị định 711/2020/NĐ-CP bị sửa đổi bởi văn bản nào?');
    expect(answer).toContain(
      '722/2024/NĐ-CP sửa đổi, bổ sung văn bản gốc (ghi tại Văn bản hợp nhất số 09/VBHN-BXD',
    );
    expect(answer).not.toContain('VBHN-BXD sửa đổi');
  });
});

describe('a consolidation whose base was changed after it', () => {
  it('is answered with the newer wording first and a warning', async () => {
    const ask = await assistant(CONSOLIDATION, LATER);
    const { answer, quotes } = await ask('người chèo đò ngang được hỗ trợ bao nhiêu tiền một tháng');
    expect(quotes[0]).toMatch(/^733\/2026\/NĐ-CP: .*900\.000 đồng/s);
    expect(quotes.join()).not.toContain('500.000');
    expect(answer).toContain('đã được sửa đổi, bổ sung bởi 733/2026/NĐ-CP từ ngày 01/07/2026');
    expect(
      (await ask('người chèo đò ngang được hỗ trợ bao nhiêu tiền một tháng', '2026-06-30')).quotes[0],
    ).toContain('500.000');
  });

  it('ends with its base, and says so', async () => {
    const ask = await assistant(CONSOLIDATION, SUCCESSOR);
    const { quotes, hits } = await ask('người chèo đò ngang được hỗ trợ bao nhiêu tiền một tháng');
    expect(quotes.join()).toContain('950.000');
    expect(quotes.join()).not.toContain('VBHN');
    expect(hits.find((hit) => hit.documentNumber === '09/VBHN-BXD')?.effectivity).toMatchObject({
      status: 'expired',
      to: '2026-07-31',
      note: 'Văn bản được hợp nhất (711/2020/NĐ-CP) đã được thay thế bởi 744/2026/NĐ-CP từ ngày 01/08/2026.',
    });
    const asked = await ask('Văn bản hợp nhất 09/VBHN-BXD còn hiệu lực không?');
    expect(asked.answer).toContain('Không còn hiệu lực vào ngày được hỏi.');
    expect(asked.quotes.join()).toContain('thay thế Nghị định số 711/2020/NĐ-CP');
  });
});
