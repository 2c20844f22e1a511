import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { command } from '../support/command.ts';
import { type ChatRequest, type FakeOpenAi, startFakeOpenAi, text } from '../support/fake-openai.ts';
import { temporaryFolder } from '../support/temporary.ts';

/** Enough of them that a search has something to tell apart. */
const OTHERS = ['Thu hồi giấy phép ao cá', 'Đăng ký bến đò', 'Xóa tên chợ phiên'].map((ten_thu_tuc, i) =>
  JSON.stringify({
    ma_thu_tuc: `1.90001${i}`,
    ten_thu_tuc,
    cap_thuc_hien: 'Cấp xã',
    linh_vuc: 'Khác',
    trinh_tu_thuc_hien: `Nộp hồ sơ về việc ${ten_thu_tuc.toLowerCase()}.`,
  }),
);
const RECORD = JSON.stringify({
  ma_thu_tuc: '1.900001',
  ten_thu_tuc: 'Cấp giấy xác nhận vườn ươm',
  cap_thuc_hien: 'Cấp xã',
  linh_vuc: 'Nông nghiệp',
  trinh_tu_thuc_hien:
    'Người dân nộp hồ sơ tại Trung tâm Phục vụ hành chính công. Trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ, Chủ tịch Ủy ban nhân dân cấp xã cấp giấy xác nhận vườn ươm.',
});
const SENTENCE = 'Trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ';
const QUESTION = 'Cấp giấy xác nhận vườn ươm mất bao lâu? 046189001234';

interface Shown {
  readonly token: string;
  readonly text: string;
}

/** A reply that cites the evidence that has the sentence. */
function answered(statement: string) {
  return (request: ChatRequest) => {
    const { evidence } = JSON.parse(request.messages[1]!.content) as { evidence: Shown[] };
    const { token } = evidence.find((e) => e.text.includes(SENTENCE))!;
    const one = { text: statement, evidence: [token], quotes: [{ evidence: token, quote: SENTENCE }] };
    const none = { authority: [], steps: [], dossier: [], time_limit: [], fee: [], caveats: [] };
    return text({ verdict: 'full', conclusion: [one], ...none, missing: [], choices: [] });
  };
}

let fake: FakeOpenAi;
beforeAll(async () => {
  fake = await startFakeOpenAi();
});
afterAll(() => fake.close());
beforeEach(() => fake.script(answered(`${SENTENCE}, Chủ tịch Ủy ban nhân dân cấp xã cấp giấy xác nhận.`)));

async function workspace() {
  const root = await temporaryFolder();
  const records = join(root, 'records.jsonl');
  await writeFile(records, [RECORD, ...OTHERS].join('\n'));
  const run = (name: string, args: string[], env: Record<string, string> = {}) =>
    command(name, args, { DATA_DIR: join(root, 'data'), LOG_LEVEL: 'silent', ...env });
  const ingested = await run('ingest', ['--json', records]);
  expect(ingested.code, ingested.err).toBe(0);
  return { root, run, chat: { OPENAI_BASE_URL: fake.url, CHAT_MODEL: 'fake-chat' } };
}

describe('the commands with a language model', () => {
  it('show each step of a question, what was sent masked', async () => {
    const { run, chat } = await workspace();
    const asked = await run('ask', ['--json', '--trace', QUESTION], chat);
    expect(asked.code, asked.err).toBe(0);
    const answer = JSON.parse(asked.out);
    expect(answer).toMatchObject({ composer: 'llm', citations: [{ procedureCode: '1.900001' }] });
    const steps: { step: string; detail: object }[] = answer.trace;
    expect(steps.map(({ step }) => step)).toEqual([
      'route',
      'gatherEvidence',
      'standing',
      'abolished',
      'successor',
      'weigh',
      'prompt',
      'reply',
      'verification',
      'compose',
      'research',
      'contradicted',
      'days',
      'wholeQuestion',
      'otherProvince',
      'asPublished',
      'check',
    ]);
    expect(JSON.stringify(steps.find(({ step }) => step === 'prompt'))).not.toContain('046189001234');
    expect(steps.find(({ step }) => step === 'verification')?.detail).toMatchObject({ kept: 1, failed: [] });
  });

  it('show the repair and why the embedded composer answered', async () => {
    const { run, chat } = await workspace();
    fake.script(answered('Thời hạn là 99 ngày làm việc theo Nghị định số 1/2020/NĐ-CP.'));
    const asked = await run('ask', ['--trace', QUESTION], chat);
    expect(asked.code, asked.err).toBe(0);
    expect(asked.out).toMatch(/\d\. Yêu cầu mô hình sửa một lần/u);
    expect(asked.out).toMatch(/\d\. Chuyển sang bộ soạn có sẵn\n\s+reason: nothing_verified/u);
    expect(asked.out.split('1. Phân loại')[0]).not.toContain('99 ngày');
  });

  it('grade the answers and write a report', async () => {
    const { root, run } = await workspace();
    const questions = join(root, 'questions.jsonl');
    await writeFile(
      questions,
      [
        { id: 'a', q: 'Cấp giấy xác nhận vườn ươm mất bao lâu?', gold: [{ procedureCode: '1.900001' }] },
        { id: 'b', q: 'Cấp giấy phép nuôi cá sấu ở đâu?' },
      ]
        .map((line) => JSON.stringify(line))
        .join('\n'),
    );
    fake.script(
      text({
        statements: [
          { statement: 'Thời hạn 5 ngày làm việc.', supported: true },
          { statement: 'Miễn phí.', supported: false },
        ],
        completeness: 5,
        usefulness: 3,
      }),
      text('không phải JSON'),
    );
    const report = join(root, 'report.md');
    const done = await run('eval', ['--json', '--questions', questions, '--report', report], {
      OPENAI_BASE_URL: fake.url,
      GRADING_MODEL: 'fake-grader',
    });
    expect(done.code, done.err).toBe(0);
    expect(JSON.parse(done.out)).toMatchObject({
      overall: { questions: 1 },
      graded: {
        model: 'fake-grader',
        summary: {
          graded: 1,
          failed: { broken_reply: 1 },
          faithfulness: 0.5,
          completeness: 1,
          usefulness: 0.5,
        },
        rows: [
          { id: 'a', grades: { unsupported: ['Miễn phí.'] } },
          { id: 'b', failed: 'broken_reply' },
        ],
      },
    });
    const written = await readFile(report, 'utf8');
    expect(written).toContain('## Chấm bằng mô hình');
    expect(written).toContain('| 0.500 | 1.000 | 0.500 |');
    expect(written).toContain('- ý không có trong trích dẫn: Miễn phí.');
    expect(fake.requests.at(-1)?.model).toBe('fake-grader');
  });

  it('measure without a grading model as before', async () => {
    const { root, run } = await workspace();
    const questions = join(root, 'questions.jsonl');
    await writeFile(questions, JSON.stringify({ id: 'a', q: 'Cấp giấy xác nhận vườn ươm?' }));
    const done = await run('eval', ['--json', '--questions', questions]);
    expect(done.code, done.err).toBe(0);
    expect(JSON.parse(done.out)).not.toHaveProperty('graded');
    expect(done.err).not.toContain('báo cáo');
  });
});
