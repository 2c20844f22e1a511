import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Relation } from '../../../src/legal/model.ts';
import { effectivityOf } from '../../../src/retrieval/in-force.ts';
import { createDocumentStore } from '../../../src/store/core/document-store.ts';
import { createSyncStore } from '../../../src/store/core/sync-store.ts';
import { openDatabase } from '../../../src/store/database.ts';
import { officialDocument } from '../../support/documents.ts';
import { temporaryFolder } from '../../support/temporary.ts';

const DECREE = '123/2015/NĐ-CP';
const LAW = '60/2014/QH13';
type Doc = ReturnType<typeof officialDocument>;

function says(kind: Relation['kind'], target: string): readonly Relation[] {
  return [{ kind, target, sentence: `… ${target}` }];
}

/** A decree on a law, a circular on the decree, and what else is given; standing on a day. */
async function standing(...more: Doc[]) {
  const law = officialDocument(LAW, ['Hộ tịch'], LAW_FACTS);
  return stored(law, DECREE_ON(LAW), ...more);
}

const LAW_FACTS = {
  type: 'Luật',
  title: 'Luật Hộ tịch',
  date: '2014-11-20',
  effectiveFrom: '2016-01-01',
};
const DECREE_ON = (law: string) =>
  officialDocument(DECREE, ['x'], {
    date: '2015-11-15',
    effectiveFrom: '2016-01-01',
    relations: says('implements', law),
  });

/** Stores the documents in this order, and a circular on the decree behind them; standing on a day. */
async function stored(...all: Doc[]) {
  const db = await openDatabase(join(await temporaryFolder(), 'x.sqlite'));
  onTestFinished(() => db.destroy());
  const sync = createSyncStore(db);
  const circular = officialDocument('04/2020/TT-BTP', ['y'], {
    date: '2020-05-28',
    effectiveFrom: '2020-07-16',
    relations: says('implements', DECREE),
  });
  for (const document of [...all, circular])
    await sync.apply(
      {
        file: {
          path: document.facts.source,
          sha256: document.contentHash,
          readerVersion: 1,
          source: document.facts.source,
          origin: 'ingest',
        },
        put: [{ document, outcome: 'added', vectors: [] }],
        remove: [],
      },
      'none',
    );
  const documents = createDocumentStore(db);
  return async (number: string, day: string) =>
    effectivityOf((await documents.document(number as never))!.facts, day);
}

describe('what implements a text that has ended', () => {
  const newLaw = (from: string) =>
    officialDocument('10/2026/QH16', ['z'], {
      date: from,
      effectiveFrom: from,
      relations: says('replaces', LAW),
    });

  it('is in force while its law is', async () => {
    const on = await standing();
    expect((await on(DECREE, '2026-11-01')).status).toBe('in_force');
  });

  it('is undecided from the day the law ended, with the rule of Law 64/2025/QH15, and so is what guides it', async () => {
    const on = await standing(newLaw('2026-09-01'));
    expect((await on(DECREE, '2026-08-31')).status).toBe('in_force');
    expect(await on(DECREE, '2026-09-01')).toMatchObject({ status: 'unknown' });
    expect((await on(DECREE, '2026-09-01')).note).toMatch(
      /60\/2014\/QH13 đã hết hiệu lực từ ngày 01\/09\/2026 \(bởi 10\/2026\/QH16\).*64\/2025\/QH15.*không trái/,
    );
    expect((await on('04/2020/TT-BTP', '2026-09-01')).note).toContain('60/2014/QH13');
  });

  it('names the law of 2015 where the end came before 1/4/2025', async () => {
    const on = await standing(newLaw('2024-01-01'));
    expect((await on(DECREE, '2025-01-01')).note).toMatch(/năm 2015.*trừ phần được giữ lại/);
  });

  it.each([
    ['first', (law: Doc, decree: Doc) => [law, decree]],
    ['later', (law: Doc, decree: Doc) => [decree, law]],
  ])('knows the law by its name and day, the law stored %s', async (_when, order) => {
    const law = officialDocument(LAW, ['Hộ tịch'], { ...LAW_FACTS, title: 'Luật hộ tịch' });
    const on = await stored(...order(law, DECREE_ON('Luật Hộ tịch ngày 20/11/2014')), newLaw('2026-09-01'));
    expect((await on(DECREE, '2026-08-31')).status).toBe('in_force');
    expect((await on(DECREE, '2026-09-01')).note).toContain('60/2014/QH13');
  });

  it.each([
    ['first', (law: Doc, repealer: Doc) => [law, repealer]],
    ['later', (law: Doc, repealer: Doc) => [repealer, law]],
  ])('is repealed by its name and day, the law stored %s', async (_when, order) => {
    const repealer = officialDocument('10/2026/QH16', ['z'], {
      date: '2026-09-01',
      effectiveFrom: '2026-09-01',
      relations: says('repeals', 'Luật Hộ tịch ngày 20/11/2014'),
    });
    const on = await stored(...order(officialDocument(LAW, ['Hộ tịch'], LAW_FACTS), repealer));
    expect((await on(LAW, '2026-08-31')).status).toBe('in_force');
    expect((await on(LAW, '2026-09-01')).status).toBe('expired');
  });

  it('takes no other law of that day or name for it', async () => {
    const on = await stored(
      officialDocument(LAW, ['x'], { ...LAW_FACTS, title: 'Luật Nhà ở' }),
      DECREE_ON('Luật Hộ tịch ngày 20/11/2014'),
      newLaw('2026-09-01'),
    );
    expect((await on(DECREE, '2026-09-01')).status).toBe('in_force');
  });

  it('is not touched when it was made after that end, and has its own end where one is said', async () => {
    const later = officialDocument('09/2026/NĐ-CP', ['t'], {
      date: '2026-10-01',
      effectiveFrom: '2026-10-01',
      relations: [...says('implements', LAW), ...says('replaces', DECREE)],
    });
    const on = await standing(newLaw('2026-09-01'), later);
    expect((await on('09/2026/NĐ-CP', '2026-11-01')).status).toBe('in_force');
    expect((await on(DECREE, '2026-11-01')).status).toBe('expired');
  });

  it('is undecided too when it only amends the ended text', async () => {
    const amending = officialDocument('87/2020/NĐ-CP', ['t'], {
      title: 'Nghị định sửa đổi, bổ sung một số điều của Nghị định số 123/2015/NĐ-CP',
      date: '2020-07-28',
      effectiveFrom: '2020-09-15',
      relations: says('amends', DECREE),
    });
    const ending = officialDocument('09/2026/NĐ-CP', ['t'], {
      date: '2026-10-01',
      effectiveFrom: '2026-10-01',
      relations: says('replaces', DECREE),
    });
    const on = await standing(amending, ending);
    expect((await on('87/2020/NĐ-CP', '2026-09-30')).status).toBe('in_force');
    expect((await on('87/2020/NĐ-CP', '2026-10-01')).status).toBe('unknown');
  });
});
