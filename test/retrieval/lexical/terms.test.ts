import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nfc } from '../../../src/legal/text.ts';
import { formBit, tokenise, wordForms } from '../../../src/retrieval/lexical/terms.ts';
import { countTerms, isPairKey, pairKey, Vocabulary } from '../../../src/retrieval/lexical/vocabulary.ts';

const folded = (text: string) => tokenise(text).map((t) => t.folded);

describe('tokenise', () => {
  it('keeps Vietnamese syllables whole, folded and exact', () => {
    const [first] = tokenise('Đường');
    expect(first).toEqual({ folded: 'duong', exact: 'đường', start: 0, end: 5 });
    expect(folded('Nghị định số 120/2025/NĐ-CP, mẫu CT01')).toEqual(
      'nghi dinh so 120 2025 nd cp mau ct 1'.split(' '),
    );
  });

  it('reads both places of a tone mark as one form', () => {
    for (const [late, early] of [
      ['hoà', 'hòa'],
      ['thuỷ', 'thủy'],
      ['khoẻ', 'khỏe'],
    ] as const)
      expect(wordForms(late).exact).toBe(wordForms(early).exact);
    expect(wordForms('quý').exact).toBe('quý');
  });

  it('gives the same folded words for composed and decomposed text', () => {
    const text = 'Giấy chứng nhận quyền sử dụng đất';
    expect(folded(text.normalize('NFD'))).toEqual(folded(text));
  });

  it('takes apart what a pattern takes apart, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = nfc(text);
        const words = [...clean.matchAll(/[\p{L}\p{M}]+|\p{N}+/gu)];
        expect(tokenise(text)).toEqual(
          words.map((m) => ({ ...wordForms(m[0]), start: m.index, end: m.index + m[0].length })),
        );
      }),
    );
  });

  it('has spans that point at the word', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aăâđơƯ ê1.9/-,ộ\n') }), (text) => {
        const clean = text.normalize('NFC');
        for (const t of tokenise(text)) expect(wordForms(clean.slice(t.start, t.end)).folded).toBe(t.folded);
      }),
    );
  });
});

describe('terms of a text', () => {
  it('counts syllables and pairs, never across runs', () => {
    const v = new Vocabulary();
    const { counts, length } = countTerms([tokenise('cấp giấy'), tokenise('phép cấp giấy')], v);
    const id = (w: string) => v.find(w)!;
    const count = (key: number) => Math.floor((counts.get(key) ?? 0) / 256);
    expect(length).toBe(5);
    expect(count(id('cap'))).toBe(2);
    expect(count(pairKey(id('cap'), id('giay')))).toBe(2);
    expect(count(pairKey(id('giay'), id('phep')))).toBe(0);
    expect([...counts.keys()].filter(isPairKey)).toHaveLength(2);
  });

  it('keeps a signature of the exact forms', () => {
    const v = new Vocabulary();
    const { counts } = countTerms([tokenise('sổ số so')], v);
    const signature = counts.get(v.find('so')!)! & 255;
    expect(signature).toBe(formBit('sổ') | formBit('số') | formBit('so'));
  });
});
