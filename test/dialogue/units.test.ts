import { describe, expect, it } from 'vitest';
import { unitLookup } from '../../src/dialogue/lookups/units.ts';
import type { UnitTable } from '../../src/legal/units/table.ts';

const TABLE: UnitTable = {
  province: 'tỉnh Thử',
  from: '2025-07-01',
  basis: 'Nghị quyết số 1/NQ-THU',
  checked: '2026-11-23',
  units: [
    {
      kind: 'phường',
      name: 'Sông Trăng',
      clause: 'khoản 1 Điều 1',
      former: [
        { kind: 'phường', name: 'Bến Gió' },
        { kind: 'xã', name: 'Đồi Mây', district: 'huyện Hạ' },
      ],
    },
    {
      kind: 'xã',
      name: 'Núi Đá',
      clause: 'khoản 2 Điều 1',
      former: [{ kind: 'xã', name: 'Bến Gió', district: 'huyện Thượng' }],
    },
  ],
  earlier: [],
  districts: [
    { kind: 'huyện', name: 'Hạ' },
    { kind: 'huyện', name: 'Thượng' },
  ],
};
const lookup = unitLookup(TABLE);
const ask = async (text: string) => lookup(text, '2026-11-23');

describe('former units', () => {
  it('tells the unit and says which other question of the message is left, to be asked with one tap', async () => {
    const found = await ask('xã Đồi Mây cũ giờ thuộc xã nào, nộp hồ sơ đất ở đâu');
    expect(found?.status).toBe('partial');
    expect(found?.answer).toContain('nay thuộc phường Sông Trăng');
    expect(found?.answer).toContain('“nộp hồ sơ đất ở đâu” chưa được trả lời');
    expect(found?.choices).toEqual([{ label: 'Nộp hồ sơ đất ở đâu', question: 'nộp hồ sơ đất ở đâu' }]);
  });

  it('says where a former unit is now, and on what basis', async () => {
    const found = await ask('xã Đồi Mây nay thuộc xã phường nào?');
    expect(found?.status).toBe('answered');
    expect(found?.answer).toContain('Xã Đồi Mây (huyện Hạ) nay thuộc phường Sông Trăng.');
    expect(found?.answer).toContain('khoản 1 Điều 1 Nghị quyết số 1/NQ-THU');
  });

  it('asks back when the name is several units’, and understands the choice', async () => {
    const found = await ask('Bến Gió nay là xã nào?');
    expect(found?.status).toBe('clarify');
    const answers = await Promise.all((found?.choices ?? []).map(({ question }) => ask(question)));
    expect(answers.map((answer) => answer?.sections[0]?.lines)).toEqual([
      ['Phường Bến Gió nay thuộc phường Sông Trăng.'],
      ['Xã Bến Gió (huyện Thượng) nay thuộc xã Núi Đá.'],
    ]);
  });

  it('says what a unit of today was made of', async () => {
    expect((await ask('phường Sông Trăng gồm những xã nào trước đây?'))?.answer).toContain(
      'phường Bến Gió, xã Đồi Mây',
    );
  });

  it('says that a name is not in its table, when nothing but the name was asked about', async () => {
    const asked = await ask('xã Không Có nay là xã nào');
    expect(asked?.status).toBe('not_found');
    expect(asked?.answer).toContain('“xã Không Có”');
    expect(await ask('việc trước đây do phòng tư pháp huyện làm nay thuộc xã nào')).toBeUndefined();
  });

  it.each(['đăng ký khai sinh ở xã Đồi Mây', 'lệ phí chứng thực tại phường Sông Trăng'])(
    'leaves "%s" to the search',
    async (text) => {
      expect(await ask(text)).toBeUndefined();
    },
  );
});
