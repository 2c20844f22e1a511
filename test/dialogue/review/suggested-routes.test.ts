import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  openSuggestions,
  suggestedRoutes,
  suggestionFor,
} from '../../../src/dialogue/review/suggested-routes.ts';

const GUIDE = `---
ten: Thử
---
## Nơi hỏi
- Hộ tịch: Sở Tư pháp (nhận cả hồ sơ không rõ nơi giải quyết).
- Chứng thực, nuôi con nuôi và hòa giải: Sở Tư pháp.
- Thuế, hải quan: cơ quan ngành dọc, không hỏi sở.
Căn cứ: Điều 24.
`;

describe('suggested routes', () => {
  it('reads one body for each field, and none where the guide names none', () => {
    expect(suggestedRoutes(GUIDE)).toEqual([
      { field: 'Hộ tịch', department: 'Sở Tư pháp' },
      { field: 'Chứng thực', department: 'Sở Tư pháp' },
      { field: 'Nuôi con nuôi', department: 'Sở Tư pháp' },
      { field: 'Hòa giải', department: 'Sở Tư pháp' },
    ]);
  });

  it('drops what is routed already, in any spelling', () => {
    const open = openSuggestions(suggestedRoutes(GUIDE), [{ field: 'hộ  TỊCH' }, { field: 'chung thuc' }]);
    expect(open.map((one) => one.field)).toEqual(['Nuôi con nuôi', 'Hòa giải']);
    expect(suggestionFor(suggestedRoutes(GUIDE), 'ho tich')?.department).toBe('Sở Tư pháp');
  });

  it('finds the fields that communes ask about most in the guide that ships', () => {
    const file = new URL('../../../corpus/huong-dan/linh-vuc-va-so-chu-tri-hue.md', import.meta.url);
    const routes = new Map(suggestedRoutes(readFileSync(file, 'utf8')).map((r) => [r.field, r.department]));
    expect(routes.get('Hộ tịch')).toBe('Sở Tư pháp');
    expect(routes.get('Đất đai')).toBe('Sở Nông nghiệp và Môi trường');
    expect([...routes.values()].filter((name) => /ngành dọc/u.test(name))).toEqual([]);
  });
});
