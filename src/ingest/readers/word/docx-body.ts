import { appendRun, type StyledRun } from '../legacy/runs.ts';
import { parseXml } from '../xml.ts';
import type { Block } from './blocks.ts';
import type { NoteMarks } from './note-marks.ts';
import type { Numbering } from './numbering-part.ts';
import { isOn, type ParagraphStyle, type StyleSheet } from './styles.ts';

type Attributes = Readonly<Record<string, string>>;

interface OpenParagraph {
  readonly runs: StyledRun[];
  style: string | undefined;
  numId: string | undefined;
  level: number | undefined;
}

interface OpenTable {
  readonly rows: Block[][][];
}

/** Content that is not part of the text as it stands: tracked deletions, the old copy of a text box, field codes. */
const SKIPPED = new Set([
  'del',
  'moveFrom',
  'Fallback',
  'instrText',
  'delText',
  'pPrChange',
  'rPrChange',
  'tblPrChange',
]);

/** Streams a WordprocessingML part (document, header, footnotes) into blocks. */
export function readBody(xml: string, styles: StyleSheet, numbering: Numbering, marks?: NoteMarks): Block[] {
  const reader = new BodyReader(styles, numbering, marks);
  parseXml(xml, reader);
  return reader.blocks();
}

class BodyReader {
  private readonly containers: Block[][] = [[]];
  private readonly tables: OpenTable[] = [];
  private readonly paragraphs: OpenParagraph[] = [];
  private readonly styles: StyleSheet;
  private readonly numbering: Numbering;
  private readonly marks: NoteMarks | undefined;
  private font: string | undefined;
  private caps: boolean | undefined;
  private hidden = false;
  private inText = false;
  private inRunProperties = false;
  private skip = 0;

  constructor(styles: StyleSheet, numbering: Numbering, marks: NoteMarks | undefined) {
    this.styles = styles;
    this.numbering = numbering;
    this.marks = marks;
  }

  blocks(): Block[] {
    return this.containers[0]!;
  }

  open(name: string, a: Attributes): void {
    if (this.skip > 0 || SKIPPED.has(name)) {
      this.skip++;
      return;
    }
    switch (name) {
      case 'p':
        this.paragraphs.push({ runs: [], style: undefined, numId: undefined, level: undefined });
        break;
      case 'r':
        this.font = undefined;
        this.caps = undefined;
        this.hidden = false;
        break;
      case 'rPr':
        this.inRunProperties = true;
        break;
      case 't':
        this.inText = true;
        break;
      case 'tbl':
        this.tables.push({ rows: [] });
        break;
      case 'tr':
        this.tables.at(-1)?.rows.push([]);
        break;
      case 'tc':
        this.containers.push([]);
        break;
      default:
        this.property(name, a);
    }
  }

  private property(name: string, a: Attributes): void {
    const mark = this.marks?.at(name, a);
    if (mark !== undefined) this.write(mark);
    const paragraph = this.paragraphs.at(-1);
    if (!paragraph) return;
    if (name === 'pStyle') paragraph.style = a['val'];
    else if (name === 'numId') paragraph.numId = a['val'];
    else if (name === 'ilvl') paragraph.level = Number(a['val'] ?? 0);
    else if (name === 'rFonts' && this.inRunProperties) this.font = a['hAnsi'] ?? a['ascii'] ?? this.font;
    else if (name === 'caps' && this.inRunProperties) this.caps = isOn(a['val']);
    else if (name === 'vanish' && this.inRunProperties) this.hidden = isOn(a['val']);
    else if (!this.inRunProperties && (name === 'br' || name === 'cr')) this.write('\n');
    else if (!this.inRunProperties && name === 'tab') this.write('\t');
    else if (name === 'noBreakHyphen') this.write('-');
    else if (name === 'sym') this.write(symbol(a));
    // WordArt: the words are an attribute of the drawing.
    else if (name === 'textpath' && a['string']) this.write(`\n${a['string']}\n`);
  }

  private write(text: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (!paragraph || this.hidden || text === '') return;
    const style = this.styles.style(paragraph.style);
    const font = this.font ?? style.font;
    appendRun(paragraph.runs, text, font, this.caps ?? style.caps);
  }

  text(text: string): void {
    if (this.skip === 0 && this.inText) this.write(text);
  }

  close(name: string): void {
    if (this.skip > 0) {
      this.skip--;
      return;
    }
    switch (name) {
      case 't':
        this.inText = false;
        break;
      case 'rPr':
        this.inRunProperties = false;
        break;
      case 'p':
        this.closeParagraph();
        break;
      case 'tc': {
        const cell = this.containers.pop() ?? [];
        this.tables.at(-1)?.rows.at(-1)?.push(cell);
        break;
      }
      case 'tbl': {
        const table = this.tables.pop();
        if (table) this.containers.at(-1)?.push({ kind: 'table', rows: table.rows });
      }
    }
  }

  private closeParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (!paragraph) return;
    const empty = paragraph.runs.every((r) => r.text.trim() === '');
    const label = empty ? '' : this.label(paragraph, this.styles.style(paragraph.style));
    this.containers.at(-1)?.push({ kind: 'paragraph', label, runs: paragraph.runs });
  }

  /** numId 0 takes an inherited number away. */
  private label(paragraph: OpenParagraph, style: ParagraphStyle): string {
    const numId = paragraph.numId ?? style.numId;
    if (numId === undefined || numId === '0') return '';
    return this.numbering.next(numId, paragraph.level ?? style.level ?? 0);
  }
}

/** Check boxes of forms come as symbols of Wingdings. */
function symbol(a: Attributes): string {
  const code = Number.parseInt(a['char'] ?? '', 16) & 0xff;
  if (/wingdings/i.test(a['font'] ?? '')) {
    if (code === 0xa8 || code === 0x6f || code === 0x71) return '☐';
    if (code === 0xfe || code === 0x52) return '☑';
    if (code === 0xfd || code === 0x54) return '☒';
  }
  return '•';
}
