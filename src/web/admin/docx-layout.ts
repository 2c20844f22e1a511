import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip as mm,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

const MARGIN = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(20) };
export const PORTRAIT = { size: { width: mm(210), height: mm(297) }, margin: MARGIN };
export const LANDSCAPE = {
  size: { width: mm(210), height: mm(297), orientation: PageOrientation.LANDSCAPE },
  margin: { ...MARGIN, left: mm(20) },
};

export type Style = {
  bold?: boolean;
  italics?: boolean;
  size?: number;
  center?: boolean;
  after?: number;
  ruled?: number;
};

/** One paragraph; `size` in half points, `after` in twentieths of a point; `ruled`: a line under it, drawn in by as many
 * millimetres on both sides. */
export function line(text: string, style: Style = {}): Paragraph {
  const { center, after = 60, ruled, ...run } = style;
  return new Paragraph({
    spacing: { after },
    ...(center && { alignment: AlignmentType.CENTER }),
    ...(ruled && {
      indent: { left: mm(ruled), right: mm(ruled) },
      border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 } },
    }),
    children: [new TextRun({ text, ...run })],
  });
}

/** A cell without borders: letterhead and signature are laid out in two columns. */
function bare(width: number, children: Paragraph[]): TableCell {
  const none = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' };
  return new TableCell({
    width: { size: width, type: WidthType.PERCENTAGE },
    borders: { top: none, bottom: none, left: none, right: none },
    children,
  });
}

/** Letterhead and signature stand in two columns without borders. */
export function twoColumns(left: Paragraph[], right: Paragraph[]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [new TableRow({ children: [bare(38, left), bare(62, right)] })],
  });
}

/** A paragraph of the body: justified, first line indented by 10 mm (Decree 30/2020/NĐ-CP, annex I). */
export function indented(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: mm(10) },
    spacing: { after: 120, line: 300 },
    children: [new TextRun(text)],
  });
}

const BAR_CHARACTERS = 24;

/** A bar of shaded spaces: it prints everywhere and needs no picture. */
export function bar(share: number): Paragraph {
  const filled = Math.max(1, Math.round(share * BAR_CHARACTERS));
  const shading = { type: ShadingType.CLEAR, fill: '7FA9CC', color: 'auto' };
  return new Paragraph({ children: [new TextRun({ text: '\u00A0'.repeat(filled), size: 24, shading })] });
}

/** A bordered cell; `width` in per cent of the table. */
export function cell(text: string, style: Style = {}, width?: number): TableCell {
  return new TableCell({
    ...(width !== undefined && { width: { size: width, type: WidthType.PERCENTAGE } }),
    margins: { left: 80, right: 80, top: 40, bottom: 40 },
    children: [line(text, { size: 22, after: 0, ...style })],
  });
}
