import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, MESSAGE_LIMIT, renderMessages, stripHtml } from '../../../src/bot/format/html.ts';
import { htmlText } from '../../support/fake-bot-api.ts';

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom('<b>', '&amp;', '</blockquote>', 'a<b>c', '👨‍👩‍👧', 'Điều 5 Nghị định', '🇻🇳'),
  fc.string({ unit: 'grapheme', minLength: 200, maxLength: 400 }),
);
const run = fc.record(
  { text, style: fc.constantFrom('b' as const, 'i' as const) },
  { requiredKeys: ['text'] },
);
const block = fc.record({
  kind: fc.constantFrom('plain' as const, 'expandable' as const, 'quote' as const),
  lines: fc.array(fc.array(run, { minLength: 1, maxLength: 3 }), { maxLength: 8 }),
});
const lettersOf = (value: string) => value.replace(/\s+/gu, '');
const written = (blocks: readonly Block[]) =>
  lettersOf(blocks.flatMap(({ lines }) => lines.flatMap((line) => line.map((piece) => piece.text))).join(''));

describe('rendering under Telegram’s limits', () => {
  it('any blocks become valid messages that fit, hold all the text in order, and cut no character in two', () => {
    fc.assert(
      fc.property(
        fc.array(block, { maxLength: 6 }),
        fc.constantFrom(120, 300, MESSAGE_LIMIT),
        (blocks, limit) => {
          const messages = renderMessages(blocks, limit);
          for (const message of messages) {
            expect(message.length).toBeLessThanOrEqual(limit);
            expect(htmlText(message)).toBeDefined();
            expect(message).not.toMatch(
              /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/,
            );
          }
          expect(lettersOf(messages.map((message) => htmlText(message)).join(''))).toBe(written(blocks));
        },
      ),
      { numRuns: 100 },
    );
  });

  it('reads back as the text that was written', () => {
    fc.assert(
      fc.property(text, (value) => {
        const html = renderMessages([{ kind: 'quote', lines: [[{ text: value }]] }]).join('');
        expect(stripHtml(html).trim()).toBe(value.trim());
      }),
    );
  });

  it('opens a quotation again in the next message', () => {
    const lines = Array.from({ length: 10 }, (_, i) => [{ text: `dòng ${i} `.repeat(6).trim() }]);
    const messages = renderMessages([{ kind: 'expandable', lines }], 200);
    expect(messages.length).toBeGreaterThan(1);
    for (const message of messages) {
      expect(message.startsWith('<blockquote expandable>')).toBe(true);
      expect(message.endsWith('</blockquote>')).toBe(true);
    }
  });

  it('says nothing for nothing', () => {
    expect(
      renderMessages([
        { kind: 'plain', lines: [] },
        { kind: 'quote', lines: [[{ text: ' ' }]] },
      ]),
    ).toEqual([]);
  });
});
