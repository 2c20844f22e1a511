/** Steps of one question as `ask --trace` shows them. */
export interface TracedStep {
  readonly step: string;
  readonly detail: object;
}

const NAMES: Readonly<Record<string, string>> = {
  route: 'Phân loại câu hỏi',
  gatherEvidence: 'Tìm căn cứ',
  standing: 'Hiệu lực và quan hệ của văn bản',
  successor: 'Văn bản thay thế',
  weigh: 'Cân nhắc căn cứ',
  compose: 'Soạn câu trả lời',
  days: 'Ngày có hiệu lực được hỏi',
  wholeQuestion: 'Còn ý nào của câu hỏi chưa trả lời',
  otherProvince: 'Văn bản của tỉnh khác',
  check: 'Kiểm tra trích dẫn',
  prompt: 'Gửi mô hình (đã che dữ liệu cá nhân)',
  reply: 'Mô hình trả lời (đã che dữ liệu cá nhân)',
  verification: 'Đối chiếu từng ý với nguồn',
  repair: 'Yêu cầu mô hình sửa một lần',
  research: 'Tìm thêm căn cứ nếu cần',
  agent: 'Mô hình dùng công cụ tìm thêm',
  agent_end: 'Kết thúc tìm thêm',
  fallback: 'Chuyển sang bộ soạn có sẵn',
};

/** The steps for a terminal, numbered, each with its details. */
export function formatTrace(steps: readonly TracedStep[]): string {
  return steps
    .map(({ step, detail }, i) => `${i + 1}. ${NAMES[step] ?? step}\n${JSON.stringify(detail, null, 2)}`)
    .join('\n');
}
