/** Sentences of real sources changed in one place, by kind of change: none is told in the changed words; docs/llm.md. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type EvidenceItem, selectEvidence } from '../../src/answer/llm/evidence.ts';
import { createVerifier, isFailed } from '../../src/answer/llm/verify.ts';
import type { EvidenceUnit } from '../../src/answer/model.ts';
import { createVault } from '../../src/answer/privacy.ts';
import { CORPUS } from '../../src/app.ts';
import { understandFile } from '../../src/ingest/understand.ts';
import { MUTATION_KINDS, mutationsOf } from '../support/mutations.ts';
import { recordUnits, unitsOf } from './record-units.ts';

const RECORDS = '../shared/data/tthc/procedures.jsonl';
const LAWS = '../shared/data/alqac/laws';
const STEP = 90;
/** Sentences of one chunk. */
const MOST = 3;

async function filesIn(folder: string, step = 1): Promise<EvidenceUnit[]> {
  const names = readdirSync(folder).filter((name) => /\.(?:md|txt)$/.test(name));
  const read = await Promise.all(
    names
      .filter((_, i) => i % step === 0)
      .map((name) => understandFile(readFileSync(join(folder, name)), name)),
  );
  return read.flatMap((one) => (one.status === 'documents' ? unitsOf(one.documents) : []));
}

const records = async () => {
  const lines = readFileSync(RECORDS, 'utf8').split('\n');
  return recordUnits(lines.filter((l, i) => l !== '' && i % STEP === 0).join('\n'));
};

const sentencesOf = (text: string) =>
  [...text.matchAll(/(?<=^|\n|[.;]\s)[-+*]?\s?\p{Lu}[^\n.;]{30,260}[.;](?=\s|$)/gu)].map((m) => m[0].trim());

type How = 'own words' | 'source’s' | 'not told';

function toldHow(item: EvidenceItem, text: string, quotes: readonly string[]): How {
  const check = createVerifier({ items: [item], vault: createVault(), question: '' });
  const result = check('conclusion', {
    text,
    evidence: [item.token],
    quotes: quotes.map((quote) => ({ evidence: item.token, quote })),
  });
  return isFailed(result) ? 'not told' : result.verbatim ? 'source’s' : 'own words';
}

describe.each([
  [
    'guides and procedures of corpus/',
    true,
    async () => [...(await filesIn(join(CORPUS, 'huong-dan'))), ...(await filesIn(join(CORPUS, 'thu-tuc')))],
  ],
  ['records (skipped without ../shared)', existsSync(RECORDS), records],
  ['laws (skipped without ../shared)', existsSync(LAWS), () => filesIn(LAWS, 4)],
] as const)('sentences of %s', (name, here, units) => {
  it.skipIf(!here)('changed in one place are never told in the changed words', async () => {
    const counts = new Map<string, Record<How, number>>();
    const shown: string[] = [];
    const count = (kind: string, how: How) => {
      const of = counts.get(kind) ?? { 'own words': 0, 'source’s': 0, 'not told': 0 };
      of[how]++;
      counts.set(kind, of);
    };
    for (const unit of await units())
      for (const item of selectEvidence([unit], 1e9)) {
        const whole = sentencesOf(item.chunk.text);
        const all = whole.slice(0, MOST);
        for (const [i, sentence] of all.entries()) {
          const next = all[i + 1] ?? '';
          const quotes = next === '' ? [sentence] : [sentence, next];
          count('as it stands', toldHow(item, sentence, quotes));
          for (const { kind, text } of mutationsOf(sentence, next)) {
            // Another sentence of the source may say just that.
            if (whole.includes(text)) continue;
            const how = toldHow(item, text, quotes);
            count(kind, how);
            if (how === 'own words') shown.push(`${kind}: ${text}\n    of: ${sentence}`);
          }
        }
      }
    const table = ['as it stands', ...MUTATION_KINDS].flatMap((kind) => {
      const of = counts.get(kind);
      return of
        ? [
            `  ${kind}: ${Object.entries(of)
              .map(([how, n]) => `${how} ${n}`)
              .join(', ')}`,
          ]
        : [];
    });
    const changed = [...counts].filter(([kind]) => kind !== 'as it stands');
    const total = changed.reduce((n, [, of]) => n + of['own words'] + of['source’s'] + of['not told'], 0);
    process.stdout.write(`${name}: ${total} changed sentences\n${table.join('\n')}\n${shown.join('\n')}\n`);
    expect(counts.get('as it stands')!['not told']).toBeLessThanOrEqual(
      counts.get('as it stands')!['own words'] / 50,
    );
    expect(shown).toEqual([]);
  });
});
