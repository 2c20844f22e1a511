import { describe, expect, it } from 'vitest';
import { findPartTerms } from '../../../src/legal/relations/part-terms.ts';
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
