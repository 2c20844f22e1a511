import { foldKeepingLength } from '../text.ts';
import type { FormerUnit, TodayUnit, UnitKind, UnitTable } from './table.ts';

/** What a name may stand for. `today` is where it is now. */
export interface UnitCandidate {
  readonly role: 'today' | 'former' | 'earlier';
  readonly kind: UnitKind;
  readonly name: string;
  readonly district?: string;
  readonly today: TodayUnit;
  /** For `earlier`: the former unit in between. */
  readonly via?: FormerUnit;
  readonly needsKind?: boolean;
}

export interface NameIndex {
  /** Matches a name in text folded by `foldName`; longest names first. */
  readonly pattern: RegExp;
  readonly candidates: ReadonlyMap<string, readonly UnitCandidate[]>;
  readonly districts: ReadonlySet<string>;
}

/** Folded letters with i for y ("Vĩ Dạ" = "Vỹ Dạ"); keeps every offset. */
export function foldName(text: string): string {
  return foldKeepingLength(text).replaceAll('y', 'i');
}

/** Key of a name however it is spaced or hyphenated. */
export function nameKey(text: string): string {
  return foldName(text)
    .replace(/[\s–—-]+/gu, ' ')
    .trim();
}

/** Lower case with the tone mark moved behind its syllable, so that "Hoá" = "Hóa" but "Hòa" ≠ "Hóa". */
export function toneKey(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .split(/[\s–—-]+/u)
    .map((syllable) => {
      const tone = /[\u0300\u0301\u0303\u0309\u0323]/u.exec(syllable)?.[0] ?? '';
      return syllable.replace(/[\u0300\u0301\u0303\u0309\u0323]/gu, '').replaceAll('y', 'i') + tone;
    })
    .join(' ');
}

const INDEXES = new WeakMap<UnitTable, NameIndex>();

export function nameIndex(table: UnitTable): NameIndex {
  let index = INDEXES.get(table);
  if (index === undefined) {
    index = buildIndex(table);
    INDEXES.set(table, index);
  }
  return index;
}

function buildIndex(table: UnitTable): NameIndex {
  const candidates = new Map<string, UnitCandidate[]>();
  const add = (candidate: UnitCandidate): void => {
    const key = nameKey(candidate.name);
    candidates.set(key, [...(candidates.get(key) ?? []), candidate]);
  };
  for (const today of table.units) {
    add({ role: 'today', kind: today.kind, name: today.name, today });
    for (const former of today.former) {
      add({ role: 'former', ...former, today });
    }
  }
  for (const earlier of table.earlier) {
    const { into, ...unit } = earlier;
    for (const today of table.units) {
      const via = today.former.find((f) => f.kind === into.kind && f.name === into.name);
      if (via !== undefined) add({ role: 'earlier', ...unit, today, via });
    }
  }
  const districts = new Set(table.districts.map((district) => nameKey(district.name)));
  const names = [...new Set([...candidates.keys(), ...districts])].sort((a, b) => b.length - a.length);
  const alternatives = names.map((name) => name.split(' ').join('[\\s–—-]+'));
  return {
    pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'gu'),
    candidates,
    districts,
  };
}
