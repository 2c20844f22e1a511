import { appendRun, type StyledRun } from '../legacy/runs.ts';
import type { Block } from './blocks.ts';

/** The paragraphs, tables and page headers of an RTF as its control words end them. */
export class RtfBlocks {
  private readonly blocks: Block[] = [];
  private readonly headBlocks: Block[] = [];
  private rows: Block[][][] = [];
  private cells: Block[][] = [];
  private cell: Block[] = [];
  private runs: StyledRun[] = [];
  /** The paragraph that was open when a page header began. */
  private interrupted: StyledRun[] = [];
  private inHead = false;
  /** The paragraph belongs to a cell (\intbl). */
  inTable = false;

  append(text: string, font: string | undefined, caps: boolean): void {
    appendRun(this.runs, text, font, caps);
  }

  /** A page header, footer or WordArt begins in the middle of the text. */
  beginHead(): void {
    this.inHead = true;
    this.interrupted = this.runs;
    this.runs = [];
  }

  endHead(): void {
    this.headBlocks.push(this.takeParagraph());
    this.inHead = false;
    this.runs = this.interrupted;
  }

  endParagraph(): void {
    const block = this.takeParagraph();
    if (this.inHead) {
      this.headBlocks.push(block);
      return;
    }
    if (this.inTable) this.cell.push(block);
    else {
      this.endTable();
      this.blocks.push(block);
    }
  }

  endCell(): void {
    if (this.inHead) {
      this.endParagraph();
      return;
    }
    this.cells.push([...this.cell, this.takeParagraph()]);
    this.cell = [];
  }

  endRow(): void {
    if (this.inHead) return;
    if (this.cells.length > 0) this.rows.push(this.cells);
    this.cells = [];
    this.cell = [];
  }

  /** Paragraphs of page headers and footers. */
  heads(): Block[] {
    return this.headBlocks;
  }

  finish(): Block[] {
    if (this.runs.length > 0) this.inTable ? this.endCell() : this.endParagraph();
    this.endTable();
    return this.blocks;
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
