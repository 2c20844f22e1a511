import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/legal/text.ts';
import { parseUnitTable } from '../../../src/legal/units/table.ts';
import { findUnits } from '../../../src/legal/units/units.ts';

const file = new URL('../../../corpus/don-vi-hanh-chinh/hue.json', import.meta.url);
const table = parseUnitTable(readFileSync(file, 'utf8'), 'hue.json');

/** "former xã Phú An > phường Mỹ Thượng" for each candidate. */
function read(text: string): string[][] {
  return findUnits(text, table).map((mention) =>
    mention.candidates.map((c) => `${c.role} ${c.kind} ${c.name} > ${c.today.kind} ${c.today.name}`),
  );
}

describe('the table of Huế', () => {
  it('has 40 units, 21 phường and 19 xã, made of 133 former ones', () => {
    const kinds = table.units.map((unit) => unit.kind);
    expect(kinds.filter((kind) => kind === 'phường')).toHaveLength(21);
    expect(kinds.filter((kind) => kind === 'xã')).toHaveLength(19);
    const former = table.units.flatMap((unit) => unit.former);
    expect(former).toHaveLength(133);
    const count = (kind: string) => former.filter((unit) => unit.kind === kind).length;
    expect([count('phường'), count('xã'), count('thị trấn')]).toEqual([48, 78, 7]);
  });

  it.each([
    ['{"province":1}', 'province'],
    ['{"province":"a","from":"a","basis":"a","checked":"a"}', 'units'],
  ])('is refused with the field that is wrong', (json, field) => {
    expect(() => parseUnitTable(json, 'x.json')).toThrow(`x.json: "${field}"`);
  });
});

