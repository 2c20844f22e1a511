import { parseXml } from '../xml.ts';

/** What a paragraph style says about numbering and font, inheritance already followed. */
export interface ParagraphStyle {
  readonly font?: string;
  readonly caps?: boolean;
  readonly numId?: string;
  readonly level?: number;
}

interface RawStyle {
  basedOn?: string;
  font?: string;
  caps?: boolean;
  numId?: string;
  level?: number;
}

export interface StyleSheet {
  style(id: string | undefined): ParagraphStyle;
}

/** Reads word/styles.xml. Style chains are followed at most 20 steps, so a loop of styles ends. */
export function readStyles(xml: string | undefined): StyleSheet {
  const styles = new Map<string, RawStyle>();
  const defaults: RawStyle = {};
  let defaultId: string | undefined;
  let current: RawStyle = {};
  let inDefaults = false;
  if (xml) {
    parseXml(xml, {
      open(name, a) {
        if (name === 'docDefaults') inDefaults = true;
        else if (name === 'style') {
          current = {};
          if (a['styleId']) styles.set(a['styleId'], current);
          if (a['type'] === 'paragraph' && (a['default'] === '1' || a['default'] === 'true'))
            defaultId = a['styleId'];
        } else apply(inDefaults ? defaults : current, name, a);
      },
      close(name) {
        if (name === 'docDefaults') inDefaults = false;
      },
      text() {},
    });
  }
  const cache = new Map<string, ParagraphStyle>();
  return {
    style(id) {
      const key = id ?? defaultId ?? '';
      let known = cache.get(key);
      if (!known) {
        known = resolve(styles, key, defaults);
        cache.set(key, known);
      }
      return known;
    },
  };
}

function apply(style: RawStyle, name: string, a: Readonly<Record<string, string>>): void {
  if (name === 'basedOn' && a['val']) style.basedOn = a['val'];
  const font = a['hAnsi'] ?? a['ascii'];
  if (name === 'rFonts' && font) style.font = font;
  if (name === 'caps') style.caps = isOn(a['val']);
  if (name === 'numId' && a['val']) style.numId = a['val'];
  if (name === 'ilvl' && a['val']) style.level = Number(a['val']);
}

export function isOn(value: string | undefined): boolean {
  return value === undefined || !/^(0|false|off|none)$/.test(value);
}

function resolve(styles: ReadonlyMap<string, RawStyle>, id: string, defaults: RawStyle): ParagraphStyle {
  const chain: RawStyle[] = [];
  let at: string | undefined = id;
  for (let i = 0; at !== undefined && i < 20; i++) {
    const style: RawStyle | undefined = styles.get(at);
    if (!style) break;
    chain.unshift(style);
    at = style.basedOn;
  }
  const { basedOn: _, ...merged } = Object.assign({}, defaults, ...chain) as RawStyle;
  return merged;
}
