import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { uploadPath } from '../../src/ingest/upload.ts';
import type { DocumentScope } from '../../src/retrieval/model.ts';
import { createPagePictures } from '../../src/wiring/page-pictures.ts';
import { pdf } from '../ingest/readers/fixtures.ts';
import { type Desk, openDesk, PEOPLE, storeDocument } from '../support/desk.ts';
import { citation, get, logged, NOW } from '../support/web.ts';

const TWO_PAGES = pdf([[{ x: 60, y: 700, text: 'Trang mot' }], [{ x: 60, y: 700, text: 'Trang hai' }]]);
const ID = '45/STP-HCTP';
const picture = (page: number) => `/tai-lieu/trang/${page}/${encodeURIComponent(ID)}`;

describe('pages of an original file', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk({ pagePictures: createPagePictures({ waitMs: 60_000 }) });
    for (const one of Object.values(PEOPLE)) await desk.stores.people.save(one);
  });
  afterEach(() => desk.close());

  async function keep(bytes: Uint8Array, name: string, scope: DocumentScope = { kind: 'public' }) {
    await storeDocument(desk.db, ID, { scope });
    await desk.db
      .updateTable('documents')
      .set({ file: uploadPath('u1'), origin: 'upload' })
      .execute();
    const blob = { sha256: 'x', bytes: Buffer.from(bytes), added_at: NOW.toISOString() };
    await desk.db.insertInto('blobs').values(blob).execute();
    const row = { document_id: ID, upload: 'u1', sha256: 'x', file_name: name, unmasked: 0 };
    await desk.db.insertInto('originals').values(row).execute();
  }
  const open = async (path: string, who = PEOPLE.admin) =>
    desk.app.request(path, get(await desk.signIn(who)));

  it('draws the page asked for, beside the text', async () => {
    await keep(TWO_PAGES, 'cong-van.pdf');
    const [one, two] = await Promise.all([open(picture(1)), open(picture(2))]);
    const [first, second] = await Promise.all([one.arrayBuffer(), two.arrayBuffer()]);
    expect(Buffer.from(first).subarray(0, 2).toString('hex')).toBe('ffd8');
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(false);
    for (const page of [0, 3]) expect((await open(picture(page))).status).toBe(404);
    const text = await (await open(`/quan-tri/van-ban/xem?id=${ID}&trang=2`)).text();
    expect(text).toContain(`src="${picture(2)}"`);
    expect(text).toContain('Trang trước');
    expect(text).not.toContain('Trang sau');
  });

  it('shows the cited page with the source', async () => {
    await keep(TWO_PAGES, 'cong-van.pdf');
    const cited = citation(1, { documentId: ID as never, page: 2, quote: 'Trang hai' });
    const turn = logged('q1', PEOPLE.official, {
      answer: { ...logged('q', PEOPLE.official).answer, citations: [cited] },
    });
    await desk.stores.questions.add(turn);
    const text = await (await open('/cau-hoi/q1/nguon/1', PEOPLE.official)).text();
    expect(text).toContain('src="/cau-hoi/q1/nguon/1/trang"');
    expect(text).toContain('Xem bản gốc');
    const marked = await open('/cau-hoi/q1/nguon/1/trang', PEOPLE.official);
    const plain = await open(picture(2), PEOPLE.official);
    expect([marked.status, marked.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(Buffer.from(await marked.arrayBuffer()).equals(Buffer.from(await plain.arrayBuffer()))).toBe(
      false,
    );
    expect((await open('/cau-hoi/q1/nguon/1/trang', PEOPLE.staff)).status).toBe(404);
    const desk1 = await (await open('/quan-tri/cau-hoi/q1/nguon/1')).text();
    expect(desk1).toContain('src="/quan-tri/cau-hoi/q1/nguon/1/trang"');
    expect((await open('/quan-tri/cau-hoi/q1/nguon/1/trang')).status).toBe(200);
  });

  it('is not for those who may not read the document', async () => {
    await keep(TWO_PAGES, 'cong-van.pdf', { kind: 'departments', departments: ['so-y-te'] });
    expect((await open(picture(1), PEOPLE.official)).status).toBe(404);
    expect((await desk.app.request(picture(1))).status).toBe(401);
  });

  it('does not wait for a file that is being opened for the first time', async () => {
    const slow = { pages: async () => undefined, page: async () => undefined };
    const other = await openDesk({ pagePictures: slow });
    await desk.close();
    desk = other;
    await keep(TWO_PAGES, 'cong-van.pdf');
    const text = await (await open(`/quan-tri/van-ban/xem?id=${ID}`)).text();
    expect(text).toContain(`src="${picture(1)}"`);
    expect(text).toContain('<span>Trang 1</span>');
    expect(text).toContain('Trang sau');
  });

  it('offers the file alone where there are no pages, and survives a broken one', async () => {
    await keep(TWO_PAGES.subarray(0, 200), 'cong-van.pdf');
    const text = await (await open(`/quan-tri/van-ban/xem?id=${ID}`)).text();
    expect(text).toContain('Xem bản gốc');
    expect(text).not.toContain('/tai-lieu/trang/');
  });

  it('shows the pages of a file that waits to the uploader and who decides, until it is settled', async () => {
    const lines = ['CONG VAN', 'So: 45/STP-HCTP', 'Noi dung huong dan cho xa.'];
    const bytes = pdf([
      lines.map((text, i) => ({ x: 60, y: 700 - 20 * i, text })),
      [{ x: 60, y: 700, text: 'Hai' }],
    ]);
    const { uploads } = desk.uploads;
    const begun = await uploads.begin({ by: PEOPLE.staff.id, bytes, fileName: 'a.pdf', channel: 'web' });
    if (begun.status !== 'ready') throw new Error(begun.reason);
    const { id } = begun.preview.upload;
    const path = (page: number) => `/tai-lieu/nap/${id}/trang/${page}`;
    const text = await (await open(`/tai-lieu/nap/${id}`, PEOPLE.staff)).text();
    expect(text).toContain(`src="${path(1)}"`);
    expect(text).toContain(`href="${path(2)}"`);
    const status = async (page: number, who = PEOPLE.staff) => (await open(path(page), who)).status;
    expect([await status(1), await status(2), await status(3)]).toEqual([200, 200, 404]);
    for (const who of [PEOPLE.admin, PEOPLE.approver]) expect(await status(1, who)).toBe(404);
    expect(await status(1, PEOPLE.official as never)).toBe(403);
    await uploads.confirm({ by: PEOPLE.staff.id, id });
    expect([await status(1), await status(1, PEOPLE.approver)]).toEqual([200, 200]);
    await uploads.approve({ by: PEOPLE.approver.id, id });
    expect(await status(1)).toBe(404);
  });
});
