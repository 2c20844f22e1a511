import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UploadField } from '../../../src/dialogue/uploads/model.ts';
import { resultSentence } from '../../../src/dialogue/uploads/words.ts';
import { type Db, openDatabase } from '../../../src/store/database.ts';
import { PEOPLE } from '../../support/desk.ts';
import { bytesOf, letter, uploadsOver } from '../../support/uploads.ts';

let db: Db;
let one: ReturnType<typeof uploadsOver>;
beforeEach(async () => {
  db = await openDatabase(':memory:');
  one = uploadsOver(db);
  await one.addPeople();
});
afterEach(() => db.destroy());

const staff = PEOPLE.staff.id;
const approver = PEOPLE.approver.id;
const everything = async () => {
  const tables = ['blobs', 'uploads', 'documents', 'chunks', 'audit', 'notices', 'originals'] as const;
  return JSON.stringify(await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute())));
};
const value = (preview: { fields: readonly { field: UploadField; value?: string }[] }, field: UploadField) =>
  preview.fields.find((f) => f.field === field)?.value;

describe('uploading', () => {
  it('shows what was understood, and stores it without serving it', async () => {
    const preview = await one.begin(letter({ body: 'Công văn này thay thế Công văn số 12/STP-HCTP.' }));
    expect(value(preview, 'number')).toBe('45/STP-HCTP');
    expect(value(preview, 'date')).toBe('2026-02-03');
    expect(value(preview, 'signer')).toBe('Trần Thị Mẫu');
    expect(preview.upload.state).toBe('cho_xac_nhan');
    expect(preview.upload.scope).toEqual({ kind: 'internal' });
    expect(preview.approval).toEqual([]);
    expect(preview.relations).toMatchObject([{ kind: 'replaces', target: '12/STP-HCTP', allowed: true }]);
    expect(await one.documents.count()).toBe(0);
  });

  it("serves the department's own signed, numbered document once it is confirmed", async () => {
    const { upload } = await one.begin(letter({ body: 'Công văn này thay thế Công văn số 12/STP-HCTP.' }));
    const settled = await one.uploads.confirm({ by: staff, id: upload.id });
    expect(settled.status).toBe('serving');
    if (settled.status === 'waiting') return;
    expect(resultSentence(settled.result)).toContain('thay thế 12/STP-HCTP');
    const served = await one.documents.document(settled.result.documentId);
    expect(served?.facts).toMatchObject({ number: '45/STP-HCTP', scope: { kind: 'internal' } });
    expect(served?.chunks.map((c) => c.text).join('\n')).toContain('03 ngày làm việc');
    expect(await one.uploads.confirm({ by: staff, id: upload.id })).toEqual(settled);
    expect((await one.stored.original(PEOPLE.official.id, settled.result.documentId, 'web'))?.fileName).toBe(
      'cong-van.txt',
    );
    const actions = (await one.stores.audit.entries({}, 10)).map((entry) => entry.action);
    expect(actions).toEqual(['upload_publish', 'upload_begin']);
  });

  it.each(['MẬT', 'TỐI MẬT', 'TUYỆT MẬT'])('keeps nothing of a paper stamped %s', async (mark) => {
    const before = await everything();
    const begun = await one.uploads.begin({
      by: staff,
      bytes: bytesOf(letter({ mark, body: 'Nội dung không được lộ ra ngoài.' })),
      fileName: 'ten-tep-cung-kin.txt',
      channel: 'web',
    });
    expect(begun.status).toBe('secret');
    if (begun.status === 'ready') return;
    expect(begun.reason).toContain('117/2025/QH15');
    expect(begun.reason).toMatch(/báo ngay người phụ trách/);
    const [entry, ...others] = await one.stores.audit.entries({}, 10);
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ action: 'upload_secret_refused', by: staff });
    await db.deleteFrom('audit').execute();
    expect(await everything()).toBe(before);
    expect(JSON.stringify([entry, one.logged])).not.toMatch(/lộ ra|ten-tep|hộ tịch/);
  });

  it('refuses drafts and people without the right, and keeps nothing', async () => {
    const draft = bytesOf(letter({ mark: 'DỰ THẢO' }));
    const begun = await one.uploads.begin({ by: staff, bytes: draft, fileName: 'a.txt', channel: 'web' });
    expect(begun.status).toBe('refused');
    await expect(one.begin(letter(), PEOPLE.official.id)).rejects.toMatchObject({ code: 'not_allowed' });
    expect(await db.selectFrom('blobs').selectAll().execute()).toEqual([]);
  });

  it('takes corrections by typed value and refuses what is none', async () => {
    const { upload } = await one.begin(letter());
    const { id } = upload;
    await one.uploads.correct({ by: staff, id, values: { date: '4/2/2026', effectiveFrom: '10-02-2026' } });
    const preview = (await one.uploads.preview(staff, id, 'web'))!;
    expect(value(preview, 'date')).toBe('2026-02-04');
    expect(preview.fields.find((f) => f.field === 'date')).toMatchObject({
      corrected: true,
      doubtful: false,
    });
    for (const wrong of ['31/02/2026', 'hôm qua']) {
      await expect(one.uploads.correct({ by: staff, id, values: { date: wrong } })).rejects.toMatchObject({
        code: 'invalid',
      });
    }
    await expect(one.uploads.correct({ by: approver, id, values: {} })).rejects.toMatchObject({
      code: 'unknown',
    });
    await one.uploads.correct({ by: staff, id, values: { date: '' } });
    expect(value((await one.uploads.preview(staff, id, 'web'))!, 'date')).toBe('2026-02-03');
  });

  it.each([
    ['another department', letter({ issuer: 'SỞ NỘI VỤ', number: '45/SNV-CCHC' }), 'other_issuer'],
    ['the centre', letter({ issuer: 'CHÍNH PHỦ', number: '901/2026/NĐ-CP' }), 'other_issuer'],
    ['no number', letter({ number: '        /STP-HCTP' }), 'no_number'],
    [
      'a công văn that ends a decree',
      letter({ body: 'Công văn này thay thế Nghị định số 901/2025/NĐ-CP.' }),
      'rank',
    ],
  ])('lets %s wait for the approver', async (_, text, reason) => {
    const { upload, approval } = await one.begin(text);
    expect(approval).toContain(reason);
    const settled = await one.uploads.confirm({ by: staff, id: upload.id });
    expect(settled.status).toBe('waiting');
    expect(await one.documents.count()).toBe(0);
    const pending = await one.stores.notices.pending(10);
    expect(pending.map(({ to, kind }) => ({ to, kind }))).toContainEqual({
      to: approver,
      kind: 'upload_waiting',
    });
    await expect(one.uploads.approve({ by: staff, id: upload.id })).rejects.toMatchObject({
      code: 'not_allowed',
    });
    expect(await one.uploads.waiting(approver)).toMatchObject([{ id: upload.id }]);
    const approved = await one.uploads.approve({ by: approver, id: upload.id });
    expect(approved.status).toBe('serving');
    expect(await one.documents.count()).toBe(1);
  });

  it('takes the first document of a file alone; without a number it waits, whatever stands behind it', async () => {
    const behind = letter({ number: '46/STP-HCTP', body: 'Chuyện của văn bản sau.' });
    const numbered = await one.begin(`${letter()}\n${behind}`);
    expect(numbered.approval).toEqual([]);
    expect(numbered.warnings[0]).toContain('Tệp có 2 văn bản nối tiếp nhau');
    expect(numbered.text).not.toContain('văn bản sau.');
    const unnumbered = await one.begin(`${letter().replace('45/STP-HCTP', '')}\n${behind}`);
    expect(unnumbered.fields[0]).toMatchObject({ field: 'number', doubtful: true });
    expect(unnumbered.approval).toEqual(['no_number']);
  });

  it('does not let a relation that the rank forbids act, even when approved', async () => {
    const body = 'Công văn này thay thế Nghị định số 901/2025/NĐ-CP.';
    const { upload } = await one.begin(letter({ body }));
    await one.uploads.confirm({ by: staff, id: upload.id });
    await one.uploads.approve({ by: approver, id: upload.id });
    const rows = await db
      .selectFrom('relations')
      .select(['kind', 'acts'])
      .where('kind', '=', 'replaces')
      .execute();
    expect(rows).toEqual([{ kind: 'replaces', acts: 0 }]);
  });

  it('takes a typed number only with the approver, whoever types it as issuer', async () => {
    const { upload } = await one.begin(letter({ number: '        /STP-HCTP' }));
    await one.uploads.correct({ by: staff, id: upload.id, values: { number: '77/STP-HCTP' } });
    expect((await one.uploads.preview(staff, upload.id, 'web'))?.approval).toEqual(['number_typed']);
    const central = await one.begin(letter({ issuer: 'CHÍNH PHỦ', number: '901/2026/NĐ-CP' }));
    await one.uploads.correct({ by: staff, id: central.upload.id, values: { issuer: 'Sở Tư pháp' } });
    expect((await one.uploads.preview(staff, central.upload.id, 'web'))?.approval).toContain('other_issuer');
  });

  it('goes back to the uploader with a reason, and can be sent again', async () => {
    const { upload } = await one.begin(letter({ number: '        /STP-HCTP' }));
    await one.uploads.confirm({ by: staff, id: upload.id });
    await expect(one.uploads.sendBack({ by: approver, id: upload.id, reason: ' ' })).rejects.toMatchObject({
      code: 'invalid',
    });
    await one.uploads.sendBack({ by: approver, id: upload.id, reason: 'Thiếu số' });
    const notices = await one.stores.notices.of(staff, 10);
    expect(notices[0]).toMatchObject({ kind: 'upload_returned' });
    expect(notices[0]?.text).toContain('Thiếu số');
    await one.uploads.correct({ by: staff, id: upload.id, values: { number: '77/STP-HCTP' } });
    expect((await one.uploads.confirm({ by: staff, id: upload.id })).status).toBe('waiting');
    expect((await one.uploads.approve({ by: approver, id: upload.id })).status).toBe('serving');
  });

  it('lets the steward take in a central text at once', async () => {
    const text = letter({ issuer: 'CHÍNH PHỦ', number: '901/2026/NĐ-CP' });
    const { upload } = await one.begin(text, approver);
    expect((await one.uploads.confirm({ by: approver, id: upload.id })).status).toBe('serving');
  });

  it('never serves the same document twice: a duplicate, or a new version', async () => {
    const confirm = async (text: string, name: string) => {
      const { upload } = await one.begin(text, staff, name);
      return one.uploads.confirm({ by: staff, id: upload.id });
    };
    await confirm(letter(), 'a.txt');
    expect((await confirm(letter(), 'b.txt')).status).toBe('duplicate');
    const longer = letter({ body: '3. Mẫu tờ khai kèm theo công văn này được dùng từ ngày ký.' });
    const newer = await confirm(longer, 'c.txt');
    expect(newer).toMatchObject({ status: 'serving', result: { outcome: 'updated' } });
    expect(await one.documents.count()).toBe(1);
    if (newer.status === 'waiting') return;
    expect((await one.review.documents.document(newer.result.documentId))?.versions).toHaveLength(1);
    expect((await one.stored.original(staff, newer.result.documentId, 'web'))?.fileName).toBe('c.txt');
  });

  it('masks personal data unless the uploader keeps it, and then keeps the file for staff', async () => {
    const body = 'Liên hệ ông Nguyễn Văn Thử, CCCD 079201234567, điện thoại 0912345678.';
    const { upload, personal } = await one.begin(letter({ body }));
    expect(personal.map((p) => p.kind)).toEqual(['cccd', 'phone']);
    expect(JSON.stringify(personal)).not.toContain('079201234567');
    const settled = await one.uploads.confirm({ by: staff, id: upload.id });
    if (settled.status === 'waiting') throw new Error('should serve');
    const { documentId } = settled.result;
    const text = (await one.documents.document(documentId))!.chunks.map((c) => c.text).join('\n');
    expect(text).not.toMatch(/079201234567|0912345678/);
    expect(text).toContain('[số định danh đã che]');
    expect(await one.stored.original(PEOPLE.official.id, documentId, 'web')).toBeUndefined();
    expect(await one.stored.original(staff, documentId, 'web')).toBeDefined();
    expect(JSON.stringify(await db.selectFrom('uploads').selectAll().execute())).not.toContain(
      '079201234567',
    );

    const other = await one.begin(letter({ body, number: '46/STP-HCTP' }));
    await one.uploads.keepPersonalData({ by: staff, id: other.upload.id, keep: true });
    const kept = await one.uploads.confirm({ by: staff, id: other.upload.id });
    if (kept.status === 'waiting') throw new Error('should serve');
    const open = (await one.documents.document(kept.result.documentId))!.chunks.map((c) => c.text).join('\n');
    expect(open).toContain('0912345678');
  });

  it('forgets what is cancelled, but not a file that another upload needs', async () => {
    const first = await one.begin(letter());
    const second = await one.begin(letter());
    await one.uploads.cancel({ by: staff, id: first.upload.id });
    expect(await db.selectFrom('blobs').select('sha256').execute()).toHaveLength(1);
    await one.uploads.cancel({ by: staff, id: second.upload.id });
    expect(await db.selectFrom('blobs').select('sha256').execute()).toEqual([]);
    await expect(one.uploads.confirm({ by: staff, id: first.upload.id })).rejects.toMatchObject({
      code: 'already_done',
    });
  });

  it('makes one upload of one key, and one publication of two taps at once', async () => {
    const a = await one.begin(letter(), staff, 'a.txt', 'tg:1');
    const b = await one.begin(letter(), staff, 'a.txt', 'tg:1');
    expect(b.upload.id).toBe(a.upload.id);
    const both = await Promise.all([1, 2].map(() => one.uploads.confirm({ by: staff, id: a.upload.id })));
    expect(both[0]).toEqual(both[1]);
    expect((await one.documents.changesSince(0)).length).toBe(1);
  });

  it('restricts a document to the own department only', async () => {
    const { upload } = await one.begin(letter());
    const set = (departments: string[]) =>
      one.uploads.setScope({ by: staff, id: upload.id, scope: { kind: 'departments', departments } });
    await expect(set(['so-y-te'])).rejects.toMatchObject({ code: 'invalid' });
    await set(['so-tu-phap']);
    const settled = await one.uploads.confirm({ by: staff, id: upload.id });
    if (settled.status === 'waiting') throw new Error('should serve');
    expect(await one.stored.original(PEOPLE.official.id, settled.result.documentId, 'web')).toBeUndefined();
    expect(await one.stored.original(staff, settled.result.documentId, 'web')).toBeDefined();
  });
});

