import type { ConditionalFormattingRule } from 'exceljs';
import { formatDate } from '../text.ts';
import { asText } from './csv.ts';
import type { Difficulty, DifficultyReport } from './gaps-report.ts';

const COLUMNS: readonly [head: string, width: number, value: (row: Difficulty) => string | number][] = [
  ['Lĩnh vực', 22, (r) => r.field],
  ['Vướng mắc', 44, (r) => r.difficulty],
  ['Điều khoản', 24, (r) => r.provisions],
  ['Số câu hỏi', 10, (r) => r.questions],
  ['Kỳ trước', 10, (r) => r.before],
  ['Số xã gặp', 10, (r) => r.communes],
  ['Xã, phường', 30, (r) => r.communeNames],
  ['Nguyên nhân', 20, (r) => r.cause],
  ['Kiến nghị', 36, (r) => r.proposal],
  ['Cấp có thẩm quyền giải quyết', 20, (r) => r.level],
  ['Cơ quan chủ trì', 22, (r) => r.lead],
  ['Hạn', 12, (r) => r.due],
  ['Tình trạng', 20, (r) => r.state],
];
const COUNT_COLUMN = 'D';

/** The table as a workbook: numbers as numbers with bars in their cells, texts never as formulas, examples apart. */
export async function difficultiesXlsx(report: DifficultyReport): Promise<ArrayBuffer> {
  // Not read at every start: it takes longer than most of the program.
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Vướng mắc', { views: [{ state: 'frozen', ySplit: 2 }] });
  sheet.addRow([`Vướng mắc của cấp xã từ ${formatDate(report.from)} đến ${formatDate(report.to)}`]).font = {
    bold: true,
    size: 14,
  };
  const head = sheet.addRow(COLUMNS.map(([words]) => words));
  head.font = { bold: true };
  COLUMNS.forEach(([, width], i) => {
    sheet.getColumn(i + 1).width = width;
  });
  for (const row of report.rows) {
    sheet.addRow(COLUMNS.map(([, , value]) => cell(value(row)))).alignment = {
      wrapText: true,
      vertical: 'top',
    };
  }
  if (report.rows.length > 0) {
    sheet.addConditionalFormatting({
      ref: `${COUNT_COLUMN}3:${COUNT_COLUMN}${report.rows.length + 2}`,
      rules: [
        {
          type: 'dataBar',
          priority: 1,
          gradient: false,
          cfvo: [{ type: 'num', value: 0 }, { type: 'max' }],
          color: { argb: 'FF7FA9CC' },
        } as ConditionalFormattingRule,
      ],
    });
  }
  const examples = book.addWorksheet('Ví dụ đã che');
  examples.addRow(['Vướng mắc', 'Câu hỏi']).font = { bold: true };
  examples.getColumn(1).width = 50;
  examples.getColumn(2).width = 90;
  for (const row of report.rows)
    for (const text of row.examples) examples.addRow([asText(row.difficulty), asText(text)]);
  return (await book.xlsx.writeBuffer()) as ArrayBuffer;
}

function cell(value: string | number): string | number {
  return typeof value === 'number' ? value : asText(value);
}
