import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesAsCp1252, convertLegacy, raiseCapitals } from '../../../src/ingest/readers/legacy/convert.ts';
import { detectLegacy, encodingOfFont } from '../../../src/ingest/readers/legacy/detect.ts';
import { decodeRuns } from '../../../src/ingest/readers/legacy/runs.ts';
import { isVietnameseSyllable, syllableShare } from '../../../src/ingest/readers/vietnamese-syllable.ts';
import { encodeLegacy, encodeVni } from './fixtures.ts';

const TEXT =
  'Ủy ban nhân dân cấp xã có thẩm quyền chứng thực chữ ký, đăng ký khai sinh, giải quyết hồ sơ trong thời hạn được quy định.';
const LOWER = TEXT.toLowerCase();

describe('legacy encodings', () => {
  it.each(['tcvn3', 'vps', 'viscii'] as const)(
    '%s text is recognised by its bytes and converted',
    (encoding) => {
      const raw = bytesAsCp1252(encodeLegacy(LOWER, encoding));
      expect(detectLegacy(raw)).toBe(encoding);
      expect(convertLegacy(raw, encoding)).toBe(LOWER);
    },
  );

  it('VNI text is recognised and converted, capitals included', () => {
    const raw = encodeVni(TEXT);
    expect(detectLegacy(raw)).toBe('vni');
    expect(convertLegacy(raw, 'vni')).toBe(TEXT);
  });

  it('VNI marks may stand on i as well ("chiùnh")', () => {
    expect(convertLegacy('chiùnh', 'vni')).toBe('chính');
  });

  it('every Vietnamese letter survives the way there and back', () => {
    const letters = [...'àáảãạâầấẩẫậăằắẳẵặđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...letters, 'b', 'n', ' '), { maxLength: 30 }), (chars) => {
        const text = chars.join('');
        for (const encoding of ['tcvn3', 'vps', 'viscii'] as const) {
          expect(convertLegacy(bytesAsCp1252(encodeLegacy(text, encoding)), encoding)).toBe(text);
        }
        expect(convertLegacy(encodeVni(text), 'vni')).toBe(text);
      }),
    );
  });

  it('Unicode, English and French are left alone', () => {
    expect(detectLegacy(TEXT)).toBeUndefined();
    expect(detectLegacy('The quick brown fox, 5 km — “quoted”')).toBeUndefined();
    expect(detectLegacy('Les élèves français étaient déjà à l’école, où ils étudiaient.')).toBeUndefined();
  });

  it.each([
    ['.VnTime', 'tcvn3'],
    ['.VnTimeH', 'tcvn3'],
    ['ABCDEF+.VnArial', 'tcvn3'],
    ['VNI-Times', 'vni'],
    ['VNSTCVN3', 'tcvn3'],
    ['Times New Roman', undefined],
    ['Symbol', undefined],
  ])('font %s means %s', (font, encoding) => {
    expect(encodingOfFont(font)?.encoding).toBe(encoding);
  });

  it('converts run by run in a document of several encodings', () => {
    const { lines, encodings } = decodeRuns([
      [
        { text: bytesAsCp1252(encodeLegacy('quyết định ', 'tcvn3')), font: '.VnTime' },
        { text: encodeVni('của Ủy ban '), font: 'VNI-Times' },
        { text: 'nhân dân xã', font: 'Times New Roman' },
      ],
    ]);
    expect(lines).toEqual(['quyết định của Ủy ban nhân dân xã']);
    expect([...encodings].sort()).toEqual(['tcvn3', 'vni']);
  });

  it('believes the text when it contradicts the name of its font', () => {
    const { lines } = decodeRuns([[{ text: encodeVni(TEXT), font: '.VnTime' }]]);
    expect(lines).toEqual([TEXT]);
  });

  it('raises marked letters among capitals only', () => {
    expect(raiseCapitals('HộI NGHị Số')).toBe('HỘI NGHỊ SỐ');
    expect(raiseCapitals('HộI NGHị Số 5 của xã')).toBe('HỘI NGHỊ Số 5 của xã');
    expect(raiseCapitals('TÀI CHÍNH CỦA HỢP TÁC Xã')).toBe('TÀI CHÍNH CỦA HỢP TÁC XÃ');
    expect(raiseCapitals('Số: 28/2003/NĐ-CP')).toBe('Số: 28/2003/NĐ-CP');
    expect(raiseCapitals('Kế HOạCH CHUNG Về Hệ THốNG')).toBe('KẾ HOẠCH CHUNG VỀ HỆ THỐNG');
    expect(raiseCapitals('Bộ TNMT, Sở Tư pháp')).toBe('Bộ TNMT, Sở Tư pháp');
  });
});

