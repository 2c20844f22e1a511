/** The source's own sentences in the place of the model's: they can be incomplete, but not wrong. */
import type { Span } from '../../legal/model.ts';
import { oneLine } from '../facts/cells.ts';
import { leadOf } from './lead.ts';
import { type Passage, textOf } from './passages.ts';
import { bestSentence, widen } from './quote.ts';
import { clausesOf, contentOf, keysOf } from './wording/words.ts';

const SOURCE_SAYS = 'Nguồn ghi';
/** Longer quotes are told by the sentences that are restated. */
const MAX_VERBATIM = 600;

/** @returns “…” of each passage, in order, on one line */
export const verbatimText = (passages: readonly Passage[]): string =>
  `${SOURCE_SAYS}: ${passages.map((passage) => `“${printed(passage)}”`).join(' ')}`;

const printed = (passage: Passage) => oneLine(textOf(passage)).trim();

/**
 * @param text a statement that rests on `passages`
 * @returns whole sentences of those that it restates, each after what leads it in
 */
export function sentencesRestated(text: string, passages: readonly Passage[]): Passage[] {
  const chosen: Passage[] = [];
  const add = (passage: Passage | undefined) => {
    if (passage && !chosen.some((c) => c.item.chunk === passage.item.chunk && covers(c.span, passage.span)))
      chosen.push(passage);
  };
  for (const clause of clausesOf(text)) {
    for (const passage of covering(clause, passages)) {
      add(leadOf(passage.item, passage.span.start));
      add(passage);
    }
  }
  return chosen;
}

const covers = (a: Span, b: Span) => a.start <= b.start && b.end <= a.end;

/** The fewest passages that have the words of the clause between them, as whole sentences, most words first. */
function covering(clause: string, passages: readonly Passage[]): Passage[] {
  const left = new Set([...contentOf(clause), ...keysOf(clause).filter((key) => /^\d/.test(key))]);
  const open = passages.map((passage) => ({ passage, keys: new Set(keysOf(textOf(passage))) }));
  const chosen: Passage[] = [];
  for (;;) {
    const gains = open.map(({ keys }) => [...left].filter((key) => keys.has(key)));
    const most = gains.reduce((best, gain) => (gain.length > best.length ? gain : best), []);
    const enough = chosen.length === 0 || most.length > 1 || most.some((key) => /^\d/.test(key));
    const index = gains.indexOf(most);
    if (index < 0 || !enough) return chosen;
    chosen.push(whole(open[index]!.passage, clause));
    for (const key of most) left.delete(key);
    open.splice(index, 1);
  }
}

/** With all its parts between semicolons; of a long one the sentence that says it. */
function whole({ item, span }: Passage, clause: string): Passage {
  const wide = widen(span, item.chunk.text, '.');
  if (wide.end - wide.start <= MAX_VERBATIM) return { item, span: wide };
  const inner = bestSentence(clause, textOf({ item, span }));
  return { item, span: inner ? { start: span.start + inner.start, end: span.start + inner.end } : span };
}
