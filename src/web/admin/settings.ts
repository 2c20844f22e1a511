import { Hono } from 'hono';
import { html } from 'hono/html';
import {
  changeSettings,
  LONGEST_NOTICE,
  parseSetting,
  readSettings,
  SETTING_RANGES,
  type SettingValues,
} from '../../dialogue/review/settings.ts';
import { field } from '../chat/input.ts';
import { type WebEnv, WebError } from '../context.ts';
import type { DeskDeps, LanguageModelUse } from '../deps.ts';
import { formOf } from '../session.ts';
import { formatNumber } from '../text.ts';
import { csrfField, type Html, type Viewer } from '../view/layout.ts';
import { areaField, select, textField } from '../view/table.ts';
import { deskPage, viewerOf } from './nav.ts';

const NUMBERS = {
  'escalation.hours': 'Hạn trả lời câu hỏi gửi chuyên viên (giờ)',
  'retention.days': 'Thời gian lưu câu hỏi (ngày)',
  'corrections.days': 'Báo lại câu trả lời đã thay đổi trong vòng (ngày; 0 là không báo)',
  'digest.hour': 'Giờ gửi tin hướng dẫn mới (0–23)',
} as const;

export function settingRoutes(deps: DeskDeps): Hono<WebEnv> {
  const app = new Hono<WebEnv>();

  app.get('/cai-dat', async (c) => {
    const values = await readSettings(deps.settings);
    return c.html(
      deskPage(
        viewerOf(c),
        'settings',
        'Cài đặt',
        form(viewerOf(c), values, await deps.languageModel?.(), c.req.query('da-luu') === '1'),
      ),
    );
  });

  app.post('/cai-dat', async (c) => {
    const posted = await formOf(c);
    const before = await readSettings(deps.settings);
    const number = (key: keyof typeof NUMBERS): number => {
      // A page opened before an upgrade lacks what is new: it stays as it is.
      if (!posted.has(key)) return before[key];
      const value = parseSetting(key, Number(field(posted, key).trim() || Number.NaN));
      const [least, most] = SETTING_RANGES[key];
      if (typeof value !== 'number')
        throw new WebError(422, `${NUMBERS[key]}: anh/chị nhập số nguyên từ ${least} đến ${most}.`);
      return value;
    };
    const notice = field(posted, 'service.notice').trim();
    if (notice.length > LONGEST_NOTICE) throw new WebError(422, `Thông báo dài quá ${LONGEST_NOTICE} ký tự.`);
    const next: SettingValues = {
      'escalation.hours': number('escalation.hours'),
      'retention.days': number('retention.days'),
      'corrections.days': number('corrections.days'),
      'digest.hour': number('digest.hour'),
      'service.off': field(posted, 'service.off') === 'on',
      'service.notice': notice,
    };
    await changeSettings(deps, c.get('person').id, next);
    return c.redirect('/quan-tri/cai-dat?da-luu=1', 303);
  });

  return app;
}

function form(
  viewer: Viewer,
  values: SettingValues,
  model: LanguageModelUse | undefined,
  saved: boolean,
): Html {
  return html`<p><a href="/quan-tri/cai-dat/linh-vuc">Lĩnh vực và cơ quan chủ trì</a> · <a href="/quan-tri/cai-dat/lich-nghi">Lịch nghỉ, làm bù</a> · <a href="/quan-tri/cai-dat/yeu-cau-du-lieu">Yêu cầu về dữ liệu cá nhân</a></p>
${saved ? html`<p class="notice" role="status">Đã lưu.</p>` : ''}
<form class="card stack" method="post" action="/quan-tri/cai-dat">${csrfField(viewer)}
${textField('escalation.hours', NUMBERS['escalation.hours'], String(values['escalation.hours']), { type: 'number' })}
${textField('retention.days', NUMBERS['retention.days'], String(values['retention.days']), { type: 'number' })}
<p class="note">Quá thời gian này câu hỏi và câu trả lời bị xóa; trả lời chính thức và trả lời chuẩn đã duyệt là hồ sơ nên được giữ, không kèm người hỏi.</p>
${textField('corrections.days', NUMBERS['corrections.days'], String(values['corrections.days']), { type: 'number' })}
${textField('digest.hour', NUMBERS['digest.hour'], String(values['digest.hour']), { type: 'number' })}
${select(
  'service.off',
  'Nhận câu hỏi',
  [
    { value: 'off', words: 'Đang nhận' },
    { value: 'on', words: 'Tạm dừng' },
  ],
  values['service.off'] ? 'on' : 'off',
)}
${areaField('service.notice', 'Thông báo cho mọi người (hiện trên trang hỏi đáp)', values['service.notice'], { rows: 2 })}
<button>Lưu cài đặt</button></form>
${model ? modelView(model) : ''}`;
}

const SCOPE_WORDS: Readonly<Record<LanguageModelUse['scope'], string>> = {
  public: 'chỉ văn bản công khai',
  internal: 'văn bản công khai và nội bộ',
  all: 'mọi văn bản người hỏi được đọc',
};

/** Set where the assistant runs, shown here. */
function modelView(model: LanguageModelUse): Html {
  const limit = (n: number) => (n === 0 ? 'không dùng' : `${formatNumber(n)} token một ngày`);
  const rows: [string, string][] =
    model.name === undefined
      ? [['Tên mô hình', 'Không dùng; câu trả lời do bộ soạn có sẵn lập từ văn bản']]
      : [
          ['Tên mô hình', model.name],
          ['Được gửi cho mô hình', SCOPE_WORDS[model.scope]],
          ['Hạn mức chung', limit(model.dailyTokens)],
          ['Hạn mức mỗi người', limit(model.personDailyTokens)],
          ['Đã dùng hôm nay', `${formatNumber(model.usedToday)} token`],
        ];
  return html`<h2>Mô hình ngôn ngữ</h2><section class="card"><dl class="facts">${rows.map(
    ([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`,
  )}</dl><p class="note">Đặt trong cấu hình của máy chủ (CHAT_MODEL, LLM_SCOPE, LLM_DAILY_TOKENS, LLM_PERSON_DAILY_TOKENS). Hết hạn mức thì bộ soạn có sẵn trả lời.</p></section>`;
}
