/** Whatever a model says, no figure is shown that the cited sources do not have. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unsupportedLines } from '../../../src/answer/llm/check-draft.ts';
import { draftOf } from '../../../src/answer/llm/draft.ts';
import { type EvidenceItem, selectEvidence } from '../../../src/answer/llm/evidence.ts';
import {
  MISSING_POINTS,
  type ModelReply,
  type ModelStatement,
  STATEMENT_SECTIONS,
} from '../../../src/answer/llm/model.ts';
import { bestSentence, locateQuote, longEnough, widen } from '../../../src/answer/llm/quote.ts';
import { parseReply } from '../../../src/answer/llm/schema.ts';
import { verify } from '../../../src/answer/llm/verify.ts';
import { createVault } from '../../../src/answer/privacy.ts';
import { ask, BIRTH, DECREE, EXPIRED, evidenceOf } from './fixture.ts';
import { strayFigures } from './oracle.ts';

const units = [BIRTH, DECREE, EXPIRED];
const items = selectEvidence(units);
const text = items.map((i) => i.chunk.text).join('\n');

/** A piece of a real chunk, as it stands or with a digit changed. */
const excerpt = fc
  .tuple(
    fc.constantFrom<EvidenceItem>(...items),
    fc.nat(),
    fc.integer({ min: 8, max: 120 }),
    fc.option(fc.integer({ min: 0, max: 9 })),
  )
  .map(([item, at, length, digit]) => {
    const start = at % item.chunk.text.length;
    const quote = item.chunk.text.slice(start, start + length);
    return { token: item.token, quote, said: digit === null ? quote : quote.replace(/\d/, String(digit)) };
  });

const noise = fc.oneof(
  fc.constantFrom(
    'Theo Nghị định số 888/2025/NĐ-CP, ',
    'Thời hạn ',
    ' 7 ngày làm việc',
    ' ngày 05/6/2024',
    ' mẫu số 09/XX',
    ' Điều 77',
    ' 1,5 triệu đồng',
    ' ba tháng',
    ' 50%',
    ' năm 2031',
    ' (hai mươi) bộ',
    ' khoản 8 Điều 5',
    ' ½',
    ' ²',
    ' ٣',
    ' 046190001234',
  ),
  fc.string({ maxLength: 8, unit: 'grapheme' }),
);

const statement: fc.Arbitrary<ModelStatement> = fc
  .tuple(fc.array(excerpt, { minLength: 1, maxLength: 2 }), fc.array(noise, { maxLength: 2 }), fc.boolean())
  .map(([parts, added, quoted]) => ({
    text: [...added, ...parts.map((p) => p.said)].join(' '),
    evidence: parts.map((p) => p.token),
    quotes: quoted ? parts.map((p) => ({ evidence: p.token, quote: p.quote })) : [],
  }));

const reply: fc.Arbitrary<ModelReply> = fc
  .tuple(
    fc.constantFrom('full' as const, 'partial' as const, 'clarify' as const),
    fc.tuple(...STATEMENT_SECTIONS.map(() => fc.array(statement, { maxLength: 2 }))),
    fc.subarray([...MISSING_POINTS]),
  )
  .map(([verdict, lists, missing]) => ({
    verdict,
    statements: Object.fromEntries(
      STATEMENT_SECTIONS.map((s, i) => [s, lists[i]!]),
    ) as unknown as ModelReply['statements'],
    missing,
    choices: [],
  }));

// Random while it is developed, the same every time in the suite.
fc.configureGlobal({ seed: 20261123 });

describe('drafts', () => {
  it('never show a figure that is absent from their citations’ sources', () => {
    let kept = 0;
    fc.assert(
      fc.property(reply, (r) => {
        const verification = verify(r, { items, vault: createVault(), question: '' });
        const evidence = evidenceOf(units);
        const draft = draftOf({ request: ask('?'), evidence, items, reply: r, verification });
        kept += verification.kept.length;
        if (!draft) return;
        // "Not found" lists the documents that were searched; it asserts nothing of them.
        if (draft.status === 'not_found') {
          expect(draft.citations).toEqual([]);
          return;
        }
        expect(strayFigures(draft, evidence)).toEqual([]);
        expect(unsupportedLines(draft, evidence)).toEqual([]);
        if (verification.failed.length > 0) expect(draft.status).not.toBe('answered');
        for (const c of draft.citations) {
          expect(text).toContain(c.quote);
          expect(c.effectivity.status).toMatch(/in_force|expired/);
        }
      }),
      { numRuns: 60 },
    );
    // The property would be empty if nothing ever passed.
    expect(kept).toBeGreaterThan(15);
  }, 60_000);
});

describe('quotes', () => {
  const source = fc.constantFrom(...items.map((i) => i.chunk.text));

  it('every piece of a source is found, spaced and composed as one likes', () => {
    fc.assert(
      fc.property(source, fc.nat(), fc.integer({ min: 4, max: 80 }), (s, at, length) => {
        const start = at % Math.max(1, s.length - length);
        const piece = s.slice(start, start + length);
        fc.pre(/\p{L}/u.test(piece) && !/^\s*[\d.,/]|[\d.,/]\s*$/.test(piece));
        for (const form of [piece, piece.normalize('NFD'), piece.replace(/ /g, '\u00A0\n'), `“${piece}”`])
          expect(locateQuote(form, s)).toBeDefined();
      }),
    );
  });

  it('a found quote widens to a literal span that holds it', () => {
    fc.assert(
      fc.property(source, fc.nat(), fc.integer({ min: 10, max: 60 }), (s, at, length) => {
        const start = at % Math.max(1, s.length - length);
        const span = locateQuote(s.slice(start, start + length), s);
        fc.pre(span !== undefined);
        const wide = widen(span!, s);
        expect(wide.start).toBeLessThanOrEqual(span!.start);
        expect(wide.end).toBeGreaterThanOrEqual(Math.min(span!.end, s.trimEnd().length) - 1);
        expect(wide.end - wide.start).toBeLessThanOrEqual(Math.max(480, length + 80));
      }),
    );
  });

  it('the best sentence is one of the source', () => {
    for (const i of items) {
      const span = bestSentence(i.chunk.text.slice(0, 60), i.chunk.text)!;
      expect(longEnough(span, i.chunk.text)).toBe(true);
    }
  });
});

describe('replies', () => {
  it('any text is a reply or an error of the right kind', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (raw) => {
        try {
          expect(parseReply(raw).verdict).toMatch(/^(?:full|partial|none|clarify|out_of_scope)$/);
        } catch (error) {
          expect((error as { reason?: string }).reason).toBe('broken_reply');
        }
      }),
    );
  });
});
