import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, openApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';

/** Small decrees of our own: one replaced, one amended in an article, one that ends by itself. */
const decree = (number: string, day: string, subject: string, articles: string) => `CHÍNH PHỦ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: ${number}
Hà Nội, ${day}

NGHỊ ĐỊNH
${subject}

${articles}

TM. CHÍNH PHỦ
THỦ TƯỚNG
Phạm Văn Thử
`;
const FILES: Record<string, string> = {
  'cu.txt': decree(
    '911/2016/NĐ-CP',
    'ngày 01 tháng 3 năm 2016',
    'Về quản lý giếng làng',
    `Điều 1. Phạm vi
Nghị định này quy định việc trông giữ giếng làng ở thôn.
Điều 2. Thời hạn trông giếng
Người trông giếng làng làm việc 12 tháng.
Điều 3. Hiệu lực
Nghị định này có hiệu lực từ ngày 15 tháng 4 năm 2016.`,
  ),
  'moi.txt': decree(
    '912/2026/NĐ-CP',
    'ngày 01 tháng 3 năm 2026',
    'Về quản lý giếng làng',
    `Điều 1. Phạm vi
Nghị định này quy định việc trông giữ giếng làng ở xã.
Điều 2. Thời hạn trông giếng
Người trông giếng làng làm việc 24 tháng.
Điều 3. Hiệu lực
1. Nghị định này có hiệu lực từ ngày 01 tháng 7 năm 2026.
2. Nghị định này thay thế Nghị định số 911/2016/NĐ-CP ngày 01 tháng 3 năm 2016 và Nghị định số 905/2010/NĐ-CP ngày 02 tháng 5 năm 2010 của Chính phủ.`,
  ),
  'tam.txt': decree(
    '913/2025/NĐ-CP',
    'ngày 11 tháng 6 năm 2025',
    'Về phân định thẩm quyền trông đò ngang',
    `Điều 1. Thẩm quyền
Ủy ban nhân dân cấp xã trông coi bến đò ngang.
Điều 2. Hiệu lực
Nghị định này có hiệu lực từ ngày 01 tháng 7 năm 2025 và hết hiệu lực kể từ ngày 01 tháng 3 năm 2027.`,
  ),
};

let app: App;
const folder = mkdtempSync(join(tmpdir(), 'standing-'));
beforeAll(async () => {
  const files = join(folder, 'files');
  mkdirSync(files);
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(files, name), text);
  app = await openApp(parseConfig({ DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'silent' }), {
    tell: () => {},
  });
  await app.ingest([files]);
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});
const ask = async (question: string, asOf = '2026-11-20') => (await app.ask(question, { asOf })).answer;

