/** How often the checks of composed answers are wrong on real records: literal sentences refused, altered ones kept. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type EvidenceItem, selectEvidence } from '../../src/answer/llm/evidence.ts';
import type { ModelReply } from '../../src/answer/llm/model.ts';
import { verify } from '../../src/answer/llm/verify.ts';
import type { EvidenceUnit } from '../../src/answer/model.ts';
import { createVault } from '../../src/answer/privacy.ts';
import { EMPTY_REPLY } from '../support/empty-reply.ts';
import { recordUnits } from './record-units.ts';

const RECORDS = '../shared/data/tthc/procedures.jsonl';
/** Every 40th record, four sentences a chunk. */
const STEP = 40;

function units(): EvidenceUnit[] {
  const lines = readFileSync(RECORDS, 'utf8').split('\n');
  return recordUnits(lines.filter((l, i) => l !== '' && i % STEP === 0).join('\n'));
}

/** Sentences that are whole: on one line, from a capital to a full stop or semicolon. */
const sentences = (text: string) =>
  [...text.matchAll(/(?<=^|\n|[.;]\s)[-+*]?\s?\p{Lu}[^\n.;]{30,260}[.;](?=\s|$)/gu)]
    .map((m) => m[0].trim())
    .slice(0, 4);

function kept(text: string, item: EvidenceItem, quote: string): boolean {
  const { missing, choices, ...none } = EMPTY_REPLY;
  const statement = { text, evidence: [item.token], quotes: [{ evidence: item.token, quote }] };
  const reply: ModelReply = {
    verdict: 'full',
    missing,
    choices,
    statements: { ...none, conclusion: [statement] },
  };
  const { kept } = verify(reply, { items: [item], vault: createVault(), question: '' });
  return kept.length > 0;
}

const altered = (text: string) => text.replace(/\d(?=\D*$)/, (d) => String((Number(d) + 3) % 10));

describe.skipIf(!existsSync(RECORDS))('checks on procedure records (skipped without ../shared)', () => {
  it('keep literal sentences and remove those with one digit changed', () => {
    const count = { literal: 0, literalKept: 0, altered: 0, alteredKept: 0 };
    for (const unit of units())
      for (const item of selectEvidence([unit], 1e9))
        for (const sentence of sentences(item.chunk.text)) {
          count.literal++;
          if (kept(sentence, item, sentence)) count.literalKept++;
          const other = altered(sentence);
          if (other === sentence) continue;
          count.altered++;
          if (kept(other, item, sentence)) count.alteredKept++;
        }
    process.stdout.write(`llm checks on records: ${JSON.stringify(count)}\n`);
    expect(count.literal).toBeGreaterThan(300);
    expect(count.literalKept / count.literal).toBeGreaterThan(0.98);
    expect(count.alteredKept / count.altered).toBeLessThan(0.02);
  });
});
