import type { Vocabulary } from '../lexical/vocabulary.ts';

/** Known syllables one slip of the thumb away (a letter missing, added, wrong, or two exchanged), at most two.
 * @param folded a syllable the vocabulary does not have. */
export function nearestSyllables(folded: string, vocabulary: Vocabulary): string[] {
  const letters = 'abcdeghiklmnopqrstuvxy';
  const found = new Map<string, number>();
  const propose = (word: string) => {
    const id = vocabulary.find(word);
    // Syllables met early in reading the corpus are the common ones.
    if (id !== undefined && word !== folded) found.set(word, id);
  };
  for (let i = 0; i <= folded.length; i++) {
    const head = folded.slice(0, i);
    const tail = folded.slice(i);
    if (tail) propose(head + tail.slice(1));
    if (tail.length > 1) propose(head + tail[1] + tail[0] + tail.slice(2));
    for (const l of letters) {
      propose(head + l + tail);
      if (tail) propose(head + l + tail.slice(1));
    }
  }
  return [...found]
    .sort((a, b) => a[1] - b[1])
    .slice(0, 2)
    .map(([w]) => w);
}
