/** What can be read while a reply arrives: only statements that hold, each whole, nothing before its checks. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createArrivingReply } from '../../../src/answer/llm/arriving.ts';
import { unsupportedLines } from '../../../src/answer/llm/check-draft.ts';
import type { Draft } from '../../../src/answer/model.ts';
import { type FakeOpenAi, startFakeOpenAi, text } from '../../support/fake-openai.ts';
import { ask, benchOf, evidenceOf, GOOD, reply, shown, statement, T } from './fixture.ts';

let fake: FakeOpenAi;
beforeAll(async () => {
  fake = await startFakeOpenAi();
});
afterAll(() => fake.close());

const FEE = statement(
  'Lệ phí 6.000 đồng đối với đăng ký quá hạn.',
  T.manner,
  'Lệ phí: 6.000 đồng đối với đăng ký quá hạn; miễn phí đối với đăng ký đúng hạn.',
);
const FALSE_FEE = statement('Lệ phí là 60.000 đồng.', T.manner, 'Lệ phí: 6.000 đồng');

/** The drafts shown on the way to the answer. */
async function drafts(value: unknown, pieces = 40): Promise<{ shownOnTheWay: Draft[]; last: Draft }> {
  fake.script(text(value, { pieces }));
  const shownOnTheWay: Draft[] = [];
  const last = await benchOf(fake.url).compose(
    ask('Khai sinh phải xác minh thì mấy ngày?'),
    evidenceOf(),
    (d) => shownOnTheWay.push(d),
  );
  return { shownOnTheWay, last };
}

describe('a reply that arrives', () => {
  it('is shown statement by statement, each draft with its sources', async () => {
    const { shownOnTheWay, last } = await drafts(reply({ conclusion: [GOOD], fee: [FEE] }));
    expect(shownOnTheWay.length).toBe(2);
    expect(shown(shownOnTheWay[0]!)).toContain('không quá 4 ngày làm việc. [1]');
    expect(shown(shownOnTheWay[0]!)).not.toContain('6.000');
    expect(shown(shownOnTheWay[1]!)).toContain('6.000 đồng đối với đăng ký quá hạn. [2]');
    for (const draft of shownOnTheWay) expect(unsupportedLines(draft, evidenceOf())).toEqual([]);
    expect(last.status).toBe('answered');
  });

  it('never shows a statement that fails, not even for a moment', async () => {
    const { shownOnTheWay } = await drafts(reply({ conclusion: [GOOD, FALSE_FEE], fee: [FALSE_FEE] }));
    expect(shownOnTheWay.length).toBe(1);
    expect(shownOnTheWay.map(shown).join()).not.toContain('60.000');
  });

  it('shows nothing of a reply that says there is no answer, nor before the conclusion', async () => {
    expect((await drafts(reply({ conclusion: [GOOD] }, { verdict: 'none' }))).shownOnTheWay).toEqual([]);
    expect((await drafts(reply({ fee: [FEE] }))).shownOnTheWay).toEqual([]);
  });

  it('a stream that breaks leaves what was shown true and the answer whole', async () => {
    const long = JSON.stringify(reply({ conclusion: [GOOD], fee: [FEE, FEE, FEE, FEE] }));
    fake.script({ kind: 'half_then_cut', text: long });
    const seen: Draft[] = [];
    const last = await benchOf(fake.url).compose(ask('Mấy ngày?'), evidenceOf(), (d) => seen.push(d));
    expect(last.composer).toBe('embedded');
    for (const draft of seen) expect(unsupportedLines(draft, evidenceOf())).toEqual([]);
  });
});

describe('the reader of arriving JSON', () => {
  const whole = JSON.stringify(
    reply({ conclusion: [GOOD], caveats: [{ ...GOOD, text: 'a "b" {c} [d] \\ e' }] }),
  );

  it('finds the same statements wherever the pieces are cut', () => {
    for (const size of [1, 2, 7, 50, whole.length]) {
      const reader = createArrivingReply();
      const found = [];
      for (let end = size; end < whole.length + size; end += size)
        found.push(...reader.read(whole.slice(0, end)));
      expect(found.map((f) => [f.section, f.statement.text])).toEqual([
        ['conclusion', GOOD.text],
        ['caveats', 'a "b" {c} [d] \\ e'],
      ]);
      expect(reader.verdict).toBe('full');
    }
  });

  it('starts again when the endpoint is asked again, and looks into no prose', () => {
    const reader = createArrivingReply();
    reader.read(whole.slice(0, 60));
    expect(reader.read(whole.slice(0, 10))).toEqual([]);
    expect(reader.read(whole)).toHaveLength(2);
    expect(createArrivingReply().read(`Trả lời: ${whole}`)).toEqual([]);
  });
});
