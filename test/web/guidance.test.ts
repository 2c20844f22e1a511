import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type App, openApp } from '../../src/app.ts';
import { savedRun } from '../../src/cli/saved-run.ts';
import { parseConfig } from '../../src/config.ts';
import type { EscalationId, PersonId, QuestionId } from '../../src/dialogue/model.ts';
import { approveGuidance, proposeGuidance, returnGuidance } from '../../src/dialogue/review/guidance.ts';
import {
  createGuidanceFiles,
  GuidanceError,
  guidanceText,
} from '../../src/dialogue/review/guidance-files.ts';
import { sweepGuidance } from '../../src/dialogue/review/guidance-upkeep.ts';
import type { StandardAnswer } from '../../src/dialogue/review/model.ts';
import { evaluate } from '../../src/evaluation/evaluate.ts';
import { parseQuestions } from '../../src/evaluation/questions.ts';
import { evaluationCases } from '../../src/web/admin/evaluation-cases.ts';
import { guidanceFiles, wireGuidance } from '../../src/wiring/guidance.ts';
import { storeDocument } from '../support/desk.ts';
import { logged, NOW, person } from '../support/web.ts';

const ANSWER: StandardAnswer = {
  id: '5b0c',
  question: 'Phần mềm hộ tịch mất kết nối thì đăng ký khai sinh lưu động thế nào?',
  answer: 'Công chức ghi biểu mẫu giấy tại chỗ và nhập lại vào phần mềm trong ngày làm việc kế tiếp.',
  basis: 'khoản 1 Điều 5 Nghị định số 901/2025/NĐ-CP',
  field: 'Hộ tịch',
  state: 'approved',
  by: 'a' as never,
  at: NOW.toISOString(),
  approvedAt: NOW.toISOString(),
};

