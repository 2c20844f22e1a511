import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, openApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';

const text = (kind: string, number: string, day: string, subject: string, articles: string) =>
  `CHÍNH PHỦ\nSố: ${number}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nHà Nội, ngày ${day}\n\n${kind}\n${subject}\n\n${articles}\n\nTM. CHÍNH PHỦ\nTHỦ TƯỚNG\n\nPhạm Văn Thử\n`;
const decree = (number: string, day: string, subject: string, articles: string) =>
  text('NGHỊ ĐỊNH', number, day, subject, articles);

/** One matter over three years: amended twice, suspended for a time, repealed by a text that was withdrawn. */
const TEXTS = [
  decree(
    '501/2023/NĐ-CP',
    '10 tháng 5 năm 2023',
    'Quy định về cấp thẻ giữ bến nước',
    `Điều 1. Thời hạn cấp thẻ giữ bến nước
1. Thời hạn cấp thẻ giữ bến nước là 07 ngày làm việc.
2. Thẻ có giá trị 03 năm.
Điều 2. Lệ phí cấp thẻ giữ bến nước
Lệ phí cấp thẻ giữ bến nước là 50.000 đồng một thẻ.
Điều 3. Hiệu lực thi hành
Nghị định này có hiệu lực từ ngày 01 tháng 7 năm 2023.`,
  ),
  decree(
    '512/2025/NĐ-CP',
    '20 tháng 3 năm 2025',
    'Sửa đổi, bổ sung một số điều của Nghị định số 501/2023/NĐ-CP',
    `Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 501/2023/NĐ-CP
1. Sửa đổi khoản 1 Điều 1 như sau:
“1. Thời hạn cấp thẻ giữ bến nước là 05 ngày làm việc.”
2. Sửa đổi Điều 2 như sau:
“Điều 2. Lệ phí cấp thẻ giữ bến nước
Lệ phí cấp thẻ giữ bến nước là 40.000 đồng một thẻ.”
Điều 2. Hiệu lực thi hành
1. Nghị định này có hiệu lực từ ngày 01 tháng 5 năm 2025, trừ khoản 2 Điều 1 có hiệu lực từ ngày 01 tháng 01 năm 2026.`,
  ),
  decree(
    '530/2026/NĐ-CP',
    '15 tháng 4 năm 2026',
    'Sửa đổi, bổ sung một số điều của Nghị định số 501/2023/NĐ-CP đã được sửa đổi, bổ sung bởi Nghị định số 512/2025/NĐ-CP',
    `Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 501/2023/NĐ-CP đã được sửa đổi, bổ sung bởi Nghị định số 512/2025/NĐ-CP
1. Sửa đổi khoản 1 Điều 1 (đã được sửa đổi tại khoản 1 Điều 1 Nghị định số 512/2025/NĐ-CP) như sau:
“1. Thời hạn cấp thẻ giữ bến nước là 02 ngày làm việc.”
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực kể từ ngày ký ban hành.`,
  ),
  text(
    'NGHỊ QUYẾT',
    '88/2026/NQ-CP',
    '02 tháng 7 năm 2026',
    'Về việc tạm ngưng hiệu lực thi hành một số quy định của Nghị định số 530/2026/NĐ-CP',
    `Điều 1. Tạm ngưng hiệu lực thi hành khoản 1 Điều 1 Nghị định số 530/2026/NĐ-CP đến hết ngày 31 tháng 8 năm 2026.
Điều 2. Nghị quyết này có hiệu lực kể từ ngày ký.`,
  ),
  decree(
    '580/2026/NĐ-CP',
    '01 tháng 8 năm 2026',
    'Quy định về bến nước',
    `Điều 1. Hiệu lực thi hành
1. Nghị định này có hiệu lực từ ngày 01 tháng 11 năm 2026.
2. Nghị định số 501/2023/NĐ-CP hết hiệu lực kể từ ngày Nghị định này có hiệu lực.`,
  ),
  decree(
    '599/2026/NĐ-CP',
    '30 tháng 9 năm 2026',
    'Bãi bỏ Nghị định số 580/2026/NĐ-CP',
    `Điều 1. Bãi bỏ toàn bộ Nghị định số 580/2026/NĐ-CP.
Điều 2. Nghị định này có hiệu lực kể từ ngày ký.`,
  ),
  decree(
    '540/2025/NĐ-CP',
    '12 tháng 6 năm 2025',
    'Phân định thẩm quyền về cầu khỉ',
    `Điều 1. Thẩm quyền cấp phép cầu khỉ
Chủ tịch Ủy ban nhân dân cấp xã cấp giấy phép cầu khỉ.
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực từ ngày 01 tháng 7 năm 2025 đến hết ngày 28 tháng 02 năm 2027.`,
  ),
  decree(
    '560/2026/NĐ-CP',
    '01 tháng 10 năm 2026',
    'Kéo dài thời hạn áp dụng Nghị định số 540/2025/NĐ-CP',
    `Điều 1. Kéo dài thời hạn áp dụng Nghị định số 540/2025/NĐ-CP đến hết ngày 31 tháng 12 năm 2027.
Điều 2. Nghị định này có hiệu lực từ ngày 15 tháng 10 năm 2026.`,
  ),
];

