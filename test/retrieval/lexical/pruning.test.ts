import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allNames, allNamesTerms } from '../../../src/retrieval/lexical/all-names.ts';
import {
  accumulateEntries,
  frequency,
  idf,
  type QueryTerm,
  weigh,
} from '../../../src/retrieval/lexical/bm25.ts';
import { LexicalIndex } from '../../../src/retrieval/lexical/lexical-index.ts';
import { EVERYDAY, nameFit, nameTerms } from '../../../src/retrieval/lexical/name-precision.ts';
import type { Field } from '../../../src/retrieval/lexical/segment.ts';
import { tokenise } from '../../../src/retrieval/lexical/terms.ts';
import type { LexicalQuery, UnitWeights } from '../../../src/retrieval/lexical/unit-scores.ts';
import { pairKey } from '../../../src/retrieval/lexical/vocabulary.ts';
import type { IndexedDocument } from '../../../src/retrieval/model.ts';
import { decree, procedure } from '../documents.ts';

// Few words in many documents: bounds are close together, so a wrong one shows.
const word = fc.constantFrom(
  'cấp',
  'giấy',
  'phép',
  'đất',
  'dat',
  'hộ',
  'tịch',
  '3',
  'mẫu',
  'sổ',
  'đỏ',
  'nhà',
);
const text = (most: number) =>
  fc.array(word, { minLength: 1, maxLength: most }).map((words) => words.join(' '));
const documents = fc
  .array(
    fc.record({
      title: text(5),
      parts: fc.array(text(30), { minLength: 1, maxLength: 4 }),
      law: fc.boolean(),
    }),
    {
      minLength: 1,
      maxLength: 40,
    },
  )
  .map((rows) =>
    rows.map(({ title, parts, law }, i): IndexedDocument => {
      if (law)
        return decree(
          `${i + 1}/2025/NĐ-CP`,
          title,
          parts.map((t, a) => [`${a + 1}`, title, t] as const),
        );
      const [trinh_tu, ket_qua, can_cu, khac] = parts;
      const asked = [parts[0]!.slice(0, 20)];
      const given = { trinh_tu, ket_qua, can_cu, khac };
      const said = Object.fromEntries(Object.entries(given).filter(([, t]) => t !== undefined));
      return procedure(`1.${100_000 + i}`, title, said, { asked });
    }),
  );

const weights: Record<'law' | 'record', UnitWeights> = {
  law: { chunk: 2.2, record: 0.4, title: 0.07, asked: 0.4, official: 0.3, prior: 1, names: 'none' },
  record: { chunk: 1, record: 0.6, title: 1, asked: 1, official: 1, prior: 1.15, names: 'compared' },
};

function terms(index: LexicalIndex, question: string, marked: boolean): QueryTerm[] {
  const keys = new Map<number, QueryTerm>();
  let before: number | undefined;
  for (const t of tokenise(question)) {
    const id = index.vocabulary.find(t.folded);
    if (id !== undefined) keys.set(id, { key: id, weight: 0.7, bit: marked ? 1 << (t.exact.length % 8) : 0 });
    if (id !== undefined && before !== undefined)
      keys.set(pairKey(before, id), { key: pairKey(before, id), weight: 1, bit: 0 });
    before = id;
  }
  return [...keys.values()];
}

function queryOf(index: LexicalIndex, typed: string, official: string, boost: number): LexicalQuery {
  return {
    body: terms(index, typed, true),
    title: terms(index, typed, false),
    asked: terms(index, typed, false),
    official: terms(index, official, false),
    names: {
      all: allNamesTerms(terms(index, typed, true), terms(index, official, false)),
      cover: nameTerms({ title: terms(index, typed, false), official: terms(index, official, false) }),
    },
    weightsIn: ({ documents }) =>
      documents.map((id) => (id.startsWith('tthc') ? weights.record : weights.law)),
    ...(boost > 1 && { chunkFactor: new Float32Array(10).fill(1).fill(boost, 1, 2) }),
  };
}

/** The share of one name that the terms cover, read from the name itself. */
function coverOf(index: LexicalIndex, terms: readonly QueryTerm[]): (name: string) => number {
  const weights = new Map(terms.map(({ key, weight }) => [key, weight]));
  const titles = index.live.map(({ segment }) => segment.fields.title);
  const worth = (id: number) => idf(index.searchable.stats.title.entries, frequency(titles, id).entries);
  return (name) => {
    const ids = [...new Set(tokenise(name).map((t) => index.vocabulary.find(t.folded)!))];
    const sum = (weight: (id: number) => number) => ids.reduce((n, id) => n + weight(id) * worth(id), 0);
    return sum((id) => weights.get(id) ?? 0) / sum(() => 1);
  };
}

const ids = (index: LexicalIndex, limit: number, query: LexicalQuery) =>
  index
    .score(query, limit)
    .map((s) => ({ ...index.unit(s), chunk: index.chunkId(s), score: s.score, record: s.record }))
    .sort((a, b) => b.score - a.score || (a.unitId < b.unitId ? -1 : 1));

