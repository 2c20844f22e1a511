import { describe, expect, it } from 'vitest';
import { mayAct } from '../../src/legal/rank.ts';

describe('mayAct', () => {
  it.each([
    ['45/UBND-VP', 'amends', '120/2025/NĐ-CP', false],
    ['45/UBND-VP', 'replaces', '44/UBND-VP', true],
    ['45/UBND-VP', 'replaces', '226/QĐ-UBND', false],
    ['121/2026/NĐ-CP', 'replaces', '158/2018/NĐ-CP', true],
    ['121/2026/NĐ-CP', 'amends', '60/2014/QH13', false],
    ['66.7/2025/NQ-CP', 'amends', '60/2014/QH13', true],
    ['08/2025/TT-BTC', 'repeals', '120/2025/NĐ-CP', false],
    ['08/2025/TT-BTC', 'repeals', '03/2020/TT-BTC', true],
    ['64/2025/QH15', 'repeals', '80/2015/QH13', true],
    ['15/2025/QĐ-UBND', 'repeals', '08/2025/TT-BTC', false],
    ['15/2025/QĐ-UBND', 'repeals', '226/QĐ-UBND', true],
    ['74/NQ-CP', 'amends', '120/2025/NĐ-CP', false],
    ['111/VBHN-VPQH', 'consolidates', '66/2025/QH15', true],
    ['120/2025/NĐ-CP', 'consolidates', '66/2025/QH15', false],
    ['45/UBND-VP', 'refers', '120/2025/NĐ-CP', true],
    ['1234/BTC-CST', 'corrects', '08/2025/TT-BTC', true],
    [undefined, 'replaces', '120/2025/NĐ-CP', false],
  ] as const)('%s %s %s: %s', (acting, kind, target, allowed) => {
    expect(mayAct(acting, kind, target)).toBe(allowed);
  });
});
