import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseChannelTable } from '../../../src/legal/procedure/cach-thuc.ts';
import { slice } from '../../../src/legal/procedure/spans.ts';

const HEAD = 'Hình thức nộpThời gianPhí, lệ phíMô tả';

function cells(field: string) {
  return parseChannelTable(field).rows.map((row) => ({
    channel: slice(field, row.channel),
    ...(row.time && { time: [row.time.amount, row.time.unit] }),
    ...(row.fee && { fee: slice(field, row.fee) }),
    ...(row.description && { description: slice(field, row.description) }),
    ...(row.unsplit && { unsplit: slice(field, row.unsplit) }),
  }));
}

describe('rows of "Hình thức nộp · Thời gian · Phí, lệ phí · Mô tả"', () => {
  it.each([
    [
      'Trực tuyến30 Ngày làm việcMiễn phíTrực tiếp30 NgàyMiễn phí',
      [
        { channel: 'Trực tuyến', time: [30, 'Ngày làm việc'], fee: 'Miễn phí' },
        { channel: 'Trực tiếp', time: [30, 'Ngày'], fee: 'Miễn phí' },
      ],
    ],
    ['Trực tuyến1Miễn phí', [{ channel: 'Trực tuyến', time: [1, undefined], fee: 'Miễn phí' }]],
    [
      'Trực tiếpKhông có thông tin10,000 Việt Nam Đồng(/trường hợp)',
      [{ channel: 'Trực tiếp', fee: '10,000 Việt Nam Đồng(/trường hợp)' }],
    ],
    [
      'Trực tiếp8 GiờMiễn phí((Miễn cho hộ nghèo))Nộp tại Trung tâm.',
      [
        {
          channel: 'Trực tiếp',
          time: [8, 'Giờ'],
          fee: 'Miễn phí((Miễn cho hộ nghèo))',
          description: 'Nộp tại Trung tâm.',
        },
      ],
    ],
    [
      'Dịch vụ bưu chính5 Ngày20,000 VNĐ(một bản)30,000 VNĐ(hai bản)Ghi chú',
      [
        {
          channel: 'Dịch vụ bưu chính',
          time: [5, 'Ngày'],
          fee: '20,000 VNĐ(một bản)30,000 VNĐ(hai bản)',
          description: 'Ghi chú',
        },
      ],
    ],
  ])('%s', (body, expected) => {
    expect(cells(HEAD + body)).toEqual(expected);
  });

  it('keeps a time and a fee printed as one number together, guessing neither', () => {
    expect(cells(`${HEAD}Trực tuyến120 VNĐ(20.000 đồng/tờ khai)`)).toEqual([
      { channel: 'Trực tuyến', unsplit: '120 VNĐ(20.000 đồng/tờ khai)' },
    ]);
  });

  it('does not take "Trực tiếp tại …" in a description for a new row', () => {
    const rows = cells(`${HEAD}Trực tiếp3 NgàyMiễn phí- Trực tiếp tại trụ sở Công an cấp xã.`);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.description).toBe('- Trực tiếp tại trụ sở Công an cấp xã.');
  });

  it('gives disjoint spans in order for any mixture of cells', () => {
    const row = fc
      .tuple(
        fc.constantFrom('Trực tuyến', 'Trực tiếp', 'Dịch vụ bưu chính'),
        fc.constantFrom('5 Ngày', '3 Ngày làm việc', '7', 'Không có thông tin'),
        fc.constantFrom('Miễn phí', 'Không có thông tin', '50,000 Việt Nam Đồng(một lần)'),
        fc.constantFrom('', 'Nộp tại Trung tâm Phục vụ hành chính công.'),
      )
      .filter(([, time, fee]) => !(time === '7' && fee.startsWith('50')))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const field = HEAD + rows.join('');
        const table = parseChannelTable(field);
        expect(table.leftover).toEqual([]);
        expect(table.rows.map((r) => slice(field, r.span)).join('')).toBe(rows.join(''));
      }),
    );
  });
});