describe('the document of an approved answer', () => {
  it('lets nobody open a field, a heading or the end of the front matter', () => {
    const text = guidanceText(
      {
        ...ANSWER,
        question: 'Một\nten: Hai\n---\n# Ba',
        answer: '---\nloai: thủ tục\n## Thành phần hồ sơ\nMột tờ khai.',
        basis: 'Điều 5\n---\nma: 1.000001',
        field: 'Hộ\ntịch',
      },
      '2026-05-04',
    );
    const front = text.split('\n---\n')[0]!;
    expect(front.match(/^ten:/gm)).toHaveLength(1);
    expect(front.match(/^loai: hướng dẫn$/gm)).toHaveLength(1);
    expect(front).not.toMatch(/^ma:/m);
    expect(text.match(/^---$/gm)).toHaveLength(2);
    expect(text.match(/^#+ .*/gm)).toEqual([expect.stringMatching(/^# Một ten: Hai/), '## Trả lời']);
  });
});

describe('publishing', () => {
  let folder: string;
  let app: App;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tlcx-guidance-'));
    app = await openApp(parseConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent' }), {
      tell: () => {},
      now: () => NOW,
    });
  });
  afterEach(async () => {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  });
  const ask = async () => (await app.ask(ANSWER.question, { asOf: '2026-05-04' })).answer;

  it('an approved answer is found and cited in chat, a withdrawn one is not', async () => {
    const guidance = guidanceFiles(app);
    expect((await ask()).citations).toEqual([]);
    await guidance.publish(ANSWER);
    const found = await ask();
    expect(found.citations.some((c) => c.quote.includes('nhập lại vào phần mềm'))).toBe(true);
    await guidance.withdraw(ANSWER);
    await app.index.catchUp();
    expect((await ask()).citations).toEqual([]);
    expect(readdirSync(join(folder, 'guidance'))).toEqual([]);
  });

  it('an approved answer becomes an evaluation case that its own document answers', async () => {
    await guidanceFiles(app).publish(ANSWER);
    const basis = 'khoản 1 Điều 5 Nghị định số 901/2025/NĐ-CP; thủ tục 1.001193, không phải 12.001193';
    const lines = evaluationCases([
      { ...ANSWER, basis },
      { ...ANSWER, id: 'x', state: 'withdrawn' },
    ]);
    const questions = parseQuestions(lines.map((one) => JSON.stringify(one)).join('\n'));
    expect(questions[0]?.gold).toEqual([{ source: 'tra-loi-chuan-5b0c.md' }, { procedureCode: '1.001193' }]);
    const report = await evaluate(questions, ({ q }) => app.ask(q, { asOf: '2026-05-04' }));
    expect(report.questions.map(({ id, rank }) => [id, rank])).toEqual([['5b0c', 1]]);

    const { run, questions: kept } = savedRun('tra-loi-chuan', NOW, questions, report);
    await app.review.evaluations.save(run, kept);
    const stored = await app.review.evaluations.get(run.id);
    expect(stored?.overall).toMatchObject({ 'R@1': 1, 'R@10': 1, missed: 0 });
    // No question without an answer: that share does not exist, which is not the same as zero.
    expect(stored?.overall).not.toHaveProperty('abstained');
    expect(stored?.questions).toEqual([
      expect.objectContaining({ id: '5b0c', question: ANSWER.question, rank: 1, answerable: true }),
    ]);
  });

  it('says why when the document could not be read, and leaves no file', async () => {
    const guidance = createGuidanceFiles({
      folder,
      ingest: async () => 'Tệp không đọc được.',
      documents: app.review.documents,
      now: () => NOW,
    });
    await expect(guidance.publish(ANSWER)).rejects.toThrow(GuidanceError);
    expect(readdirSync(folder).filter((name) => name.endsWith('.md'))).toEqual([]);
  });

  it('an answered escalation proposed by its specialist and approved serves as an opinion until what it cites ends', async () => {
    const guidance = wireGuidance(app);
    await app.stores.people.save(person('cv', ['staff']));
    await app.stores.people.save(person('duyet', ['approver']));
    const asker = person('an');
    await app.stores.questions.add(logged('q1', asker, { question: ANSWER.question }));
    const escalation = 'e-q1' as EscalationId;
    await app.stores.escalations.save({
      id: escalation,
      question: 'q1' as QuestionId,
      asker: asker.id,
      state: 'da_tra_loi',
      takenBy: 'cv' as PersonId,
      reply: ANSWER.answer,
      createdAt: NOW.toISOString(),
      dueAt: NOW.toISOString(),
    });
    const proposal = {
      by: 'cv' as PersonId,
      escalation,
      basis: 'khoản 1 Điều 5 Nghị định số 901/2025/NĐ-CP',
      reviewBy: '2026-11-04',
    };
    const by = 'duyet' as PersonId;
    await expect(proposeGuidance(guidance, { ...proposal, by })).rejects.toMatchObject({
      code: 'not_allowed',
    });
    await expect(proposeGuidance(guidance, { ...proposal, reviewBy: '2026-05-04' })).rejects.toMatchObject({
      code: 'invalid',
    });
    const { id } = await proposeGuidance(guidance, proposal);
    await expect(proposeGuidance(guidance, proposal)).rejects.toMatchObject({ code: 'already_done' });
    expect((await ask()).citations).toEqual([]);
    await returnGuidance(guidance, { by, id, reason: 'Nêu rõ khoản.' });
    await proposeGuidance(guidance, proposal);
    await expect(approveGuidance(guidance, { by: proposal.by, id })).rejects.toMatchObject({
      code: 'not_allowed',
    });
    await approveGuidance(guidance, { by, id });
    const [cited] = (await ask()).citations;
    expect(cited?.label).toContain('ý kiến nghiệp vụ');
    expect(cited?.label).not.toContain('tài liệu tổng hợp');
    expect(cited?.quote).toContain('nhập lại vào phần mềm');

    // A document that is not stored says nothing of itself; one that is withdrawn ends what rests on it.
    expect(await sweepGuidance(guidance)).toBe(0);
    await storeDocument(app.db, '901/2025/NĐ-CP');
    expect(await sweepGuidance(guidance)).toBe(0);
    await app.review.documents.setState('901/2025/NĐ-CP', 'serving', 'withdrawn', NOW.toISOString());
    expect(await sweepGuidance(guidance)).toBe(1);
    expect(await sweepGuidance(guidance)).toBe(0);
    await app.index.catchUp();
    expect((await ask()).citations).toEqual([]);
    const told = (await app.stores.notices.of('cv' as PersonId, 9)).map(({ kind }) => kind);
    expect(told).toEqual(['guidance_overtaken', 'guidance_approved', 'guidance_returned']);
  });

  it('stops serving on its review day', async () => {
    const guidance = wireGuidance(app);
    const serving = { ...ANSWER, reviewBy: '2026-05-04' };
    await app.review.standardAnswers.save(serving);
    await guidance.guidance!.publish(serving);
    expect(await sweepGuidance(guidance)).toBe(1);
    expect(await app.review.standardAnswers.get(ANSWER.id)).toMatchObject({ state: 'overtaken' });
  });
});
