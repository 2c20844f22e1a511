import type { IsoDate } from '../../legal/model.ts';
import { effectivityOf } from '../../retrieval/in-force.ts';
import type { DocumentFacts } from '../../retrieval/model.ts';
import { cautionSection, cautionsOf } from '../cautions.ts';
import type { AnswerSection, Draft } from '../model.ts';
import type { Citations } from './evidence.ts';

/** `lines`: quotes with their mark at the end; a line without one could not be cited and stands beside the answer. */
export function draftOf(
  name: string,
  conclusion: readonly string[],
  lines: readonly string[],
  cite: Citations,
  cautions: readonly string[],
): Draft {
  const marked = lines.filter((line) => /\[\d+\]$/.test(line));
  const unmarked = lines.filter((line) => !marked.includes(line));
  const sections: AnswerSection[] = [
    { role: 'conclusion', heading: name, lines: [...conclusion, ...marked.slice(0, 1)] },
    ...(marked.length > 1 ? [{ role: 'detail' as const, lines: marked.slice(1) }] : []),
    ...cautionSection([...unmarked, ...cautions]),
  ];
  const status = marked.length > 0 ? 'answered' : 'partial';
  return { status, sections, citations: cite.citations, composer: 'embedded' };
}

export function ownCautions(facts: DocumentFacts, asOf: IsoDate): string[] {
  const effectivity = effectivityOf(facts, asOf);
  return cautionsOf({ hit: { effectivity }, facts }, []);
}

export function plain(words: string, status: Draft['status']): Draft {
  return { status, sections: [{ role: 'conclusion', lines: [words] }], citations: [], composer: 'embedded' };
}
