import { Document, Packer, type Paragraph, Table, TableCell, TableRow, VerticalAlign, WidthType } from 'docx';
import { formatDate, formatNumber } from '../text.ts';
import { bar, cell, indented, LANDSCAPE, line, PORTRAIT, twoColumns } from './docx-layout.ts';
import type { Difficulty, DifficultyReport } from './gaps-report.ts';

/**
 * An unsigned draft in the layout of an administrative report (Decree 30/2020/NĐ-CP, annex I): A4, margins 20/20/30/20
 * mm, Times New Roman, issuer and national heading, number left blank, place and date, recipients, signature. What the
 * machine does not know (issuer, number, place, signer) is left for people to fill in.
 */
export async function difficultiesDocx(report: DifficultyReport): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    creator: 'Trợ lý cấp xã',
    title: 'Báo cáo vướng mắc của cấp xã (dự thảo)',
    styles: {
      default: { document: { run: { font: 'Times New Roman', size: 28, language: { value: 'vi-VN' } } } },
    },
    sections: [
      { properties: { page: PORTRAIT }, children: [...letterhead(report), ...body(report), ...ending()] },
      { properties: { page: LANDSCAPE }, children: annex(report) },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function letterhead({ today }: DifficultyReport): (Paragraph | Table)[] {
  const c = { center: true } as const;
  return [
    twoColumns(
      [
        line('TÊN CƠ QUAN CHỦ QUẢN', { ...c, size: 24 }),
        line('TÊN CƠ QUAN BÁO CÁO', { ...c, size: 24, bold: true, ruled: 3 }),
        line('Số:        /BC-……', { ...c, size: 26 }),
      ],
      [
        line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { ...c, size: 24, bold: true }),
        line('Độc lập - Tự do - Hạnh phúc', { ...c, size: 26, bold: true, ruled: 14 }),
        line(`…………, ngày …… tháng …… năm ${today.slice(0, 4)}`, { ...c, italics: true }),
      ],
    ),
    line('', {}),
    line('BÁO CÁO', { ...c, bold: true }),
    line('Khó khăn, vướng mắc của cấp xã trong giải quyết thủ tục hành chính', { ...c, bold: true }),
    line(
      '(Dự thảo do máy tổng hợp từ câu hỏi đã che dữ liệu cá nhân, chưa có chữ ký; cần người có thẩm quyền rà soát)',
      { ...c, italics: true, size: 24, after: 240 },
    ),
  ];
}

const NAMED = 10;

function body(report: DifficultyReport): (Paragraph | Table)[] {
  const { rows } = report;
  const total = rows.reduce((sum, row) => sum + row.questions, 0);
  const before = rows.reduce((sum, row) => sum + row.before, 0);
  const done = rows.filter((row) => row.state === 'Đã xong').length;
  return [
    line('I. TÌNH HÌNH CHUNG', { bold: true }),
    indented(
      `Từ ngày ${formatDate(report.from)} đến ngày ${formatDate(report.to)}, trợ lý ghi nhận ${formatNumber(total)} câu hỏi chưa được trả lời đủ, gom thành ${formatNumber(rows.length)} nhóm vướng mắc (cùng các nhóm này, kỳ trước liền kề có ${formatNumber(before)} câu). ${formatNumber(done)} nhóm đã xử lý xong.`,
    ),
    line('II. CÁC VƯỚNG MẮC NHIỀU XÃ GẶP', { bold: true }),
    ...(rows.length === 0
      ? [indented('Trong kỳ không ghi nhận vướng mắc.')]
      : [barChart(rows.slice(0, NAMED))]),
    line('', {}),
    line('III. KIẾN NGHỊ', { bold: true }),
    ...proposals(rows),
    indented('Danh sách chi tiết tại Phụ lục kèm theo.'),
  ];
}

