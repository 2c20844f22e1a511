/** An independent and deliberately dull check: shares no code with the verification it tests. */
import type { Draft, Evidence } from '../../../src/answer/model.ts';

const digits = (text: string) => (text.match(/\d+/g) ?? []).map((d) => d.replace(/^0+(?=\d)/, ''));

/** @returns groups of digits that are shown but stand in no cited chunk, label, title or effectivity */
export function strayFigures(draft: Draft, evidence: Evidence): string[] {
  const known = new Set<string>();
  for (const c of draft.citations) {
    const unit = evidence.units.find((u) => u.facts.id === c.documentId);
    const chunk = unit?.chunks.find((k) => k.id === c.chunkId);
    const { from, to, note } = c.effectivity;
    for (const text of [
      chunk?.text,
      c.label,
      c.documentTitle,
      c.documentNumber,
      c.procedureCode,
      from,
      to,
      note,
    ])
      for (const d of digits(text ?? '')) known.add(d);
  }
  const shown = draft.sections
    .flatMap((s) => s.lines)
    .join('\n')
    .replace(/\[\d+\]/g, ' ');
  return digits(shown).filter((d) => !known.has(d));
}
