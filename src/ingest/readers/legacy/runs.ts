import { nfc } from '../../../legal/text.ts';
import { syllableShare } from '../vietnamese-syllable.ts';
import { convertLegacy, raiseCapitals } from './convert.ts';
import { detectLegacy, encodingOfFont } from './detect.ts';
import { convertEither, convertMixed, LEGACY_CHAR, otherEncodings, type Promised } from './mixed.ts';
import type { LegacyEncoding } from './tables.ts';

/** A stretch of text in one font, as DOC, DOCX, RTF, XLS and PDF give it. */
export interface StyledRun {
  readonly text: string;
  readonly font?: string;
  /** Shown in capitals by its formatting, whatever was typed. Codes of a legacy font stay as typed: raising them first
   * would make other letters of them. */
  readonly caps?: boolean;
}

/** Adds text to the last run where that has the same looks. */
export function appendRun(
  runs: StyledRun[],
  text: string,
  font: string | undefined,
  caps: boolean | undefined,
): void {
  const last = runs.at(-1);
  if (last && last.font === font && (last.caps ?? false) === (caps ?? false))
    runs[runs.length - 1] = { ...last, text: last.text + text };
  else runs.push({ text, ...(font !== undefined && { font }), ...(caps && { caps }) });
}

/** Lines of runs → lines of Unicode text; says which encodings were met. */
export interface DecodedRuns {
  readonly lines: string[];
  readonly encodings: ReadonlySet<LegacyEncoding>;
}

/**
 * Converts run by run: each font's encoding is decided once for the whole document, from its name where the text in it
 * agrees, from the text where the name tells nothing or tells wrong (a single word is too little to decide on).
 */
export function decodeRuns(lines: readonly (readonly StyledRun[])[]): DecodedRuns {
  const encodings = new Set<LegacyEncoding>();
  const encodingOf = encodingsByFont(lines);
  const grouped = lines.map((runs) => joinByEncoding(runs, encodingOf));
  const others = otherEncodings(
    grouped.flat().filter((g): g is Group & Promised => g.encoding !== undefined),
  );
  const decode = ({ text, encoding, mixed, caps }: Group): string => {
    if (mixed) return convertMixed(text, mixed);
    if (!encoding) return caps ? text.toUpperCase() : text;
    const other = others.get(encoding);
    if (LEGACY_CHAR.test(text)) encodings.add(encoding);
    return other ? convertEither(text, encoding, other) : convertLegacy(text, encoding);
  };
  const out = grouped.map((groups) => nfc(groups.map(decode).join('')));
  return { lines: encodings.size > 0 ? out.map(raiseCapitals) : out, encodings };
}

type EncodingOf = (font: string | undefined) => LegacyEncoding | undefined;

/** Words with diacritics in one font from which its text outweighs its name. */
const ENOUGH_TO_OVERRULE = 10;

function encodingsByFont(lines: readonly (readonly StyledRun[])[]): EncodingOf {
  const texts = new Map<string, string[]>();
  for (const run of lines.flat()) {
    if (isSymbolFont(run.font) || !LEGACY_CHAR.test(run.text) || alreadyUnicode(run.text)) continue;
    const font = run.font ?? '';
    const list = texts.get(font);
    if (list) list.push(run.text);
    else texts.set(font, [run.text]);
  }
  const silent = [...texts].filter(([font]) => !encodingOfFont(font)).flatMap(([, list]) => list);
  const overall = detectLegacy(silent.join('\n'));
  const known = new Map(
    [...texts].map(([font, list]) => [font, encodingFrom(font, list.join('\n'), overall)]),
  );
  return (font) => (known.has(font ?? '') ? known.get(font ?? '') : encodingOfFont(font)?.encoding);
}

function encodingFrom(
  font: string,
  text: string,
  overall: LegacyEncoding | undefined,
): LegacyEncoding | undefined {
  const named = encodingOfFont(font)?.encoding;
  if (named) {
    const { share, accented } = syllableShare(convertLegacy(text, named));
    return accented >= ENOUGH_TO_OVERRULE && share < 0.7 ? (detectLegacy(text) ?? named) : named;
  }
  const { accented } = syllableShare(text);
  return accented >= ENOUGH_TO_OVERRULE ? detectLegacy(text) : (detectLegacy(text) ?? overall);
}

interface Group {
  text: string;
  readonly encoding: LegacyEncoding | undefined;
  readonly caps: boolean;
  /** The encoding of the font where the text was partly typed in Unicode. */
  readonly mixed?: LegacyEncoding | undefined;
}

/** Text typed in Unicode and merely dressed in a legacy font: ạ, ề … cannot come from bytes. */
function alreadyUnicode(text: string): boolean {
  return /[\u1ea0-\u1ef9]/.test(text);
}

/** Neighbouring runs of one encoding are joined first: VNI may put a letter and its mark into different runs. */
function joinByEncoding(runs: readonly StyledRun[], encodingOf: EncodingOf): Group[] {
  const groups: Group[] = [];
  for (const run of runs) {
    const unicode = alreadyUnicode(run.text) || isSymbolFont(run.font);
    const encoding = unicode ? undefined : encodingOf(run.font);
    const last = groups.at(-1);
    const mixed = unicode && !isSymbolFont(run.font) ? encodingOfFont(run.font)?.encoding : undefined;
    const caps = encoding === undefined && run.caps === true;
    if (last && last.encoding === encoding && last.mixed === mixed && last.caps === caps)
      last.text += run.text;
    else groups.push({ text: run.text, encoding, mixed, caps });
  }
  return groups;
}

function isSymbolFont(font: string | undefined): boolean {
  return /symbol|wingdings|webdings|dingbats|marlett/i.test(font ?? '');
}

const NAMES: Record<LegacyEncoding, string> = {
  tcvn3: 'TCVN3 (ABC)',
  vni: 'VNI',
  vps: 'VPS',
  viscii: 'VISCII',
};

/** What the person is told about a conversion; empty when there was none. */
export function conversionWarnings(encodings: ReadonlySet<LegacyEncoding>): string[] {
  if (encodings.size === 0) return [];
  const names = [...encodings].map((e) => NAMES[e]).join(', ');
  return [
    `Văn bản dùng bảng mã cũ ${names}; đã chuyển sang Unicode, anh/chị nên đối chiếu chữ hoa và tên riêng.`,
  ];
}
