import type { Span } from '../model.ts';
import { foldKeepingLength, hasDiacritics } from '../text.ts';
import { foldName, nameIndex, nameKey, toneKey, type UnitCandidate } from './names.ts';
import type { UnitKind, UnitTable } from './table.ts';

export type { UnitCandidate } from './names.ts';

/** A commune-level unit named in a text, today's or former. */
export interface UnitMention {
  readonly span: Span;
  /** As typed, with the kind when one was typed: "xã Phú An". */
  readonly written: string;
  readonly kind?: UnitKind;
  /** The district typed with it, folded. */
  readonly district?: string;
  readonly candidates: readonly UnitCandidate[];
  /** Several candidates lie in different units of today: ask which one is meant. */
  readonly ambiguous: boolean;
  /** Older units of the same name that lie elsewhere, worth a word beside the answer. */
  readonly alsoEarlier: readonly UnitCandidate[];
  /** Typed without a kind, the name may also mean a former district. */
  readonly maybeDistrict: boolean;
}

const KIND_WORDS: Readonly<Record<string, UnitKind>> = {
  xa: 'xã',
  x: 'xã',
  phuong: 'phường',
  p: 'phường',
  f: 'phường',
  'thi tran': 'thị trấn',
  tt: 'thị trấn',
  ttr: 'thị trấn',
};
const KIND_BEFORE = /(?:^|[^\p{L}\p{N}])(xa|phuong|thi tran|ttr|tt|x|p|f)\.?\s*$/u;
const DISTRICT_BEFORE = /(?:^|[^\p{L}\p{N}])(?:huyen|quan|thi xa|tx|h|q)\.?\s*$/u;
const BELONGS = /(?:^|[^\p{L}\p{N}])(?:thuoc|cua|o|tai|ben)\s*$/u;
const CONTEXT =
  /(?:^|[^\p{L}\p{N}])(?:xa|phuong|thi tran|sap nhap|sap xep|thuoc|ubnd|nhap|huyen|quan|don vi)(?![\p{L}\p{N}])/u;
