import type { DocumentId } from '../../legal/model.ts';
import type { LexicalIndex } from '../lexical/lexical-index.ts';
import { tokenise } from '../lexical/terms.ts';
import type { ChunkSource } from '../model.ts';
import { asksForRule } from '../question/rule-questions.ts';
import type { Candidate } from './fusion.ts';

/** Articles looked at, best first. */
const LOOKED_AT = 40;
/** What a heading adds that the question says whole and that says the whole question. Measured in docs/evaluation.md. */
const FIT = 0.45;
/** What an article counts where a rule is asked for. Measured there as well. */
const RULE = 1.2;
/** "Điều 7. ", "Điều 12a. " before an article's own heading. */
const ORDINAL = /^Điều \d+\p{L}?\.?\s*/u;

/**
 * Articles whose own heading is what is asked ("Tiêu chuẩn hòa giải viên") before those whose text has its words: the
 * heading's words stand in the text once, those of a long neighbour many times. The factor is `1 + FIT · h² · q`, with h
 * the share of the heading that the question says and q the share of the question that the heading says, both by idf.
 * All articles before procedures as near where the question asks for a rule. Changes `candidates` in place, best first after.
 * @param question with abbreviations written out
 */
export async function fittingArticlesFirst(
  candidates: Candidate[],
  question: string,
  index: { readonly lexical: LexicalIndex; readonly isOfficial: (id: DocumentId) => boolean },
  source: ChunkSource,
): Promise<void> {
  const { lexical, isOfficial } = index;
  const articles = candidates.filter(({ documentId }) => isOfficial(documentId)).slice(0, LOOKED_AT);
  const asked = wordsOf(question);
  if (articles.length === 0 || asked.size === 0) return;
  const chunks = await source.chunks(articles.map((c) => c.chunkId ?? lexical.chunkId(c.scores)));
  const rarity = (words: Iterable<string>) => {
    let sum = 0;
    for (const word of words) sum += lexical.unitIdf(lexical.vocabulary.find(word) ?? -1);
    return sum;
  };
  const whole = rarity(asked);
  const best = Math.max(...articles.map(({ score }) => score));
  for (const article of articles) {
    const heading = chunks.get(article.chunkId ?? lexical.chunkId(article.scores))?.heading;
    const words = wordsOf(heading?.split(' > ').at(-1)?.replace(ORDINAL, '') ?? '');
    const shared = rarity([...words].filter((word) => asked.has(word)));
    const fit = words.size === 0 ? 0 : (shared / rarity(words)) ** 2 * (shared / whole);
    article.score *= 1 + FIT * fit;
  }
  // Among themselves only: a record that is as near says what to do.
  const kind = asksForRule(question) ? RULE : best / Math.max(...articles.map(({ score }) => score));
  for (const article of articles) article.score *= kind;
  candidates.sort((a, b) => b.score - a.score);
}

function wordsOf(text: string): Set<string> {
  return new Set(tokenise(text).map(({ folded }) => folded));
}
