import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import { nfc } from '../../legal/text.ts';
import { namesByTitle, type TitleRule, titleRule } from './names-by-title.ts';

/** What people call a procedure and the situations that lead to it. Searched, never shown or quoted. */
export interface EverydayNames {
  /** Those written for a procedure code; where nobody wrote any, those that its title calls for. */
  of(code: string, title?: string): readonly string[];
  /** Changes when any entry changes: an index built with other names is rebuilt. */
  readonly fingerprint: string;
  readonly size: number;
}

/** A line of the table is wrong; the message is Vietnamese and names file and line. */
export class EverydayNamesError extends Error {}

/** More than the national base has procedures. */
const KEPT_TITLES = 10_000;

/**
 * Reads every `.tsv` of a folder: code, tab, phrases separated by ";"; and every `.txt`: words of a title, "→", phrases
 * separated by ";". Lines that begin with "#" are comments. Staff may edit the files; the next start takes them in.
 *
 * @throws EverydayNamesError naming file and line
 */
export function readEverydayNames(folder: string): EverydayNames {
  const names = new Map<string, readonly string[]>();
  const rules: TitleRule[] = [];
  const hash = createHash('sha256');
  for (const file of readdirSync(folder)
    .filter((name) => /\.(?:tsv|txt)$/u.test(name))
    .sort()) {
    const text = nfc(readFileSync(join(folder, file), 'utf8'));
    hash.update(text);
    for (const [i, line] of text.split('\n').entries()) {
      if (line.trim() === '' || line.startsWith('#')) continue;
      if (file.endsWith('.txt')) rules.push(ruleOf(line, `${file}, dòng ${i + 1}`));
      else {
        const { code, list } = entryOf(line, `${file}, dòng ${i + 1}`);
        names.set(code, [...(names.get(code) ?? []), ...list]);
      }
    }
  }
  // Facts are read for every question; a title is held against the rules once.
  const titled = new LRUCache<string, readonly string[]>({ max: KEPT_TITLES });
  const remember = (title: string) => {
    const found = namesByTitle(rules, title);
    titled.set(title, found);
    return found;
  };
  return {
    of: (code, title = '') => names.get(code) ?? titled.get(title) ?? remember(title),
    fingerprint: hash.digest('hex').slice(0, 16),
    size: names.size,
  };
}

function entryOf(line: string, where: string): { code: string; list: readonly string[] } {
  const [code, phrases, ...more] = line.split('\t');
  const list = phrasesOf(phrases);
  if (code === undefined || !/^\d+\.\d{6}/.test(code) || list.length === 0 || more.length > 0)
    throw new EverydayNamesError(
      `${where}: mỗi dòng gồm mã thủ tục, một dấu tab, rồi các cụm từ cách nhau bằng dấu chấm phẩy.`,
    );
  return { code, list };
}

function ruleOf(line: string, where: string): TitleRule {
  const [words, phrases, ...more] = line.split('→');
  const list = phrasesOf(phrases);
  if (!words?.trim() || list.length === 0 || more.length > 0)
    throw new EverydayNamesError(
      `${where}: mỗi dòng gồm cụm từ trong tên thủ tục, dấu →, rồi các cách gọi cách nhau bằng dấu chấm phẩy.`,
    );
  return titleRule(words, list);
}

function phrasesOf(text = ''): string[] {
  return text
    .split(';')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
}
