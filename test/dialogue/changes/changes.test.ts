import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sweepCorrections } from '../../../src/dialogue/changes/corrections.ts';
import { follow, following, sweepDigests, unfollow } from '../../../src/dialogue/changes/digest.ts';
import type { Person } from '../../../src/dialogue/model.ts';
import type { DocumentId } from '../../../src/legal/model.ts';
import { createCorrectionStore } from '../../../src/store/changes/correction-store.ts';
import { createSubscriptionStore } from '../../../src/store/changes/subscription-store.ts';
import { type Db, openDatabase } from '../../../src/store/database.ts';
import { PEOPLE } from '../../support/people.ts';
import { letter, uploadsOver } from '../../support/uploads.ts';
import { answer, citation, logged } from '../../support/web.ts';

const { official, staff, approver } = PEOPLE;
let db: Db;
let clock: Date;
let one: ReturnType<typeof uploadsOver>;
let deps: Parameters<typeof sweepCorrections>[0] & Parameters<typeof sweepDigests>[0];
beforeEach(async () => {
  db = await openDatabase(':memory:');
  clock = new Date('2026-05-04T03:00:00Z');
  const now = () => clock;
  one = uploadsOver(db, now);
  await one.addPeople();
  deps = {
    ...one.stores,
    chunks: one.documents,
    documents: one.review.documents,
    corrections: createCorrectionStore(db),
    subscriptions: createSubscriptionStore(db),
    now,
  };
});
afterEach(() => db.destroy());

async function publish(text: string, fileName?: string): Promise<DocumentId> {
  const { upload } = await one.begin(text, staff.id, fileName);
  const settled = await one.uploads.confirm({ by: staff.id, id: upload.id });
  if (settled.status === 'waiting') throw new Error(settled.reasons.join());
  return settled.result.documentId;
}

/** A past answer that quotes the letter's third line. */
async function asked(id: string, who: Person, document: DocumentId, askedAt = clock.toISOString()) {
  const quote = 'Trả kết quả trong 03 ngày làm việc kể từ ngày nhận đủ hồ sơ.';
  const cited = citation(1, {
    documentId: document,
    documentNumber: '45/STP-HCTP',
    path: {},
    quote,
    effectivity: { status: 'in_force', from: '2026-02-03' },
  });
  await one.stores.questions.add(
    logged(id, who, {
      question: 'Bao lâu có kết quả hộ tịch?',
      askedAt,
      answer: answer({ citations: [cited] }),
    }),
  );
}
const told = async () =>
  (await one.stores.notices.pending(50)).filter(({ kind }) => kind === 'answer_changed');
const later = (days: number) => {
  clock = new Date(clock.getTime() + days * 86_400_000);
};

describe('a correction to those who were answered before', () => {
  it('comes once when the document is withdrawn, to each of them, with the day and the question', async () => {
    const id = await publish(letter());
    await asked('q1', official, id);
    await asked('q2', official, id);
    await asked('q3', approver, id);
    expect(await sweepCorrections(deps)).toBe(0);
    await one.stored.withdraw({ by: staff.id, document: id, reason: 'ban hành nhầm' });
    expect(await sweepCorrections(deps)).toBe(2);
    const [first, second] = await told();
    expect([first?.to, second?.to].sort()).toEqual([approver.id, official.id].sort());
    const own = [first, second].find((notice) => notice?.to === official.id)!;
    expect(
      own.text.match(/Câu trả lời ngày 04\/05\/2026 về “Bao lâu có kết quả hộ tịch\?” đã thay đổi\./gu),
    ).toHaveLength(2);
    expect(own.text).toContain('45/STP-HCTP đã được thu hồi');
    expect(own.text).not.toContain('ban hành nhầm');
    expect(await sweepCorrections(deps)).toBe(0);
    // Put back and taken out again: the same news.
    await one.stored.restore({ by: staff.id, document: id, reason: 'nhầm' });
    await one.stored.withdraw({ by: staff.id, document: id, reason: 'nhầm' });
    await sweepCorrections(deps);
    expect(await told()).toHaveLength(2);
  });

  it('comes when another document replaces the one cited, and not to who asked too long ago', async () => {
    const id = await publish(letter());
    await asked('q1', official, id);
    await asked('q2', approver, id, '2025-12-01T00:00:00Z');
    await publish(
      letter({
        number: '46/STP-HCTP',
        date: '04 tháng 5 năm 2026',
        body: 'Công văn này thay thế Công văn số 45/STP-HCTP.',
      }),
      'moi.txt',
    );
    await sweepCorrections(deps);
    expect((await told()).map(({ to }) => to)).toEqual([official.id]);
    expect((await told())[0]?.text).toContain(
      'của Sở Tư pháp thành phố Huế đã được thay thế bởi 46/STP-HCTP từ ngày 04/05/2026.',
    );
  });

  it('does not come when the letter of another year with the same number is replaced', async () => {
    const id = await publish(letter());
    await asked('q1', official, id);
    const body = 'Công văn này thay thế Công văn số 45/STP-HCTP ngày 05/02/2025 của Sở Tư pháp.';
    await publish(letter({ number: '46/STP-HCTP', date: '04 tháng 5 năm 2026', body }), 'moi.txt');
    expect(await sweepCorrections(deps)).toBe(0);
  });

  it('comes when a new version no longer has the words quoted, not when it still has them', async () => {
    const id = await publish(letter());
    await asked('q1', official, id);
    await publish(letter({ body: '3. Phối hợp khi cần.' }));
    expect(await sweepCorrections(deps)).toBe(0);
    await publish(letter().replace('03 ngày làm việc', '05 ngày làm việc'));
    await sweepCorrections(deps);
    expect((await told())[0]?.text).toContain('đoạn được trích không còn như trước');
  });

  it('is not sent when the setting says so', async () => {
    await one.stores.settings.set('corrections.days', 0, PEOPLE.admin.id);
    const id = await publish(letter());
    await asked('q1', official, id);
    await one.stored.withdraw({ by: staff.id, document: id, reason: 'thử' });
    expect(await sweepCorrections(deps)).toBe(0);
    expect(await told()).toEqual([]);
  });

  it('loses and doubles nothing when the process dies before the mark is written', async () => {
    const id = await publish(letter());
    await asked('q1', official, id);
    await sweepCorrections(deps);
    await one.stored.withdraw({ by: staff.id, document: id, reason: 'thử' });
    const dying = {
      ...deps,
      corrections: { ...deps.corrections, finish: async () => Promise.reject(new Error('killed')) },
    };
    await expect(sweepCorrections(dying)).rejects.toThrow('killed');
    expect(await told()).toEqual([]);
    await sweepCorrections(deps);
    expect(await told()).toHaveLength(1);
  });
});

