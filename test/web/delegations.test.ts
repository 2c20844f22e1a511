import { describe, expect, it } from 'vitest';
import { testDialogue } from '../support/dialogue.ts';
import { get, person, post, testWeb } from '../support/web.ts';

const NOW = new Date('2026-05-04T03:00:00Z');
const FORM = {
  matter: 'chứng thực bản sao từ bản chính',
  delegate: 'bà Lê Thị <b>Hoa</b>',
  decisionNumber: '15/QĐ-UBND',
  decisionDate: '2025-11-03',
  from: '2025-11-05',
  to: '2026-11-04',
};

async function web() {
  const { dialogue, deps } = await testDialogue({
    now: () => NOW,
    communes: [{ slug: 'my-thuong', name: 'phường Mỹ Thượng' }],
  });
  return { ...testWeb({ ...deps, commune: dialogue, log: deps.log as never }), dialogue };
}

describe('/uy-quyen', () => {
  it('is written by the focal person and read by the commune', async () => {
    const { app, signIn } = await web();
    const focal = await signIn(person('dau-moi', ['focal'], { commune: 'my-thuong' }));
    const official = await signIn(person('an', ['official'], { commune: 'my-thuong' }));
    expect((await app.request('/uy-quyen', post(official, FORM))).status).toBe(403);
    expect((await app.request('/uy-quyen', post(focal, { ...FORM, _csrf: undefined }))).status).toBe(403);
    expect((await app.request('/uy-quyen', post(focal, { ...FORM, to: '2025-01-01' }))).status).toBe(422);
    expect((await app.request('/uy-quyen', post(focal, FORM))).status).toBe(303);

    const read = await (await app.request('/uy-quyen', get(official))).text();
    expect(read).toContain('Sổ ủy quyền ký của phường Mỹ Thượng');
    expect(read).toContain('bà Lê Thị &lt;b&gt;Hoa');
    expect(read).toContain('Quyết định số 15/QĐ-UBND ngày 03/11/2025');
    expect(read).not.toContain('thu-hoi');

    const kept = await (await app.request('/uy-quyen', get(focal))).text();
    const action = /action="(\/uy-quyen\/[^"]+\/thu-hoi)"/.exec(kept)?.[1] ?? '';
    expect((await app.request(action, post(official, {}))).status).toBe(403);
    expect((await app.request(action, post(focal, {}))).status).toBe(303);
    expect(await (await app.request('/uy-quyen', get(official))).text()).toContain('Chưa có ủy quyền');
  });

  it('shows a person of no commune no register', async () => {
    const { app, signIn } = await web();
    const staff = await signIn(person('cv', ['staff']));
    expect(await (await app.request('/uy-quyen', get(staff))).text()).toContain('chưa gắn với xã, phường');
    const admin = await signIn(person('qt', ['admin']));
    expect(await (await app.request('/uy-quyen', get(admin))).text()).toContain('chọn xã, phường để mở sổ');
  });
});

describe('papers of the counter', () => {
  it('are downloaded from an answer about a procedure by its asker', async () => {
    const { app, signIn, dialogue } = await web();
    const an = person('an', ['official'], { commune: 'my-thuong' });
    const asker = await signIn(an);
    const ask = { person: an.id, channel: 'web' as const, conversation: 'c', text: 'lệ phí khai sinh' };
    const { questionId } = await dialogue.ask(ask);
    const path = `/cau-hoi/${questionId}/phieu/tu_choi`;
    expect(await (await app.request(`/cau-hoi/${questionId}`, get(asker))).text()).toContain(path);
    const file = await app.request(path, get(asker));
    expect(file.headers.get('content-disposition')).toContain('phieu-tu-choi-9.000001.docx');
    expect(Buffer.from(await file.arrayBuffer()).toString('latin1', 0, 2)).toBe('PK');
    const other = await signIn(person('binh'));
    expect((await app.request(path, get(other))).status).toBe(404);
    expect((await app.request(`/cau-hoi/${questionId}/phieu/khac`, get(asker))).status).toBe(404);
  });
});
