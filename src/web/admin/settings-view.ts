import { html } from 'hono/html';
import type { NumberKey, SettingValues } from '../../dialogue/review/settings.ts';
import type { LanguageModelUse } from '../deps.ts';
import { formatNumber } from '../text.ts';
import { csrfField, type Html, type Viewer } from '../view/layout.ts';
import {
  areaField,
  type Column,
  type RefusedForm,
  refusedView,
  select,
  table,
  textField,
} from '../view/table.ts';

/** What a number of the settings is called; the refusal of a wrong one names it too. */
export const NUMBER_WORDS: Readonly<Record<NumberKey, string>> = {
  'escalation.hours': 'Hạn trả lời câu hỏi gửi chuyên viên (giờ)',
  'retention.days': 'Thời gian lưu câu hỏi (ngày)',
  'corrections.days': 'Báo lại câu trả lời đã thay đổi trong vòng (ngày; 0 là không báo)',
  'digest.hour': 'Giờ gửi tin hướng dẫn mới (0–23)',
  'model.dailyTokens': 'Hạn mức chung mỗi ngày (token)',
  'model.personDailyTokens': 'Hạn mức mỗi người mỗi ngày (token)',
  'model.price': 'Giá 1 triệu token (đồng; 0 là không tính tiền)',
};

/** Every setting by its key, as the audit names what was changed. */
export const SETTING_WORDS: Readonly<Record<string, string>> = {
  ...NUMBER_WORDS,
  'service.off': 'Tạm dừng nhận câu hỏi',
  'service.notice': 'Thông báo cho mọi người',
  'model.off': 'Không dùng mô hình ngôn ngữ',
};

export function settingsView(
  viewer: Viewer,
  values: SettingValues,
  model: LanguageModelUse | undefined,
  { saved = false, refused }: { saved?: boolean; refused?: RefusedForm } = {},
): Html {
  const text = (key: keyof SettingValues) => refused?.typed.get(key) ?? String(values[key] ?? '');
  const off = (key: 'service.off' | 'model.off') => (refused ? refused.typed.get(key) === 'on' : values[key]);
  const number = (key: NumberKey, hint?: string) =>
    textField(key, NUMBER_WORDS[key], text(key), {
      type: 'number',
      ...(hint !== undefined && { hint }),
    });
  return html`<nav class="links" aria-label="Cài đặt khác"><a href="/quan-tri/cai-dat/linh-vuc">Lĩnh vực và cơ quan chủ trì</a> <a href="/quan-tri/cai-dat/lich-nghi">Lịch nghỉ, làm bù</a> <a href="/quan-tri/cai-dat/yeu-cau-du-lieu">Yêu cầu về dữ liệu cá nhân</a> <a href="/quan-tri/nhat-ky">Nhật ký thay đổi</a></nav>
${saved ? html`<p class="notice" role="status">Đã lưu. Thay đổi có hiệu lực ngay và được ghi vào nhật ký.</p>` : ''}
${refusedView(refused)}
<form class="stack" method="post" action="/quan-tri/cai-dat">${csrfField(viewer)}
<fieldset class="card stack"><legend>Nhận câu hỏi</legend>
${onOff('service.off', 'Trợ lý', off('service.off'), 'Đang nhận câu hỏi', 'Tạm dừng nhận câu hỏi')}
${areaField('service.notice', 'Thông báo cho mọi người (hiện trên trang hỏi đáp, và khi tạm dừng)', text('service.notice'), { rows: 2 })}</fieldset>
<fieldset class="card stack"><legend>Thời hạn</legend><div class="cols">
${number('escalation.hours', 'Không tính ngày nghỉ.')}
${number('corrections.days')}
${number('digest.hour')}
${number('retention.days', 'Quá hạn thì câu hỏi và câu trả lời bị xóa. Trả lời chính thức và trả lời chuẩn đã duyệt là hồ sơ nên được giữ, không kèm người hỏi.')}</div></fieldset>
<fieldset class="card stack"><legend>Mô hình ngôn ngữ</legend>
${onOff('model.off', 'Dùng mô hình ngôn ngữ', off('model.off'), 'Được dùng', 'Không dùng; bộ soạn có sẵn trả lời')}
<div class="cols">
${number('model.dailyTokens', configured(model?.dailyTokens))}
${number('model.personDailyTokens', configured(model?.personDailyTokens))}
${number('model.price')}</div>
<p class="note">Hết hạn mức thì bộ soạn có sẵn trả lời; 0 là không dùng mô hình.${model ? html` Hôm nay đã dùng ${formatNumber(model.usedToday)} token.` : ''}</p></fieldset>
<p><button>Lưu cài đặt</button></p></form>
${model ? html`<h2>Mô hình và nơi đặt</h2>${modelTable(model)}<p class="note">Mô hình được chọn trong cấu hình của máy chủ (biến môi trường hoặc tệp .env) vì gắn với khóa truy cập; đổi xong cần khởi động lại.</p>` : ''}`;
}

function onOff(id: string, label: string, off: boolean, onWords: string, offWords: string): Html {
  return select(
    id,
    label,
    [
      { value: 'off', words: onWords },
      { value: 'on', words: offWords },
    ],
    off ? 'on' : 'off',
  );
}

/** An empty limit leaves what the server was configured with. */
function configured(tokens: number | undefined): string {
  return tokens === undefined ? '' : `Để trống là theo cấu hình máy chủ: ${formatNumber(tokens)}.`;
}

const SCOPE_WORDS: Readonly<Record<LanguageModelUse['scope'], string>> = {
  public: 'Chỉ văn bản công khai',
  internal: 'Văn bản công khai và nội bộ',
  all: 'Mọi văn bản người hỏi được đọc',
};

const EMBEDDING_WORDS: Readonly<Record<LanguageModelUse['embeddings'], string>> = {
  off: 'Không dùng; tìm theo từ',
  embedded: 'Vectơ tính sẵn trên máy chủ',
  endpoint: 'Vectơ do mô hình tính',
};

/** Set where the assistant runs, shown here. */
function modelTable(model: LanguageModelUse): Html {
  const rows: { what: string; value: string; where: string }[] = [
    {
      what: 'Soạn câu trả lời',
      value: model.name ?? 'Không dùng; bộ soạn có sẵn lập câu trả lời từ văn bản',
      where: 'CHAT_MODEL',
    },
    { what: 'Nơi nhận câu hỏi', value: model.endpoint ?? 'Không gửi đi đâu', where: 'OPENAI_BASE_URL' },
    { what: 'Được gửi cho mô hình', value: SCOPE_WORDS[model.scope], where: 'LLM_SCOPE' },
    {
      what: 'Chờ một câu trả lời',
      value: `${formatNumber(model.timeoutMs / 1000)} giây`,
      where: 'LLM_TIMEOUT_MS',
    },
    { what: 'Tự tìm thêm', value: model.agent ? 'Có' : 'Không', where: 'LLM_AGENT' },
    {
      what: 'Tìm theo nghĩa',
      value: model.embeddingModel ?? EMBEDDING_WORDS[model.embeddings],
      where: 'EMBEDDINGS, EMBEDDING_MODEL',
    },
    { what: 'Chấm bộ đánh giá', value: model.gradingModel ?? 'Không dùng', where: 'GRADING_MODEL' },
  ];
  const columns: Column<(typeof rows)[number]>[] = [
    { head: 'Việc', title: true, cell: (row) => row.what },
    { head: 'Đang dùng', cell: (row) => row.value },
    { head: 'Nơi đặt', cell: (row) => html`<code>${row.where}</code>` },
  ];
  return table('Mô hình', columns, rows);
}