describe('the digest of new guidance', () => {
  const digests = async () => (await one.stores.notices.pending(50)).filter(({ kind }) => kind === 'digest');
  beforeEach(() =>
    one.stores.escalations.saveRoute({ field: 'Hộ tịch', department: 'so-tu-phap', people: [] }),
  );

  it('tells a subscriber once a day, at the hour set, of what is new and readable', async () => {
    await publish(letter({ number: '44/STP-HCTP' }), 'cu.txt');
    expect(await follow(deps, official.id, 'ho tich')).toBe('Hộ tịch');
    clock = new Date('2026-05-04T04:00:00Z');
    await publish(letter(), 'moi.txt');
    expect(await sweepDigests(deps)).toBe(0);
    clock = new Date('2026-05-04T09:01:00Z');
    expect(await sweepDigests(deps)).toBe(1);
    expect(await sweepDigests(deps)).toBe(0);
    const [notice] = await digests();
    expect(notice?.to).toBe(official.id);
    expect(notice?.text).toContain('45/STP-HCTP');
    expect(notice?.text).not.toContain('44/STP-HCTP');
    later(1);
    expect(await sweepDigests(deps)).toBe(0);
    expect(await digests()).toHaveLength(1);
  });

  it('says nothing of a document that the subscriber may not read, nor after they unsubscribe', async () => {
    await follow(deps, official.id, 'Hộ tịch');
    await follow(deps, approver.id, 'Hộ tịch');
    clock = new Date('2026-05-04T04:00:00Z');
    const { upload } = await one.begin(letter());
    const scope = { kind: 'departments', departments: ['so-tu-phap'] } as const;
    await one.uploads.setScope({ by: staff.id, id: upload.id, scope });
    await one.uploads.confirm({ by: staff.id, id: upload.id });
    clock = new Date('2026-05-04T09:01:00Z');
    await sweepDigests(deps);
    expect((await digests()).map(({ to }) => to)).toEqual([approver.id]);
    expect(await unfollow(deps, approver.id, 'hộ tịch')).toBe('Hộ tịch');
    expect(await following(deps, approver.id)).toEqual([]);
  });

  it('refuses a field that nobody knows, with those near it', async () => {
    await expect(follow(deps, official.id, 'chăn nuôi')).rejects.toMatchObject({
      forPeople: expect.stringContaining('Chưa có lĩnh vực “chăn nuôi”') as string,
    });
  });
});

describe('who may read a stored document', () => {
  it('is changed by its department, is audited, and outlives a new reading of the file', async () => {
    const document = await publish(letter());
    const scope = { kind: 'departments', departments: ['so-tu-phap'], webOnly: true } as const;
    await expect(one.stored.changeScope({ by: official.id, document, scope })).rejects.toMatchObject({
      code: 'not_allowed',
    });
    const other = { kind: 'departments', departments: ['so-noi-vu'] } as const;
    await expect(one.stored.changeScope({ by: staff.id, document, scope: other })).rejects.toMatchObject({
      code: 'invalid',
    });
    await one.stored.changeScope({ by: staff.id, document, scope });
    expect((await one.documents.document(document))?.facts.scope).toEqual(scope);
    const [entry] = await one.stores.audit.entries({}, 1);
    expect(entry).toMatchObject({
      action: 'document_scope',
      by: staff.id,
      subject: document,
      detail: { from: { kind: 'internal' }, to: scope },
    });
    expect(await one.stored.original(official.id, document, 'web')).toBeUndefined();
  });

  it('keeps a document in reach of its uploader and of administrators, whatever its scope', async () => {
    const document = await publish(letter());
    const { admin } = PEOPLE;
    const elsewhere = { kind: 'departments', departments: ['so-y-te'] } as const;
    await one.stored.changeScope({ by: admin.id, document, scope: elsewhere });
    expect(await one.stored.original(official.id, document, 'web')).toBeUndefined();
    for (const by of [admin.id, staff.id]) {
      expect(await one.stored.original(by, document, 'web')).toMatchObject({ fileName: 'cong-van.txt' });
      expect(await one.stored.original(by, document, 'telegram')).toBeUndefined();
    }
    const other = { ...staff, id: 'nguoi-khac' as Person['id'] };
    await one.stores.people.save(other);
    const scope = { kind: 'internal' } as const;
    await expect(one.stored.changeScope({ by: other.id, document, scope })).rejects.toMatchObject({
      code: 'unknown',
    });
    await one.stored.changeScope({ by: admin.id, document, scope });
    expect((await one.documents.document(document))?.facts.scope).toEqual(scope);
  });
});
