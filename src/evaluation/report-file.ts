import { formatCalibration } from './calibration.ts';
import type { EvaluationReport, QuestionResult, Scores } from './evaluate.ts';
import type { Graded, GradedRow, GradeSummary, Grades } from './grading.ts';

export interface ReportInput {
  /** File name of the questions. */
  readonly questions: string;
  /** The day whose rules were asked for unless a question says another. */
  readonly asOf: string;
  readonly report: EvaluationReport;
  readonly rows: readonly GradedRow[];
  readonly graded?: {
    readonly model: string;
    readonly summary: GradeSummary;
    readonly rows: readonly Graded[];
  };
}

const LISTED = 200;
const RANKING = ['R@1', 'R@5', 'R@10', 'MRR@10', 'nDCG@10'] as const;

/** A report a person can read: measures, grades, then every question that went wrong with its answer. Markdown. */
export function reportFile(input: ReportInput): string {
  const { report, graded } = input;
  return [
    '# Kết quả đánh giá',
    `Tệp câu hỏi: ${input.questions}. Số câu: ${report.questions.length}. Tính theo quy định ngày ${input.asOf}.`,
    '## Tìm đúng nguồn và trả lời',
    scoreTable(report),
    'R@k: tỷ lệ câu có đúng nguồn trong k kết quả đầu. Đủ ý: câu trả lời có đủ các dữ kiện đã định. Từ chối đúng: câu không có căn cứ thì không trả lời. Bỏ sót: câu có căn cứ mà không trả lời.',
    `\`\`\`\n${formatCalibration(report.calibration)}\n\`\`\``,
    ...(graded === undefined ? [] : [grades(graded)]),
    '## Các câu cần xem lại',
    listOf(input),
  ]
    .join('\n\n')
    .concat('\n');
}

function scoreTable({ overall, byStyle, byKind }: EvaluationReport): string {
  const rows: [string, Scores][] = [
    ['tất cả', overall],
    ...Object.entries(byStyle).map(([name, s]): [string, Scores] => [`kiểu ${name}`, s]),
    ...Object.entries(byKind).map(([name, s]): [string, Scores] => [`hỏi ${name}`, s]),
  ];
  const head = ['', 'số câu', ...RANKING, 'đủ ý', 'từ chối đúng', 'bỏ sót'];
  const share = (n: number, of: number) => (of > 0 ? n.toFixed(3) : '–');
  const lines = rows.map(([name, s]) => [
    name,
    String(s.answers.answerable + s.answers.unanswerable),
    ...RANKING.map((c) => share(s[c], s.questions)),
    share(s.answers.facts, s.answers.answerable),
    share(s.answers.abstained, s.answers.unanswerable),
    share(s.answers.wronglyAbstained, s.answers.answerable),
  ]);
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function grades({ model, summary }: NonNullable<ReportInput['graded']>): string {
  const share = (n: number | null) => (n === null ? '–' : n.toFixed(3));
  const failed = Object.entries(summary.failed).map(([reason, n]) => `${reason} ${n}`);
  return [
    '## Chấm bằng mô hình',
    `Mô hình chấm: ${model}. Chấm được ${summary.graded} câu${failed.length > 0 ? `; không chấm được: ${failed.join(', ')}` : ''}. Mỗi câu hết ${summary.tokensPerQuestion} token.`,
    '| đúng với nguồn | đủ ý | hữu ích |\n| --- | --- | --- |',
  ]
    .join('\n\n')
    .concat(
      `\n| ${share(summary.faithfulness)} | ${share(summary.completeness)} | ${share(summary.usefulness)} |`,
    )
    .concat(
      '\n\nĐiểm từ 0 đến 1. Mô hình chấm cũng có thể sai: chỉ dùng để so hai phiên bản dưới cùng một mô hình chấm.',
    );
}

function listOf({ report, rows, graded }: ReportInput): string {
  const answers = new Map(rows.map((row) => [row.id, row]));
  const grades = new Map(
    (graded?.rows ?? []).flatMap((g) => ('grades' in g ? [[g.id, g.grades] as const] : [])),
  );
  const wrong = report.questions.flatMap((question) => {
    const problems = problemsOf(question, grades.get(question.id));
    return problems.length === 0 ? [] : [entry(question, problems, answers.get(question.id))];
  });
  if (wrong.length === 0) return 'Không có câu nào.';
  const more = wrong.length > LISTED ? [`… và ${wrong.length - LISTED} câu khác.`] : [];
  return [...wrong.slice(0, LISTED), ...more].join('\n\n');
}

/** A grade of this or below (of 1) is worth a look. */
const LOW = 0.25;

function problemsOf(question: QuestionResult, grades: Grades | undefined): string[] {
  const { rank, status, facts } = question;
  const answered = status === 'answered' || status === 'partial' || status === 'clarify';
  return [
    ...(rank === 0 ? ['không tìm thấy đúng nguồn'] : []),
    ...(rank !== null && rank > 1 ? [`đúng nguồn ở vị trí ${rank}`] : []),
    ...(rank !== null && !answered ? [`có căn cứ nhưng không trả lời (${status})`] : []),
    ...(rank === null && answered ? [`không có căn cứ mà vẫn trả lời (${status})`] : []),
    ...(facts === false ? ['thiếu ý'] : []),
    ...(grades !== undefined && Math.min(grades.completeness, grades.usefulness) <= LOW
      ? [`mô hình chấm: đủ ý ${grades.completeness.toFixed(2)}, hữu ích ${grades.usefulness.toFixed(2)}`]
      : []),
    ...(grades?.unsupported ?? []).map(
      (statement) => `ý không có trong trích dẫn: ${oneLine(statement).replace(/^[-•]\s*/u, '')}`,
    ),
  ];
}

function entry({ id }: QuestionResult, problems: readonly string[], row: GradedRow | undefined): string {
  return [
    `### ${id}`,
    ...(row === undefined ? [] : [`Hỏi: ${oneLine(row.question)}`]),
    problems.map((problem) => `- ${problem}`).join('\n'),
    ...(row === undefined ? [] : [quoted(row.answer.answer)]),
  ].join('\n\n');
}

const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim();
const quoted = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
