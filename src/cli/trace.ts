import type { TraceStep } from '../answer/trace.ts';

/** Steps of one question as `ask --trace` shows them. */
export interface TracedStep {
  readonly step: TraceStep;
  readonly detail: object;
}

const NAMES: Readonly<Record<TraceStep, string>> = {
  route: 'Phân loại câu hỏi',
  gatherEvidence: 'Tìm căn cứ',
  standing: 'Hiệu lực và quan hệ của văn bản',
  abolished: 'Nội dung được hỏi đã bị bãi bỏ chưa',
  successor: 'Văn bản thay thế',
  weigh: 'Cân nhắc căn cứ có đủ để trả lời không',
  compose: 'Soạn câu trả lời',
  contradicted: 'Văn bản khác quy định khác về cùng một việc',
  days: 'Ngày có hiệu lực được hỏi',
  wholeQuestion: 'Còn ý nào của câu hỏi chưa trả lời',
  otherProvince: 'Văn bản của tỉnh khác',
  asPublished: 'Thủ tục không ghi áp dụng từ ngày nào',
  check: 'Kiểm tra trích dẫn lần cuối',
  prompt: 'Gửi mô hình (đã che dữ liệu cá nhân)',
  reply: 'Mô hình trả lời (đã che dữ liệu cá nhân)',
  verification: 'Đối chiếu từng ý với nguồn',
  repair: 'Yêu cầu mô hình sửa một lần',
  research: 'Tìm thêm căn cứ nếu cần',
  agent: 'Mô hình dùng công cụ tìm thêm',
  agent_end: 'Kết thúc tìm thêm',
  fallback: 'Chuyển sang bộ soạn có sẵn',
};
const NOTHING_NEW = 'không thay đổi gì';

/** The steps for a terminal, numbered, each with its details; a step that changed nothing says so. */
export function formatTrace(steps: readonly TracedStep[]): string {
  let before = '';
  return steps
    .map(({ step, detail }, i) => {
      const lines = linesOf(detail);
      const text = lines.join('\n');
      const isNew = lines.length > 0 && text !== before;
      if (isNew) before = text;
      const name = `${i + 1}. ${NAMES[step]}`;
      return isNew ? `${name}\n${text}` : `${name}: ${NOTHING_NEW}`;
    })
    .join('\n');
}

/** Keys and values, one a line, indented by depth; JSON inside a text is unfolded, long numbers are shortened. */
function linesOf(value: unknown, depth = 1): string[] {
  const indent = '   '.repeat(depth);
  return Object.entries(value as object).flatMap(([key, inner]) => {
    const name = Array.isArray(value) ? '-' : `${key}:`;
    const shown = unfolded(inner);
    if (typeof shown !== 'object' || shown === null) {
      const [first = '', ...more] = plain(shown).split('\n');
      return [`${indent}${name} ${first}`, ...more.map((line) => `${indent}   ${line}`)];
    }
    const items = Object.values(shown);
    if (items.length === 0) return [`${indent}${name} –`];
    if (items.every((item) => typeof item !== 'object' && String(item).length < 60))
      return [`${indent}${name} ${onOneLine(shown)}`];
    const inside = linesOf(shown, depth + 1);
    // The first line of an item stands beside its dash.
    return name === '-'
      ? [`${indent}-  ${inside[0]!.trimStart()}`, ...inside.slice(1)]
      : [`${indent}${name}`, ...inside];
  });
}

const plain = (value: unknown): string =>
  typeof value === 'number' ? String(Math.round(value * 1000) / 1000) : String(value);

function onOneLine(value: object): string {
  return Object.entries(value)
    .map(([key, inner]) => (Array.isArray(value) ? plain(inner) : `${key} ${plain(inner)}`))
    .join(', ');
}

function unfolded(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[{[]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
