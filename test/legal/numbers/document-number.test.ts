import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentIdentity, issuerSlug, territoryOf } from '../../../src/legal/numbers/document-identity.ts';
import {
  findDocumentNumbers,
  matchesNumber,
  numberKey,
  parseDocumentNumber,
} from '../../../src/legal/numbers/document-number.ts';

describe('parseDocumentNumber', () => {
  it.each([
    ['120/2025/NĐ-CP', '120/2025/NĐ-CP', 'Nghị định', true],
    ['120 / 2025 / NĐ – CP', '120/2025/NĐ-CP', 'Nghị định', true],
    ['120/2025/nd-cp', '120/2025/NĐ-CP', 'Nghị định', true],
    ['120/2025/NÐ-CP', '120/2025/NĐ-CP', 'Nghị định', true],
    ['nghị định 120/2025/ndcp', '120/2025/NĐ-CP', 'Nghị định', true],
    ['nd 120/2025', '120/2025/NĐ-CP', 'Nghị định', true],
    ['1234/QĐ-TTg', '1234/QĐ-TTg', 'Quyết định', false],
    ['1234/qd-ttg', '1234/QĐ-TTg', 'Quyết định', false],
    ['3/VBHN-BTC', '03/VBHN-BTC', 'Văn bản hợp nhất', false],
    ['1675/NQ-UBTVQH15', '1675/NQ-UBTVQH15', 'Nghị quyết', true],
    ['66.7/2025/NQ-CP', '66.7/2025/NQ-CP', 'Nghị quyết', true],
    ['24/2026/NQ-CP', '24/2026/NQ-CP', 'Nghị quyết', true],
    ['74/NQ-CP', '74/NQ-CP', 'Nghị quyết', false],
    ['80-NQ/TW', '80-NQ/TW', 'Nghị quyết', false],
    ['45/UBND-VP', '45/UBND-VP', 'Công văn', false],
    ['45/ubnd-vp', '45/UBND-VP', 'Công văn', false],
    ['2243/BCA-V03', '2243/BCA-V03', 'Công văn', false],
    ['2243 /PCCC&CNCH-P6', '2243/PCCC&CNCH-P6', 'Công văn', false],
    ['12/2012/TT-BNN&PTNT', '12/2012/TT-BNN&PTNT', 'Thông tư', true],
    ['60/2014/QH13', '60/2014/QH13', undefined, true],
    ['01/2016/TTLT-BKHCN-BNV', '01/2016/TTLT-BKHCN-BNV', 'Thông tư liên tịch', true],
    ['02/2014/TTLT/BTC-BNV', '02/2014/TTLT-BTC-BNV', 'Thông tư liên tịch', true],
    ['01/1999/NQLT-TP-VHTT-DTMN-ND', '01/1999/NQLT-TP-VHTT-DTMN-ND', 'Nghị quyết liên tịch', true],
    ['15/2025/QĐ-UBND', '15/2025/QĐ-UBND', 'Quyết định', false],
    ['226/QĐ-UBND', '226/QĐ-UBND', 'Quyết định', false],
    ['92/2000/QĐ-NHNN7', '92/2000/QĐ-NHNN7', 'Quyết định', true],
    ['45-L/CTN', '45-L/CTN', 'Lệnh', false],
  ])('%s', (printed, canonical, type, identifies) => {
    expect(parseDocumentNumber(printed)).toMatchObject({
      canonical,
      identifies,
      complete: true,
      ...(type !== undefined && { type }),
    });
    expect(parseDocumentNumber(printed)?.type).toBe(type);
  });

  it.each([
    'trả kết quả 20/4/2026',
    'tháng 07/2025',
    'QCVN 06:2022/BXD',
    'mẫu số 01/GTGT',
    '5 lần/tháng',
    '10/ngày',
    'Điều 5',
    'thông báo 3 nội dung',
    '',
  ])('is not a number: %s', (text) => {
    expect(findDocumentNumbers(text)).toEqual([]);
  });

  it('tells normative documents by the year in their number', () => {
    expect(parseDocumentNumber('24/2026/NQ-CP')?.normative).toBe(true);
    expect(parseDocumentNumber('74/NQ-CP')?.normative).toBe(false);
  });

  it('separates numbers of cells that were run together', () => {
    const text = '120/2025/NĐ-CPNghị định số 118/2025/NĐ-CP60/2014/QH13Luật Hộ tịch';
    expect(findDocumentNumbers(text).map((f) => f.number.canonical)).toEqual([
      '120/2025/NĐ-CP',
      '118/2025/NĐ-CP',
      '60/2014/QH13',
    ]);
  });

  it('does not take the next clause for part of the symbol', () => {
    expect(parseDocumentNumber('Thông tư số 08/2025/TT-BTC - Quy định về phí')?.canonical).toBe(
      '08/2025/TT-BTC',
    );
  });

  it('finds what it prints, wherever it stands', () => {
    const serial = fc.integer({ min: 1, max: 9999 });
    const symbol = fc.constantFrom('NĐ-CP', 'TT-BTC', 'QĐ-TTg', 'TTLT-BTC-BTP', 'NQ-HĐND', 'QH15');
    fc.assert(
      fc.property(serial, fc.integer({ min: 1990, max: 2030 }), symbol, (n, year, s) => {
        const printed = `${String(n).padStart(2, '0')}/${year}/${s}`;
        const text = `Căn cứ văn bản số ${printed} của cơ quan có thẩm quyền;`;
        const [found, ...rest] = findDocumentNumbers(text);
        expect(rest).toEqual([]);
        expect(text.slice(found!.span.start, found!.span.end)).toBe(printed);
        expect(found!.number.canonical).toBe(printed);
      }),
    );
  });
});

