/** In which words true and false sentences about real sources are told; figures in docs/llm.md. */
import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type EvidenceItem, selectEvidence } from '../../src/answer/llm/evidence.ts';
import { createVerifier, isFailed } from '../../src/answer/llm/verify.ts';
import type { EvidenceUnit } from '../../src/answer/model.ts';
import { createVault } from '../../src/answer/privacy.ts';
import { understandFile } from '../../src/ingest/understand.ts';
import { recordUnits, unitsOf } from './record-units.ts';
import { FIRST, SECOND, THIRD, type ToldOfArticle, type ToldOfRecord } from './told-of-records.ts';
import { FIFTH, FOURTH } from './told-since.ts';

const RECORDS = '../shared/data/tthc/procedures.jsonl';
const LAWS = '../shared/data/alqac/laws';

type Told = ToldOfRecord | ToldOfArticle;

/** In the model's words, in the source's, or not at all. */
const HOW = ['own', 'verbatim', 'failed'] as const;
type How = (typeof HOW)[number];

/** The model quotes the whole of every chunk it has, sentence by sentence: hardest for the checks. */
function toldHow(text: string, question: string, items: readonly EvidenceItem[]): How {
  const vault = createVault(question);
  const check = createVerifier({ items, vault, question });
  const quotes = items.flatMap(({ token, chunk }) =>
    chunk.text
      .split(/(?<=[.;:])\s*\n|(?<=[.;]) /)
      .filter((sentence) => (sentence.match(/\p{L}/gu)?.length ?? 0) >= 8)
      .map((quote) => ({ evidence: token, quote: quote.trim() })),
  );
  const result = check('conclusion', { text, evidence: items.map((i) => i.token), quotes });
  return isFailed(result) ? 'failed' : result.verbatim ? 'verbatim' : 'own';
}

/** Where the model quotes one chunk only, the one that suits the statement best, any of them. */
function best(text: string, told: Told, items: readonly EvidenceItem[]): How {
  const ways = [...items.map((item) => [item]), items].map((some) => toldHow(text, told.question, some));
  return HOW.find((how) => ways.includes(how)) ?? 'failed';
}

describe.skipIf(!existsSync(RECORDS))('statements told of real sources (skipped without ../shared)', () => {
  let units: readonly EvidenceUnit[] = [];
  beforeAll(async () => {
    const all: readonly Told[] = [...FIRST, ...SECOND, ...THIRD, ...FOURTH, ...FIFTH];
    const codes = new Set(all.flatMap((t) => ('code' in t ? [t.code] : [])));
    const lines = readFileSync(RECORDS, 'utf8').split('\n');
    const records = lines.filter((l) => l !== '' && codes.has(JSON.parse(l).ma_thu_tuc));
    units = recordUnits(records.join('\n'));
    for (const law of new Set(all.flatMap((t) => ('law' in t ? [t.law] : [])))) {
      const read = await understandFile(readFileSync(`${LAWS}/${law}.txt`), `${law}.txt`);
      if (read.status === 'documents') units = [...units, ...unitsOf(read.documents)];
    }
  });

  const itemsOf = (told: Told) =>
    selectEvidence(
      units
        .filter(({ facts }) =>
          'code' in told ? facts.procedureCode === told.code : facts.source === `${told.law}.txt`,
        )
        .map((unit) =>
          'code' in told ? unit : { ...unit, chunks: unit.chunks.filter((c) => c.path.dieu === told.dieu) },
        ),
      1e9,
    ).filter(({ chunk }) => chunk.path.part !== 'can_cu');

  it.each([
    ['mended on', [...FIRST, ...SECOND]],
    ['births and marriages, unseen', THIRD],
    ['articles and records, looked at', FOURTH],
    ['articles and records, unseen', FIFTH],
  ] as const)('%s: no false one is told in the words of the model', (name, set: readonly Told[]) => {
    const count = (kind: 'faithful' | 'wrong') => {
      const told = set.flatMap((of) => {
        const items = itemsOf(of);
        expect(items).not.toEqual([]);
        return of[kind].map((text) => ({ text, how: best(text, of, items) }));
      });
      const textsOf = (how: How) => told.filter((t) => t.how === how).map(({ text }) => text);
      return {
        all: told.length,
        own: textsOf('own'),
        verbatim: textsOf('verbatim'),
        failed: textsOf('failed'),
      };
    };
    const [faithful, wrong] = [count('faithful'), count('wrong')];
    const figures = (of: typeof wrong) =>
      `${of.own.length} own words, ${of.verbatim.length} source’s, ${of.failed.length} failed of ${of.all}`;
    process.stdout.write(`${name}: faithful ${figures(faithful)}; false ${figures(wrong)}\n`);
    expect(wrong.own).toEqual([]);
    expect(faithful.failed.length / faithful.all).toBeLessThanOrEqual(0.25);
  });
});
