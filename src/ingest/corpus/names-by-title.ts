import { nfc } from '../../legal/text.ts';

/** Words of procedures' titles, and what people say for them. */
export interface TitleRule {
  /** As {@link plain} writes it, between spaces. */
  readonly words: string;
  readonly names: readonly string[];
}

export function titleRule(words: string, names: readonly string[]): TitleRule {
  return { words: ` ${plain(words)} `, names };
}

/** Everyday names that a title calls for, with the title itself, which counts like one of them; none where no rule
 * fits. For the thousand provincial and ministry procedures that nobody wrote names for, those that come later included. */
export function namesByTitle(rules: readonly TitleRule[], title: string): readonly string[] {
  const text = ` ${plain(title)} `;
  const names = rules.filter(({ words }) => text.includes(words)).flatMap((rule) => rule.names);
  return names.length === 0 ? [] : [withoutBoilerplate(title), ...names];
}

/** Diacritics are kept: "gỗ" is not "gò". */
function plain(text: string): string {
  return nfc(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What stands in titles to tell levels and offices apart and is never asked. */
function withoutBoilerplate(title: string): string {
  return nfc(title)
    .replace(/^\s*thủ tục\s+/iu, '')
    .replace(/\((?:thực hiện tại )?cấp [^)]*\)|\(\s*\d\.\d{6}\s*\)?/giu, ' ')
    .replace(/\s*thuộc thẩm quyền (?:giải quyết )?của .*$/iu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
