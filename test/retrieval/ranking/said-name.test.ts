import { describe, expect, it } from 'vitest';
import type { DocumentId } from '../../../src/legal/model.ts';
import type { Candidate } from '../../../src/retrieval/ranking/fusion.ts';
import { type Names, saidNamesFirst } from '../../../src/retrieval/ranking/said-name.ts';

const NAMES: Readonly<Record<string, Names>> = {
  adoption: { title: 'Đăng ký việc nuôi con nuôi trong nước' },
  guardian: { title: 'Thủ tục đăng ký giám hộ (cấp xã)', asked: ['làm giấy trông cháu', 'giám hộ'] },
};

function firstOf(question: string): string {
  const candidates = [
    { documentId: 'adoption' as DocumentId, score: 10 },
    { documentId: 'guardian' as DocumentId, score: 9 },
  ] as unknown as Candidate[];
  saidNamesFirst(candidates, question, (id) => NAMES[id]);
  return candidates[0]!.documentId;
}

describe('a procedure whose name opens the question', () => {
  it('comes before one that shares words of the situation, typed with or without diacritics', () => {
    expect(firstOf('đăng ký giám hộ cho cháu mồ côi')).toBe('guardian');
    expect(firstOf('dang ky giam ho cho cháu mồ côi')).toBe('guardian');
    expect(firstOf('xin đăng ký giám hộ')).toBe('guardian');
  });

  it('may be an everyday name of three words or more', () => {
    expect(firstOf('lam giay trong chau mo coi')).toBe('guardian');
    expect(firstOf('giám hộ cho con nuôi')).toBe('adoption');
  });

  it('counts for less where only its beginning is said', () => {
    const candidates = [
      { documentId: 'other' as DocumentId, score: 10.5 },
      { documentId: 'adoption' as DocumentId, score: 10 },
    ] as unknown as Candidate[];
    saidNamesFirst(candidates, 'đăng ký việc nuôi con bò', (id) => NAMES[id]);
    expect(candidates[0]).toEqual({ documentId: 'adoption', score: 11 });
  });

  it('may have words of its own between, but no act of its own', () => {
    const names: Readonly<Record<string, Names>> = {
      exchange: { title: 'Cấp đổi Giấy chứng nhận đăng ký hợp tác xã' },
      founding: { title: 'Đăng ký thành lập hợp tác xã' },
      closing: { title: 'Đăng ký giải thể hợp tác xã' },
    };
    const candidates = Object.keys(names).map((id) => ({ documentId: id as DocumentId, score: 10 }));
    saidNamesFirst(candidates as unknown as Candidate[], 'đăng ký hợp tác xã cần gì', (id) => names[id]);
    expect(candidates.map(({ score }) => score)).toEqual([11, 10, 10]);
    expect(candidates[0]!.documentId).toBe('founding');
  });

  it('is not one that is said later, in part, or with other diacritics', () => {
    expect(firstOf('nuôi con nuôi rồi có phải đăng ký giám hộ nữa không')).toBe('adoption');
    expect(firstOf('đăng ký cho cháu mồ côi được giám hộ')).toBe('adoption');
    expect(firstOf('đăng ký giảm hộ')).toBe('adoption');
  });
});
