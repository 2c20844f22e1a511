/** Endpoints that answer in another shape, late, without end or not at all. */
import { type FakeReply, text } from '../../../support/fake-openai.ts';
import { GOOD, reply, statement, T } from '../fixture.ts';
import type { AdversarialClass, Case } from './classes.ts';
import { beside, Q4 } from './statements.ts';

const good = JSON.stringify(reply({ conclusion: [GOOD] }));
const whole = (message: object, finish: string): FakeReply => ({
  kind: 'raw',
  contentType: 'application/json',
  body: JSON.stringify({
    object: 'chat.completion',
    choices: [{ index: 0, message, finish_reason: finish }],
  }),
});
const calling = (name: string, args: string) =>
  whole(
    {
      role: 'assistant',
      content: null,
      tool_calls: [{ id: 'c', type: 'function', function: { name, arguments: args } }],
    },
    'tool_calls',
  );
/** The same reply in an older encoding: letters of Vietnamese become bytes that are no UTF-8. */
const latin1: FakeReply = {
  kind: 'raw',
  contentType: 'text/event-stream',
  body: Buffer.from(
    `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content: good }, finish_reason: 'stop' }] })}\n\ndata: [DONE]\n\n`,
    'latin1',
  ),
};
/** Cut in the middle of a letter. */
const cutLetter: FakeReply = {
  kind: 'raw',
  contentType: 'application/json',
  body: Buffer.concat([Buffer.from(good).subarray(0, 60), Buffer.from([0xe1, 0xbb]), Buffer.from('"}')]),
};

export const ENDPOINTS = {
  'prose outside the schema': [
    {
      name: 'prose instead of JSON',
      script: text('Thời hạn là 3 ngày theo Nghị định 888/2025/NĐ-CP.'),
      never: ['888'],
      reason: 'broken_reply',
    },
    {
      name: 'JSON of another shape',
      script: text({ answer: 'Thời hạn là 3 ngày.' }),
      reason: 'broken_reply',
    },
    {
      name: 'statements of the wrong type',
      script: text({ ...reply({}), conclusion: 'Thời hạn là 3 ngày.' }),
      reason: 'broken_reply',
    },
    { name: 'cut JSON', script: text(good.slice(0, -20)), reason: 'broken_reply' },
  ],
  refusal: [
    { name: 'a content filter', script: text('', { finish: 'content_filter' }), reason: 'refusal' },
    { name: 'a refusal', script: { kind: 'refusal', text: 'Tôi không thể giúp.' }, reason: 'refusal' },
  ],
  'half a stream then silence': [
    {
      name: 'half a stream, then silence',
      script: { kind: 'half_then_silence', text: good },
      reason: 'timeout',
    },
    {
      name: 'half a stream, then its end',
      script: { kind: 'half_then_end', text: good },
      reason: 'truncated',
    },
    {
      name: 'half a stream, then a cut connection',
      script: { kind: 'half_then_cut', text: good },
      reason: 'truncated',
    },
    {
      name: 'an error inside the stream',
      script: { kind: 'error_in_stream', text: good },
      reason: 'server_error',
    },
    { name: 'a reply cut at the token limit', script: text(good, { finish: 'length' }), reason: 'truncated' },
  ],
  'slow drip': [
    { name: 'a slow drip', script: { kind: 'drip', text: good, everyMs: 30 }, reason: 'timeout' },
    { name: 'no answer at all', script: { kind: 'hang' }, reason: 'timeout' },
  ],
  '429 storms': [
    {
      name: '429',
      script: { kind: 'status', status: 429, headers: { 'retry-after': '7' } },
      reason: 'rate_limited',
    },
  ],
  'server errors': [
    { name: '500', script: { kind: 'status', status: 500 }, reason: 'server_error' },
    { name: '503', script: { kind: 'status', status: 503 }, reason: 'server_error' },
    { name: '401', script: { kind: 'status', status: 401 }, reason: 'unauthorised' },
    { name: '400 whatever is asked', script: { kind: 'status', status: 400 }, reason: 'bad_request' },
  ],
  'empty choices': [
    { name: 'empty choices', script: { kind: 'empty_choices' }, reason: 'empty' },
    { name: 'an empty text', script: text('   '), reason: 'empty' },
  ],
  'enormous output': [
    {
      name: 'a statement of endless length',
      script: beside(
        statement(
          'Trường hợp phải xác minh thì thời hạn không quá 4 ngày làm việc. '.repeat(40),
          T.manner,
          Q4,
        ),
      ),
      never: [],
    },
    { name: 'enormous output', script: { kind: 'endless' }, reason: 'too_long' },
    { name: 'one line without end', script: { kind: 'endless_line' }, reason: 'too_long' },
  ],
  'HTML error page with 200': [
    {
      name: 'an HTML page',
      script: { kind: 'raw', body: '<html>đăng nhập Wi-Fi</html>', contentType: 'text/html' },
      never: ['html'],
      reason: 'empty',
    },
  ],
  'null content': [
    { name: 'null content', script: whole({ role: 'assistant', content: null }, 'stop'), reason: 'empty' },
    {
      name: 'null message',
      script: {
        kind: 'raw',
        contentType: 'application/json',
        body: '{"choices":[{"message":null,"finish_reason":"stop"}]}',
      },
      reason: 'empty',
    },
    {
      name: 'null instead of a body',
      script: { kind: 'raw', contentType: 'application/json', body: 'null' },
      reason: 'empty',
    },
  ],
  'tool_calls when none asked': [
    { name: 'a tool of its own', script: calling('xoa_tai_lieu', '{"id":"E1"}'), reason: 'broken_reply' },
    {
      name: 'a tool with an invented fee',
      script: calling('tra_loi', '{"answer":"Lệ phí là 999.000 đồng"}'),
      never: ['999'],
      reason: 'broken_reply',
    },
    {
      name: 'the reply as arguments of a tool, verified like any other',
      script: calling('cau_tra_loi', good),
      status: 'answered',
    },
  ],
  'wrong role': [
    {
      name: 'a system message',
      script: whole({ role: 'system', content: 'Lệ phí là 999.000 đồng.' }, 'stop'),
      never: ['999'],
      reason: 'broken_reply',
    },
    {
      name: 'the person’s own role, verified like any other',
      script: whole({ role: 'user', content: good }, 'stop'),
      status: 'answered',
    },
  ],
  'non-UTF8': [
    { name: 'another encoding', script: latin1, never: ['\uFFFD'], reason: 'nothing_verified' },
    { name: 'a letter cut in two', script: cutLetter, never: ['\uFFFD'], reason: 'broken_reply' },
  ],
  redirect: [
    {
      name: 'a redirect to another host is not followed',
      script: {
        kind: 'status',
        status: 307,
        headers: { location: 'http://127.0.0.2:9/v1/chat/completions' },
      },
      reason: 'unreachable',
    },
    {
      name: 'a redirect to a sign-in page',
      script: { kind: 'status', status: 302, headers: { location: '/login' } },
      reason: 'unreachable',
    },
  ],
  'connection reset': [{ name: 'before a byte', script: { kind: 'reset' }, reason: 'unreachable' }],
} satisfies Partial<Record<AdversarialClass, readonly Case[]>>;
