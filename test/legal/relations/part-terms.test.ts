import { describe, expect, it } from 'vitest';
import { findPartTerms, findYearsOfEffect } from '../../../src/legal/relations/part-terms.ts';
import { sentencesOf } from '../../../src/legal/relations/sentences.ts';
import { parseStructure } from '../../../src/legal/structure/structure.ts';

function termsOf(sentence: string) {
  const text = `Điều 1. Hiệu lực thi hành\n${sentence}`;
  return findPartTerms(sentencesOf(text, parseStructure(text)).body).map(({ path, from, to }) => ({
    ...path,
    ...(from && { from }),
    ...(to && { to }),
  }));
}

describe('parts with a day of their own', () => {
  it('are read with every article of a list', () => {
    expect(
      termsOf(
        'Luật này có hiệu lực từ ngày 01/7/2025, trừ khoản 3 Điều 12 và Điều 40 có hiệu lực từ ngày 01/01/2026.',
      ),
    ).toMatchObject([
      { dieu: '12', khoan: '3', from: '2026-01-01' },
      { dieu: '40', from: '2026-01-01' },
    ]);
  });

  it('are looked for in long lists of parts without end', () => {
    const list = Array.from({ length: 60 }, (_, i) => `khoản ${i + 1}, i và v Điều ${i + 1}`).join(', ');
    expect(termsOf(`Bãi bỏ các quy định sau: ${list} của Bộ luật Hình sự.`)).toEqual([]);
  }, 2_000);
});

describe('budget years that a document applies to', () => {
  const yearsOf = (sentence: string) => {
    const text = `Điều 3. Điều khoản thi hành\n${sentence}`;
    return findYearsOfEffect(sentencesOf(text, parseStructure(text)).body).map(({ path, from, to }) => [
      path,
      from,
      to,
    ]);
  };

  it.each([
    ['Nghị quyết này áp dụng từ năm ngân sách 2027.', [[{}, '2027-01-01', undefined]]],
    [
      'Nghị quyết này có hiệu lực từ ngày 26/7/2026 và được thực hiện cho thời kỳ ổn định ngân sách 2026 - 2030.',
      [[{}, '2026-01-01', '2030-12-31']],
    ],
    [
      '1. Thông tư này có hiệu lực từ ngày 01/02/2017 và áp dụng từ năm tài chính 2017.',
      [[{}, '2017-01-01', undefined]],
    ],
    // Of the products, not of the document.
    ['Thông tư này áp dụng đối với sản phẩm trong danh mục thực hiện từ năm 2012.', []],
    ['Việc miễn thuế tại Điều 1 Quyết định này thực hiện từ năm 2002.', []],
    ['Nghị quyết này được thực hiện từ năm học 2026 - 2027.', []],
  ])('%s', (sentence, terms) => {
    expect(yearsOf(sentence)).toEqual(terms);
  });
});
