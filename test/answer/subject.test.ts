import { describe, expect, it } from 'vitest';
import { impossibleSubject } from '../../src/answer/subject.ts';
import { record } from '../ingest/records/fixture.ts';
import { hitOf, indexed } from './support.ts';

const yard = indexed(record());
const unitOf = (linhVuc: string, title = 'Đăng ký tạm trú') => ({
  hit: hitOf(yard),
  chunks: yard.chunks,
  facts: { ...yard.facts, title, linhVuc },
});
const residence = unitOf('Đăng ký, quản lý cư trú');
const business = unitOf('Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)');

describe('what a procedure cannot be about', () => {
  it.each([
    ['đăng ký tạm trú cho robot giúp việc', 'robot'],
    ['dang ky tam tru cho con meo', 'meo'],
    ['tạm trú cho hai chú chó', 'chó'],
    ['đăng ký kết hôn với búp bê', 'búp bê'],
  ])('in the place of a person: %s', (question, thing) => {
    expect(impossibleSubject(question, residence)).toBe(thing);
    expect(impossibleSubject(question, business)).toBeUndefined();
  });

  it.each([
    'tạm trú cho con đẻ của vợ',
    'tam tru cho con de va con ca',
    'tạm trú cho người nuôi chó',
    'nhà nuôi mèo có được tạm trú không',
    'bị con chó hàng xóm cắn thì báo ai',
  ])('a person, or nobody it is done for: %s', (question) =>
    expect(impossibleSubject(question, residence)).toBeUndefined(),
  );

  it('what does not exist, for any procedure', () => {
    expect(impossibleSubject('xin giấy phép nuôi rồng', business)).toBe('nuôi rồng');
    expect(impossibleSubject('giay phep cho tau vu tru', business)).toBe('tau vu tru');
    expect(impossibleSubject('nuoi rong rai ca', business)).toBeUndefined();
    expect(impossibleSubject('nhà ở cạnh cầu Rồng', business)).toBeUndefined();
  });

  it('not what the record itself speaks of, and nothing of guides', () => {
    const named = unitOf('Hộ tịch', 'Cấp giấy cho chó nghiệp vụ');
    expect(impossibleSubject('xin giấy cho chó', named)).toBeUndefined();
    const guide = { ...residence, facts: { ...residence.facts, kind: 'guide' as const } };
    expect(impossibleSubject('tạm trú cho robot', guide)).toBeUndefined();
  });
});
