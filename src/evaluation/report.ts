import { formatCalibration } from './calibration.ts';
import type { EvaluationReport, Scores } from './evaluate.ts';

const COLUMNS = ['R@1', 'R@5', 'R@10', 'MRR@10', 'nDCG@10'] as const;

/** The report as a text table for a terminal, in Vietnamese. */
export function formatReport(report: EvaluationReport): string {
  const lines = [['', 'số câu', ...COLUMNS, 'đủ ý', 'từ chối đúng', 'bỏ sót', 'hỏi lại']];
  const add = (name: string, s: Scores) => lines.push([name, ...cells(s)]);
  add('tất cả', report.overall);
  for (const [name, s] of Object.entries(report.byStyle)) add(`kiểu ${name}`, s);
  for (const [name, s] of Object.entries(report.byKind)) add(`hỏi ${name}`, s);
  return `${table(lines)}\n\n${formatCalibration(report.calibration)}`;
}

function cells(s: Scores): string[] {
  const { answers } = s;
  const share = (n: number, of: number) => (of > 0 ? n.toFixed(3) : '–');
  return [
    String(answers.answerable + answers.unanswerable),
    ...COLUMNS.map((c) => share(s[c], s.questions)),
    share(answers.facts, answers.answerable),
    share(answers.abstained, answers.unanswerable),
    share(answers.wronglyAbstained, answers.answerable),
    share(answers.clarified, answers.answerable),
  ];
}

/** Columns padded to their widest cell, the first to the left, the others to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, c) => Math.max(...rows.map((r) => [...(r[c] ?? '')].length)));
  const pad = (text: string, c: number) => {
    const blank = ' '.repeat(Math.max(0, widths[c]! - [...text].length));
    return c === 0 ? text + blank : blank + text;
  };
  return rows.map((r) => r.map(pad).join('  ').trimEnd()).join('\n');
}