describe('scoring only what is in sight', () => {
  it('finds exactly what scoring everything finds, to the last bit', () => {
    fc.assert(
      fc.property(
        documents,
        text(10),
        text(4),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom(1, 1.1),
        (docs, typed, official, limit, boost) => {
          const index = LexicalIndex.build(docs.slice(0, 25));
          for (const d of docs.slice(25)) index.add(d);
          const query = queryOf(index, typed, official, boost);
          // With a limit past the number of units nothing is left out.
          const all = ids(index, 10_000, query);
          const few = ids(index, limit, query);
          expect(few.map((x) => x.score)).toEqual(all.slice(0, limit).map((x) => x.score));
          for (const found of few) expect(all).toContainEqual(found);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('chunks: the same as adding up every posting', () => {
    fc.assert(
      fc.property(documents, text(10), fc.integer({ min: 1, max: 12 }), (docs, typed, limit) => {
        const index = LexicalIndex.build(docs);
        const { body } = queryOf(index, typed, '', 1);
        const [live] = index.live;
        const postings = live!.segment.fields['body' satisfies Field];
        const { stats, segments } = index.searchable;
        const scores = new Float32Array(live!.segment.chunkIds.length);
        accumulateEntries(postings, segments[0]!.body.norms, weigh(body, [postings], stats.body), 0, scores);
        const wanted = live!.segment.chunkIds
          .map((chunkId, c) => ({ chunkId, score: scores[c]! }))
          .filter((x) => x.score > 0)
          .sort((a, b) => b.score - a.score)
          .slice(0, limit);
        expect(index.topChunks(body, limit)).toEqual(wanted);
      }),
      { numRuns: 50 },
    );
  });

  it('keeps its bounds when added documents make the mean length grow', () => {
    const long = 'cấp giấy phép '.repeat(400);
    const index = LexicalIndex.build([
      procedure('1.000001', 'Một', { trinh_tu: 'cấp giấy', ket_qua: 'giấy phép đất' }),
      procedure('1.000002', 'Hai', { trinh_tu: 'giấy phép hộ tịch' }),
    ]);
    index.score(queryOf(index, 'giấy phép', '', 1), 1);
    for (let i = 3; i < 12; i++) index.add(procedure(`1.00000${i}`, 'Dài', { trinh_tu: long }));
    const query = queryOf(index, 'cấp giấy phép đất', '', 1);
    const scores = (limit: number) => ids(index, limit, query).map((x) => x.score);
    expect(scores(2)).toEqual(scores(10_000).slice(0, 2));
  });
});

describe('names from the posting lists', () => {
  it('say the same as the names of one document at a time', () => {
    fc.assert(
      fc.property(documents, text(10), text(4), (docs, typed, official) => {
        const index = LexicalIndex.build(docs.slice(0, 25));
        for (const d of docs.slice(25)) index.add(d);
        const query = queryOf(index, typed, official, 1);
        const facts = new Map(docs.map((d) => [d.facts.id, d.facts]));
        const one = allNames(index, terms(index, typed, true), terms(index, official, false));
        const cover = coverOf(index, query.names!.cover);
        for (const s of index.score(query, 10_000)) {
          const { kind, title, asked = [] } = facts.get(index.unit(s).documentId)!;
          if (kind === 'official') {
            expect([s.allNames, s.nameFit]).toEqual([0, 1]);
            continue;
          }
          const best = Math.max(cover(title), ...asked.map((name) => EVERYDAY * cover(name)));
          expect(s.allNames).toBeCloseTo(one({ asked }, s), 10);
          expect(s.nameFit).toBeCloseTo(nameFit(best), 10);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('joining and adding in slices', () => {
  it('keeps what was removed or replaced while it joined', async () => {
    const index = LexicalIndex.build([]);
    const made = (i: number, t: string) => procedure(`1.${200_000 + i}`, `Thủ tục ${i}`, { trinh_tu: t });
    for (let i = 0; i < 20; i++) index.add(made(i, 'cấp giấy phép đất'));
    const tidied = index.tidy();
    index.remove(made(3, '').facts.id);
    index.add(made(4, 'hộ tịch'));
    index.put(await index.prepareInSlices([made(30, 'sổ đỏ')]));
    await tidied;
    const found = (q: string) => ids(index, 100, queryOf(index, q, '', 1)).map((x) => x.documentId);
    expect(index.live.length).toBeLessThan(8);
    expect(index.documentCount).toBe(20);
    expect(found('cấp giấy phép')).not.toContain('tthc:1.200003');
    expect(found('cấp giấy phép')).not.toContain('tthc:1.200004');
    expect(found('hộ tịch')).toEqual(['tthc:1.200004']);
    expect(found('sổ đỏ')).toEqual(['tthc:1.200030']);
    index.compact();
    expect(index.live.length).toBe(1);
    expect(index.documentCount).toBe(20);
  });
});
