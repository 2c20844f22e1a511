import { describe, expect, it } from 'vitest';
import type { UnitId } from '../../src/legal/model.ts';
import { unitPath } from '../../src/retrieval/in-force.ts';

describe('the place a unit stands for', () => {
  it.each([
    ['120/2025/NĐ-CP#d5', { dieu: '5' }],
    ['120/2025/NĐ-CP#plI.d3', { phuLuc: 'I', dieu: '3' }],
    ['120/2025/NĐ-CP#pl.d3', { phuLuc: '', dieu: '3' }],
    ['tthc:1.001193', {}],
  ])('%s', (id, path) => {
    expect(unitPath(id as UnitId)).toEqual(path);
  });
});