describe('partial mentions', () => {
  it.each([
    ['Nghị định 120', '120/2025/NĐ-CP', true],
    ['nghi dinh so 120', '120/2025/NĐ-CP', true],
    ['Nghị định 120/NĐ-CP', '120/2025/NĐ-CP', true],
    ['tt 08/2025', '08/2025/TT-BTC', true],
    ['tt 8/2025', '08/2025/TT-BTP', true],
    ['tt 08/2025', '08/2024/TT-BTC', false],
    ['luật 64/2025', '64/2025/QH15', true],
    ['120/2025', '120/2025/NĐ-CP', true],
    ['Nghị định 12', '120/2025/NĐ-CP', false],
    ['Quyết định số 226', '226/QĐ-UBND', true],
    ['Quyết định số 226', '226/KH-UBND', false],
  ])('%s and %s', (mention, stored, matches) => {
    expect(matchesNumber(parseDocumentNumber(mention)!, stored)).toBe(matches);
  });

  it('gives two prints of one number one key', () => {
    expect(numberKey('3/vbhn - btc')).toBe(numberKey('03/VBHN-BTC'));
    expect(numberKey('02/2014/TTLT/BTC-BNV')).toBe(numberKey('02/2014/TTLT-BTC-BNV'));
  });
});

describe('documentIdentity', () => {
  it('is the number where that is unique', () => {
    expect(documentIdentity({ number: '120/2025/nđ-cp', issuer: 'Chính phủ', date: '2025-06-11' })).toBe(
      '120/2025/NĐ-CP',
    );
  });
  it('adds issuer and date where numbers repeat', () => {
    const sonLa = { number: '226/QĐ-UBND', issuer: 'Ủy ban nhân dân tỉnh Sơn La', date: '2026-02-03' };
    expect(documentIdentity(sonLa)).toBe('226/QĐ-UBND@son-la@2026-02-03');
    expect(documentIdentity({ ...sonLa, issuer: 'UBND thành phố Huế' })).toBe('226/QĐ-UBND@hue@2026-02-03');
  });
  it('keeps the issuers of one place apart', () => {
    expect(issuerSlug('Ủy ban nhân dân phường Thuận Hóa')).not.toBe(issuerSlug('Sở Nội vụ thành phố Huế'));
    expect(territoryOf('Sở Nội vụ thành phố Huế')).toBe('hue');
    expect(territoryOf('Bộ Tư pháp')).toBeUndefined();
  });
});
