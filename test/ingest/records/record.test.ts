import { describe, expect, it } from 'vitest';
import { readRecords } from '../../../src/ingest/records/record.ts';
import { record } from './fixture.ts';

const line = JSON.stringify(record());

describe('reading records', () => {
  it('reads one record a line, passes over blank lines, tolerates unknown and missing fields', () => {
    const minimal = '{"ma_thu_tuc":"1.000001","ten_thu_tuc":"Thử","truong_la":5,"linh_vuc":null}';
    const outcomes = [...readRecords(`\uFEFF${line}\n\n${minimal}\n`, 'jsonl')];
    expect(outcomes.map((o) => [o.ok, o.line])).toEqual([
      [true, 1],
      [true, 3],
    ]);
    expect(outcomes[1]).toMatchObject({ record: { linh_vuc: '', trinh_tu_thuc_hien: '' } });
  });

  it.each([
    ['{"a":1}', 'ma_thu_tuc'],
    ['[]', 'không phải một đối tượng JSON'],
    ['"chữ"', 'không phải một đối tượng JSON'],
    ['{"ma_thu_tuc":"abc","ten_thu_tuc":"Thử"}', 'ma_thu_tuc'],
    ['{"ma_thu_tuc":"1.000001","ten_thu_tuc":"  "}', 'ten_thu_tuc'],
    ['{cụt', 'JSON hợp lệ'],
  ])('says in one sentence, with the line, what is wrong with %s', (bad, why) => {
    const [, outcome] = [...readRecords(`${line}\n${bad}`, 'jsonl')];
    expect(outcome).toMatchObject({ ok: false, line: 2 });
    expect(outcome && !outcome.ok && outcome.reason).toMatch(/^Dòng 2: /);
    expect(outcome && !outcome.ok && outcome.reason).toContain(why);
  });

  it('reads a JSON array and a single object', () => {
    expect([...readRecords(`[${line},${line}]`, 'json')].map((o) => o.ok)).toEqual([true, true]);
    expect([...readRecords(line, 'json')].map((o) => o.ok)).toEqual([true]);
    expect([...readRecords('x', 'json')].map((o) => o.ok)).toEqual([false]);
  });

  it('brings decomposed letters to NFC', () => {
    const [outcome] = [...readRecords(line.normalize('NFD'), 'jsonl')];
    expect(outcome?.ok && outcome.record.ten_thu_tuc).toBe('Đăng ký sân phơi lúa của thôn');
  });
});
