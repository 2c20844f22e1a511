import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { extendedThesaurus } from '../retrieval/thesaurus/index.ts';
import type { Thesaurus } from '../retrieval/thesaurus/thesaurus.ts';

/** Folder of staff's word lists, in `corpus/` and in the data folder alike (docs/everyday-names.md). */
export const WORD_LISTS = 'tu-dien';

/** The built-in words with those that staff keep in `.txt` files. A line that cannot be read is told in one Vietnamese
 * sentence with its file and number, and left out; the others count.
 * @param folders read in order; one that is absent has no words */
export function readStaffThesaurus(folders: readonly string[], tell: (text: string) => void): Thesaurus {
  const files = folders.flatMap((folder) =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter((name) => name.endsWith('.txt'))
          .sort()
          .map((name) => join(folder, name))
      : [],
  );
  const { thesaurus, problems } = extendedThesaurus(files.map((file) => readFileSync(file, 'utf8')));
  for (const { file, line } of problems)
    tell(
      `Từ điển ${basename(files[file]!)}, dòng ${line} chưa đọc được nên bị bỏ qua; mỗi dòng cần có dạng "từ thường gọi, từ thường gọi → từ trong văn bản".`,
    );
  return thesaurus;
}
