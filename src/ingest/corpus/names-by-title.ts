import { plainWords } from '../../legal/text.ts';

/** Words of procedures' titles, and what people say for them. */
export interface TitleRule {
  /** As {@link plain} writes it, between spaces. */
  readonly words: string;
  readonly names: readonly string[];
}

export function titleRule(words: string, names: readonly string[]): TitleRule {
  return { words: ` ${plain(words)} `, names };
}

/** Everyday names that a title calls for; none where no rule fits. The title itself is not among them: it would count twice
 * and push provincial procedures before those of the commune (docs/evaluation.md). For the thousand provincial and ministry procedures that nobody wrote names for, those that come later included. */
export function namesByTitle(rules: readonly TitleRule[], title: string): readonly string[] {
  const text = ` ${plain(title)} `;
  return rules.filter(({ words }) => text.includes(words)).flatMap((rule) => rule.names);
}

/** Diacritics are kept: "gỗ" is not "gò". */
const plain = (text: string): string => plainWords(text, 'kept');
