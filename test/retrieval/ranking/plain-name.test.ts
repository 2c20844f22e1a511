import { describe, expect, it } from 'vitest';
import type { DocumentId, UnitId } from '../../../src/legal/model.ts';
import { LexicalIndex } from '../../../src/retrieval/lexical/lexical-index.ts';
import { readQuestion } from '../../../src/retrieval/question/question.ts';
import { casesSaid } from '../../../src/retrieval/ranking/cases.ts';
import type { Candidate } from '../../../src/retrieval/ranking/fusion.ts';
import { plainNamesFirst } from '../../../src/retrieval/ranking/plain-name.ts';
import { parseThesaurus, Thesaurus } from '../../../src/retrieval/thesaurus/thesaurus.ts';
import { procedure } from '../documents.ts';

const NAMES = {
  plain: 'Thủ tục đăng ký khai sinh',
  again: 'Đăng ký lại khai sinh',
  foreign: 'Thủ tục đăng ký khai sinh có yếu tố nước ngoài',
  death: 'Đăng ký khai tử',
} as const;
type Name = keyof typeof NAMES;

const lexical = LexicalIndex.build(
  Object.values(NAMES).map((name, i) => procedure(`1.00000${i}`, name, { trinh_tu: `${name} mất bao lâu` })),
);

/** The order of the names after the rule, for candidates with these scores. */
function order(query: string, scores: Partial<Record<Name, number>>): string[] {
  const candidates = Object.entries(scores)
    .map(([id, score]) => ({ documentId: id as DocumentId, unitId: id as UnitId, score }) as Candidate)
    .sort((a, b) => b.score - a.score);
  const question = readQuestion(query, lexical, new Thesaurus([]));
  plainNamesFirst(candidates, lexical, question, (id) => NAMES[id as string as Name], casesSaid(query));
  return candidates.map(({ documentId }) => documentId);
}

describe('a plain procedure and its variants', () => {
  it('plain first, when no word of the question asks for the variant', () => {
    expect(order('đăng ký khai sinh mất bao lâu', { again: 11, foreign: 10.5, plain: 10 })).toEqual([
      'plain',
      'again',
      'foreign',
    ]);
    expect(order('dang ky khai sinh', { again: 11, plain: 10 })[0]).toBe('plain');
  });

  it('the variant stays first when it is asked for, or is far ahead', () => {
    expect(order('đăng ký lại khai sinh', { again: 11, plain: 10 })[0]).toBe('again');
    expect(order('khai sinh cho con lai có cha nước ngoài', { foreign: 11, plain: 10 })[0]).toBe('foreign');
    expect(order('khai sinh', { again: 14.5, plain: 10 })[0]).toBe('again');
  });

  it('the variant goes before the plain procedure when its case is told in other words', () => {
    expect(order('khai sinh cho bé có bố người Úc', { plain: 11, foreign: 10 })[0]).toBe('foreign');
    expect(order('lam khai sinh, cha be la nguoi uc', { plain: 11, foreign: 10 })[0]).toBe('foreign');
    expect(order('khai sinh cho bé có bố người Úc', { plain: 15, foreign: 10 })[0]).toBe('plain');
  });

  it('another procedure is no variant', () => {
    expect(order('khai tử', { death: 11, plain: 10 })).toEqual(['death', 'plain']);
  });

  it('a word of an everyday name for the plain one is no word of the variant', () => {
    const names: Readonly<Record<string, string>> = {
      plain: 'Đổi giấy phép lái xe',
      foreign: 'Đổi giấy phép lái xe hoặc bằng lái xe của người nước ngoài',
    };
    const index = LexicalIndex.build(
      Object.values(names).map((name, i) => procedure(`1.00001${i}`, name, { trinh_tu: name })),
    );
    const first = (thesaurus: string) => {
      const candidates = Object.keys(names).map(
        (id) => ({ documentId: id as DocumentId, score: id === 'plain' ? 10 : 11 }) as Candidate,
      );
      const { entries } = parseThesaurus(thesaurus);
      const question = readQuestion('đổi bằng lái xe', index, new Thesaurus(entries));
      plainNamesFirst(candidates, index, question, (id) => names[id], new Set());
      return [...candidates].sort((a, b) => b.score - a.score)[0]!.documentId;
    };
    expect(first('bằng lái xe → giấy phép lái xe')).toBe('plain');
    expect(first('')).toBe('foreign');
  });
});
