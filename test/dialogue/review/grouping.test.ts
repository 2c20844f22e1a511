import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assignGroups,
  groupName,
  questionTerms,
  type TermGroup,
} from '../../../src/dialogue/review/grouping.ts';

let next = 0;
const id = () => `g${next++}`;
const asked = (texts: readonly string[], from = 0) => texts.map((text, i) => ({ key: from + i, text }));

describe('questionTerms', () => {
  it('ignores diacritics, case and the words of asking', () => {
    expect(questionTerms('Anh cho hỏi thủ tục đăng ký khai sinh là gì ạ')).toEqual(
      questionTerms('dang ky khai sinh a'.replace(' a', '')),
    );
  });
});

describe('assignGroups', () => {
  it('puts paraphrases together and other matters apart', () => {
    const { assignments } = assignGroups(
      [],
      asked([
        'Phần mềm hộ tịch báo lỗi khi đăng ký khai sinh lưu động',
        'phan mem ho tich bao loi dang ky khai sinh luu dong thi lam sao',
        'Mức hỗ trợ hộ nghèo đa chiều năm 2026',
      ]),
      id,
    );
    expect(assignments[0]!.group).toBe(assignments[1]!.group);
    expect(assignments[2]!.group).not.toBe(assignments[0]!.group);
  });

  it('keeps groups as they were: what comes later joins them and moves nothing', () => {
    const first = assignGroups([], asked(['lỗi phần mềm hộ tịch điện tử', 'trợ cấp hưu trí xã hội']), id);
    const later = assignGroups(first.groups, asked(['phần mềm hộ tịch điện tử lỗi'], 10), id);
    expect(later.groups.map((group) => group.id).slice(0, 2)).toEqual(first.groups.map((group) => group.id));
    expect(later.assignments[0]!.group).toBe(first.assignments[0]!.group);
    expect(first.groups[0]!.size).toBe(1);
  });

  it('gives every question exactly one group, in batches of any size alike', () => {
    const word = fc.constantFrom(
      'khai sinh',
      'ket hon',
      'dat dai',
      'ho tich',
      'chung thuc',
      'phan mem',
      'loi',
    );
    const text = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 30 }), fc.integer({ min: 1, max: 30 }), (texts, size) => {
        const names = () => {
          let n = 0;
          return () => `n${n++}`;
        };
        const whole = assignGroups([], asked(texts), names());
        const one = names();
        let groups: readonly TermGroup[] = [];
        const parts: string[] = [];
        for (let i = 0; i < texts.length; i += size) {
          const done = assignGroups(groups, asked(texts.slice(i, i + size), i), one);
          groups = done.groups;
          parts.push(...done.assignments.map((a) => a.group));
        }
        expect(parts).toEqual(whole.assignments.map((a) => a.group));
        expect(whole.groups.reduce((sum, group) => sum + group.size, 0)).toBe(texts.length);
      }),
    );
  });
});

describe('groupName', () => {
  const named = (texts: readonly string[]) => {
    const { groups } = assignGroups([], asked(texts), id);
    expect(groups).toHaveLength(1);
    return groupName(groups[0]!, texts);
  };

  it('is made of the terms that the questions share, with diacritics where somebody typed them', () => {
    expect(
      named([
        'phan mem ho tich bao loi dang ky khai sinh luu dong thi lam sao',
        'Phần mềm hộ tịch báo lỗi khi đăng ký khai sinh lưu động',
        'Anh chị ơi phần mềm hộ tịch báo lỗi đăng ký khai sinh hoài',
      ]),
    ).toBe('Phần mềm hộ tịch báo lỗi khi đăng ký khai sinh lưu động');
  });

  it('leaves out the words of asking and stays a line', () => {
    expect(named(['Cho hỏi mức hỗ trợ hộ nghèo đa chiều là bao nhiêu'])).toBe('Mức hỗ trợ hộ nghèo đa chiều');
    const words = Array.from({ length: 60 }, (_, i) => `tu${i}`).join(' ');
    expect(named([words]).length).toBeLessThanOrEqual(91);
    expect(named(['khai sinh ở đâu'])).toBe('Khai sinh');
  });
});
