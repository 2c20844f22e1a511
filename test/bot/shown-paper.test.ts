import { afterEach, describe, expect, it } from 'vitest';
import { PAPER_CHAT } from '../../src/bot/words.ts';
import type { UploadReading } from '../../src/ingest/upload.ts';
import { buttonOf, type TestBot, testBot } from '../support/bot.ts';
import { echoAnswerer } from '../support/dialogue.ts';

let running: TestBot | undefined;
afterEach(() => running?.stop());

const FORM = [
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  'TỜ KHAI ĐĂNG KÝ KHAI SINH',
  'Kính gửi: UBND phường Mỹ Thượng',
  'Họ, chữ đệm, tên người yêu cầu: Nguyễn Thị Hoa',
  'Số định danh cá nhân: 046189001234',
].join('\n');
const read = (text: string): UploadReading => ({
  status: 'read',
  value: { format: 'image', paged: true, pages: [{ page: 1, text, ocr: true }], warnings: [] },
});

async function start(reading: UploadReading = read(FORM)) {
  const answerer = echoAnswerer();
  running = await testBot({ dialogue: { answerer }, bot: { readFile: async () => reading } });
  await running.letIn(7);
  return { ...running, answerer };
}
const photo = { as: 'photo' } as const;

describe('a photograph of a paper', () => {
  it('is told what it is, with personal data masked, and which procedure it belongs to', async () => {
    const { api, answerer, deps } = await start();
    api.sendFile(7, Buffer.from('x'), { ...photo, caption: 'ảnh này là giấy gì, thủ tục nào?' });
    const [what] = await api.messages(7, 2);
    expect(what?.text).toContain(PAPER_CHAT.is('Tờ khai đăng ký khai sinh'));
    expect(what?.text).not.toMatch(/046189001234|Nguyễn Thị Hoa/);
    expect(answerer.asked[0]?.question).toContain('Tờ khai đăng ký khai sinh');
    expect(answerer.asked[0]?.question).toContain('thủ tục nào');
    expect(JSON.stringify(await deps.questions.list({}, { limit: 9 }))).not.toContain('Hoa');
  });

  it('can be asked about afterwards, and "giấy này" means it', async () => {
    const { api, answerer } = await start();
    api.sendFile(7, Buffer.from('x'), photo);
    await api.messages(7, 2);
    api.say(7, 'giấy này nộp ở đâu?');
    await api.messages(7, 3);
    expect(answerer.asked[1]?.question).toBe('Tờ khai đăng ký khai sinh nộp ở đâu');
    api.say(7, 'lệ phí khai tử?');
    await api.messages(7, 4);
    expect(answerer.asked[2]?.question).toBe('lệ phí khai tử?');
  });

  it('is refused with a secrecy stamp, the message deleted and nothing asked', async () => {
    const { api, answerer } = await start({ status: 'secret', reason: 'Tài liệu có dấu MẬT.' });
    const message = api.sendFile(7, Buffer.from('x'), { ...photo, caption: 'giấy gì?' });
    expect((await api.messages(7, 1))[0]?.text).toContain('dấu MẬT');
    expect(api.deleted).toEqual([`7:${message}`]);
    expect(answerer.asked).toEqual([]);
  });

  it('that cannot be read or named is said so', async () => {
    const { api } = await start(read('mờ quá'));
    api.sendFile(7, Buffer.from('x'), photo);
    expect((await api.messages(7, 1))[0]?.text).toContain(PAPER_CHAT.unknown);
  });

  it('is asked about by number when it is an official document', async () => {
    const letter =
      'ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTHÀNH PHỐ HUẾ\tĐộc lập - Tự do - Hạnh phúc\nSỞ TƯ PHÁP\tHuế, ngày 03 tháng 02 năm 2026\nSố: 45/STP-HCTP\nV/v hướng dẫn đăng ký hộ tịch\nKính gửi: Ủy ban nhân dân các xã';
    const { api, answerer } = await start(read(letter));
    api.sendFile(7, Buffer.from('x'), photo);
    const [what, reply] = await api.messages(7, 2);
    expect(what?.text).toContain('45/STP-HCTP');
    expect(answerer.asked[0]?.question).toBe('văn bản số 45/STP-HCTP');
    expect(buttonOf(reply, '[1]')).toBeDefined();
  });
});
