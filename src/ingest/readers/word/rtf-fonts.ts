import iconv from 'iconv-lite';
import { cp1252 } from '../legacy/convert.ts';
import { encodingOfFont } from '../legacy/detect.ts';

/** fcharset → code page (RTF specification 1.9.1). */
const CHARSETS: Record<number, string> = {
  163: 'windows-1258',
  204: 'windows-1251',
  238: 'windows-1250',
  161: 'windows-1253',
  162: 'windows-1254',
  186: 'windows-1257',
};

interface RtfFont {
  name: string;
  charset: number;
}

/** The font table of an RTF: what a byte means is the font's to say. */
export class RtfFonts {
  private readonly fonts = new Map<number, RtfFont>();
  private codePage = 'windows-1252';
  private defaultFont: number | undefined;
  private open: RtfFont | undefined;
  private typed = '';

  /** \ansicpg: the code page of fonts that tell none. */
  setCodePage(n: number | undefined): void {
    if (n && iconv.encodingExists(`windows-${n}`)) this.codePage = `windows-${n}`;
  }

  setDefault(n: number | undefined): void {
    this.defaultFont = n;
  }

  /** A control word inside the font table; true when what follows in its group is not the font's name. */
  tableWord(word: string, n: number | undefined): boolean {
    if (word === 'f' && n !== undefined) {
      this.open = { name: '', charset: 0 };
      this.fonts.set(n, this.open);
      this.typed = '';
    }
    if (word === 'fcharset' && this.open && n !== undefined) this.open.charset = n;
    return ['panose', 'falt', 'fname'].includes(word);
  }

  /** Text inside the font table: the name of the font, ended by a semicolon. */
  tableText(text: string): void {
    this.typed += text;
    if (this.open) this.open.name = this.typed.split(';')[0]!.trim();
  }

  name(font: number | undefined): string | undefined {
    return this.find(font)?.name;
  }

  /** A byte as text; bytes of legacy and symbol fonts come as their cp1252 characters. */
  byte(byte: number, font: number | undefined): string {
    const found = this.find(font);
    if (found && (encodingOfFont(found.name) || found.charset === 2)) return cp1252(byte);
    const page = (found && CHARSETS[found.charset]) ?? this.codePage;
    return page === 'windows-1252' ? cp1252(byte) : iconv.decode(Buffer.from([byte]), page);
  }

  private find(font: number | undefined): RtfFont | undefined {
    return this.fonts.get(font ?? this.defaultFont ?? -1);
  }
}
