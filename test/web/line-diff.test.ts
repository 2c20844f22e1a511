import { describe, expect, it } from 'vitest';
import { changedLines } from '../../src/web/admin/line-diff.ts';

describe('changedLines', () => {
  it('shows what was removed and added with a little context', () => {
    const before = Array.from({ length: 20 }, (_, i) => `dòng ${i}`);
    const after = before.with(10, 'dòng mười');
    const parts = changedLines(before.join('\n'), after.join('\n'));
    expect(parts.filter((p) => p.kind !== 'same')).toEqual([
      { kind: 'removed', text: 'dòng 10' },
      { kind: 'added', text: 'dòng mười' },
    ]);
    expect(parts.filter((p) => p.kind === 'same' && p.text !== '…')).toHaveLength(4);
  });

  it('says nothing of equal texts', () => {
    expect(changedLines('a\nb', 'a\nb')).toEqual([]);
  });
});
