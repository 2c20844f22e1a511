import { fold } from '../../legal/text.ts';
import type { AskedField } from '../model.ts';
import { FILLER, type FieldPhrases, PHRASES } from './asking-phrases.ts';

interface Phrase {
  readonly syllables: readonly string[];
  readonly field?: AskedField;
  readonly cue: boolean;
}

const COMPILED: ReadonlyMap<string, readonly Phrase[]> = compile();

function compile(): Map<string, Phrase[]> {
  const all: Phrase[] = FILLER.map((p) => ({ syllables: fold(p).split(' '), cue: true }));
  for (const [field, { cue, word }] of Object.entries(PHRASES) as [AskedField, FieldPhrases][]) {
    for (const p of cue) all.push({ syllables: fold(p).split(' '), field, cue: true });
    for (const p of word) all.push({ syllables: fold(p).split(' '), field, cue: false });
  }
  all.sort((a, b) => b.syllables.length - a.syllables.length);
  const byFirst = new Map<string, Phrase[]>();
  for (const p of all) byFirst.set(p.syllables[0]!, [...(byFirst.get(p.syllables[0]!) ?? []), p]);
  return byFirst;
}

const SYLLABLES: ReadonlySet<string> = new Set(
  [...COMPILED.values()].flatMap((phrases) => phrases.flatMap(({ syllables }) => syllables)),
);

/** Is a folded syllable one of a phrase of asking? Such a syllable is no slip, even where no text has it. */
export function isAskingSyllable(folded: string): boolean {
  return SYLLABLES.has(folded);
}

export interface Asking {
  /** Fields asked for, cues before words, each once. */
  readonly fields: readonly AskedField[];
  /** 1 for each syllable that only asks. */
  readonly asking: Uint8Array;
}

/** Separates what is asked for from its subject, longest phrase first. @param folded syllables, abbreviations expanded. */
export function separateAsking(folded: readonly string[]): Asking {
  const asking = new Uint8Array(folded.length);
  const cues = new Set<AskedField>();
  const words = new Set<AskedField>();
  for (let i = 0; i < folded.length; ) {
    const phrase = COMPILED.get(folded[i]!)?.find((p) => p.syllables.every((s, j) => folded[i + j] === s));
    if (!phrase) {
      i++;
      continue;
    }
    if (phrase.field) (phrase.cue ? cues : words).add(phrase.field);
    if (phrase.cue) asking.fill(1, i, i + phrase.syllables.length);
    i += phrase.syllables.length;
  }
  return { fields: [...cues, ...[...words].filter((w) => !cues.has(w))], asking };
}