describe('findUnits', () => {
  it.each([
    ['xã Phú An trước thuộc Phú Vang nay là xã nào', 'former xã Phú An > phường Mỹ Thượng'],
    ['xa phu an truoc thuoc phu vang nay la xa nao', 'former xã Phú An > phường Mỹ Thượng'],
    ['Phú An giờ thuộc phường nào', 'former xã Phú An > phường Mỹ Thượng'],
    ['x. Phú An, huyện Phú Vang', 'former xã Phú An > phường Mỹ Thượng'],
    ['tt Sịa nay là xã gì', 'former thị trấn Sịa > xã Quảng Điền'],
    ['thi tran lang co sap nhap vao dau', 'former thị trấn Lăng Cô > xã Chân Mây - Lăng Cô'],
    ['p. Tây Lộc cũ', 'former phường Tây Lộc > phường Phú Xuân'],
    ['phường Đúc nay thuộc đâu', 'former phường Đúc > phường Thuận Hóa'],
    ['phường Thuận Hòa nay thuộc phường nào', 'former phường Thuận Hòa > phường Phú Xuân'],
    ['xã Chân Mây – Lăng Cô', 'today xã Chân Mây - Lăng Cô > xã Chân Mây - Lăng Cô'],
    ['ubnd xã A Lưới 3', 'today xã A Lưới 3 > xã A Lưới 3'],
    ['phường Hoá Châu ở đâu', 'today phường Hóa Châu > phường Hóa Châu'],
    ['phường Hương Phong cũ', 'former phường Hương Phong > phường Hóa Châu'],
    ['xã Hương Xuân nay là xã nào', 'former xã Hương Xuân > xã Nam Đông'],
    ['phường Hương Xuân nay là phường nào', 'former phường Hương Xuân > phường Kim Trà'],
    ['xã Phú Vinh cũ ở A Lưới', 'former xã Phú Vinh > xã A Lưới 3'],
    ['xã Hương Thọ nay thuộc phường nào', 'earlier xã Hương Thọ > phường Kim Long'],
    ['xã Hải Dương nay thuộc phường nào', 'earlier xã Hải Dương > phường Thuận An'],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([[expected]]);
  });

  it.each([
    [
      'Hương Phong nay là xã nào',
      ['former phường Hương Phong > phường Hóa Châu', 'former xã Hương Phong > xã A Lưới 4'],
    ],
    [
      'phuong thuan hoa',
      ['former phường Thuận Hòa > phường Phú Xuân', 'today phường Thuận Hóa > phường Thuận Hóa'],
    ],
    ['xã Phú Vinh', ['today xã Phú Vinh > xã Phú Vinh', 'former xã Phú Vinh > xã A Lưới 3']],
  ])('%s: asks which', (text, expected) => {
    const [mention] = findUnits(text, table);
    expect(mention!.ambiguous).toBe(true);
    expect(read(text)[0]!.sort()).toEqual([...expected].sort());
  });

  it('is settled by the former district typed with the name', () => {
    expect(read('Hương Phong, quận Thuận Hóa')).toEqual([['former phường Hương Phong > phường Hóa Châu']]);
    expect(read('Hương Phong huyện A Lưới')).toEqual([['former xã Hương Phong > xã A Lưới 4']]);
    expect(read('xã Phú Vinh (huyện A Lưới)')).toEqual([['former xã Phú Vinh > xã A Lưới 3']]);
  });

  it('mentions an older unit of the same name beside the answer', () => {
    const [mention] = findUnits('xã Hương Phong nay là xã nào', table);
    expect(mention!.ambiguous).toBe(false);
    expect(mention!.candidates[0]!.today.name).toBe('A Lưới 4');
    expect(mention!.alsoEarlier.map((c) => c.today.name)).toEqual(['Hóa Châu']);
  });

  it('does not ask when today and former unit are the same place', () => {
    const [mention] = findUnits('phường Thuận An', table);
    expect(mention!.ambiguous).toBe(false);
  });

  it('finds several units and their places in the text', () => {
    const text = 'Từ p. Kim Long đến xã Lộc An.';
    const found = findUnits(text, table);
    expect(found.map((m) => m.written)).toEqual(['p. Kim Long', 'xã Lộc An']);
    for (const m of found) expect(text.slice(m.span.start, m.span.end)).toBe(m.written);
  });

  it.each([
    'môi trường an toàn ở xã',
    'tỉnh Hải Dương có bao nhiêu xã',
    'xa nha, mong duoc tra loi',
    'chứng thực bản sao ở phường',
    'đồng bào dân tộc',
    'huyện Phú Vang',
    'xưởng đúc đồng ở phường',
    '',
  ])('finds no unit in: %s', (text) => {
    expect(findUnits(text, table)).toEqual([]);
  });

  it('says when a bare name may also be a former district', () => {
    expect(findUnits('Phú Vang nay gồm những xã nào', table)[0]!.maybeDistrict).toBe(true);
    expect(findUnits('xã Phú Vang', table)[0]!.maybeDistrict).toBe(false);
  });
});

describe('findUnits on any text', () => {
  const former = table.units.flatMap((today) => today.former.map((unit) => ({ unit, today })));

  it.each([
    ['as written', (text: string) => text],
    ['without diacritics', fold],
  ])('finds every former unit with its kind, %s', (_how, typed) => {
    for (const { unit, today } of former) {
      const mentions = findUnits(typed(`${unit.kind} ${unit.name} cũ`), table);
      const places = mentions.flatMap((mention) => mention.candidates.map((c) => c.today));
      expect(places, `${unit.kind} ${unit.name}`).toContain(today);
    }
  });

  it('gives spans that hold what was typed, in order, apart', () => {
    const words = [
      ...former.map(({ unit }) => unit.name),
      'xã',
      'p.',
      'thuộc',
      'huyện',
      ',',
      'nay là',
      'ở đâu',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 12 }), (parts) => {
        const text = parts.join(' ');
        let end = 0;
        for (const mention of findUnits(text, table)) {
          expect(mention.span.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(mention.span.start, mention.span.end)).toBe(mention.written);
          expect(mention.candidates.length).toBeGreaterThan(0);
          end = mention.span.end;
        }
      }),
    );
  });
});
