/** Conditions: turned into their opposite, or left out of what stands under them. */
import type { Fact } from '../../facts/model.ts';
import { denialsOf } from './operators.ts';
import { FIGURES, passageParts } from './parts.ts';
import type { Restatement } from './restatement.ts';
import { allContentOf, clausesOf, contentOf } from './words.ts';

const CONDITION =
  /(?<![\p{L}])(?:trường hợp|nếu|đối với)\s+(.{3,160}?)(?=\s*(?:[,;:.]|(?<![\p{L}])(?:thì|là|thực hiện)(?![\p{L}])|$))/giu;
const CONDITION_SAID = 0.5;

/** "Trường hợp thanh toán …" where the clause of the source that says the rest has the same condition, but denied. */
export function conditionTurned(clause: string, passages: readonly string[]): boolean {
  const all = allContentOf(clause);
  const told = passages.flatMap(clausesOf).flatMap((own) => {
    const words = allContentOf(own);
    const shared = all.filter((w) => words.includes(w)).length;
    return conditionsOf(own).map((condition) => ({ ...condition, shared }));
  });
  return conditionsOf(clause).some((said) => {
    const near = told.filter(
      ({ words }) => said.words.filter((w) => words.includes(w)).length >= said.words.length * CONDITION_SAID,
    );
    const most = Math.max(0, ...near.map(({ shared }) => shared));
    const same = near.filter(({ shared }) => shared === most);
    return same.length > 0 && same.every(({ denied }) => denied !== said.denied);
  });
}

const conditionsOf = (text: string) =>
  [...text.matchAll(CONDITION)].map((m) => ({
    words: allContentOf(m[1]!),
    denied: denialsOf(m[1]!).length > 0,
  }));

/** A figure stands under a condition in every clause that has it, and neither statement nor question says which. */
export function droppedCondition(r: Restatement, said: readonly Fact[]): string | undefined {
  const known = new Set([...allContentOf(r.text), ...allContentOf(r.question), ...allContentOf(r.beside)]);
  for (const fact of said.filter((f) => FIGURES.has(f.kind))) {
    const parts = r.passages.flatMap(passageParts).filter((p) => p.facts.some((f) => f.key === fact.key));
    const open = parts.map((part) => openCondition(part.text, known));
    const first = open[0];
    if (first !== undefined && open.every((o) => o !== undefined)) return first;
  }
  return undefined;
}

function openCondition(clause: string, known: ReadonlySet<string>): string | undefined {
  for (const m of clause.matchAll(CONDITION)) {
    const words = contentOf(m[1]!);
    const unsaid = words.filter((w) => !known.has(w));
    if (words.length > 0 && unsaid.length >= words.length * CONDITION_SAID) return m[0];
  }
  return undefined;
}
