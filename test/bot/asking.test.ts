import { afterEach, describe, expect, it } from 'vitest';
import { BOT_WORDS, BUTTONS } from '../../src/bot/words.ts';
import { MACHINE_NOTICE } from '../../src/dialogue/words.ts';
import { pdf } from '../ingest/readers/fixtures.ts';
import { buttonOf, type TestBot, testBot } from '../support/bot.ts';
import { answer, citation, echoAnswerer } from '../support/dialogue.ts';

let running: TestBot | undefined;
afterEach(() => running?.stop());
async function start(options?: Parameters<typeof testBot>[0]): Promise<TestBot> {
  running = await testBot(options);
  return running;
}

describe('asking in Telegram', () => {
  it('answers with the short answer first, sources with their effectivity, and says once that it is a machine', async () => {
    const answerer = echoAnswerer(() =>
      answer('Không thu lệ phí [1].', {
        sections: [
          { role: 'conclusion', lines: ['Không thu <lệ phí> & phí [1].'] },
          { role: 'detail', heading: 'Cách thức', lines: ['Trực tiếp', 'Trực tuyến'] },
        ],
      }),
    );
    const { api, letIn } = await start({ dialogue: { answerer } });
    await letIn(7);
    api.say(7, 'lệ phí khai sinh?');
    const [first] = await api.messages(7, 1);
    expect(first?.text.startsWith('Không thu &lt;lệ phí&gt; &amp; phí [1].')).toBe(true);
    expect(first?.text).toContain(
      '<blockquote expandable><b>Cách thức</b>\nTrực tiếp\nTrực tuyến</blockquote>',
    );
    expect(first?.text).toContain('[1] Cách thức thực hiện, thủ tục 9.000001<i> · Còn hiệu lực</i>');
    expect(first?.text).toContain(MACHINE_NOTICE);
    api.say(7, 'lệ phí khai tử?');
    expect((await api.messages(7, 2))[1]?.text).not.toContain(MACHINE_NOTICE);
  });

  it('shows the cited text in its context', async () => {
    const { api, letIn } = await start();
    await letIn(7);
    api.say(7, 'lệ phí khai sinh?');
    const [reply] = await api.messages(7, 1);
    api.press(7, buttonOf(reply, '[1]'), reply);
    const excerpt = (await api.messages(7, 2))[1];
    expect(excerpt?.text).toContain('Trình tự: nộp hồ sơ.');
    expect(excerpt?.text).toContain('<blockquote><b>Thời hạn: trong ngày làm việc.</b></blockquote>');
    expect(excerpt?.text).toContain('Lệ phí: miễn phí.');
  });

  it('shows the cited lines on the page of the original, and gives the original', {
    timeout: 60_000,
  }, async () => {
    const bytes = pdf([[{ x: 60, y: 700, text: 'Thoi han: trong ngay lam viec.' }]]);
    const { api, letIn } = await start({ original: { fileName: 'thu-tuc.pdf', bytes } });
    await letIn(7);
    api.say(7, 'lệ phí khai sinh?');
    const [reply] = await api.messages(7, 1);
    api.press(7, buttonOf(reply, '[1]'), reply);
    const source = (await api.messages(7, 2))[1];
    api.press(7, buttonOf(source, BUTTONS.page), source);
    const page = (await api.messages(7, 3, 50_000))[2];
    expect(page).toMatchObject({ kind: 'photo' });
    expect(page?.text).toBe(BOT_WORDS.pageCaption(1, 'Cách thức thực hiện, thủ tục 9.000001', 1, true));
    api.press(7, buttonOf(source, BUTTONS.original), source);
    const file = (await api.messages(7, 4))[3];
    expect(file).toMatchObject({ kind: 'document', text: BOT_WORDS.originalCaption });
    expect(file?.file?.name).toBe('thu-tuc.pdf');
    expect(Buffer.from(bytes).equals(Buffer.from(file!.file!.bytes))).toBe(true);
  });

  it('offers the file alone where the original has no pages', async () => {
    const original = { fileName: 'a.docx', bytes: Buffer.from('PK') };
    const { api, letIn } = await start({ original });
    await letIn(7);
    api.say(7, 'lệ phí khai sinh?');
    const [reply] = await api.messages(7, 1);
    api.press(7, buttonOf(reply, '[1]'), reply);
    const source = (await api.messages(7, 2))[1];
    expect(buttonOf(source, BUTTONS.original)).toBeDefined();
    expect(() => buttonOf(source, BUTTONS.page)).toThrow();
  });

  it('does not show another person’s sources', async () => {
    const { api, letIn } = await start();
    await letIn(7);
    await letIn(8);
    api.say(7, 'lệ phí khai sinh?');
    const [reply] = await api.messages(7, 1);
    api.press(8, buttonOf(reply, '[1]'), reply);
    await api.until(() => api.calls.some(({ payload }) => payload['text'] === BOT_WORDS.sourceGone));
    expect(api.sent.filter(({ chat_id }) => chat_id === 8)).toEqual([]);
  });

  it('takes "hữu ích", then "chưa đúng" with a reason, and shows what was pressed', async () => {
    const { api, letIn, deps } = await start();
    const person = await letIn(7);
    api.say(7, 'lệ phí khai sinh?');
    const [reply] = await api.messages(7, 1);
    api.press(7, buttonOf(reply, BUTTONS.helpful), reply);
    await api.until(() => reply?.edits === 1);
    expect(buttonOf(reply, BUTTONS.rated(BUTTONS.helpful))).toBeDefined();
    api.press(7, buttonOf(reply, BUTTONS.wrong), reply);
    const reasons = (await api.messages(7, 2))[1];
    api.press(7, buttonOf(reasons, 'Căn cứ đã hết hiệu lực'), reasons);
    await api.until(() => reasons?.edits === 1);
    const [logged] = await deps.questions.list({ person: person.id }, { limit: 1 });
    expect(logged?.feedback).toMatchObject({ verdict: 'wrong', reason: 'het_hieu_luc' });
  });

  it('offers the legal basis to copy in at most 256 characters, whole citations only', async () => {
    const label = (n: number) =>
      `khoản ${n} Điều 5 Nghị định số 120/2025/NĐ-CP ngày 11 tháng 6 năm 2025 của Chính phủ`;
    const citations = [1, 2, 3, 4, 5].map((n) => citation(n, { label: label(n) }));
    const { api, letIn } = await start({
      dialogue: { answerer: echoAnswerer(() => answer('x', { citations })) },
    });
    await letIn(7);
    api.say(7, 'ai ký?');
    const [reply] = await api.messages(7, 1);
    const copied =
      reply?.reply_markup?.inline_keyboard?.flat().find(({ copy_text }) => copy_text)?.copy_text?.text ?? '';
    expect(copied.length).toBeLessThanOrEqual(256);
    expect(copied).toMatch(/^Căn cứ: khoản 1 .*; khoản 2 .* \(tra cứu ngày \d\d\/\d\d\/\d{4}\)$/);
  });

  it('makes a sheet for the citizen as plain text, only from the procedure itself', async () => {
    const answerer = echoAnswerer(({ question }) =>
      question.includes('lệ phí bao nhiêu')
        ? answer('x', { citations: [citation(1, { procedureCode: '9.000002' })] })
        : answer(`Về ${question.slice(0, 12)} [1].`, {
            citations: [citation(1, { path: { part: 'thanh_phan_ho_so' } })],
          }),
    );
    const { api, letIn } = await start({ dialogue: { answerer } });
    await letIn(7);
    api.say(7, 'khai sinh cần gì?');
    const [reply] = await api.messages(7, 1);
    api.press(7, buttonOf(reply, BUTTONS.checklist), reply);
    const sheet = (await api.messages(7, 2))[1];
    expect(sheet?.parse_mode).toBeUndefined();
    expect(sheet?.text).toContain('Đăng ký khai sinh (mẫu thử) (mã 9.000001)');
    expect(sheet?.text).toContain('Giấy tờ cần chuẩn bị:\n- Về thành phần h.');
    expect(sheet?.text).toContain('Phí, lệ phí:\n- Hỏi tại nơi tiếp nhận hồ sơ.');
    expect(sheet?.text).not.toContain('[1]');
  });

  it('offers choices as buttons and answers the one that is tapped', async () => {
    const answerer = echoAnswerer(({ question }) =>
      question.includes('Một')
        ? answer('Đây là của xã Một [1]')
        : answer('Văn bản của cơ quan nào?', {
            status: 'clarify',
            citations: [],
            choices: [{ label: 'UBND xã Một', question: '226/QĐ-UBND của UBND xã Một' }],
          }),
    );
    const { api, letIn } = await start({ dialogue: { answerer } });
    await letIn(7);
    api.say(7, '226/QĐ-UBND');
    const [asked] = await api.messages(7, 1);
    api.press(7, buttonOf(asked, 'UBND xã Một'), asked);
    expect((await api.messages(7, 2))[1]?.text).toContain('Đây là của xã Một');
  });

  it('answers several questions of one message in turn, and an edited message again', async () => {
    const { api, letIn } = await start();
    await letIn(7);
    api.say(7, 'Khai sinh cần giấy tờ gì? Kết hôn cần giấy tờ gì?');
    const two = await api.messages(7, 2);
    expect(two.map(({ text }) => /Khai sinh|Kết hôn/.exec(text)?.[0])).toEqual(['Khai sinh', 'Kết hôn']);
    const message = { message_id: 1, date: 1, edit_date: 2, text: 'Khai tử cần gì?' };
    const from = { id: 7, is_bot: false, first_name: 'Bảy' };
    api.push({ edited_message: { ...message, from, chat: { id: 7, type: 'private', first_name: 'Bảy' } } });
    expect((await api.messages(7, 3))[2]?.text).toContain('Khai tử');
  });

  it('starts afresh with /moi, looks up with /vanban and /thutuc, and says what a bare command needs', async () => {
    const answerer = echoAnswerer();
    const { api, letIn } = await start({ dialogue: { answerer } });
    await letIn(7);
    for (const text of ['/moi', '/vanban 120/2025', '/thutuc 1.001193', '/vanban', '/khongco'])
      api.say(7, text);
    const texts = (await api.messages(7, 5)).map(({ text }) => text);
    expect(answerer.asked.map(({ question }) => question)).toEqual([
      'văn bản số 120/2025',
      'thủ tục 1.001193',
    ]);
    expect(texts[3]).toBe(BOT_WORDS.noText('vanban', '120/2025'));
    expect(texts[4]).toBe(BOT_WORDS.unknownCommand);
  });

  it('says "not yet" to voice messages and files', async () => {
    const { api, letIn } = await start();
    await letIn(7);
    const base = {
      message_id: 1,
      date: 1,
      from: { id: 7, is_bot: false, first_name: 'B' },
      chat: { id: 7, type: 'private', first_name: 'B' },
    };
    api.push({ message: { ...base, voice: { file_id: 'v', file_unique_id: 'v', duration: 1 } } });
    api.push({ message: { ...base, photo: [{ file_id: 'p', file_unique_id: 'p', width: 1, height: 1 }] } });
    api.push({ message: { ...base, sticker: { file_id: 's', file_unique_id: 's' } } });
    api.push({ message: { ...base, poll: { id: '1', question: 'a', options: [] } } });
    expect((await api.messages(7, 4)).map(({ text }) => text)).toEqual([
      BOT_WORDS.voice,
      BOT_WORDS.file,
      BOT_WORDS.otherKind,
      BOT_WORDS.otherKind,
    ]);
  });

  it('continues the answer that is replied to, and otherwise the last one that was about something', async () => {
    const other = citation(1, { procedureCode: '9.000002', documentTitle: 'Đăng ký khai tử (mẫu thử)' });
    const answerer = echoAnswerer(({ question }) =>
      question.includes('khai tử')
        ? answer('Nộp ở xã [1].', { citations: [other] })
        : question === 'ok'
          ? answer('Dạ.', { status: 'out_of_scope', route: 'thanks', citations: [] })
          : answer(`Trả lời: ${question} [1]`),
    );
    const { api, letIn } = await start({ dialogue: { answerer } });
    await letIn(7);
    api.say(7, 'đăng ký khai sinh ở đâu?');
    const [birth] = await api.messages(7, 1);
    api.say(7, 'đăng ký khai tử ở đâu?');
    await api.messages(7, 2);
    api.say(7, 'ok');
    await api.messages(7, 3);
    api.say(7, 'còn lệ phí?');
    await api.messages(7, 4);
    api.say(7, 'còn lệ phí?', {
      reply_to_message: { message_id: birth!.message_id, date: 1, reply_markup: birth!.reply_markup },
    });
    await api.messages(7, 5);
    const asked = answerer.asked.map(({ question }) => question).slice(3);
    expect(asked).toEqual([
      expect.stringContaining('9.000002 Đăng ký khai tử'),
      expect.stringContaining('9.000001 Đăng ký khai sinh'),
    ]);
  });

  it('speaks in a group only when addressed, with public documents only', async () => {
    const answerer = echoAnswerer();
    const { api, letIn } = await start({ dialogue: { answerer } });
    await letIn(1, { department: 'so-tu-phap' });
    api.say(-5, 'mọi người ăn cơm chưa?');
    const text = '@tro_ly_test_bot lệ phí khai sinh?';
    api.say(-5, text, { entities: [{ type: 'mention', offset: 0, length: 16 }] });
    await api.messages(-5, 1);
    expect(answerer.asked).toHaveLength(1);
    expect(answerer.asked[0]).toMatchObject({
      question: 'lệ phí khai sinh?',
      reader: { internal: false, departments: [] },
    });
  });

  it('keeps the order of a chat and does not let a slow one hold the others', async () => {
    let release: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const answerer = echoAnswerer(async ({ question }) => {
      if (question.includes('chậm')) await held;
      return answer(question);
    });
    const { api, letIn } = await start({ dialogue: { answerer } });
    await letIn(7);
    await letIn(8);
    api.say(7, 'câu chậm');
    api.say(7, 'câu hai');
    api.say(8, 'câu khác');
    await api.messages(8, 1);
    expect(api.sent.some(({ chat_id }) => chat_id === 7)).toBe(false);
    await api.until(() => api.calls.some(({ method }) => method === 'sendChatAction'));
    release();
    const texts = (await api.messages(7, 2)).map(({ text }) => text);
    expect(texts.map((text) => /câu (?:chậm|hai)/.exec(text)?.[0])).toEqual(['câu chậm', 'câu hai']);
  });
});
