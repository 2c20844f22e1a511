import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { AGENT_PROMPT } from '../../src/answer/llm/agent/researcher.ts';
import { memoryCounter, TokenBudget } from '../../src/answer/llm/budget.ts';
import { SYSTEM_PROMPT } from '../../src/answer/llm/prompt.ts';
import { RERANK_PROMPT } from '../../src/answer/llm/rerank.ts';
import { REWRITE_PROMPT } from '../../src/answer/llm/rewrite.ts';
import { openApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { endpointGrader } from '../../src/evaluation/graded.ts';
import { GRADING_PROMPT } from '../../src/evaluation/grading.ts';
import type { DocumentScope } from '../../src/retrieval/model.ts';
import { temporaryFolder } from '../support/temporary.ts';

/** Every request that leaves while documents are embedded and questions asked, whole. */
const SECRET = 'XYLOTHEK';
const record = (code: string, name: string, words: string) =>
  JSON.stringify({
    ma_thu_tuc: code,
    ten_thu_tuc: name,
    cap_thuc_hien: 'Cấp xã',
    linh_vuc: 'Khác',
    trinh_tu_thuc_hien: `Người có yêu cầu nộp hồ sơ ${name.toLowerCase()}. ${words}`,
  });
const RECORDS = [
  record('1.900001', 'Cấp giấy xác nhận vườn ươm', `Kho ${SECRET} giữ hồ sơ vườn ươm.`),
  record('1.900002', 'Đổi thẻ xe thô sơ', 'Trong thời hạn 05 ngày làm việc.'),
  record('1.900003', 'Thu hồi giấy phép ao cá', 'Cơ quan thu hồi ra quyết định.'),
  record('1.900004', 'Đăng ký bến đò', 'Cơ quan cấp đăng ký.'),
];
/** What the question says of people must be in no request and no log line. */
const PERSONAL = ['Trần Thị Hoa', '046189001234', '0912345678'];
const QUESTION = `Bà Trần Thị Hoa, CCCD 046189001234, sđt 0912345678 hỏi: cấp giấy xác nhận vườn ươm thì nộp hồ sơ thế nào?`;

const SCOPES: Readonly<Record<string, DocumentScope>> = {
  'a public document': { kind: 'public' },
  'a public document for the web alone': { kind: 'public', webOnly: true },
  'an internal document': { kind: 'internal' },
  'an internal document for the web alone': { kind: 'internal', webOnly: true },
  'a document of departments': { kind: 'departments', departments: ['tu-phap'] },
};
const SENT: Readonly<Record<string, readonly string[]>> = {
  public: ['a public document'],
  internal: [
    'a public document',
    'a public document for the web alone',
    'an internal document',
    'an internal document for the web alone',
  ],
  all: Object.keys(SCOPES),
};
const CASES = Object.entries(SENT).flatMap(([llmScope, sent]) =>
  Object.keys(SCOPES).map((document) => [llmScope, document, sent.includes(document)] as const),
);

/** Takes everything down; answers embeddings rightly and chat with what fails verification, so that a repair is asked for. */
async function listener() {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => {
      body += piece;
    });
    request.on('end', () => {
      bodies.push(`${request.url} ${body}`);
      const json = (value: object) =>
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
      const { input, stream } = JSON.parse(body) as { input?: string[]; stream?: boolean };
      if (input !== undefined)
        return json({ data: input.map((t, index) => ({ index, embedding: [1, t.length, 0.5] })) });
      const content = '{"verdict":"full","conclusion":[{"text":"Sai","evidence":["E9"],"quotes":[]}]}';
      if (!stream) return json({ choices: [{ index: 0, message: { content }, finish_reason: 'stop' }] });
      const choices = [{ index: 0, delta: { content }, finish_reason: 'stop' }];
      return response
        .writeHead(200, { 'content-type': 'text/event-stream' })
        .end(`data: ${JSON.stringify({ choices })}\n\ndata: [DONE]\n\n`);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url, bodies, close };
}

const asSent = (prompt: string) => JSON.stringify(prompt).slice(1, 60);
const KINDS = {
  composition: asSent(SYSTEM_PROMPT),
  repair: 'Kiểm chứng tự động',
  reranking: asSent(RERANK_PROMPT),
  rewriting: asSent(REWRITE_PROMPT),
  agent: asSent(AGENT_PROMPT),
  grading: asSent(GRADING_PROMPT),
};

describe('what leaves the machine', () => {
  it.each(CASES)('LLM_SCOPE=%s, %s: sent is %s', async (llmScope, document, sent) => {
    const root = await temporaryFolder();
    const file = join(root, 'records.jsonl');
    await writeFile(file, RECORDS.join('\n'));
    const endpoint = await listener();
    const lines: string[] = [];
    const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
    const open = (env: Record<string, string>) =>
      openApp(parseConfig({ DATA_DIR: join(root, 'data'), ...env }), { tell: () => {}, log });
    const offline = await open({});
    await offline.ingest([file], { own: true });
    const rows = await offline.db.selectFrom('documents').select(['id', 'facts']).execute();
    const secret = rows.find(({ facts }) => facts.includes('1.900001'))!;
    const facts = JSON.stringify({ ...JSON.parse(secret.facts), scope: SCOPES[document] });
    await offline.db.updateTable('documents').set({ facts }).where('id', '=', secret.id).execute();
    await offline.close();

    const app = await open({
      OPENAI_BASE_URL: endpoint.url,
      CHAT_MODEL: 'chat',
      EMBEDDING_MODEL: 'vectors',
      LLM_AGENT: '1',
      LLM_RERANK: '1',
      LLM_SCOPE: llmScope,
    });
    await app.ingest([file], { own: true });
    const { answer } = await app.ask(QUESTION, {});
    await app.ask('Đăng ký bến đò thì nộp ở đâu?', {});
    const person = await app.dialogue.localAdmin();
    for (const question of [QUESTION, 'thế thời hạn?'])
      await app.dialogue.ask({ person: person.id, text: question, conversation: 'c', channel: 'web' });
    const budget = new TokenBudget(
      memoryCounter(),
      () => ({ dailyTokens: 1e9, personDailyTokens: 1e9 }),
      Date.now,
    );
    const scope = app.config.llm.scope;
    const judge = { apiKey: 'k', baseUrl: endpoint.url, model: 'judge', timeoutMs: 2000, scope };
    await endpointGrader(judge, budget, app.documents).grade({
      id: 'q',
      question: QUESTION,
      answerable: true,
      facts: [],
      answer,
    });
    await app.close();
    endpoint.close();

    const all = endpoint.bodies.join('\n');
    // Every kind of request was made; with a decisive document withheld the embedded composer answers, and only
    // questions go out, to be rewritten.
    for (const [kind, words] of Object.entries(KINDS))
      if (sent || words === KINDS.rewriting)
        expect({ kind, made: all.includes(words) }).toEqual({ kind, made: true });
    expect(all).toContain('/embeddings');
    expect(all).toContain('/chat/completions');
    expect(all.includes(SECRET)).toBe(sent);
    for (const personal of PERSONAL) {
      expect(all).not.toContain(personal);
      expect(lines.join('\n')).not.toContain(personal);
    }
  });
});
