/** Parts of a text that each say one thing of one figure: clauses, cut further where they list several cases. */
import { factsOf } from '../../facts/extract.ts';
import type { Fact, FactKind } from '../../facts/model.ts';
import { rowsOf } from './copies.ts';
import { clausesOf, keysOf } from './words.ts';

export interface Part {
  readonly text: string;
  readonly keys: ReadonlySet<string>;
  readonly facts: readonly Fact[];
}

export const FIGURES: ReadonlySet<FactKind> = new Set(['duration', 'amount', 'percent', 'free_of_charge']);

/** Figures that hold for the words beside them and for no others. */
export const TORN: ReadonlySet<FactKind> = new Set([...FIGURES, 'count', 'number']);

/** "Mức hỗ trợ: 40 triệu đồng …, 20 triệu đồng …": what is led in holds for all that follows. */
export const LEAD_IN = /^[^:;.\n]{3,50}:(?=\s)/u;

/** Parts of a source, each with the words of what leads them in. */
export function passageParts(passage: string): Part[] {
  const lead = keysOf(LEAD_IN.exec(passage)?.[0] ?? '');
  return rowsOf(passage.replace(LEAD_IN, ''))
    .flatMap((row) => partsOf(row, TORN))
    .map((part) => ({ ...part, keys: new Set([...part.keys, ...lead]) }));
}

/** Clauses; cut at commas and "và" too where both sides have a fact of one of `kinds` and the same sort. */
export function partsOf(text: string, kinds: ReadonlySet<FactKind>): Part[] {
  return clausesOf(text).flatMap((clause) => {
    const pieces = clause.split(/,(?!\d)|\s+và\s+/u).map(partOf);
    const sorts = pieces.map((p) => p.facts.filter((f) => kinds.has(f.kind)).map(sortOf));
    const rivals = sorts.some((own, i) =>
      sorts.some((other, j) => i !== j && own.some((sort) => other.includes(sort))),
    );
    return rivals ? pieces.map((piece, i) => inheriting(piece, pieces[i - 1])) : [partOf(clause)];
  });
}

export const partOf = (text: string): Part => ({ text, keys: new Set(keysOf(text)), facts: factsOf(text) });
const sortOf = ({ kind }: Fact) => (kind === 'free_of_charge' ? 'amount' : kind);

/** "Học sinh thuộc hộ nghèo …, thuộc hộ cận nghèo …": what stands before the word a part opens with is said for both. */
function inheriting(part: Part, before: Part | undefined): Part {
  if (!before) return part;
  const words = keysOf(before.text);
  const [first] = part.keys;
  const shared = first === undefined ? -1 : words.indexOf(first);
  const subject = words.slice(0, Math.max(0, shared)).filter((w) => !/^\d/.test(w));
  return { ...part, keys: new Set([...part.keys, ...subject]) };
}
