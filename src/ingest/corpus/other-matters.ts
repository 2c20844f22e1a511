import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nfc } from '../../legal/text.ts';
import type { OtherMatter } from '../../retrieval/ranking/elsewhere.ts';

/** A line of the table is wrong; the message is Vietnamese and names file and line. */
export class OtherMattersError extends Error {}

/**
 * Reads every `.tsv` of a folder: field, tab, name, tab, what people call it, separated by ";". Lines that begin with
 * "#" are comments. Staff may edit the files; the next start takes them in.
 *
 * @throws OtherMattersError naming file and line
 */
export function readOtherMatters(folder: string): OtherMatter[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.tsv'));
  return files.sort().flatMap((file) =>
    nfc(readFileSync(join(folder, file), 'utf8'))
      .split('\n')
      .flatMap((line, i) => (line.trim() === '' || line.startsWith('#') ? [] : [matter(file, line, i + 1)])),
  );
}

function matter(file: string, line: string, number: number): OtherMatter {
  const [field, name, phrases, ...more] = line.split('\t').map((cell) => cell.trim());
  if (!field || !name || phrases === undefined || more.length > 0)
    throw new OtherMattersError(
      `${file}, dòng ${number}: mỗi dòng gồm lĩnh vực, tên việc và các cách gọi, cách nhau bằng dấu tab; các cách gọi cách nhau bằng dấu chấm phẩy.`,
    );
  const asked = phrases.split(';').map((phrase) => phrase.trim());
  return { field, name, asked: asked.filter((phrase) => phrase !== '') };
}
