import { describe, expect, it } from 'vitest';
import { mayAct } from '../../../src/legal/numbers/rank.ts';

/**
 * One document of each kind, highest first, and under it what it may replace: an x for each column, in the order of the
 * rows (Law 64/2025/QH15, Điều 4, 57).
 */
const TABLE: readonly (readonly [number: string, kind: string, mayReplace: string])[] = [
  ['64/2025/QH15', 'luật, nghị quyết của Quốc hội', 'xxxxxxxxxxxxxxxxxxxxxxxx.'],
  ['02/2025/UBTVQH15', 'pháp lệnh', '.xxxxxxxxxxxxxxxxxxxxxxx.'],
  ['120/2025/NĐ-CP', 'nghị định', '..xxx..xxxxxxxxxxxxxxxxx.'],
  ['12/2025/NQ-CP', 'nghị quyết của Chính phủ', '..xxx..xxxxxxxxxxxxxxxxx.'],
  ['15/2025/QĐ-TTg', 'quyết định của Thủ tướng', '....x..xxx.xxxxxxxxxxxxx.'],
  ['05/2025/NQ-HĐTP', 'nghị quyết của Hội đồng Thẩm phán', '.....x...................'],
  ['10/2025/QĐ-KTNN', 'quyết định của Tổng Kiểm toán', '......x..................'],
  ['01/2025/TT-BNV', 'thông tư', '.......x.x...xxxx.xxxxxx.'],
  ['05/2025/NQ-HĐND', 'nghị quyết của HĐND', '........xx.......xxxxxxx.'],
  ['20/2025/QĐ-UBND', 'quyết định của UBND', '.........x........xxxxxx.'],
  ['74/NQ-CP', 'nghị quyết hành chính của Chính phủ', '..........xxxxxxxxxxxxxx.'],
  ['100/QĐ-TTg', 'quyết định hành chính của Thủ tướng', '...........xxxxxxxxxxxxx.'],
  ['12/CT-TTg', 'chỉ thị của Thủ tướng', '...........xxxxxxxxxxxxx.'],
  ['45/TB-VPCP', 'thông báo của Văn phòng Chính phủ', '.............x.xx...xxx..'],
  ['2418/QĐ-BTP', 'quyết định hành chính của bộ', '.............xxxx.xxxxxx.'],
  ['123/BNV-TCBC', 'công văn của bộ', '.............x.xx...xxx..'],
  ['07/HD-BNV', 'hướng dẫn của bộ', '.............x.xx...xxx..'],
  ['50/NQ-HĐND', 'nghị quyết hành chính của HĐND', '.................xxxxxxx.'],
  ['226/QĐ-UBND', 'quyết định hành chính của UBND', '..................xxxxxx.'],
  ['03/CT-UBND', 'chỉ thị của UBND', '..................xxxxxx.'],
  ['80/KH-UBND', 'kế hoạch', '....................xxx..'],
  ['45/UBND-NC', 'công văn của UBND', '....................xxx..'],
  ['567/STP-HC', 'công văn của sở', '......................x..'],
  ['55/QĐ-VHXH', 'quyết định của phòng', '......................xx.'],
  ['80-NQ/TW', 'nghị quyết của Đảng', '........................x'],
];
const NUMBERS = TABLE.map(([number]) => number);

describe('mayAct', () => {
  it.each(TABLE)('%s (%s) replaces, amends, repeals what it may', (acting, _, row) => {
    for (const kind of ['replaces', 'amends', 'repeals', 'partly_repeals', 'suspends'] as const)
      expect(NUMBERS.map((target) => (mayAct(acting, kind, target) ? 'x' : '.')).join('')).toBe(row);
    for (const target of NUMBERS) {
      expect(mayAct(acting, 'refers', target)).toBe(true);
      expect(mayAct(acting, 'implements', target)).toBe(true);
      expect(mayAct(acting, 'consolidates', target)).toBe(false);
      expect(mayAct(undefined, 'replaces', target)).toBe(false);
    }
    expect(mayAct(acting, 'amends', 'Hiến pháp năm 2013')).toBe(false);
  });

  it.each([
    // Types that set no rules, whatever year their numbers carry; directives were normative once.
    ['45/2026/UBND-VP', 'amends', '20/2025/QĐ-UBND', false],
    ['12/2025/KH-UBND', 'replaces', '20/2025/QĐ-UBND', false],
    ['07/2025/HD-BTP', 'amends', '08/2025/TT-BTP', false],
    ['15/2025/TB-VPCP', 'suspends', '120/2025/NĐ-CP', false],
    ['08/2025/CT-TTg', 'repeals', '15/2005/QĐ-TTg', false],
    ['08/2005/CT-TTg', 'repeals', '15/2004/QĐ-TTg', true],
    ['123/UBTVQH15-PL', 'amends', '120/2025/NĐ-CP', false],
    ['1675/NQ-UBTVQH15', 'repeals', '1264/NQ-UBTVQH14', true],
    // A local decision of today may end a directive or a plan that was numbered with its year.
    ['15/2025/QĐ-UBND', 'repeals', '12/2024/KH-UBND', true],
    ['15/2025/QĐ-UBND', 'repeals', '08/2025/TT-BTC', false],
    ['121/2026/NĐ-CP', 'amends', '60/2014/QH13', false],
    ['121/2026/NĐ-CP', 'replaces', '158/2018/NĐ-CP', true],
    // Resolution 206/2025/QH15: the Government adjusts provisions of laws, but ends no law.
    ['66.7/2025/NQ-CP', 'amends', '60/2014/QH13', true],
    ['66.7/2025/NQ-CP', 'suspends', '60/2014/QH13', true],
    ['66.7/2025/NQ-CP', 'replaces', '60/2014/QH13', false],
    ['66.7/2025/NĐ-CP', 'amends', '60/2014/QH13', false],
    // Ministries hand tasks on; joint texts act on those of each of their issuers.
    ['08/2025/TT-BNV', 'repeals', '03/2020/TT-BLĐTBXH', true],
    ['01/2025/TTLT-TANDTC-BTP', 'replaces', '03/2020/TT-BTP', true],
    ['03/2020/TT-BTP', 'repeals', '05/2019/TT-TANDTC', false],
    ['111/VBHN-VPQH', 'consolidates', '66/2025/QH15', true],
    ['111/VBHN-VPQH', 'amends', '66/2025/QH15', false],
    ['1234/BTC-CST', 'corrects', '08/2025/TT-BTC', true],
    ['1234/BTC-CST', 'corrects', '120/2025/NĐ-CP', false],
  ] as const)('%s %s %s: %s', (acting, kind, target, allowed) => {
    expect(mayAct(acting, kind, target)).toBe(allowed);
  });
});
