import {
  AlignmentType,
  BorderStyle,
  Document,
  convertMillimetersToTwip as mm,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { printDate } from '../../legal/citation-label.ts';
import type { PaperContent } from './model.ts';
import { PAPER_PARTS, PAPER_WORDS } from './words.ts';

/** Half points. Decree 30/2020/NĐ-CP, annex I: body 13 to 14 pt, heading 12 to 13 pt. */
const BODY = 26;
const HEADING = 24;
/** A4; margins 20, 20, 30, 20 mm (the same annex). */
const PAGE = {
  size: { width: mm(210), height: mm(297) },
  margin: { top: mm(20), bottom: mm(20), left: mm(30), right: mm(20) },
};

/**
 * An unsigned paper in the layout of administrative documents: issuer and national heading, number and date left blank,
 * title, addressee, procedure, the text of the paper with its blanks, the legal basis as cited, signatures.
 */
export async function paperDocx(content: PaperContent): Promise<Uint8Array<ArrayBuffer>> {
  const words = PAPER_WORDS[content.kind];
  const { procedure } = content;
  const document = new Document({
    creator: 'Trợ lý cấp xã',
    title: words.title,
    styles: {
      default: { document: { run: { font: 'Times New Roman', size: BODY, language: { value: 'vi-VN' } } } },
    },
    sections: [
      {
        properties: { page: PAGE },
        children: [
          heading(content),
          centred('', { size: HEADING }),
          centred(words.title, { bold: true, size: 28, after: 200 }),
          ...[
            PAPER_PARTS.to,
            PAPER_PARTS.address,
            PAPER_PARTS.dossier,
            PAPER_PARTS.procedure(procedure.name, procedure.code),
            ...words.body,
          ].map(paragraph),
          ...basis(content),
          signatures(),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function heading({ commune }: PaperContent): Table {
  return twoColumns(
    [
      centred(PAPER_PARTS.issuer(commune), { size: HEADING, bold: true }),
      centred(PAPER_PARTS.office, { size: HEADING }),
      centred(PAPER_PARTS.number, { size: HEADING }),
    ],
    [
      centred(PAPER_PARTS.heading, { size: HEADING, bold: true }),
      centred(PAPER_PARTS.motto, { bold: true }),
      centred(PAPER_PARTS.placeAndDate, { italics: true }),
    ],
  );
}

function basis({ basis, checked }: PaperContent): Paragraph[] {
  return [
    paragraph(PAPER_PARTS.basis),
    ...basis.map(({ label, quote }) => paragraph(PAPER_PARTS.cited(label, quote))),
    paragraph(PAPER_PARTS.checked(printDate(checked))),
  ];
}

function signatures(): Table {
  const place = (words: string) => [
    centred(words, { bold: true }),
    centred(PAPER_PARTS.sign, { italics: true, after: 900 }),
  ];
  return twoColumns(place(PAPER_PARTS.receiver), place(PAPER_PARTS.signer));
}

interface Style {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly size?: number;
  readonly after?: number;
}

function centred(text: string, { after = 60, ...run }: Style): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after },
    children: [new TextRun({ text, ...run })],
  });
}

/** Justified, first line indented by 10 mm. */
function paragraph(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: mm(10) },
    spacing: { after: 120, line: 300 },
    children: [new TextRun(text)],
  });
}

function twoColumns(left: Paragraph[], right: Paragraph[]): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' };
  const bare = (width: number, children: Paragraph[]) =>
    new TableCell({
      width: { size: width, type: WidthType.PERCENTAGE },
      borders: { top: none, bottom: none, left: none, right: none },
      children,
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [new TableRow({ children: [bare(44, left), bare(56, right)] })],
  });
}
