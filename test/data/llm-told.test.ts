/** How often true sentences about real records are kept and false ones shown; figures in docs/llm.md. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type EvidenceItem, selectEvidence } from '../../src/answer/llm/evidence.ts';
import { createVerifier, isFailed } from '../../src/answer/llm/verify.ts';
import { createVault } from '../../src/answer/privacy.ts';
import { recordUnits } from './record-units.ts';
import { FIRST, SECOND, THIRD, type ToldOfRecord } from './told-of-records.ts';

const RECORDS = '../shared/data/tthc/procedures.jsonl';

/** The model quotes the whole of every chunk it has, sentence by sentence: hardest for the checks. */
function isShown(text: string, question: string, items: readonly EvidenceItem[]): boolean {
  const vault = createVault(question);
  const check = createVerifier({ items, vault, question });
  const quotes = items.flatMap(({ token, chunk }) =>
    chunk.text
      .split(/(?<=[.;:])\s*\n|(?<=[.;]) /)
      .filter((sentence) => (sentence.match(/\p{L}/gu)?.length ?? 0) >= 8)
      .map((quote) => ({ evidence: token, quote: quote.trim() })),
  );
  return !isFailed(check('conclusion', { text, evidence: items.map((i) => i.token), quotes }));
}

/** Where the model quotes one chunk only, the one that suits the statement best, any of them. */
function shownFromAny(text: string, told: ToldOfRecord, items: readonly EvidenceItem[]): boolean {
  return items.some((item) => isShown(text, told.question, [item])) || isShown(text, told.question, items);
}

describe.skipIf(!existsSync(RECORDS))('statements told of real records (skipped without ../shared)', () => {
  const codes = new Set([...FIRST, ...SECOND, ...THIRD].map(({ code }) => code));
  const lines = existsSync(RECORDS) ? readFileSync(RECORDS, 'utf8').split('\n') : [];
  const told = lines.filter((l) => l !== '' && codes.has(JSON.parse(l).ma_thu_tuc));
  const units = told.length > 0 ? recordUnits(told.join('\n')) : [];
  const itemsOf = (code: string) =>
    selectEvidence(
      units.filter(({ facts }) => facts.procedureCode === code),
      1e9,
    ).filter(({ chunk }) => chunk.path.part !== 'can_cu');

  it.each([
    ['mended on', [...FIRST, ...SECOND], 0.05],
    ['written afterwards', THIRD, 0.5],
  ] as const)('%s: true ones are kept, false ones not', (name, set, mayShow) => {
    const all = (kind: 'faithful' | 'wrong') =>
      set.flatMap((told) =>
        told[kind].map((text) => ({ text, shown: shownFromAny(text, told, itemsOf(told.code)) })),
      );
    const [faithful, wrong] = [all('faithful'), all('wrong')];
    const lost = faithful.filter(({ shown }) => !shown).map(({ text }) => text);
    const wronglyShown = wrong.filter(({ shown }) => shown).map(({ text }) => text);
    const figures = {
      faithful: faithful.length,
      kept: faithful.length - lost.length,
      wrong: wrong.length,
      shown: wronglyShown.length,
    };
    process.stdout.write(`told of records, ${name}: ${JSON.stringify({ ...figures, lost, wronglyShown })}\n`);
    expect(lost.length / faithful.length).toBeLessThanOrEqual(0.25);
    expect(wronglyShown.length / wrong.length).toBeLessThanOrEqual(mayShow);
  });
});
