import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tokenise } from '../../src/retrieval/lexical/terms.ts';
import { readStaffThesaurus } from '../../src/wiring/staff-thesaurus.ts';

const meant = (question: string, thesaurus: ReturnType<typeof readStaffThesaurus>) =>
  thesaurus.expand(tokenise(question), true).map((e) => e.syllables.map((s) => s.exact).join(' '));

describe('word lists of staff', () => {
  it('count beside the built-in words, and a wrong line is told with its file and number', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tu-dien-'));
    writeFileSync(join(folder, 'hue.txt'), '# ghi chú\ngiấy zét nhỏ → phiếu kiểm thử\nkhông có mũi tên\n');
    writeFileSync(join(folder, 'notes.md'), 'mũi tên → không đọc');
    const told: string[] = [];
    const thesaurus = readStaffThesaurus([join(folder, 'absent'), folder], (text) => told.push(text));
    expect(meant('xin giấy zét nhỏ', thesaurus)).toContain('phiếu kiểm thử');
    expect(meant('làm sổ đỏ', thesaurus)).toContain('giấy chứng nhận quyền sử dụng đất');
    expect(meant('mũi tên', thesaurus)).not.toContain('không đọc');
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('hue.txt, dòng 3');
  });

  it('may be absent', () => {
    const told: string[] = [];
    expect(readStaffThesaurus(['/nowhere/tu-dien'], (t) => told.push(t)).size).toBeGreaterThan(100);
    expect(told).toEqual([]);
  });
});
