import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sameMatter } from '../../src/answer/contradictions/compare.ts';
import { overruled, type Stating } from '../../src/answer/contradictions/find.ts';
import { type Statement, statementsOf } from '../../src/answer/contradictions/statements.ts';
import type { IndexableDocument } from '../../src/ingest/model.ts';
import { parseOfficialDocument } from '../../src/ingest/official/parse.ts';
import { officialToIndexable } from '../../src/ingest/official/to-document.ts';
import { recordToIndexable } from '../../src/ingest/records/to-document.ts';
import { nfc } from '../../src/legal/text.ts';

/** Every text held against every other, no search between: what is told of texts that agree is a false alarm. */
const DATA = path.join(import.meta.dirname, '../../../shared/data');
const present = existsSync(DATA);
/** One file of the codified law in so many is read. */
const EVERY = 8;
/** The least share of words in common that makes one matter (`compare.ts`). */
const LEAST_SHARE = 0.7;

function stating({ facts, chunks }: IndexableDocument): Stating {
  return { facts, statements: chunks.flatMap(statementsOf) };
}

function official(text: string, name: string): Stating {
  const page = { page: 1, text: nfc(text), ocr: false };
  const read = { format: 'txt', paged: false, pages: [page], warnings: [] } as const;
  return stating(officialToIndexable(parseOfficialDocument(read, name), name));
}

function texts(): Stating[] {
  const below = (folder: string) =>
    readdirSync(path.join(DATA, folder))
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .map((name) => path.join(DATA, folder, name));
  const codified = below('codified-law').filter((_, i) => i % EVERY === 0);
  const files = [...codified, ...below('alqac/laws'), ...below('files/congbao_pdf_sample')];
  const records = readFileSync(path.join(DATA, 'tthc/procedures.jsonl'), 'utf8').trim().split('\n');
  return [
    ...files.map((file) => official(readFileSync(file, 'utf8'), path.basename(file))),
    ...records.map((line) => stating(recordToIndexable(JSON.parse(line), 'procedures.jsonl'))),
  ];
}

interface Placed {
  readonly text: number;
  readonly statement: Statement;
}

const wordsOf = ({ kind, own, heading }: Statement) =>
  [...new Set([...own, ...heading])].map((word) => `${kind} ${word}`);

/** Words that must be in common for a statement to be of one matter with another. */
const wanted = ({ own, heading }: Statement) =>
  LEAST_SHARE * (own.size < 4 ? new Set([...own, ...heading]).size : own.size);

/** Pairs of texts, each with those of its statements that are of one matter with one of the other. */
function comparable(all: readonly Stating[]): Map<string, [Set<Statement>, Set<Statement>]> {
  const placed: Placed[] = all.flatMap(({ statements }, text) =>
    statements.map((statement) => ({ text, statement })),
  );
  const postings = new Map<string, number[]>();
  const pairs = new Map<string, [Set<Statement>, Set<Statement>]>();
  const shared = new Uint16Array(placed.length);
  placed.forEach(({ text, statement }, at) => {
    const met: number[] = [];
    for (const word of wordsOf(statement)) {
      const list = postings.get(word);
      for (const other of list ?? []) {
        if (shared[other] === 0) met.push(other);
        shared[other]! += 1;
      }
      // A published procedure gives way to rules, never another procedure to it.
      if (all[text]!.facts.kind !== 'official') continue;
      if (list === undefined) postings.set(word, [at]);
      else list.push(at);
    }
    for (const other of met) {
      const { text: theirs, statement: their } = placed[other]!;
      const enough = shared[other]! >= wanted(statement) && shared[other]! >= wanted(their);
      if (enough && theirs !== text && sameMatter(statement, their)) {
        const key = `${theirs} ${text}`;
        const pair = pairs.get(key) ?? [new Set(), new Set()];
        pairs.set(key, pair);
        pair[0].add(their);
        pair[1].add(statement);
      }
      shared[other] = 0;
    }
  });
  return pairs;
}

/** A rule in which one clause stands under the article of its matter. */
function rule(number: string, clause: string): Stating {
  return official(
    `BỘ TƯ PHÁP\nSố: ${number}\nHà Nội, ngày 01 tháng 3 năm 2025\n\nTHÔNG TƯ\nVề thẻ giữ cầu phao\n\nĐiều 1. Cấp thẻ giữ cầu phao\n${clause}`,
    `${number.replaceAll('/', '-')}.txt`,
  );
}

describe.skipIf(!present)('contradictions of real texts (skipped without ../shared/data)', () => {
  it('are told of hardly any', () => {
    const all = texts();
    const told = new Map<string, string>();
    for (const [key, [some, others]] of comparable(all)) {
      const [a, b] = key.split(' ').map((i) => all[Number(i)]!) as [Stating, Stating];
      const [own, theirs] = [
        { ...a, statements: [...some] },
        { ...b, statements: [...others] },
      ];
      for (const one of [...overruled(own, theirs), ...overruled(theirs, own)])
        told.set(
          `${one.lower.clause} | ${one.higher.clause}`,
          `${one.lowerFacts.number ?? one.lowerFacts.title}: ${one.lower.clause} | ${one.higherFacts.number}: ${one.higher.clause}`,
        );
    }
    const statements = all.reduce((n, { statements }) => n + statements.length, 0);
    process.stdout.write(`${all.length} texts, ${statements} statements, ${told.size} contradictions\n`);
    // Looked at one by one: docs/law.md, "Contradictions".
    expect(told.size, [...told.values()].join('\n')).toBeLessThanOrEqual(6);
  });

  it.each([
    [
      'Thời hạn cấp thẻ giữ cầu phao là 05 ngày làm việc.',
      'Thời hạn cấp thẻ giữ cầu phao là 10 ngày làm việc.',
    ],
    ['Lệ phí cấp thẻ giữ cầu phao là 50.000 đồng.', 'Lệ phí cấp thẻ giữ cầu phao là 80.000 đồng.'],
    ['Thẻ giữ cầu phao đã cấp có giá trị 05 năm.', 'Thẻ giữ cầu phao đã cấp có giá trị 03 năm.'],
  ])('are told where they are planted: %s', (above, below) => {
    expect(overruled(rule('12/2025/TT-BTP', below), rule('10/2025/NĐ-CP', above))).toHaveLength(1);
  });
});
