import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { EverydayNamesError, readEverydayNames } from '../../../src/ingest/corpus/everyday-names.ts';
import { temporaryFolder } from '../../support/temporary.ts';

it('reads phrases by code over all files, and shows any edit in its fingerprint', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'a.tsv'), '# ghi chú\n1.900001\tlàm giấy vườn ươm; xin giấy ươm cây\n\n');
  await writeFile(join(folder, 'b.tsv'), '1.900001\tgiấy ươm giống\n1.900002\tđóng ao cá;\n');
  const names = readEverydayNames(folder);
  expect(names.of('1.900001')).toEqual(['làm giấy vườn ươm', 'xin giấy ươm cây', 'giấy ươm giống']);
  expect(names.of('1.900002')).toEqual(['đóng ao cá']);
  expect(names.of('9.999999')).toEqual([]);
  await writeFile(join(folder, 'b.tsv'), '1.900001\tgiấy ươm giống\n');
  expect(readEverydayNames(folder).fingerprint).not.toBe(names.fingerprint);
});

it.each(['không có mã\tx', '1.900001 thiếu tab', '1.900001\t ; ', '1.900001\ta\tb'])(
  'names the wrong line: %s',
  async (line) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'a.tsv'), `1.900001\tđúng\n${line}\n`);
    expect(() => readEverydayNames(folder)).toThrow(EverydayNamesError);
    expect(() => readEverydayNames(folder)).toThrow('a.tsv, dòng 2');
  },
);

it('the tables that come with the project are well formed', () => {
  expect(
    readEverydayNames(join(import.meta.dirname, '../../../corpus/ten-thuong-goi')).size,
  ).toBeGreaterThanOrEqual(0);
});