let app: App;
const folder = mkdtempSync(join(tmpdir(), 'chains-'));
beforeAll(async () => {
  const files = join(folder, 'files');
  mkdirSync(files);
  TEXTS.forEach((one, i) => {
    writeFileSync(join(files, `${i}.txt`), one);
  });
  app = await openApp(parseConfig({ DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'silent' }), {
    tell: () => {},
  });
  await app.ingest([files]);
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = async (question: string, asOf: string) => (await app.ask(question, { asOf })).answer;

describe('a text that others change again and again', () => {
  it.each([
    ['2024-01-01', '07 ngày làm việc'],
    ['2025-06-01', '05 ngày làm việc'],
    ['2026-05-01', '02 ngày làm việc'],
    // The suspension is over, and what was to repeal the text was withdrawn before its day.
    ['2026-11-20', '02 ngày làm việc'],
  ])('on %s reads %s', async (asOf, time) => {
    const { status, citations } = await ask('Thời hạn cấp thẻ giữ bến nước là bao lâu?', asOf);
    expect(status).toBe('answered');
    expect(citations[0]!.quote).toContain(time);
    expect(citations[0]!.effectivity.status).toMatch(/^(?:in_force|partly_expired)$/);
  });

  it('says what is suspended while it is, and quotes the older wording as undecided', async () => {
    const { answer, citations } = await ask('Thời hạn cấp thẻ giữ bến nước là bao lâu?', '2026-08-01');
    expect(citations[0]!.quote).not.toContain('02 ngày');
    expect(citations.map(({ effectivity }) => effectivity.status)).toContain('unknown');
    expect(answer).toMatch(
      /530\/2026\/NĐ-CP.*đang ngưng hiệu lực theo 88\/2026\/NQ-CP.*đến hết ngày 31\/08\/2026/su,
    );
  });

  it.each([
    ['2025-12-31', '50.000'],
    ['2026-01-01', '40.000'],
  ])('on %s follows the day of the khoản that amends (%s)', async (asOf, sum) => {
    const { citations } = await ask('Lệ phí cấp thẻ giữ bến nước là bao nhiêu?', asOf);
    expect(citations[0]!.quote).toContain(sum);
  });

  it('is not ended by a text withdrawn before it took effect', async () => {
    const { answer } = await ask('Nghị định 501/2023/NĐ-CP còn hiệu lực không?', '2026-11-20');
    expect(answer).toContain('Còn hiệu lực');
    expect(answer).not.toContain('580/2026');
  });

  it('goes on as long as a later text lets it', async () => {
    const { status, answer } = await ask('Ai cấp giấy phép cầu khỉ?', '2027-05-01');
    expect(status).toBe('answered');
    expect(answer).toContain('Được kéo dài theo 560/2026/NĐ-CP, áp dụng đến hết ngày 31/12/2027.');
    const after = await ask('Ai cấp giấy phép cầu khỉ?', '2028-01-01');
    expect(after.citations.map(({ documentNumber }) => documentNumber)).not.toContain('540/2025/NĐ-CP');
  });
});
