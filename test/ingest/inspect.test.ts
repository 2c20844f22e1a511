import { describe, expect, it } from 'vitest';
import { inspectFile } from '../../src/ingest/inspect.ts';

const decision = (mark: string) =>
  `ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
THÀNH PHỐ HUẾ\tĐộc lập - Tự do - Hạnh phúc
Số: 91/2026/QĐ-UBND\tHuế, ngày 02 tháng 3 năm 2026
${mark}
QUYẾT ĐỊNH
Về việc trông giữ giếng làng
Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;
Điều 1. Phạm vi
Quyết định này quy định việc trông giữ giếng làng.
`;

describe('an inspection', () => {
  const warningsOf = async (text: string) => {
    const inspection = await inspectFile(Buffer.from(text), 'van-ban.txt');
    return inspection.warnings.filter((warning) => warning.includes('Dự thảo'));
  };

  it('says that a draft is not taken in, and of an issued text nothing like it', async () => {
    expect(await warningsOf(decision('DỰ THẢO LẦN 2'))).toEqual([
      expect.stringContaining('không được đưa vào tra cứu'),
    ]);
    expect(await warningsOf(decision(''))).toEqual([]);
  });

  it('says that another text behind the signature is not taken in', async () => {
    const signed = `${decision('')}TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn Thử\n`;
    const unnumbered = decision('').replace('91/2026', '      /2026');
    const behind = async (text: string) =>
      (await inspectFile(Buffer.from(text), 'hai.txt')).warnings.filter((one) => one.includes('tách tệp'));
    expect(await behind(`${signed}\n${unnumbered}`)).toHaveLength(1);
    expect(await behind(signed)).toEqual([]);
  });
});
