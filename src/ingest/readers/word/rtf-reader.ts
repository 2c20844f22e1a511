import { failed } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import { RtfBlocks } from './rtf-blocks.ts';
import { RtfFonts } from './rtf-fonts.ts';

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
  /** Inside a page header, a footer or a note. */
  aside: boolean;
}

const TOKEN = /\\([a-zA-Z]+)(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+)/g;

/** Runs through an RTF and hands its text to `blocks`. */
export class RtfReader {
  private state: State = {
    font: undefined,
    skip: false,
    hidden: false,
    caps: false,
    fallback: 1,
    fontTable: false,
    aside: false,
    naming: false,
  };
  private readonly stack: State[] = [];
  private readonly fonts = new RtfFonts();
  readonly blocks = new RtfBlocks();
  private drop = 0;
  private shapeProperty = '';
  /** References to notes so far. */
  private references = 0;

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
    const { aside } = this.state;
    this.state = this.stack.pop() ?? this.state;
    if (aside && !this.state.aside) this.blocks.endAside();
  }

  private word(word: string, n: number | undefined, starred: boolean): void {
    const s = this.state;
    if (word === 'bin') return;
    if (word === 'u' && n !== undefined) this.unicode(n);
    else if (s.fontTable) s.skip = this.fonts.tableWord(word, n) || s.skip;
    else if (word === 'fonttbl') s.fontTable = true;
    else if (word === 'sn') {
      this.shapeProperty = '';
      s.naming = true;
    } else if (word === 'sv') this.shapeValue();
    else if (HEADS.has(word)) this.beginAside(() => this.blocks.beginHead());
    else if (word === 'footnote') this.beginAside(() => this.blocks.beginNote());
    else if (word === 'chftn') this.noteFigure();
    else if (SKIPPED.has(word) || (starred && !['shptxt', 'shpinst'].includes(word))) s.skip = true;
    else if (word === 'shptxt' || word === 'shprslt') s.skip = word === 'shprslt';
    else if (word === 'f') s.font = n;
    else if (word === 'deff') this.fonts.setDefault(n);
    else if (word === 'plain') Object.assign(s, { font: undefined, hidden: false, caps: false });
    else if (word === 'v') s.hidden = n !== 0;
    else if (word === 'caps') s.caps = n !== 0;
    else if (word === 'uc') s.fallback = n ?? 1;
    else if (word === 'ansicpg') this.fonts.setCodePage(n);
    else if (SYMBOLS[word] !== undefined) this.write(SYMBOLS[word]);
    else if (!s.skip) this.structure(word);
  }

  /** WordArt stands apart from the text around it, like a page header. */
  private shapeValue(): void {
    this.state.skip = this.shapeProperty !== WORD_ART;
    if (!this.state.skip) this.beginAside(() => this.blocks.beginHead());
  }

  private beginAside(begin: () => void): void {
    if (this.state.aside) return;
    this.state.aside = true;
    begin();
  }

  /** The figure of a footnote or endnote, which Word counts: first where the text refers to it, then in the note itself. */
  private noteFigure(): void {
    if (!this.state.aside) this.references++;
    this.write(`[${this.references}]`);
  }

  private structure(word: string): void {
    if (word === 'par' || word === 'sect' || word === 'page') this.blocks.endParagraph();
    else if (word === 'pard') this.blocks.inTable = false;
    else if (word === 'intbl') this.blocks.inTable = true;
    else if (word === 'cell' || word === 'nestcell') this.blocks.endCell();
    else if (word === 'row' || word === 'nestrow') this.blocks.endRow();
  }

  private plain(text: string): void {
    if (this.state.naming) {
      this.shapeProperty += text;
      return;
    }
    if (this.state.fontTable) {
      if (!this.state.skip) this.fonts.tableText(text);
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
    this.write(this.fonts.byte(byte, this.state.font));
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
    this.blocks.append(text, this.fonts.name(s.font), s.caps);
  }
}
