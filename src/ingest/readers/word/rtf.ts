import iconv from 'iconv-lite';
import type { ReadValue } from '../../model.ts';
import { failed } from '../failure.ts';
import { cp1252 } from '../legacy/convert.ts';
import { encodingOfFont } from '../legacy/detect.ts';
import { conversionWarnings } from '../legacy/runs.ts';
import { LIMITS } from '../limits.ts';
import { clean } from '../plain-text.ts';
import { decodeBlocks, keptHeads } from './docx.ts';
import { RtfBlocks } from './rtf-blocks.ts';

/** Groups whose content is not text of the document. */
const SKIPPED = new Set(
  'colortbl stylesheet info pict object themedata datastore listtable listoverridetable rsidtbl fldinst xmlnstbl generator nonshppict revtbl filetbl latentstyles pgdsctbl bkmkstart bkmkend sp'.split(
    ' ',
  ),
);
/** Page headers and footers: kept apart, for a stamp may stand there. */
const HEADS = new Set('header headerl headerr headerf footer footerl footerr footerf'.split(' '));
/** The property of a shape that holds the words of WordArt. */
const WORD_ART = 'gtextUNICODE';
const SYMBOLS: Record<string, string> = {
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  tab: '\t',
  line: '\n',
  emspace: ' ',
  enspace: ' ',
};
/** fcharset → code page (RTF specification 1.9.1). */
const CHARSETS: Record<number, string> = {
  163: 'windows-1258',
  204: 'windows-1251',
  238: 'windows-1250',
  161: 'windows-1253',
  162: 'windows-1254',
  186: 'windows-1257',
};

interface State {
  font: number | undefined;
  skip: boolean;
  hidden: boolean;
  caps: boolean;
  /** Characters to drop after \u. */
  fallback: number;
  fontTable: boolean;
  /** Inside the name of a shape's property. */
  naming: boolean;
  /** Inside a page header or footer. */
  head: boolean;
}

interface RtfFont {
  name: string;
  charset: number;
}