const CUE_BEFORE =
  /(?:^|[,;:(.?]|[^\p{L}\p{N}](?:o|tai|thuoc|ve|xa|phuong|nhap|va|hay|hoac|ubnd|dan))[\s"“]*$/u;
const CUE_AFTER = /^[\s"”,]*(?:cu|nay|truoc|thuoc|sap|gio|nhap|bay gio)(?![\p{L}\p{N}])/u;
const PAST =
  /(?:^|[^\p{L}\p{N}])(?:cu|truoc(?: day| kia)?|nay (?:la|thuoc|ve|goi|doi)|gio (?:la|thuoc)|bay gio (?:la|thuoc)|nhap (?:vao|ve)|doi (?:ten )?thanh)(?![\p{L}\p{N}])/u;

interface Found {
  readonly key: string;
  readonly span: Span;
  readonly kind?: UnitKind;
  /** Offset of the kind typed before the name. */
  readonly kindAt?: number;
  readonly isDistrict: boolean;
}

/** Finds the units of `table` named in `text` (NFC): with or without diacritics, abbreviated ("p.", "x.", "tt"),
 * with the former district beside it. Names that are ordinary words count only where a unit is spoken of. */
export function findUnits(text: string, table: UnitTable): UnitMention[] {
  const { candidates, districts } = nameIndex(table);
  const folded = foldKeepingLength(text).toLowerCase();
  const found = findNames(text, folded, table);
  return found.flatMap((name, i) => {
    if (name.isDistrict) return [];
    const next = found[i + 1];
    const district =
      next?.isDistrict === true && next.span.start - name.span.end <= 40 ? next.key : undefined;
    const all = spelledAs(text.slice(name.span.start, name.span.end), name, candidates.get(name.key) ?? []);
    const mention = resolve(text, folded, name, all, district);
    return mention === undefined
      ? []
      : [{ ...mention, maybeDistrict: !name.kind && districts.has(name.key) }];
  });
}

function findNames(text: string, folded: string, table: UnitTable): Found[] {
  const { pattern, districts, candidates } = nameIndex(table);
  const context = CONTEXT.test(folded);
  const found: Found[] = [];
  for (const match of foldName(text).toLowerCase().matchAll(pattern)) {
    const span = { start: match.index, end: match.index + match[0].length };
    const key = nameKey(match[0]);
    const before = folded.slice(0, span.start);
    const typed = kindBefore(text, before, found.at(-1)?.span.end ?? 0);
    const kind = typed?.kind;
    const isDistrict = districts.has(key) && kind === undefined && isQualifier(before, found.at(-1), span);
    if (
      !isDistrict &&
      (!candidates.has(key) || (kind === undefined && !standsAlone(text, folded, span, context)))
    ) {
      continue;
    }
    found.push({ key, span, isDistrict, ...(typed && { kind: typed.kind, kindAt: typed.at }) });
  }
  return found;
}

/** The kind typed right before a name, not reaching into the name before it; "Phương" is not "phường". */
function kindBefore(
  text: string,
  before: string,
  after: number,
): { readonly kind: UnitKind; readonly at: number } | undefined {
  const match = KIND_BEFORE.exec(before);
  if (match === null) return undefined;
  const word = match[1]!;
  const at = match.index + match[0].indexOf(word);
  const kind = KIND_WORDS[word]!;
  const written = text.slice(at, at + word.length);
  if (at < after || (hasDiacritics(written) && toneKey(written) !== toneKey(kind))) return undefined;
  return { kind, at };
}

/** "huyện Phú Vang"; or right behind a unit: "xã Phú An thuộc Phú Vang", "xã Hương Phong, A Lưới". */
function isQualifier(before: string, previous: Found | undefined, span: Span): boolean {
  if (DISTRICT_BEFORE.test(before)) return true;
  if (previous === undefined || previous.isDistrict) return false;
  const between = before.slice(previous.span.end);
  if (/^[\s,(–—-]*$/u.test(between)) return true;
  return span.start - previous.span.end <= 40 && BELONGS.test(before);
}

/** A name without its kind counts when written as a name, or where the words around it speak of units. */
function standsAlone(text: string, folded: string, span: Span, context: boolean): boolean {
  const written = text.slice(span.start, span.end);
  const capitals = written.split(/[\s–—-]+/u).every((syllable) => /^[\p{Lu}\p{N}]/u.test(syllable));
  if (capitals && hasDiacritics(written)) return true;
  if (!context) return false;
  return capitals || CUE_BEFORE.test(folded.slice(0, span.start)) || CUE_AFTER.test(folded.slice(span.end));
}

/** Typed with diacritics, a name means the one spelled so ("Thuận Hòa" is not "Thuận Hóa"). */
function spelledAs(written: string, name: Found, all: readonly UnitCandidate[]): readonly UnitCandidate[] {
  const usable = name.kind === undefined ? all.filter((c) => c.needsKind !== true) : all;
  if (!hasDiacritics(written)) return usable;
  const exact = usable.filter((c) => toneKey(c.name) === toneKey(written));
  return exact.length > 0 || name.kind === undefined ? exact : usable;
}

function resolve(
  text: string,
  folded: string,
  name: Found,
  all: readonly UnitCandidate[],
  district: string | undefined,
): Omit<UnitMention, 'maybeDistrict'> | undefined {
  const ofKind = prefer(all, (c) => name.kind === undefined || c.kind === name.kind);
  const inDistrict = byDistrict(ofKind, district);
  const current = inDistrict.filter((c) => c.role !== 'earlier');
  const past = PAST.test(folded) ? prefer(current, (c) => c.role === 'former') : current;
  const candidates = past.length > 0 ? past : inDistrict;
  if (candidates.length === 0) return undefined;
  const places = new Set(candidates.map((c) => c.today));
  const start = name.kindAt ?? name.span.start;
  return {
    span: { start, end: name.span.end },
    written: text.slice(start, name.span.end),
    ...(name.kind !== undefined && { kind: name.kind }),
    ...(district !== undefined && { district }),
    candidates,
    ambiguous: places.size > 1,
    alsoEarlier: ofKind.filter((c) => c.role === 'earlier' && !places.has(c.today)),
  };
}

function byDistrict(all: readonly UnitCandidate[], district: string | undefined): readonly UnitCandidate[] {
  if (district === undefined) return all;
  const named = all.filter((c) => c.district !== undefined && nameKey(c.district).endsWith(district));
  if (named.length > 0) return named;
  const likely = all.filter((c) => c.role !== 'today' && nameKey(c.today.name).startsWith(district));
  if (likely.length > 0) return likely;
  // A unit of today belongs to no district; one whose district is known to be another is not meant.
  return prefer(
    prefer(all, (c) => c.district === undefined),
    (c) => c.role !== 'today',
  );
}

/** Those that pass, or all when none does. */
function prefer<T>(all: readonly T[], test: (item: T) => boolean): readonly T[] {
  const passed = all.filter(test);
  return passed.length > 0 ? passed : all;
}