function proposals(rows: readonly Difficulty[]): Paragraph[] {
  const filled = rows.filter((row) => row.proposal !== '');
  if (filled.length === 0) return [indented('(Chưa có kiến nghị được ghi.)')];
  return filled.map((row, i) =>
    indented(
      `${i + 1}. ${[row.level, row.lead].filter(Boolean).join(', ') || 'Cấp có thẩm quyền'}: ${row.proposal}${row.due ? ` (hạn ${row.due})` : ''}.`,
    ),
  );
}

/** Widths in per cent: the difficulty, two counts, the bar. */
const CHART = [44, 10, 10, 36] as const;

/** Bars as shaded table cells: they print everywhere, and the number stands beside each. */
function barChart(rows: readonly Difficulty[]): Table {
  const most = Math.max(...rows.map((row) => row.questions), 1);
  const head = new TableRow({
    tableHeader: true,
    children: ['Vướng mắc', 'Số câu', 'Số xã', 'Mức độ'].map((text, i) =>
      cell(text, { bold: true }, CHART[i]),
    ),
  });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      head,
      ...rows.map(
        (row) =>
          new TableRow({
            children: [
              cell(row.difficulty, {}, CHART[0]),
              cell(formatNumber(row.questions), {}, CHART[1]),
              cell(formatNumber(row.communes), {}, CHART[2]),
              new TableCell({
                width: { size: CHART[3], type: WidthType.PERCENTAGE },
                verticalAlign: VerticalAlign.CENTER,
                children: [bar(row.questions / most)],
              }),
            ],
          }),
      ),
    ],
  });
}

function ending(): (Paragraph | Table)[] {
  return [
    line('', {}),
    twoColumns(
      [
        line('Nơi nhận:', { bold: true, italics: true, size: 24 }),
        line('- ……………………;', { size: 22 }),
        line('- Lưu: VT, ……', { size: 22 }),
      ],
      [
        line('QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ', { bold: true, center: true, size: 26 }),
        line('(Chưa ký)', { italics: true, center: true, size: 26 }),
      ],
    ),
  ];
}

/** Width in per cent; the number of the row takes the rest. */
const ANNEX: readonly [head: string, width: number, value: (row: Difficulty) => string][] = [
  ['Lĩnh vực', 9, (r) => r.field],
  ['Vướng mắc', 20, (r) => r.difficulty],
  ['Điều khoản', 12, (r) => r.provisions],
  ['Số xã gặp', 6, (r) => formatNumber(r.communes)],
  ['Nguyên nhân', 9, (r) => r.cause],
  ['Kiến nghị', 14, (r) => r.proposal],
  ['Cấp giải quyết', 8, (r) => r.level],
  ['Cơ quan chủ trì', 8, (r) => r.lead],
  ['Hạn', 9, (r) => r.due],
  ['Tình trạng', 8, (r) => r.state],
];
const NUMBER_WIDTH = 5;

function annex({ rows }: DifficultyReport): (Paragraph | Table)[] {
  const head = new TableRow({
    tableHeader: true,
    children: [['STT', NUMBER_WIDTH] as const, ...ANNEX].map(([text, width]) =>
      cell(text, { bold: true, size: 20 }, width),
    ),
  });
  return [
    line('PHỤ LỤC', { bold: true, center: true }),
    line('Danh sách vướng mắc', { bold: true, center: true }),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [
        head,
        ...rows.map(
          (row, i) =>
            new TableRow({
              children: [
                cell(String(i + 1), { size: 20 }, NUMBER_WIDTH),
                ...ANNEX.map(([, width, value]) => cell(value(row), { size: 20 }, width)),
              ],
            }),
        ),
      ],
    }),
    line('', {}),
    line('Ví dụ câu hỏi (đã che dữ liệu cá nhân)', { bold: true }),
    ...rows.flatMap((row, i) =>
      row.examples.slice(0, 2).map((text) => line(`${i + 1}. ${text}`, { size: 22 })),
    ),
  ];
}
