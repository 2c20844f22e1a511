import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidatesOf } from '../../src/answer/compose/candidates.ts';
import { isLiteral, joinQuotes, quoteOf, quoteText } from '../../src/answer/quote.ts';
import { record } from '../ingest/records/fixture.ts';
import { indexed } from './support.ts';

const document = indexed(record());
const candidates = candidatesOf(document.chunks);

describe('quotes', () => {
  it('splits run-together cells and changes no letter', () => {
    const row = candidates.find((c) => c.kind === 'channel')!;
    const text = quoteText(quoteOf(row, candidates)!);
    expect(text).toBe('Trực tuyến; 7 Ngày làm việc; Miễn phí; Trực tiếp; 7 Ngày làm việc; Miễn phí');
    expect(isLiteral(text, row.chunk.text)).toBe(true);
  });

  it('is literal for every candidate, and for every join of two neighbours', () => {
    const quotes = candidates.flatMap((c) => quoteOf(c, candidates) ?? []);
    fc.assert(
      fc.property(fc.nat(quotes.length - 1), fc.nat(quotes.length - 1), (i, j) => {
        const joined = joinQuotes(quotes[i]!, quotes[j]!);
        for (const quote of [quotes[i]!, joined].filter((q) => q !== undefined))
          expect(isLiteral(quoteText(quote), quote.chunk.text)).toBe(true);
      }),
    );
  });

  it('refuses what is short, altered, reordered or pieced together', () => {
    const source = 'Trong thời hạn 04 ngày làm việc, công chức kiểm tra sân phơi.';
    expect(isLiteral('thời hạn 04 ngày', source)).toBe(true);
    expect(isLiteral('04 ngày', source)).toBe(false);
    expect(isLiteral('thời hạn 05 ngày', source)).toBe(false);
    expect(isLiteral('thời hạn 04 ngày công chức', source)).toBe(false);
  });
});
