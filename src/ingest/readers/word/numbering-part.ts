import { ListCounter, type ListLevel } from '../numbering.ts';
import { parseXml } from '../xml.ts';

interface MutableLevel {
  start: number;
  format: string;
  pattern: string;
  legal?: boolean;
  restartAfter?: number;
}

interface Num {
  abstractId?: string;
  readonly startOverrides: Map<number, number>;
  readonly levels: Map<number, MutableLevel>;
}

interface Abstract {
  readonly levels: (MutableLevel | undefined)[];
  styleLink?: string;
  numStyleLink?: string;
}

/** The labels Word prints before numbered paragraphs, stepping as the document is read from top to bottom. */
export interface Numbering {
  next(numId: string, level: number): string;
}

/** Reads word/numbering.xml. Lists of one abstract definition count on together, as in Word. */
export function readNumbering(xml: string | undefined): Numbering {
  const { abstracts, nums } = xml
    ? parseParts(xml)
    : { abstracts: new Map<string, Abstract>(), nums: new Map<string, Num>() };
  const counters = new Map<string, ListCounter>();
  return {
    next(numId, level) {
      const num = nums.get(numId);
      if (!num?.abstractId || level < 0 || level > 8) return '';
      const abstract = followLink(abstracts, num.abstractId);
      if (!abstract) return '';
      const own = num.startOverrides.size > 0 || num.levels.size > 0;
      const key = own ? `num ${numId}` : `abstract ${num.abstractId}`;
      let counter = counters.get(key);
      if (!counter) {
        counter = new ListCounter(levelsOf(abstract, num));
        counters.set(key, counter);
      }
      return counter.next(level);
    },
  };
}

function followLink(abstracts: ReadonlyMap<string, Abstract>, id: string): Abstract | undefined {
  const abstract = abstracts.get(id);
  if (!abstract?.numStyleLink) return abstract;
  return [...abstracts.values()].find((a) => a.styleLink === abstract.numStyleLink) ?? abstract;
}

function levelsOf(abstract: Abstract, num: Num): (ListLevel | undefined)[] {
  return Array.from({ length: 9 }, (_, i) => {
    const base = num.levels.get(i) ?? abstract.levels[i];
    const start = num.startOverrides.get(i);
    return base && start !== undefined ? { ...base, start } : base;
  });
}

function parseParts(xml: string): { abstracts: Map<string, Abstract>; nums: Map<string, Num> } {
  const abstracts = new Map<string, Abstract>();
  const nums = new Map<string, Num>();
  let abstract: Abstract | undefined;
  let num: Num | undefined;
  let level: MutableLevel | undefined;
  let override = 0;
  const number = (a: Readonly<Record<string, string>>, fallback: number) => Number(a['val'] ?? fallback);
  const open: Record<string, (a: Readonly<Record<string, string>>) => void> = {
    abstractNum(a) {
      abstract = { levels: [] };
      abstracts.set(a['abstractNumId'] ?? '', abstract);
    },
    num(a) {
      num = { startOverrides: new Map(), levels: new Map() };
      nums.set(a['numId'] ?? '', num);
    },
    abstractNumId(a) {
      if (num && a['val'] !== undefined) num.abstractId = a['val'];
    },
    lvlOverride(a) {
      override = Number(a['ilvl'] ?? 0);
    },
    startOverride(a) {
      num?.startOverrides.set(override, number(a, 1));
    },
    styleLink(a) {
      if (abstract && a['val']) abstract.styleLink = a['val'];
    },
    numStyleLink(a) {
      if (abstract && a['val']) abstract.numStyleLink = a['val'];
    },
    lvl(a) {
      level = { start: 1, format: 'decimal', pattern: '' };
      const at = Number(a['ilvl'] ?? 0);
      if (num) num.levels.set(at, level);
      else if (abstract) abstract.levels[at] = level;
    },
    start(a) {
      if (level) level.start = number(a, 1);
    },
    numFmt(a) {
      if (level) level.format = a['val'] ?? 'decimal';
    },
    lvlText(a) {
      if (level) level.pattern = a['val'] ?? '';
    },
    isLgl(a) {
      if (level) level.legal = a['val'] !== '0';
    },
    lvlRestart(a) {
      if (level) level.restartAfter = number(a, 0);
    },
  };
  parseXml(xml, {
    open: (name, a) => open[name]?.(a),
    close(name) {
      if (name === 'abstractNum') abstract = undefined;
      if (name === 'num') num = undefined;
      if (name === 'lvl') level = undefined;
    },
    text() {},
  });
  return { abstracts, nums };
}
