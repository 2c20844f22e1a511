import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldKeepingLength, lettersAndDigits, nfc, typedWithDiacritics } from '../../src/legal/text.ts';

describe('foldKeepingLength', () => {
  it('folds Vietnamese letters, Ð (eth) included, one unit for one', () => {
    expect(foldKeepingLength('Đăng ký KHAI SINH, NÐ-CP ờ ữ ặ')).toBe('dang ky khai sinh, nd-cp o u a');
  });
  it('keeps the length of any text and agrees with fold on Vietnamese', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        (s) => foldKeepingLength(s).length === s.length,
      ),
    );
    const vietnamese = fc.string({
      unit: fc.constantFrom(...'aàáảãạăằặâầẫđĐeéèêếềệiíoòôồơờợuùưứựyỳỵ 0123'.split('')),
    });
    fc.assert(fc.property(vietnamese, (s) => foldKeepingLength(s) === fold(s)));
  });
  it('folds texts longer than a block', () => {
    expect(foldKeepingLength('ế'.repeat(20_000))).toBe('e'.repeat(20_000));
  });
});

describe('nfc and lettersAndDigits', () => {
  it('keep what a pattern keeps, in texts of any length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 9000 }), (text, times) => {
        const long = `${text}${'Điều 5. '.repeat(times)}${text}`;
        const kept =
          long
            .normalize('NFC')
            .toLowerCase()
            .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
        expect(lettersAndDigits(long)).toBe(kept.join(''));
      }),
      { numRuns: 30 },
    );
  });

  it('drops what cannot be seen and compares on letters and digits', () => {
    expect(nfc('a\u200Bb\uFEFF')).toBe('ab');
    expect(lettersAndDigits('Điều 5. – “Hồ sơ”')).toBe('điều5hồsơ');
  });
});

describe('typed with diacritics', () => {
  it('not by a stray one, nor without any; names and abbreviations do not take it away', () => {
    expect(typedWithDiacritics('dk nhan cha me con o xa có phai dong le phi ko')).toBe(false);
    expect(typedWithDiacritics('dang ky khai sinh')).toBe(false);
    expect(typedWithDiacritics('120/2025')).toBe(false);
    expect(typedWithDiacritics('hs đk kh cần gì')).toBe(true);
    expect(typedWithDiacritics('đăng ký xe')).toBe(true);
  });
});
