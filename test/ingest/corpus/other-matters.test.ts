import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OtherMattersError, readOtherMatters } from '../../../src/ingest/corpus/other-matters.ts';

function folderWith(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'other-matters-'));
  writeFileSync(join(folder, 'a.tsv'), text);
  return folder;
}

describe('readOtherMatters', () => {
  it('reads field, name and what people say, comments aside', () => {
    expect(
      readOtherMatters(folderWith('# ghi chú\nVăn hóa\tCấp phép karaoke\tmở quán hát; phòng hát ;\n')),
    ).toEqual([{ field: 'Văn hóa', name: 'Cấp phép karaoke', asked: ['mở quán hát', 'phòng hát'] }]);
  });

  it('names file and line of a wrong line', () => {
    const read = () => readOtherMatters(folderWith('# ghi chú\nVăn hóa; Cấp phép karaoke\n'));
    expect(read).toThrow(OtherMattersError);
    expect(read).toThrow(/a\.tsv, dòng 2/);
  });

  it("reads the project's own table", () => {
    const folder = new URL('../../../corpus/thu-tuc-khac', import.meta.url).pathname;
    expect(readOtherMatters(folder).length).toBeGreaterThan(50);
  });
});
