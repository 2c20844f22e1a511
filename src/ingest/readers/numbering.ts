/** Numbers that Word generates for lists ("Điều 1.", "a)", "II."), shared by the DOCX, DOC and RTF readers. */

export interface ListLevel {
  readonly start: number;
  /** Office's name of the format: decimal, lowerLetter, upperRoman, bullet, none … */
  readonly format: string;
  /** Pattern with %1 … %9 standing for the counters of levels 1 to 9, e.g. "Điều %1." */
  readonly pattern: string;
  /** Legal numbering: every counter printed in Arabic digits whatever its own format. */
  readonly legal?: boolean;
  /** Level (1-based) after which this counter restarts; 0 = never; default: after any higher level. */
  readonly restartAfter?: number;
}

/** Counters of one list. `next` steps the level and returns the printed label, "" for bullets and none. */
export class ListCounter {
  private readonly values: (number | undefined)[] = [];
  private readonly levels: readonly (ListLevel | undefined)[];

  constructor(levels: readonly (ListLevel | undefined)[]) {
    this.levels = levels;
  }

  next(level: number): string {
    const own = this.levels[level];
    if (!own) return '';
    for (let l = 0; l < level; l++) this.values[l] ??= this.levels[l]?.start ?? 1;
    const current = this.values[level];
    this.values[level] = current === undefined ? own.start : current + 1;
    for (let l = level + 1; l < 9; l++) {
      const restart = this.levels[l]?.restartAfter;
      if (restart === undefined || (restart > 0 && level < restart)) this.values[l] = undefined;
    }
    return this.label(level, own);
  }

  private label(level: number, own: ListLevel): string {
    if (own.format === 'bullet') return BULLET;
    return own.pattern.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const format = own.legal ? 'decimal' : (this.levels[at]?.format ?? 'decimal');
      return formatNumber(
        this.values[at] ?? this.levels[at]?.start ?? 1,
        at === level && !own.legal ? own.format : format,
      );
    });
  }
}

const BULLET = '-';

/** 4 → "4", "d", "IV" by Office's format name. Letters repeat after z ("aa"), as Word prints them. */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'none':
      return '';
    case 'upperRoman':
      return roman(value);
    case 'lowerRoman':
      return roman(value).toLowerCase();
    case 'upperLetter':
      return letters(value);
    case 'lowerLetter':
      return letters(value).toLowerCase();
    case 'decimalZero':
      return String(value).padStart(2, '0');
    default:
      return String(value);
  }
}

function letters(value: number): string {
  if (value < 1 || value > 26 * 30) return String(value);
  const index = (value - 1) % 26;
  return String.fromCharCode(65 + index).repeat(Math.floor((value - 1) / 26) + 1);
}

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  const units: [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let out = '';
  let rest = value;
  for (const [size, sign] of units) {
    while (rest >= size) {
      out += sign;
      rest -= size;
    }
  }
  return out;
}
