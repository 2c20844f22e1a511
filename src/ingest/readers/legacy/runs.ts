import { nfc } from '../../../legal/text.ts';
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

const LEGACY_CHAR = /[\x80-\u024f\u02c6-\u02dc\u0300-\u0323\u2013-\u2122\uf080-\uf0ff]/;

/**
 * Converts run by run after the font's name; runs in fonts that tell nothing follow what the text itself shows, decided
 * once for all such runs of the document (a single word is too little to decide on).
 */
export function decodeRuns(lines: readonly (readonly StyledRun[])[]): DecodedRuns {
  const encodings = new Set<LegacyEncoding>();
  const silent = lines.map((runs) =>
    runs
      .filter((r) => !encodingOfFont(r.font))
      .map((r) => r.text)
      .join(''),
  );
  const guessed = detectLegacy(silent.filter((s) => LEGACY_CHAR.test(s)).join('\n'));
  const out = lines.map((runs) => {
    let text = '';
    for (const group of joinByEncoding(runs, guessed)) {
      if (!group.encoding) text += group.text;
      else {
        if (LEGACY_CHAR.test(group.text)) encodings.add(group.encoding);
        text += convertGroup(group);
      }
    }
    return nfc(encodings.size > 0 ? raiseCapitals(text) : text);
  });
  return { lines: out, encodings };
}

interface Group {
  text: string;
  readonly encoding: LegacyEncoding | undefined;
  readonly capitals: boolean;
}

function convertGroup(group: Group): string {
  const text = alreadyUnicode(group.text) ? group.text : convertLegacy(group.text, group.encoding!);
  return group.capitals ? text.toUpperCase() : text;
}

/** Text typed in Unicode and merely dressed in a legacy font: ạ, ề … cannot come from bytes. */
function alreadyUnicode(text: string): boolean {
  return /[\u1ea0-\u1ef9]/.test(text);
}

/** Neighbouring runs of one encoding are joined first: VNI may put a letter and its mark into different runs. */
function joinByEncoding(runs: readonly StyledRun[], guessed: LegacyEncoding | undefined): Group[] {
  const groups: Group[] = [];
  for (const run of runs) {
    const byFont = encodingOfFont(run.font);
    const encoding = byFont?.encoding ?? (isSymbolFont(run.font) ? undefined : guessed);
    const capitals = byFont?.capitals ?? false;
    const last = groups.at(-1);
    if (last && last.encoding === encoding && last.capitals === capitals) last.text += run.text;
    else groups.push({ text: run.text, encoding, capitals });
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
