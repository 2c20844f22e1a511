import { appendRun, type StyledRun } from '../legacy/runs.ts';
import type { Block } from './blocks.ts';

/** The paragraphs, tables and page headers of an RTF as its control words end them. */
export class RtfBlocks {
  private readonly blocks: Block[] = [];
  private readonly headBlocks: Block[] = [];
  private readonly noteBlocks: Block[] = [];
  private rows: Block[][][] = [];
  private cells: Block[][] = [];
  private cell: Block[] = [];
  private runs: StyledRun[] = [];
  /** What stands in the middle of the text but is printed elsewhere: where it goes, and the paragraph it interrupted. */
  private aside:
    | { readonly into: Block[]; readonly runs: StyledRun[]; readonly inTable: boolean }
    | undefined;
  /** The paragraph belongs to a cell (\intbl). */
  inTable = false;

  append(text: string, font: string | undefined, caps: boolean): void {
    appendRun(this.runs, text, font, caps);
  }

  /** A page header, footer or WordArt begins in the middle of the text. */
  beginHead(): void {
    this.beginAside(this.headBlocks);
  }

  /** A footnote or endnote begins where the text refers to it. */
  beginNote(): void {
    this.beginAside(this.noteBlocks);
  }

  endAside(): void {
    if (this.aside === undefined) return;
    this.aside.into.push(this.takeParagraph());
    this.runs = this.aside.runs;
    this.inTable = this.aside.inTable;
    this.aside = undefined;
  }

  private beginAside(into: Block[]): void {
    this.aside = { into, runs: this.runs, inTable: this.inTable };
    this.runs = [];
  }

  endParagraph(): void {
    const block = this.takeParagraph();
    if (this.aside) {
      this.aside.into.push(block);
      return;
    }
    if (this.inTable) this.cell.push(block);
    else {
      this.endTable();
      this.blocks.push(block);
    }
  }

  endCell(): void {
    if (this.aside) {
      this.endParagraph();
      return;
    }
    this.cells.push([...this.cell, this.takeParagraph()]);
    this.cell = [];
  }

  endRow(): void {
    if (this.aside) return;
    if (this.cells.length > 0) this.rows.push(this.cells);
    this.cells = [];
    this.cell = [];
  }

  /** Paragraphs of page headers and footers. */
  heads(): Block[] {
    return this.headBlocks;
  }

  /** The text, then its notes. */
  finish(): Block[] {
    if (this.runs.length > 0) this.inTable ? this.endCell() : this.endParagraph();
    this.endTable();
    return [...this.blocks, ...this.noteBlocks];
  }

  private takeParagraph(): Block {
    const runs = this.runs;
    this.runs = [];
    return { kind: 'paragraph', label: '', runs };
  }

  private endTable(): void {
    if (this.cell.length > 0) this.cells.push(this.cell);
    this.endRow();
    if (this.rows.length > 0) this.blocks.push({ kind: 'table', rows: this.rows });
    this.rows = [];
  }
}