describe('withdrawing', () => {
  it('takes a document out with a reason and puts it back, both in the audit and the change feed', async () => {
    const { upload } = await one.begin(letter());
    const settled = await one.uploads.confirm({ by: staff, id: upload.id });
    if (settled.status === 'waiting') throw new Error('should serve');
    const document = settled.result.documentId;
    const at = await one.documents.generation();
    await expect(one.stored.withdraw({ by: staff, document, reason: '' })).rejects.toMatchObject({
      code: 'invalid',
    });
    await one.stored.withdraw({ by: staff, document, reason: 'Gửi nhầm' });
    expect(await one.documents.document(document)).toBeUndefined();
    expect(await one.documents.changesSince(at)).toEqual([document]);
    await expect(one.stored.withdraw({ by: staff, document, reason: 'x' })).rejects.toMatchObject({
      code: 'already_done',
    });
    await one.stored.restore({ by: staff, document, reason: 'Đúng' });
    expect(await one.documents.document(document)).toBeDefined();
    const [last, before] = await one.stores.audit.entries({}, 2);
    expect(last).toMatchObject({ action: 'document_serving', subject: document, detail: { reason: 'Đúng' } });
    expect(before).toMatchObject({ action: 'document_withdrawn', by: staff });
  });

  it('is for the own department and the steward', async () => {
    const { upload } = await one.begin(letter({ issuer: 'CHÍNH PHỦ', number: '901/2026/NĐ-CP' }), approver);
    const settled = await one.uploads.confirm({ by: approver, id: upload.id });
    if (settled.status === 'waiting') throw new Error('should serve');
    const document = settled.result.documentId;
    await expect(one.stored.withdraw({ by: staff, document, reason: 'x' })).rejects.toMatchObject({
      code: 'not_allowed',
    });
    await one.stored.withdraw({ by: approver, document, reason: 'x' });
    expect(await one.documents.count()).toBe(0);
  });
});
