import { zipSync } from 'fflate';
import { BYTE_TABLES, VNI_MARKS, VNI_SINGLE } from '../../../src/ingest/readers/legacy/tables.ts';

/** Small files of every kind, made here so that no test needs a file from elsewhere. */

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Unicode → bytes of a single-byte legacy encoding, by the inverse of its table. Letters it lacks keep lower case. */
export function encodeLegacy(text: string, encoding: 'tcvn3' | 'vps' | 'viscii'): Uint8Array {
  const inverse = new Map([...BYTE_TABLES[encoding]].map(([byte, letter]) => [letter, byte]));
  return Uint8Array.from(
    [...text.normalize('NFC')].map((c) => inverse.get(c) ?? inverse.get(c.toLowerCase()) ?? c.charCodeAt(0)),
  );
}

/** Unicode → VNI as its cp1252 characters. */
export function encodeVni(text: string): string {
  const single = new Map(Object.entries(VNI_SINGLE).map(([vni, letter]) => [letter, vni]));
  const marks = new Map(Object.entries(VNI_MARKS).map(([vni, mark]) => [mark, vni]));
  return [...text.normalize('NFC')]
    .map((char) => {
      const whole = single.get(char);
      if (whole !== undefined) return whole;
      const decomposed = char.normalize('NFD');
      if (decomposed.length === 1) return char;
      // ơ and ư are letters of their own, with the tone after them.
      const horn = decomposed.includes('\u031b')
        ? single.get(`${decomposed[0]}\u031b`.normalize('NFC'))
        : undefined;
      const base = horn ?? decomposed[0]!;
      const mark = marks.get(
        [...decomposed.slice(1).replace('\u031b', '')].sort((a, b) => rank(a) - rank(b)).join(''),
      );
      if (mark === undefined) return base;
      return base + (base === base.toUpperCase() ? mark.toUpperCase() : mark);
    })
    .join('');
}

const rank = (mark: string): number => (mark === '\u0302' || mark === '\u0306' ? 0 : 1);

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

export interface DocxParts {
  readonly body: string;
  readonly numbering?: string;
  readonly styles?: string;
  readonly header?: string;
  readonly footer?: string;
  readonly footnotes?: string;
  /** A picture among its media. */
  readonly picture?: Uint8Array;
}

/** A DOCX from the inner XML of its parts. */
export function docx({ body, numbering, styles, header, footer, footnotes, picture }: DocxParts): Uint8Array {
  return zipSync({
    '[Content_Types].xml': utf8('<Types/>'),
    'word/document.xml': utf8(`<w:document ${W}><w:body>${body}</w:body></w:document>`),
    ...(numbering && { 'word/numbering.xml': utf8(`<w:numbering ${W}>${numbering}</w:numbering>`) }),
    ...(styles && { 'word/styles.xml': utf8(`<w:styles ${W}>${styles}</w:styles>`) }),
    ...(header && { 'word/header1.xml': utf8(`<w:hdr ${W}>${header}</w:hdr>`) }),
    ...(footer && { 'word/footer1.xml': utf8(`<w:ftr ${W}>${footer}</w:ftr>`) }),
    ...(footnotes && { 'word/footnotes.xml': utf8(`<w:footnotes ${W}>${footnotes}</w:footnotes>`) }),
    ...(picture && { 'word/media/image1.png': picture }),
  });
}

export const paragraph = (text: string, properties = '', run = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr>${run}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

export const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows
    .map(
      (row) =>
        `<w:tr>${row
          .map(
            (cell) =>
              `<w:tc>${cell
                .split('|')
                .map((t) => paragraph(t))
                .join('')}</w:tc>`,
          )
          .join('')}</w:tr>`,
    )
    .join('')}</w:tbl>`;

/** An XLSX with one sheet; strings are shared strings, numbers stay numbers; style 1 is a date. */
export function xlsx(
  rows: readonly (readonly (string | number | { date: number })[])[],
  header = '',
  picture?: Uint8Array,
): Uint8Array {
  const strings: string[] = [];
  const cell = (value: string | number | { date: number }): string => {
    if (typeof value === 'number') return `<c><v>${value}</v></c>`;
    if (typeof value === 'object') return `<c s="1"><v>${value.date}</v></c>`;
    strings.push(value);
    return `<c t="s"><v>${strings.length - 1}</v></c>`;
  };
  const sheet = rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('');
  return zipSync({
    'xl/workbook.xml': utf8(
      '<workbook><sheets><sheet name="Biểu 1" state="visible" r:id="rId1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': utf8(
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/styles.xml': utf8(
      '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    ),
    'xl/sharedStrings.xml': utf8(`<sst>${strings.map((s) => `<si><t>${s}</t></si>`).join('')}</sst>`),
    'xl/worksheets/sheet1.xml': utf8(
      `<worksheet><sheetData>${sheet}</sheetData>${header && `<headerFooter><oddHeader>${header.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}</oddHeader></headerFooter>`}</worksheet>`,
    ),
    ...(picture && { 'xl/media/image1.png': picture }),
  });
}

export interface PdfText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size?: number;
}

/** A drawn line, or a filled box where it has a width and a height (points, origin bottom left). */
export interface PdfLine {
  readonly line: readonly [x0: number, y0: number, x1: number, y1: number];
  readonly filled?: boolean;
}

/** A JPEG put on the page. */
export interface PdfPicture {
  readonly jpeg: Uint8Array;
  readonly pixels: readonly [width: number, height: number];
  readonly box: readonly [x: number, y: number, width: number, height: number];
}

/** An annotation without a picture of its own. */
export interface PdfNote {
  readonly note: string;
  readonly subtype: 'FreeText' | 'Stamp' | 'Text';
  readonly rect: readonly [x0: number, y0: number, x1: number, y1: number];
}

/** Text turned by any angle (radians), its letter A read as Ậ. */
export interface PdfTurned extends PdfText {
  readonly turned: number;
}

type PdfMark = PdfText | PdfTurned | PdfLine | PdfPicture | PdfNote;

const drawn = ({ line: [x0, y0, x1, y1], filled }: PdfLine): string =>
  filled ? `${x0} ${y0} ${x1 - x0} ${y1 - y0} re f` : `${x0} ${y0} m ${x1} ${y1} l S`;

const shown = (t: PdfText | PdfTurned): string => {
  const [cos, sin] = 'turned' in t ? [Math.cos(t.turned), Math.sin(t.turned)] : [1, 0];
  return `BT /F${'turned' in t ? 2 : 1} ${t.size ?? 12} Tf ${cos} ${sin} ${-sin} ${cos} ${t.x} ${t.y} Tm (${t.text.replace(/[()\\]/g, '\\$&')}) Tj ET`;
};

const A_MEANS_MORE = '1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <41> <1EAC> endbfchar';

const utf16Hex = (text: string): string => `FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex')}`;