describe('questions about documents as such', () => {
  it('says what replaced a stored text, in the words of the newer one', async () => {
    const answer = await ask('Nghị định 911/2016 còn hiệu lực không?');
    expect(answer.status).toBe('answered');
    expect(answer.sections[0]?.lines[0]).toBe('Không còn hiệu lực vào ngày được hỏi.');
    expect(answer.citations).toMatchObject([
      { documentNumber: '912/2026/NĐ-CP', path: { dieu: '3' }, effectivity: { status: 'in_force' } },
    ]);
    expect(answer.citations[0]?.quote).toContain('thay thế Nghị định số 911/2016/NĐ-CP');
  });

  it('answers for the day asked', async () => {
    const answer = await ask('Nghị định 911/2016 còn hiệu lực không?', '2026-05-01');
    expect(answer.sections[0]?.lines.slice(0, 2)).toEqual([
      'Còn hiệu lực vào ngày được hỏi.',
      'Có hiệu lực từ ngày 15/04/2016.',
    ]);
    expect(answer.citations[0]?.quote).toContain('có hiệu lực từ ngày 15 tháng 4 năm 2016');
  });

  it('lists what a text replaces, and what replaced one that is not stored', async () => {
    const replaces = await ask('nđ 912/2026 thay thế văn bản nào');
    expect(replaces.answer).toContain('905/2010/NĐ-CP');
    const unknown = await ask('văn bản nào thay thế nghị định 905/2010');
    expect(unknown.status).toBe('answered');
    expect(unknown.answer).toContain('Trong kho chưa có toàn văn văn bản số 905/2010/NĐ-CP');
    expect(unknown.citations[0]?.documentNumber).toBe('912/2026/NĐ-CP');
    expect((await ask('nghị định 999/2011 còn hiệu lực không')).status).toBe('not_found');
  });

  it('tells between two texts, and claims nothing that is not stated', async () => {
    const yes = await ask('Nghị định 912/2026 có thay thế Nghị định 911/2016 không?');
    expect(yes.status).toBe('answered');
    const no = await ask('Nghị định 912/2026 có thay thế Nghị định 913/2025 không?');
    expect(no).toMatchObject({ status: 'not_found', citations: [] });
  });

  it('says that a temporary text ends, before and after that day', async () => {
    const before = await ask('Nghị định 913/2025 còn hiệu lực không', '2027-02-15');
    expect(before.answer).toContain('còn 13 ngày');
    expect(before.citations[0]?.quote).toContain('hết hiệu lực kể từ ngày 01 tháng 3 năm 2027');
    const after = await ask('Nghị định 913/2025 còn hiệu lực không', '2027-03-02');
    expect(after).toMatchObject({ status: 'partial', citations: [] });
    expect(after.answer).toContain('Không còn hiệu lực');
    expect(after.answer).toContain('kiểm tra có quyết định kéo dài');
  });
});

describe('what a text is about', () => {
  it('is told by its title, the beginning of each part and its days', async () => {
    const answer = await ask('nghị định 912/2026 quy định những gì');
    expect(answer.status).toBe('answered');
    expect(answer.sections.slice(0, 2).map(({ lines }) => lines)).toEqual([
      ['Nội dung văn bản: Nghị định về quản lý giếng làng.'],
      ['Điều 1. Phạm vi [1]', 'Điều 2. Thời hạn trông giếng [2]', 'Điều 3. Hiệu lực [3]'],
    ]);
    expect(answer.answer).toContain('Có hiệu lực từ ngày 01/07/2026');
  });

  it('is told of a text that ended only by what ended it', async () => {
    const answer = await ask('nghị định 911/2016 nói gì');
    expect(answer.sections[0]?.lines[0]).toBe('Không còn hiệu lực vào ngày được hỏi.');
    expect(answer.citations.map(({ documentNumber }) => documentNumber)).toEqual(['912/2026/NĐ-CP']);
  });

  it('is not told where a part of it is asked about', async () => {
    const answer = await ask('Điều 2 nghị định 912/2026 quy định gì');
    expect(answer.answer).toContain('24 tháng');
    expect(answer.answer).not.toContain('Nội dung văn bản');
  });
});

describe('questions about what a text says', () => {
  it('are answered from the text that replaced it, with a warning', async () => {
    const answer = await ask('Điều 2 Nghị định 911/2016 thời hạn trông giếng làng mấy tháng');
    expect(answer.citations.map(({ documentNumber }) => documentNumber)).toEqual(
      expect.arrayContaining(['912/2026/NĐ-CP']),
    );
    expect(answer.answer).toContain('24 tháng');
    expect(answer.answer).toContain('đã được thay thế bởi Nghị định số 912/2026/NĐ-CP từ ngày 01/07/2026');
    expect(answer.answer).not.toContain('12 tháng');
  });

  it('go by the day named in the question, and say so', async () => {
    const { answer } = await app.ask('hồ sơ nhận ngày 20/4/2026, Điều 2 Nghị định 911/2016 quy định gì', {});
    expect(answer.answer).toContain('12 tháng');
    expect(answer.answer).toContain('Trả lời theo quy định có hiệu lực vào ngày 20/04/2026.');
  });
});
