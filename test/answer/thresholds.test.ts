import { describe, expect, it } from 'vitest';
import { ENOUGH, enough } from '../../src/answer/thresholds.ts';
import type { Retrieval } from '../../src/retrieval/model.ts';
import { record } from '../ingest/records/fixture.ts';
import { hitOf, indexed, retrievalOf } from './support.ts';

const yard = indexed(record());
const unit = { hit: hitOf(yard), chunks: yard.chunks, facts: yard.facts };

function decide(
  question: string,
  overrides: Partial<Retrieval>,
  route: 'procedural' | 'personnel' = 'procedural',
) {
  const retrieval = retrievalOf(question, [unit.hit], overrides);
  return enough(route, retrieval, { retrieval, units: [unit] });
}

describe('is there evidence enough', () => {
  const weak = { confidence: 0.5, strength: ENOUGH.strength - 1 };

  it('stops where the question meets too little of the document', () => {
    expect(decide('thuê bò tót kéo xe hoa mấy ngày', weak)).toBe(false);
    expect(decide('thuê bò tót kéo xe hoa mấy ngày', { ...weak, strength: ENOUGH.strength })).toBe(true);
  });

  it('goes on when the question names almost all of the procedure, typed with or without diacritics', () => {
    expect(decide('đăng ký sân phơi lúa mất mấy ngày', weak)).toBe(true);
    expect(decide('dang ky san phoi lua can giay gi', weak)).toBe(true);
    expect(decide('phơi', weak)).toBe(false);
  });

  it('needs confidence by the kind of document; a guide or an article needs no strength beside it', () => {
    const kindOf = (kind: 'guide' | 'official', confidence: number) => {
      const retrieval = retrievalOf('thuê bò tót mấy ngày', [unit.hit], { confidence, strength: 1 });
      const facts = { ...unit.facts, kind, title: 'Mùa màng' };
      return enough('procedural', retrieval, { retrieval, units: [{ ...unit, facts }] });
    };
    for (const kind of ['guide', 'official'] as const) {
      expect(kindOf(kind, ENOUGH.confidence[kind] - 0.01)).toBe(false);
      expect(kindOf(kind, ENOUGH.confidence[kind])).toBe(true);
    }
    const unsure = { confidence: ENOUGH.confidence.procedure - 0.01, strength: 99 };
    expect(decide('thuê bò tót kéo xe hoa mấy ngày', unsure)).toBe(false);
    expect(decide('đăng ký sân phơi lúa mất mấy ngày', unsure)).toBe(true);
  });

  it('needs more for personnel policy, and nothing for what is named by its number', () => {
    const strong = { confidence: 0.7, strength: 40 };
    expect(decide('phụ cấp sân phơi của công chức', strong, 'personnel')).toBe(false);
    expect(decide('x', { ...weak, lookup: { kind: 'found', what: 'procedure' } }, 'personnel')).toBe(true);
  });

  it('needs the more, the nearer a matter that is not here', () => {
    const near = (share: number, strength: number) =>
      decide('thuê bò tót kéo xe hoa mấy ngày', {
        confidence: 0.5,
        strength,
        elsewhere: { field: 'Văn hóa', name: 'Lễ hội', share },
      });
    expect(near(1, ENOUGH.strengthAtPar - 1)).toBe(false);
    expect(near(1, ENOUGH.strengthAtPar + 1)).toBe(true);
    expect(near(0.5, ENOUGH.strengthAtPar - ENOUGH.perDoubling + 1)).toBe(true);
    expect(near(2 * ENOUGH.elsewhere, 1000)).toBe(false);
  });

  it('answers from no guide where a matter that is not here has half as much again of the question', () => {
    const guide = (share: number) => {
      const elsewhere = { field: 'Bảo trợ', name: 'Trợ cấp hưu trí', share };
      const retrieval = retrievalOf('thuê bò tót mấy ngày', [unit.hit], { confidence: 0.6, elsewhere });
      const facts = { ...unit.facts, kind: 'guide' as const, title: 'Mùa màng' };
      return enough('procedural', retrieval, { retrieval, units: [{ ...unit, facts }] });
    };
    expect(guide(ENOUGH.elsewhere + 0.1)).toBe(false);
    expect(guide(ENOUGH.elsewhere - 0.1)).toBe(true);
  });

  it('has nothing to go on without a unit', () => {
    const retrieval = retrievalOf('q', [], { confidence: 1, strength: 99 });
    expect(enough('procedural', retrieval, { retrieval, units: [] })).toBe(false);
  });

  it('goes by what the first text says where an index is too small for statistics of words', () => {
    const facts = { ...unit.facts, kind: 'official' as const };
    const few = (overrides: Partial<Retrieval>) => {
      const retrieval = retrievalOf('phơi lúa mấy ngày', [unit.hit], {
        confidence: 0.01,
        strength: 2,
        units: 4,
        coverage: 1,
        rarestMet: 1,
        ...overrides,
      });
      return enough('procedural', retrieval, { retrieval, units: [{ ...unit, facts }] });
    };
    expect(few({})).toBe(true);
    expect(few({ rarestMet: 0.3 })).toBe(false);
    expect(few({ coverage: 0.3 })).toBe(false);
    expect(few({ units: 5000 })).toBe(false);
  });
});
