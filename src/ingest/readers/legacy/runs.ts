import { nfc } from '../../../legal/text.ts';
import { isVietnameseSyllable, syllableShare } from '../vietnamese-syllable.ts';
import { convertLegacy, raiseCapitals } from './convert.ts';
import { detectLegacy, encodingOfFont } from './detect.ts';
import type { LegacyEncoding } from './tables.ts';

/** A stretch of text in one font, as DOC, DOCX, RTF, XLS and PDF give it. */
export interface StyledRun {
  readonly text: string;
  readonly font?: string;
}

/** Lines of runs → lines of Unicode text; says which encodings were met. */
export interface DecodedRuns {
  readonly lines: string[];
  readonly encodings: ReadonlySet<LegacyEncoding>;
}

const LEGACY_CHAR = /[\x80-\u024f\u02c6-\u02dc\u2013-\u2122\uf080-\uf0ff]|[\u0300-\u0323]/;

/**
 * Converts run by run: each font's encoding is decided once for the whole document, from its name where the text in it
 * agrees, from the text where the name tells nothing or tells wrong (a single word is too little to decide on).
 */
export function decodeRuns(lines: readonly (readonly StyledRun[])[]): DecodedRuns {
  const encodings = new Set<LegacyEncoding>();
  const encodingOf = encodingsByFont(lines);
  const out = lines.map((runs) => {
    let text = '';
    for (const group of joinByEncoding(runs, encodingOf)) {
      const encoding = group.encoding && rightFor(group.text, group.encoding);
      if (group.mixed) text += convertMixed(group.text, group.mixed);
      else if (!encoding) text += group.text;
      else {
        if (LEGACY_CHAR.test(group.text)) encodings.add(encoding);
        text += convertLegacy(group.text, encoding);
      }
    }
    return nfc(text);
  });
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

const ALL: readonly LegacyEncoding[] = ['tcvn3', 'vni', 'vps', 'viscii'];

/** One paragraph may be typed in another encoding than the rest of its font (pasted text, fonts renamed by hand). */
function rightFor(text: string, encoding: LegacyEncoding): LegacyEncoding {
  const share = (e: LegacyEncoding) => {
    const { share, accented } = syllableShare(convertLegacy(text, e));
    return accented < 2 ? -1 : share;
  };
  const own = share(encoding);
  if (own < 0 || own >= 0.5) return encoding;
  return ALL.find((other) => other !== encoding && share(other) > 0.95) ?? encoding;
}

interface Group {
  text: string;
  readonly encoding: LegacyEncoding | undefined;
  /** The encoding of the font where the text was partly typed in Unicode. */
  readonly mixed?: LegacyEncoding | undefined;
}

/** Corrections typed in Unicode among older words: only words that read as syllables when converted are. */
function convertMixed(text: string, encoding: LegacyEncoding): string {
  return text.replace(/[^\s.,;:()"/-]+/gu, (word) => {
    if (alreadyUnicode(word) || !LEGACY_CHAR.test(word) || isVietnameseSyllable(word)) return word;
    const converted = convertLegacy(word, encoding);
    return isVietnameseSyllable(converted) ? converted : word;
  });
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
    if (last && last.encoding === encoding && last.mixed === mixed) last.text += run.text;
    else groups.push({ text: run.text, encoding, mixed });
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
