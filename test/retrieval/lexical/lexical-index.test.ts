import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentId } from '../../../src/legal/model.ts';
import { idf, type QueryTerm } from '../../../src/retrieval/lexical/bm25.ts';
import { LexicalIndex } from '../../../src/retrieval/lexical/lexical-index.ts';
import { PARAMETERS } from '../../../src/retrieval/lexical/searchable.ts';
import { formBit, tokenise } from '../../../src/retrieval/lexical/terms.ts';
import { pairKey } from '../../../src/retrieval/lexical/vocabulary.ts';
import type { IndexedDocument } from '../../../src/retrieval/model.ts';
import { procedure } from '../documents.ts';

/** BM25 straight from the definition, over lists of words. */
function naive(documents: readonly IndexedDocument[], question: string): Map<string, Record<string, number>> {
  const terms = new Set(withPairs(words(question)));
  const chunks = documents.flatMap((d) =>
    d.chunks.map((c) => ({
      unit: d.facts.id,
      all: [...withPairs(words(c.heading)), ...withPairs(words(c.text))],
      n: words(c.heading).length + words(c.text).length,
    })),
  );
  const units = documents
    .filter((d) => d.chunks.length > 0)
    .map((d) => {
      const of = chunks.filter((c) => c.unit === d.facts.id);
      return { unit: d.facts.id, all: of.flatMap((c) => c.all), n: of.reduce((s, c) => s + c.n, 0) };
    });
  const score = (pool: typeof units, p: { k1: number; b: number }) => {
    const mean = pool.reduce((s, x) => s + x.n, 0) / pool.length;
    return pool.map((x) => {
      let sum = 0;
      for (const t of terms) {
        const f = Math.min(255, x.all.filter((w) => w === t).length);
        const df = pool.filter((y) => y.all.includes(t)).length;
        if (f > 0) sum += (idf(pool.length, df) * f) / (f + p.k1 * (1 - p.b + (p.b * x.n) / mean));
      }
      return sum;
    });
  };
  const byChunk = score(chunks as unknown as typeof units, PARAMETERS.body.entry);
  const byUnit = score(units, PARAMETERS.body.group);
  return new Map(
    units.map((u, i) => [
      u.unit as string,
      {
        chunk: Math.max(...chunks.map((c, j) => (c.unit === u.unit ? byChunk[j]! : 0))),
        record: byUnit[i]!,
      },
    ]),
  );
}

const words = (text: string) => tokenise(text).map((t) => t.folded);
const withPairs = (w: readonly string[]) => [...w, ...w.slice(1).map((x, i) => `${w[i]} ${x}`)];

function termsOf(index: LexicalIndex, question: string): QueryTerm[] {
  const keys = new Set<number>();
  let before: number | undefined;
  for (const w of words(question)) {
    const id = index.vocabulary.find(w);
    if (id !== undefined) keys.add(id);
    if (id !== undefined && before !== undefined) keys.add(pairKey(before, id));
    before = id;
  }
  return [...keys].map((key) => ({ key, weight: 1, bit: 0 }));
}

const EVEN = { chunk: 1, record: 1, title: 1, asked: 1, official: 0, prior: 1, names: 'compared' as const };
const evenly = ({ documents }: { readonly documents: readonly unknown[] }) => documents.map(() => EVEN);

function scores(index: LexicalIndex, question: string): Map<string, Record<string, number>> {
  const found = index.score(
    {
      body: termsOf(index, question),
      title: [],
      asked: [],
      official: [],
      weightsIn: evenly,
    },
    100,
  );
  return new Map(found.map((s) => [index.unit(s).documentId, { chunk: s.chunk, record: s.record }]));
}

const word = fc.constantFrom('cấp', 'giấy', 'phép', 'đất', 'dat', 'hộ', 'tịch', '03', '3', 'mẫu');
const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((w) => w.join(' '));
const corpus = fc
  .array(fc.record({ title: text, trinh_tu: text, can_cu: text }), { minLength: 1, maxLength: 7 })
  .map((rows) =>
    rows.map((r, i) => procedure(`1.00000${i}`, r.title, { trinh_tu: r.trinh_tu, can_cu: r.can_cu })),
  );

function expectSame(
  actual: Map<string, Record<string, number>>,
  wanted: Map<string, Record<string, number>>,
) {
  for (const [unit, parts] of wanted)
    for (const [part, value] of Object.entries(parts))
      expect(actual.get(unit)?.[part] ?? 0, `${unit} ${part}`).toBeCloseTo(value, 4);
}

describe('lexical index', () => {
  it('scores as the definition of BM25 does, built at once', () => {
    fc.assert(
      fc.property(corpus, text, (documents, question) => {
        expectSame(scores(LexicalIndex.build(documents), question), naive(documents, question));
      }),
      { numRuns: 60 },
    );
  });

  it('scores the same after adding, replacing and removing, once joined', () => {
    fc.assert(
      fc.property(corpus, corpus, fc.array(fc.nat(6)), text, (first, second, removed, question) => {
        const index = LexicalIndex.build(first);
        for (const d of second) index.add(d);
        const kept = new Map([...first, ...second].map((d) => [d.facts.id, d]));
        for (const n of removed) {
          const id = `tthc:1.00000${n}` as DocumentId;
          expect(index.remove(id)).toBe(kept.delete(id));
        }
        const ids = () => new Set([...index.documentIds()]);
        expect(ids()).toEqual(new Set(kept.keys()));
        for (const id of scores(index, question).keys()) expect(kept.has(id as DocumentId)).toBe(true);
        index.compact();
        expect(index.documentCount).toBe(kept.size);
        if (kept.size > 0) expectSame(scores(index, question), naive([...kept.values()], question));
        else expect(scores(index, question).size).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it('never returns a removed document, joined or not', () => {
    const index = LexicalIndex.build([procedure('1.000001', 'Cấp giấy', { trinh_tu: 'cấp giấy phép' })]);
    index.add(procedure('1.000002', 'Đổi giấy', { trinh_tu: 'đổi giấy phép' }));
    index.remove('tthc:1.000001' as DocumentId);
    expect([...scores(index, 'giấy phép').keys()]).toEqual(['tthc:1.000002']);
  });

  it('joins small segments as documents come one by one', async () => {
    const index = LexicalIndex.build([]);
    for (let i = 0; i < 40; i++)
      index.add(procedure(`1.0000${i + 10}`, `Thủ tục ${i}`, { trinh_tu: `bước ${i}` }));
    expect(index.documentCount).toBe(40);
    await index.tidy();
    expect(index.live.length).toBeLessThan(10);
  });

  it('a typed diacritic that the text lacks counts less than one it has', () => {
    const index = LexicalIndex.build([
      procedure('1.000001', 'Một', { trinh_tu: 'sơ đồ khu đất' }),
      procedure('1.000002', 'Hai', { trinh_tu: 'sổ đỏ khu đất' }),
    ]);
    const ask = (bit: number) =>
      index
        .score(
          {
            body: [{ key: index.vocabulary.find('so')!, weight: 1, bit }],
            title: [],
            asked: [],
            official: [],
            weightsIn: evenly,
          },
          10,
        )
        .sort((a, b) => b.chunk - a.chunk);
    const [first, second] = ask(formBit('sổ'));
    expect(index.unit(first!).documentId).toBe('tthc:1.000002');
    expect(second!.chunk).toBeLessThan(0.5 * first!.chunk);
    const [a, b] = ask(0);
    expect(a!.chunk).toBeCloseTo(b!.chunk, 6);
  });
});
