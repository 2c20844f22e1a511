import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EverydayNamesError, readEverydayNames } from '../../../src/ingest/corpus/everyday-names.ts';
import { temporaryFolder } from '../../support/temporary.ts';

describe('names that a title calls for', () => {
  const read = async (rules: string) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'a.tsv'), '1.900001\tgiấy vườn ươm\n');
    await writeFile(join(folder, 'theo-ten.txt'), rules);
    return readEverydayNames(folder);
  };

  it('are those of every line that fits it, not the title itself', async () => {
    const names = await read('cấp lại → làm lại giấy bị mất\nthừa phát lại → lập vi bằng; tống đạt\n');
    expect(
      names.of('1.900009', 'Thủ tục cấp lại Thẻ Thừa phát lại thuộc thẩm quyền của Sở Tư pháp (cấp tỉnh)'),
    ).toEqual(['làm lại giấy bị mất', 'lập vi bằng', 'tống đạt']);
  });

  it('give way to names that somebody wrote for the code', async () => {
    expect((await read('vườn ươm → cây con\n')).of('1.900001', 'Đăng ký vườn ươm')).toEqual([
      'giấy vườn ươm',
    ]);
  });

  it('need whole words, diacritics included', async () => {
    const names = await read('gỗ → đốn cây\nrừng → keo tràm\n');
    expect(names.of('1.900009', 'Cấp giấy phép xây dựng công trình ở Gò Vấp')).toEqual([]);
  });

  it.each(['gỗ', 'gỗ → ;', '→ x', 'a → b → c'])('name the wrong line: %s', async (line) => {
    await expect(read(`rừng → keo\n${line}\n`)).rejects.toThrow(EverydayNamesError);
    await expect(read(`rừng → keo\n${line}\n`)).rejects.toThrow('theo-ten.txt, dòng 2');
  });
});
