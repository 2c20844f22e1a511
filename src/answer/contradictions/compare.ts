import { likeness } from './matter.ts';
import type { Statement } from './statements.ts';

/** Two statements of one matter that differ. */
export interface Contradiction {
  /** Of the text that gives way. */
  readonly lower: Statement;
  readonly higher: Statement;
}

/** Syllables a clause needs to name its matter by itself, and where a letter without a subject stands above it. */
const ENOUGH = 4;
const ENOUGH_ALONE = 6;
/** Shares of syllables in common from which two matters are taken for one: of clauses that name them, of titles, and
 * of all that stands above clauses that are alike (docs/law.md, "Contradictions", has what was measured). */
const SAME_CLAUSE = 0.75;
const SAME_TITLE = 0.7;
const SAME_BOTH_TITLES = 0.9;
const SAME_ABOVE = 0.25;

/**
 * What the first text states otherwise than the second, which is to be applied. In doubt nothing: both must state one
 * kind of fact about what is plainly one matter, and neither may state the other's value for it anywhere.
 */
export function contradictions(lower: readonly Statement[], higher: readonly Statement[]): Contradiction[] {
  const found: Contradiction[] = [];
  for (const own of lower) {
    const same = higher.filter((other) => sameMatter(own, other));
    const values = new Set(same.map(({ value }) => value));
    if (values.size !== 1 || values.has(own.value)) continue;
    const [theirs] = same;
    if (lower.some((other) => other.value === theirs!.value && sameMatter(other, theirs!))) continue;
    found.push({ lower: own, higher: theirs! });
  }
  return found;
}

/** Whether two statements are plainly of one matter, whatever they say of it. */
export function sameMatter(a: Statement, b: Statement): boolean {
  if (a.kind !== b.kind || a.conditional !== b.conditional || a.figures !== b.figures) return false;
  const [bare, other] = [a.own.size < ENOUGH, b.own.size < ENOUGH];
  if (!bare && !other) {
    const { shared, share } = likeness(a.own, b.own);
    if (shared < ENOUGH || share < SAME_CLAUSE) return false;
    return a.above.size === 0 || b.above.size === 0
      ? shared >= ENOUGH_ALONE
      : likeness(a.above, b.above).share >= SAME_ABOVE;
  }
  // "Thời hạn giải quyết: 05 ngày" speaks of what its article is called; a case of its own must be named in both.
  if (a.conditional || a.kind === 'authority' || !a.ofReceipt || !b.ofReceipt) return false;
  // The title of an annex is that of many procedures.
  if ((bare && a.chunk.path.phuLuc !== undefined) || (other && b.chunk.path.phuLuc !== undefined))
    return false;
  const { shared, share } = likeness(matter(a, bare), matter(b, other));
  return shared >= ENOUGH && share >= (bare && other ? SAME_BOTH_TITLES : SAME_TITLE);
}

/** Whether the lower text asks less (a shorter time, fewer copies, a smaller sum): bodies may do better than the rule. */
export function asksLess({ lower, higher }: Contradiction): boolean {
  return lower.amount !== undefined && higher.amount !== undefined && lower.amount < higher.amount;
}

function matter({ own, heading }: Statement, bare: boolean): ReadonlySet<string> {
  return bare ? new Set([...heading, ...own]) : own;
}
