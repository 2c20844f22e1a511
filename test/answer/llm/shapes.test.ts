/** Endpoints that put the reply elsewhere or say more than the JSON: what can be read is read, the rest never shown. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeOpenAi, type FakeReply, startFakeOpenAi, text } from '../../support/fake-openai.ts';
import { ask, benchOf, evidenceOf, GOOD, reply, shown } from './fixture.ts';

let fake: FakeOpenAi;
beforeAll(async () => {
  fake = await startFakeOpenAi();
});
afterAll(() => fake.close());

const json = JSON.stringify(reply({ conclusion: [GOOD] }));
const whole = (message: object, finish: string | null = 'stop'): FakeReply => ({
  kind: 'raw',
  contentType: 'application/json',
  body: JSON.stringify({
    object: 'chat.completion',
    choices: [{ index: 0, message, finish_reason: finish }],
  }),
});
const streamed = (...deltas: object[]): FakeReply => ({
  kind: 'raw',
  contentType: 'text/event-stream',
  body: `${deltas
    .map((delta) => `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason: null }] })}\n\n`)
    .join('')}data: [DONE]\n\n`,
});
const call = { type: 'function', id: 'c', function: { name: 'cau_tra_loi', arguments: json } };

const READ: readonly (readonly [string, FakeReply])[] = [
  ['prose around the JSON', text(`Đây là câu trả lời: ${json} Chúc anh/chị một ngày tốt lành!`)],
  ['prose before a fence', text(`Kết quả:\n\`\`\`json\n${json}\n\`\`\`\nHết.`)],
  ['thoughts before the JSON', text(`<think>Lệ phí {có thể} là 999.000 đồng.</think>\n${json}`)],
  ['a whole body where a stream was asked for', whole({ role: 'assistant', content: json })],
  ['content in parts', whole({ role: 'assistant', content: [{ type: 'text', text: json }] })],
  ['content in parts of a stream', streamed({ content: [{ type: 'text', text: json }] })],
  [
    'a tool call instead of content',
    whole({ role: 'assistant', content: null, tool_calls: [call] }, 'tool_calls'),
  ],
  ['no finish reason and no usage', whole({ role: 'assistant', content: json }, null)],
  ['reasoning beside the content', streamed({ reasoning_content: 'Lệ phí 999.000 đồng' }, { content: json })],
  [
    'null for empty lists',
    text(JSON.stringify({ verdict: 'full', conclusion: [GOOD], fee: null, missing: null })),
  ],
];

describe('replies of another shape', () => {
  it.each(READ)('%s', async (_, script) => {
    fake.script(script);
    const draft = await benchOf(fake.url).compose(ask('Khai sinh phải xác minh thì mấy ngày?'), evidenceOf());
    expect(draft).toMatchObject({ composer: 'llm', status: 'answered' });
    expect(shown(draft)).not.toMatch(/999|tốt lành|Hết\.|think/u);
  });
});
