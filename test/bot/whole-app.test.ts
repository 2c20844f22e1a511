import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import { commandsFor } from '../../src/bot/commands.ts';
import type { Role } from '../../src/dialogue/model.ts';
import { buttonOf } from '../support/bot.ts';
import { type FakeBotApi, type Sent, startFakeBotApi } from '../support/fake-bot-api.ts';
import { startWholeProgram, type WholeProgram } from '../support/whole-program.ts';

/** A decree of this test's own, as plain text. */
const DECREE = `CHÍNH PHỦ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 990/2026/NĐ-CP
Hà Nội, ngày 05 tháng 01 năm 2026

NGHỊ ĐỊNH
Quy định về nhà văn hóa thôn, tổ dân phố

Điều 1. Phạm vi điều chỉnh
Nghị định này quy định việc quản lý nhà văn hóa thôn, tổ dân phố.

Điều 2. Giờ mở cửa
Nhà văn hóa mở cửa từ 7 giờ đến 21 giờ các ngày trong tuần.

Điều 3. Người quản lý
1. Trưởng thôn quản lý nhà văn hóa thôn.
2. Tổ trưởng tổ dân phố quản lý nhà văn hóa tổ dân phố.

Điều 4. Hiệu lực thi hành
Nghị định này có hiệu lực thi hành từ ngày 01 tháng 3 năm 2026.

TM. CHÍNH PHỦ
THỦ TƯỚNG
Nguyễn Văn Mẫu
`;