/** A PDF of ASCII text, lines, pictures and notes at given places (points, origin bottom left as in PDF), one list a page. */
export function pdf(pages: readonly (readonly PdfMark[])[]): Uint8Array {
  const objects: string[] = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/ToUnicode 5 0 R>>',
    `<</Length ${A_MEANS_MORE.length}>>\nstream\n${A_MEANS_MORE}\nendstream`,
  ];
  const kids: number[] = [];
  for (const page of pages) {
    const pictures: string[] = [];
    const notes: string[] = [];
    const content = page
      .map((mark) => {
        if ('line' in mark) return drawn(mark);
        if ('text' in mark) return shown(mark);
        if ('note' in mark) {
          objects.push(
            `<</Type/Annot/Subtype/${mark.subtype}/F 4/Rect[${mark.rect.join(' ')}]/Contents<${utf16Hex(mark.note)}>>>`,
          );
          notes.push(`${objects.length} 0 R`);
          return '';
        }
        const bytes = Buffer.from(mark.jpeg).toString('latin1');
        objects.push(
          `<</Type/XObject/Subtype/Image/Width ${mark.pixels[0]}/Height ${mark.pixels[1]}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length ${bytes.length}>>\nstream\n${bytes}\nendstream`,
        );
        pictures.push(`/I${pictures.length} ${objects.length} 0 R`);
        const [x, y, width, height] = mark.box;
        return `q ${width} 0 0 ${height} ${x} ${y} cm /I${pictures.length - 1} Do Q`;
      })
      .join('\n');
    objects.push(`<</Length ${content.length}>>\nstream\n${content}\nendstream`);
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R/F2 4 0 R>>/XObject<<${pictures.join('')}>>>>/Annots[${notes.join(' ')}]/Contents ${objects.length} 0 R>>`,
    );
    kids.push(objects.length);
  }
  objects[1] = `<</Type/Pages/Count ${kids.length}/Kids[${kids.map((k) => `${k} 0 R`).join(' ')}]>>`;
  let out = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = out.length;
    out += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const xref = out.length;
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((o) => `${String(o).padStart(10, '0')} 00000 n \n`).join('')}`;
  out += `trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${xref}\n%%EOF\n`;
  return Uint8Array.from(out, (c) => c.charCodeAt(0));
}

/**
 * A ruled table as marks of a PDF page: `columns` are the left borders and the right one, every row as high as its
 * longest cell; "|" parts the lines of a cell. `borders` draws lines or, as Word does, thin filled boxes.
 */
export function ruledTable(
  columns: readonly number[],
  rows: readonly (readonly string[])[],
  top: number,
  borders: 'lines' | 'boxes' = 'lines',
): (PdfText | PdfLine)[] {
  const [left, right] = [columns[0]!, columns.at(-1)!];
  const border = (x0: number, y0: number, x1: number, y1: number): PdfLine =>
    borders === 'lines'
      ? { line: [x0, y0, x1, y1] }
      : { line: [x0, y0, Math.max(x1, x0 + 0.5), Math.max(y1, y0 + 0.5)], filled: true };
  const marks: (PdfText | PdfLine)[] = [border(left, top, right, top)];
  let y = top;
  for (const row of rows) {
    const bottom = y - 8 - 14 * Math.max(...row.map((cell) => cell.split('|').length));
    marks.push(border(left, bottom, right, bottom), ...columns.map((x) => border(x, bottom, x, y)));
    row.forEach((cell, c) => {
      cell.split('|').forEach((text, i) => {
        marks.push({ x: columns[c]! + 4, y: y - 14 * (i + 1), text });
      });
    });
    y = bottom;
  }
  return marks;
}