describe('a document in which an encoding contradicts the fonts here and there', () => {
  const font = '.VnTime';
  const own = (text: string) => ({ text: bytesAsCp1252(encodeLegacy(text, 'tcvn3')), font });
  const other = (text: string) => ({ text: encodeVni(text), font });
  const rest = Array.from({ length: 30 }, () => [own('thời hạn giải quyết hồ sơ được quy định')]);

  it('reads whole paragraphs, cells of one word and words among others', () => {
    const { lines } = decodeRuns([
      ...rest,
      [other('Phần mềm hệ thống của đơn vị')],
      [other('Chiếc')],
      [other('Cộng')],
      [own('Kế toán của các '), other('đơn'), own(' vị có thể dùng')],
    ]);
    expect(lines.slice(-4)).toEqual([
      'Phần mềm hệ thống của đơn vị',
      'Chiếc',
      'Cộng',
      'Kế toán của các đơn vị có thể dùng',
    ]);
    expect(lines[0]).toBe('thời hạn giải quyết hồ sơ được quy định');
  });

  it('leaves a document alone whose text agrees with its fonts', () => {
    const { lines } = decodeRuns([...rest, [own('24 đ, cái xoong')]]);
    expect(lines.at(-1)).toBe('24 đ, cái xoong');
  });
});

describe('capitals by formatting', () => {
  it('raise Unicode text and leave the codes of a legacy font, which would become other letters', () => {
    const { lines } = decodeRuns([
      [{ text: 'Quyết định', caps: true }],
      [{ text: bytesAsCp1252(encodeLegacy('khoá họp thứ hai', 'tcvn3')), font: '.VnTime', caps: true }],
    ]);
    expect(lines).toEqual(['QUYẾT ĐỊNH', 'khoá họp thứ hai']);
  });
});

describe('a correction typed in Unicode among older words', () => {
  it('leaves the correction and converts the rest', () => {
    const font = '.VnTime';
    const old = bytesAsCp1252(encodeLegacy('Các chương trình trọng điểm', 'tcvn3'));
    const { lines } = decodeRuns([[{ text: `${old} về ĐTC`, font }]]);
    expect(lines).toEqual(['Các chương trình trọng điểm về ĐTC']);
    const half = {
      text: bytesAsCp1252(encodeLegacy('đ', 'tcvn3')).concat('ịnh s\u00e8 477/Q\u00a7-UB'),
      font,
    };
    expect(decodeRuns([[half]]).lines).toEqual(['định số 477/QĐ-UB']);
  });
});

describe('Vietnamese syllables', () => {
  it.each(['nghị', 'quyền', 'giếng', 'uống', 'khuỷu', 'nguyễn', 'gì', 'quốc', 'yêu', 'đặc', 'thuở'])(
    '%s is one',
    (word) => {
      expect(isVietnameseSyllable(word)).toBe(true);
    },
  );

  it.each(['nghj', 'kăn', 'ngị', 'pháng1', 'bàc', 'qyền', 'thẩmm', 'đđ'])('%s is none', (word) => {
    expect(isVietnameseSyllable(word)).toBe(false);
  });

  it('tells text from garbage', () => {
    expect(syllableShare(TEXT).share).toBe(1);
    expect(syllableShare(bytesAsCp1252(encodeLegacy(LOWER, 'tcvn3'))).share).toBeLessThan(0.4);
  });
});
