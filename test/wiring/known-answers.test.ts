import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AskRequest } from '../../src/answer/model.ts';
import { type App, openApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import type { StandardAnswer } from '../../src/dialogue/review/model.ts';
import type { DocumentScope, Reader } from '../../src/retrieval/model.ts';
import { changeScope } from '../../src/store/core/scope.ts';
import { guidanceFiles } from '../../src/wiring/guidance.ts';
import { withKnownAnswers } from '../../src/wiring/known-answers.ts';
import { answer, echoAnswerer } from '../support/dialogue.ts';

const OFFICIAL: Reader = { internal: true, departments: [], channel: 'telegram' };
const QUESTION = 'biển báo bến thuyền cộng đồng đặt ở đâu?';
const DECISION = `ỦY BAN NHÂN DÂN
THÀNH PHỐ HUẾ
Số: 71/2026/QĐ-UBND
Huế, ngày 02 tháng 3 năm 2026

QUYẾT ĐỊNH
Về quản lý bến thuyền cộng đồng trên đầm phá

Điều 1. Biển báo
Biển báo bến thuyền cộng đồng đặt tại lối xuống bến.

Điều 2. Hiệu lực
Quyết định này có hiệu lực từ ngày 15 tháng 3 năm 2026 và hết hiệu lực kể từ ngày 01 tháng 9 năm 2026.
`;
const request = (question: string, more: Partial<AskRequest> = {}): AskRequest => ({
  question,
  asOf: '2026-08-31' as AskRequest['asOf'],
  reader: OFFICIAL,
  territory: 'hue',
  ...more,
});

describe('what is answered anew', () => {
  let stored: number;
  let indexed: number;
  let own: ReturnType<typeof echoAnswerer>;
  let ask: (question: string, more?: Partial<AskRequest>) => ReturnType<typeof own.ask>;
  beforeEach(() => {
    [stored, indexed] = [7, 7];
    own = echoAnswerer();
    const known = withKnownAnswers(own, { stored: async () => stored, indexed: () => indexed });
    ask = (question, more) => known.ask(request(question, more));
  });
  const times = () => own.asked.length;

  it('not the same question, whoever asks it and after what; each time with a trace of its own', async () => {
    const first = await ask('lệ phí khai sinh', { person: 'a' });
    const second = await ask('  lệ phí  khai sinh ', {
      person: 'b',
      history: [{ question: 'x', answer: 'y' }],
    });
    expect(times()).toBe(1);
    expect(second.answer.answer).toBe(first.answer.answer);
    expect(second.answer.traceId).not.toBe(first.answer.traceId);
  });

  it.each<[string, Partial<AskRequest>]>([
    ['another day', { asOf: '2026-09-01' as AskRequest['asOf'] }],
    ['a day that was named', { dayNamed: true }],
    ['another place', { territory: 'da-nang' }],
    ['a stranger', { reader: { ...OFFICIAL, internal: false } }],
    ['another department', { reader: { ...OFFICIAL, departments: ['so-tu-phap'] } }],
    ['another channel', { reader: { ...OFFICIAL, channel: 'web' } }],
  ])('%s', async (_, more) => {
    await ask('lệ phí khai sinh');
    await ask('lệ phí khai sinh', more);
    expect(times()).toBe(2);
  });

  it('a question with personal data', async () => {
    const personal = 'ông Nguyễn Văn An, CCCD 046090001234, đăng ký khai sinh cho con';
    await ask(personal);
    await ask(personal);
    expect(times()).toBe(2);
  });

  it('what was answered while the index lacked documents, or while they changed', async () => {
    indexed = 6;
    await ask('a');
    indexed = 7;
    await ask('a');
    expect(times()).toBe(2);
    const slow = ask('b');
    stored = 8;
    await ask('c');
    await slow;
    indexed = 8;
    await ask('b');
    expect(times()).toBe(5);
  });

  it('what failed', async () => {
    const failing = echoAnswerer((r) => ({ ...answer(r.question), status: 'failed' }));
    const known = withKnownAnswers(failing, { stored: async () => 1, indexed: () => 1 });
    await known.ask(request('a'));
    await known.ask(request('a'));
    expect(failing.asked).toHaveLength(2);
  });
});

describe('in the whole program', () => {
  let app: App;
  /** Writes as another process does: the one that answers has not followed yet. */
  let writer: App;
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'known-answers-'));
    const config = parseConfig({ DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'silent' });
    [app, writer] = [await openApp(config, { tell: () => {} }), await openApp(config, { tell: () => {} })];
    const file = join(folder, 'quyet-dinh-71.txt');
    await writeFile(file, DECISION);
    await writer.ingest([file], { own: true });
    await app.index.catchUp();
  });
  afterEach(async () => {
    await writer.close();
    await app.close();
    await rm(folder, { recursive: true, force: true });
  });

  const said = async (more?: Partial<AskRequest>) => (await app.answerer.ask(request(QUESTION, more))).answer;
  const documentId = async () => (await said()).citations[0]!.documentId;
  async function narrowed(scope: DocumentScope) {
    const { id } = await writer.db.selectFrom('documents').select('id').executeTakeFirstOrThrow();
    await writer.db
      .transaction()
      .execute((tx) => changeScope(tx, id, scope, { at: '2026-08-31T00:00:00Z', by: 'x' as never }));
  }

  it('answers again from memory', async () => {
    const first = await said();
    expect(first.answer).toContain('lối xuống bến');
    const second = await said();
    expect(second).toMatchObject({ answer: first.answer, timings: { retrieveMs: 0 } });
    expect(second.traceId).not.toBe(first.traceId);
  });

  it('tells nobody what was narrowed a moment ago', async () => {
    await said();
    expect((await said()).answer).toContain('lối xuống bến');
    await narrowed({ kind: 'departments', departments: ['so-tu-phap'] });
    expect((await said()).answer).not.toContain('lối xuống bến');
    const reader = { ...OFFICIAL, departments: ['so-tu-phap'] };
    expect((await said({ reader })).answer).toContain('lối xuống bến');
    expect((await said()).answer).not.toContain('lối xuống bến');
    await narrowed({ kind: 'internal', webOnly: true });
    expect((await said({ reader })).answer).not.toContain('lối xuống bến');
  });

  it('tells what is over as over the next day', async () => {
    expect((await said()).citations[0]?.effectivity).not.toMatchObject({ status: 'expired' });
    const next = await said({ asOf: '2026-09-01' as AskRequest['asOf'] });
    expect(next.answer).not.toBe((await said()).answer);
  });

  it('does not cite a document withdrawn a moment ago, and cites guidance approved a moment ago', async () => {
    await said();
    const id = await documentId();
    await writer.review.documents.setState(id as never, 'serving', 'withdrawn', '2026-08-31T00:00:00Z');
    expect((await said()).answer).not.toContain('lối xuống bến');
    const approved: StandardAnswer = {
      id: '71',
      question: QUESTION,
      answer: 'Biển báo bến thuyền cộng đồng đặt tại đầu cầu tàu.',
      basis: 'Điều 1 Quyết định số 71/2026/QĐ-UBND',
      field: 'Giao thông',
      state: 'approved',
      by: 'a' as never,
      at: '2026-08-30T00:00:00Z',
      approvedAt: '2026-08-30T00:00:00Z',
    };
    await guidanceFiles(app).publish(approved);
    expect((await said()).answer).toContain('đầu cầu tàu');
  });
});
