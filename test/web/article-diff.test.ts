import { describe, expect, it } from 'vitest';
import { changedArticles } from '../../src/web/admin/article-diff.ts';

const BEFORE = `NGHỊ ĐỊNH
Điều 1. Phạm vi
Áp dụng cho cấp xã.
Điều 2. Thời hạn
1. Trong 05 ngày làm việc.
2. Kéo dài không quá 03 ngày.
Điều 3. Lệ phí
Thu 10.000 đồng.
PHỤ LỤC I
Điều 1. Mẫu tờ khai
Mẫu cũ.`;
const AFTER = BEFORE.replace('05 ngày', '03 ngày')
  .replace('Điều 3. Lệ phí\nThu 10.000 đồng.\n', 'Điều 2a. Nộp trực tuyến\nQua Cổng dịch vụ công.\n')
  .replace('Mẫu cũ', 'Mẫu mới');

describe('changedArticles', () => {
  it('names the articles that changed, came and went, annexes apart', () => {
    expect(changedArticles(BEFORE, AFTER).map(({ article, kind }) => `${article}: ${kind}`)).toEqual([
      'Điều 2: changed',
      'Điều 2a: added',
      'Phụ lục I, Điều 1: changed',
      'Điều 3: removed',
    ]);
  });

  it('shows within an article the lines that changed', () => {
    const [deadline] = changedArticles(BEFORE, AFTER);
    expect(deadline?.parts.filter((part) => part.kind !== 'same')).toEqual([
      { kind: 'removed', text: '1. Trong 05 ngày làm việc.' },
      { kind: 'added', text: '1. Trong 03 ngày làm việc.' },
    ]);
  });

  it('says nothing of equal texts, and takes texts without articles whole', () => {
    expect(changedArticles(BEFORE, BEFORE)).toEqual([]);
    expect(changedArticles('một\nhai', 'một\nba')).toMatchObject([{ article: '', kind: 'changed' }]);
  });
});
