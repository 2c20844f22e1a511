import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { QuestionId } from '../../src/dialogue/model.ts';
import { openStaffedDesk, PEOPLE, type StaffedDesk } from '../support/desk.ts';
import { get, logged } from '../support/web.ts';

describe('a form that is not taken', () => {
  let one: StaffedDesk;
  beforeAll(async () => {
    one = await openStaffedDesk();
    await one.desk.stores.questions.add(logged('q1', PEOPLE.official));
  });
  afterAll(() => one.desk.close());

  /** The form comes back, with the reason and what was typed. */
  async function comesBack(
    path: string,
    typed: Record<string, string>,
    words: readonly string[],
  ): Promise<void> {
    const response = await one.send(path, typed);
    expect(response.status).toBe(422);
    const page = await response.text();
    for (const word of words) expect(page).toContain(word);
  }

  it('settings: comes back with what was typed and the reason, and saves nothing', async () => {
    const typed = { 'escalation.hours': '72', 'retention.days': '5', 'service.notice': 'Bảo trì tối nay' };
    await comesBack('/quan-tri/cai-dat', { ...typed, 'service.off': 'on' }, [
      'từ 30 đến 3.650',
      'value="72"',
      'value="5"',
      'Bảo trì tối nay</textarea>',
      'value="on" selected',
    ]);
    expect(await one.desk.stores.settings.get('escalation.hours')).toBeUndefined();
    expect(await one.desk.stores.settings.get('service.off')).toBeUndefined();
  });

  it('review: keeps the verdict and where to go next', async () => {
    await comesBack('/quan-tri/cau-hoi/q1/ra-soat', { verdict: 'wrong', next: 'stay' }, [
      'ghi lý do vì sao',
      'value="wrong" required data-key="2" checked',
      'name="next" value="stay" checked',
    ]);
    expect(await one.desk.review.desk.review('q1' as QuestionId)).toBeUndefined();
  });

  it('calendar: keeps the day', async () => {
    const typed = { date: '2026-12-31', kind: 'swapped_off', name: 'Nghỉ bù cuối năm', confirmed: 'no' };
    await comesBack('/quan-tri/cai-dat/lich-nghi', { ...typed, source: ' ' }, [
      'điền tên ngày, căn cứ',
      'value="2026-12-31"',
      'value="swapped_off" selected',
      'value="Nghỉ bù cuối năm"',
      'value="no" selected',
    ]);
  });

  it('routing: keeps the department and who answers, and remembers no name', async () => {
    const typed = { field: ' ', department: 'Chi cục Thử', people: PEOPLE.staff.id };
    await comesBack('/quan-tri/cai-dat/linh-vuc', typed, [
      'điền lĩnh vực',
      'value="Chi cục Thử"',
      `value="${PEOPLE.staff.id}" checked`,
    ]);
    expect(await one.desk.stores.settings.get('department.names')).toBeUndefined();
  });

  it('person: keeps what was typed when no role is left, or the own one is given up', async () => {
    const typed = {
      commune: 'a-luoi-4',
      department: 'Phòng Thử',
      position: 'Chuyên viên',
      fields: 'Đất đai',
    };
    await comesBack(`/quan-tri/nguoi-dung/${PEOPLE.official.id}`, typed, [
      'ít nhất một vai trò',
      'value="a-luoi-4" selected',
      'value="Phòng Thử"',
      'value="Chuyên viên"',
      'Đất đai</textarea>',
    ]);
    const own = await one.send(`/quan-tri/nguoi-dung/${PEOPLE.admin.id}`, { ...typed, roles: 'staff' });
    expect(own.status).toBe(422);
    expect(await own.text()).toMatch(/không tự bỏ vai trò quản trị[\s\S]*value="staff" checked/);
    expect((await one.desk.stores.people.person(PEOPLE.admin.id))?.roles).toEqual(PEOPLE.admin.roles);
  });

  it('proposed guidance: keeps the basis when the day has passed', async () => {
    const typed = { basis: 'khoản 2 Điều 7', reviewBy: '2020-01-01' };
    await comesBack('/quan-tri/tra-loi-chuan/de-xuat/e1', typed, [
      'phải sau hôm nay',
      'value="khoản 2 Điều 7"',
      'value="2020-01-01"',
      'tra-loi-chuan/de-xuat/e1"',
    ]);
  });

  it('standard answer: keeps the text', async () => {
    const draft = { question: 'Hỏi gì?', answer: 'Câu trả lời dài', basis: '', from: 'q1' };
    await comesBack('/quan-tri/tra-loi-chuan', draft, [
      'điền đủ câu hỏi',
      'Câu trả lời dài</textarea>',
      'name="from" value="q1"',
    ]);
  });
});

describe('while no question is taken', () => {
  it('the page says so once and offers no form', async () => {
    const { desk, admin, page } = await openStaffedDesk();
    await desk.stores.settings.set('service.off', true, PEOPLE.admin.id);
    await desk.stores.settings.set('service.notice', 'Bảo trì đến 18 giờ.', PEOPLE.admin.id);
    const home = await page('/');
    expect(home.split('Bảo trì đến 18 giờ.')).toHaveLength(2);
    expect(home).not.toContain('name="q"');
    const refused = await desk.app.request('/quan-tri/khong-co', get(admin));
    expect(refused.status).toBe(404);
    expect(await refused.text()).toContain('href="/quan-tri"');
    await desk.close();
  });
});
