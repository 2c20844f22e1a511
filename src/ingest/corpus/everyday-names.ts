import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nfc } from '../../legal/text.ts';

/** What people call a procedure and the situations that lead to it, by procedure code. Searched, never shown or quoted. */
export interface EverydayNames {
  of(code: string): readonly string[];
  /** Changes when any entry changes: an index built with other names is rebuilt. */
  readonly fingerprint: string;
  readonly size: number;
}

/** A line of the table is wrong; the message is Vietnamese and names file and line. */
export class EverydayNamesError extends Error {}

export const NO_EVERYDAY_NAMES: EverydayNames = { of: () => [], fingerprint: 'none', size: 0 };

/**
 * Reads every `.tsv` of a folder: code, tab, phrases separated by ";". Lines that begin with "#" are comments. Staff may
 * edit the files; the next start takes them in.
 *
 * @throws EverydayNamesError naming file and line
 */
export function readEverydayNames(folder: string): EverydayNames {
  const names = new Map<string, readonly string[]>();
  const hash = createHash('sha256');
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .sort()) {
    const text = nfc(readFileSync(join(folder, file), 'utf8'));
    hash.update(text);
    for (const [i, line] of text.split('\n').entries()) {
      if (line.trim() === '' || line.startsWith('#')) continue;
      const [code, phrases, ...more] = line.split('\t');
      const list = (phrases ?? '')
        .split(';')
        .map((phrase) => phrase.trim())
        .filter((phrase) => phrase !== '');
      if (code === undefined || !/^\d+\.\d{6}/.test(code) || list.length === 0 || more.length > 0) {
        throw new EverydayNamesError(
          `${file}, dòng ${i + 1}: mỗi dòng gồm mã thủ tục, một dấu tab, rồi các cụm từ cách nhau bằng dấu chấm phẩy.`,
        );
      }
      names.set(code, [...(names.get(code) ?? []), ...list]);
    }
  }
  return {
    of: (code) => names.get(code) ?? [],
    fingerprint: hash.digest('hex').slice(0, 16),
    size: names.size,
  };
}