/** The whole program behind a Bot API server: own corpus, embedded composer, a stored decree. */
describe('the whole program, by Telegram', () => {
  let api: FakeBotApi;
  let app: App;
  let program: WholeProgram;

  beforeAll(async () => {
    api = await startFakeBotApi();
    program = await startWholeProgram(api.url, { name: 'nghi-dinh.txt', text: DECREE });
    ({ app } = program);
    await letIn(7, 'official');
  }, 120_000);
  afterAll(async () => {
    await program.close();
    await api.close();
  });
  const letIn = (telegramId: number, role: Role): Promise<void> =>
    program.letIn(telegramId, { roles: [role], commune: 'my-thuong' });

  /** What is told to a chat because of something that is done; the last message of it. */
  async function toldAfter(chat: number, act: () => unknown): Promise<Sent> {
    const before = api.sent.filter(({ chat_id }) => chat_id === chat).length;
    await act();
    return (await api.messages(chat, before + 1, 20_000)).at(-1)!;
  }
  const ask = (text: string, chat = 7, more = {}) => toldAfter(chat, () => api.say(chat, text, more));

  it('takes a procedure code with and without its command, and goes on from it', async () => {
    const byCommand = await ask('/thutuc 1.001193');
    expect(byCommand.text).toContain('Đăng ký khai sinh (mã 1.001193)');
    expect(byCommand.text).toContain('[1]');
    const border = await ask('thế ở biên giới thì sao?');
    expect(border.text).toMatch(/Hiểu câu hỏi là: .*khai sinh.* ở biên giới/iu);
    expect(border.text).toContain('khu vực biên giới (mã 1.000110)');
    const bare = await ask('1.001193');
    expect(bare.text).toContain('Đăng ký khai sinh (mã 1.001193)');
    const fee = await ask('còn lệ phí?');
    expect(fee.text).toContain('Phí, lệ phí');
    expect(fee.text).toContain('(mã 1.001193)');
    expect((await ask('/moi')).text).not.toContain('[1]');
  });

  it('looks up an article and a document by number, with the effectivity of each', async () => {
    for (const text of ['Điều 3 NĐ 990/2026', 'điều 3 nghị định 990/2026/NĐ-CP', 'dieu 3 nd 990/2026']) {
      const reply = await ask(text);
      expect(reply.text, text).toContain('Trưởng thôn quản lý nhà văn hóa thôn.');
      expect(reply.text, text).toContain('khoản 1 Điều 3 Nghị định số 990/2026/NĐ-CP');
      expect(reply.text, text).toContain('Còn hiệu lực');
    }
    expect((await ask('/vanban 990/2026')).text).toContain('Điều 1 Nghị định số 990/2026/NĐ-CP');
    expect((await ask('Điều 30 NĐ 990/2026')).text).not.toContain('[1]');
    expect((await ask('/vanban 991/2026')).text).not.toContain('990/2026');
  });

  it('shows the source with its neighbours under its button', async () => {
    const reply = await ask('Điều 3 NĐ 990/2026');
    const source = await toldAfter(7, () => api.press(7, buttonOf(reply, '[1]'), reply));
    expect(source.text).toContain('Trưởng thôn');
    expect(source.text).toContain('Tổ trưởng tổ dân phố');
  });

  it('tells today’s commune of a former one, and a deadline with each day that is skipped', async () => {
    expect((await ask('/donvi xã Phú An trước thuộc Phú Vang nay là xã nào')).text).toContain(
      'phường Mỹ Thượng',
    );
    expect((await ask('xã Phú An trước thuộc Phú Vang nay là xã nào')).text).toContain('phường Mỹ Thượng');
    const due = await ask('/han nhận 28/8/2026, 3 ngày làm việc');
    expect(due.text).toContain('thứ Hai, 07/09/2026');
    for (const day of ['31/08/2026', '01/09/2026', '02/09/2026']) expect(due.text).toContain(day);
  });

  it('makes papers of the counter whose legal basis another library reads back', async () => {
    const reply = await ask('đăng ký khai sinh cần giấy tờ gì');
    for (const [label, name] of [
      ['Phiếu bổ sung', 'phieu-yeu-cau-bo-sung'],
      ['Phiếu từ chối', 'phieu-tu-choi'],
      ['Phiếu xin lỗi', 'phieu-xin-loi'],
    ] as const) {
      const { file } = await toldAfter(7, () => api.press(7, buttonOf(reply, label), reply));
      expect(file?.name).toBe(`${name}-1.001193.docx`);
      const { value } = await mammoth.extractRawText({ buffer: Buffer.from(file!.bytes) });
      expect(value, label).toContain('Đăng ký khai sinh');
      expect(value, label).toContain('Thủ tục đăng ký khai sinh (mã 1.001193)');
      expect(value, label).toContain('khoản 1 Điều 16 Luật Hộ tịch số 60/2014/QH13');
      expect(value, label).toMatch(/Mỹ Thượng/iu);
    }
    const sheet = await toldAfter(7, () => api.press(7, buttonOf(reply, 'Phiếu cho người dân'), reply));
    expect(sheet.text).toContain('Giấy chứng sinh');
    expect(sheet.text).not.toContain('<');
  });

  it('answers in a group when mentioned, and is silent otherwise', async () => {
    api.say(-50, 'Điều 3 NĐ 990/2026', { from: { id: 7, is_bot: false, first_name: 'B' } });
    const mention = { entities: [{ type: 'mention', offset: 0, length: 16 }] };
    const reply = await ask('@tro_ly_test_bot Điều 2 NĐ 990/2026', -50, {
      from: { id: 7, is_bot: false, first_name: 'B' },
      ...mention,
    });
    expect(reply.text).toContain('7 giờ đến 21 giờ');
    expect(api.sent.filter(({ chat_id }) => chat_id === -50)).toHaveLength(1);
  });

  it('lets the first administrator in by the claim code, with the menu of an administrator', async () => {
    const code = await app.dialogue.claimCode();
    await toldAfter(90, () => api.say(90, `/start ${code}`));
    const menu = () =>
      api.calls.findLast(
        ({ method, payload }) =>
          method === 'setMyCommands' &&
          (payload['scope'] as { chat_id?: number } | undefined)?.chat_id === 90,
      )?.payload['commands'];
    await api.until(() => menu() !== undefined);
    expect(menu()).toEqual(commandsFor(['admin']));
    const names = (roles: Role[]) => commandsFor(roles).map(({ command }) => command);
    expect(names(['official'])).not.toContain('quantri');
    expect(names(['admin'])).toContain('quantri');
    expect(names(['focal'])).toContain('moinguoi');
  });

  it('asks who sends too much to wait, and tells administrators who it is', async () => {
    await letIn(8, 'official');
    let last = '';
    for (let i = 0; i < 60 && !/giây|phút/u.test(last); i++) last = (await ask('/donvi Phú An', 8)).text;
    expect(last).toMatch(/(?:giây|phút)/u);
    await ask('/donvi Phú An', 8);
    const audit = await app.db.selectFrom('audit').selectAll().execute();
    expect(audit.filter(({ action }) => action === 'rate_limited')).toMatchObject([
      { by_whom: 'p8', subject: 'p8' },
    ]);
  });
});