/** RTF → lines: \'hh by the font's code page (legacy fonts by byte), \u, tables as rows, printed list numbers. */
export function readRtf(bytes: Uint8Array): ReadValue {
  const reader = new RtfReader();
  reader.run(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
  const { lines, encodings } = decodeBlocks(reader.blocks.finish());
  const heads = keptHeads(decodeBlocks(reader.blocks.heads()).lines);
  const text = clean([...heads, ...lines].join('\n'));
  if (text.trim() === '')
    throw failed('Tệp RTF không có chữ nào đọc được; hãy mở bằng Word rồi lưu lại dạng DOCX.');
  return {
    format: 'rtf',
    paged: false,
    pages: [{ page: 1, text, ocr: false }],
    warnings: conversionWarnings(encodings),
  };
}

const TOKEN = /\\([a-zA-Z]+)(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+)/g;

class RtfReader {
  private state: State = {
    font: undefined,
    skip: false,
    hidden: false,
    caps: false,
    fallback: 1,
    fontTable: false,
    head: false,
    naming: false,
  };
  private readonly stack: State[] = [];
  private readonly fonts = new Map<number, RtfFont>();
  readonly blocks = new RtfBlocks();
  private codePage = 'windows-1252';
  private defaultFont: number | undefined;
  private drop = 0;
  private fontName = '';
  private shapeProperty = '';

  run(source: string): void {
    let starred = false;
    for (const match of source.matchAll(TOKEN)) {
      const [, word, number, hex, symbol, brace, text] = match;
      if (brace !== undefined) this.brace(brace);
      else if (word !== undefined)
        this.word(word, number === undefined ? undefined : Number(number), starred);
      else if (hex !== undefined) this.byte(Number.parseInt(hex, 16));
      else if (symbol !== undefined) this.symbol(symbol);
      else if (text !== undefined) this.plain(text);
      starred = symbol === '*';
    }
  }

  private brace(brace: string): void {
    if (brace === '{') {
      if (this.stack.length > LIMITS.xmlDepth * 2)
        throw failed('Tệp RTF lồng nhau quá sâu; hãy mở bằng Word rồi lưu lại dạng DOCX.');
      this.stack.push({ ...this.state });
      return;
    }
    const { head } = this.state;
    this.state = this.stack.pop() ?? this.state;
    if (head && !this.state.head) this.blocks.endHead();
  }

  private word(word: string, n: number | undefined, starred: boolean): void {
    const s = this.state;
    if (word === 'bin') return;
    if (word === 'u' && n !== undefined) this.unicode(n);
    else if (s.fontTable) this.fontTableWord(word, n);
    else if (word === 'fonttbl') s.fontTable = true;
    else if (word === 'sn') {
      this.shapeProperty = '';
      s.naming = true;
    } else if (word === 'sv') this.shapeValue();
    else if (HEADS.has(word)) this.beginHead();
    else if (SKIPPED.has(word) || (starred && !['shptxt', 'shpinst'].includes(word))) s.skip = true;
    else if (word === 'shptxt' || word === 'shprslt') s.skip = word === 'shprslt';
    else if (word === 'f') s.font = n;
    else if (word === 'deff') this.defaultFont = n;
    else if (word === 'plain') Object.assign(s, { font: undefined, hidden: false, caps: false });
    else if (word === 'v') s.hidden = n !== 0;
    else if (word === 'caps') s.caps = n !== 0;
    else if (word === 'uc') s.fallback = n ?? 1;
    else if (word === 'ansicpg' && n && iconv.encodingExists(`windows-${n}`)) this.codePage = `windows-${n}`;
    else if (SYMBOLS[word] !== undefined) this.write(SYMBOLS[word]);
    else if (!s.skip) this.structure(word);
  }

  /** WordArt stands apart from the text around it, like a page header. */
  private shapeValue(): void {
    this.state.skip = this.shapeProperty !== WORD_ART;
    if (!this.state.skip) this.beginHead();
  }

  private beginHead(): void {
    if (this.state.head) return;
    this.state.head = true;
    this.blocks.beginHead();
  }

  private structure(word: string): void {
    if (word === 'par' || word === 'sect' || word === 'page') this.blocks.endParagraph();
    else if (word === 'pard') this.blocks.inTable = false;
    else if (word === 'intbl') this.blocks.inTable = true;
    else if (word === 'cell' || word === 'nestcell') this.blocks.endCell();
    else if (word === 'row' || word === 'nestrow') this.blocks.endRow();
  }

  private fontTableWord(word: string, n: number | undefined): void {
    if (word === 'f' && n !== undefined) {
      this.state.font = n;
      this.fonts.set(n, { name: '', charset: 0 });
      this.fontName = '';
    }
    const font = this.fonts.get(this.state.font ?? -1);
    if (word === 'fcharset' && font && n !== undefined) font.charset = n;
    if (['panose', 'falt', 'fname'].includes(word)) this.state.skip = true;
  }

  private plain(text: string): void {
    if (this.state.naming) {
      this.shapeProperty += text;
      return;
    }
    if (this.state.fontTable) {
      if (this.state.skip) return;
      this.fontName += text;
      const font = this.fonts.get(this.state.font ?? -1);
      if (font) font.name = this.fontName.split(';')[0]!.trim();
      return;
    }
    const dropped = Math.min(this.drop, text.length);
    this.drop -= dropped;
    // Bytes above 0x7f may also stand unescaped.
    for (const part of text.slice(dropped).match(/[\x00-\x7f]+|[^\x00-\x7f]/g) ?? []) {
      if (part.charCodeAt(0) < 0x80) this.write(part);
      else this.byte(part.charCodeAt(0));
    }
  }

  private byte(byte: number): void {
    if (this.drop > 0) {
      this.drop--;
      return;
    }
    const font = this.fonts.get(this.state.font ?? this.defaultFont ?? -1);
    if (font && (encodingOfFont(font.name) || font.charset === 2)) {
      this.write(cp1252(byte));
      return;
    }
    const page = (font && CHARSETS[font.charset]) ?? this.codePage;
    this.write(page === 'windows-1252' ? cp1252(byte) : iconv.decode(Buffer.from([byte]), page));
  }

  private symbol(symbol: string): void {
    if (symbol === '~') this.write(' ');
    else if (symbol === '_') this.write('-');
    else if (symbol === '\n' || symbol === '\r') this.blocks.endParagraph();
    else if (symbol === '\\' || symbol === '{' || symbol === '}') this.write(symbol);
  }

  private unicode(n: number): void {
    this.drop = 0;
    this.write(String.fromCharCode(n < 0 ? n + 65_536 : n & 0xffff));
    this.drop = this.state.fallback;
  }

  private write(text: string): void {
    const s = this.state;
    if (s.skip || s.hidden || s.fontTable) return;
    const font = this.fonts.get(s.font ?? this.defaultFont ?? -1)?.name;
    this.blocks.append(s.caps ? text.toUpperCase() : text, font);
  }
}
