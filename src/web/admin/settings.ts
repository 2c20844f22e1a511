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
import type { DeskDeps } from '../deps.ts';
import { formOf } from '../session.ts';
import { csrfField, type Html, type Viewer } from '../view/layout.ts';
import { areaField, select, textField } from '../view/table.ts';
import { deskPage, viewerOf } from './nav.ts';

const NUMBERS = {
  'escalation.hours': 'Hạn trả lời câu hỏi gửi chuyên viên (giờ)',
  'retention.days': 'Thời gian lưu câu hỏi (ngày)',
} as const;

export function settingRoutes(deps: DeskDeps): Hono<WebEnv> {
  const app = new Hono<WebEnv>();

  app.get('/cai-dat', async (c) => {
    const values = await readSettings(deps.settings);
    return c.html(
      deskPage(viewerOf(c), 'settings', 'Cài đặt', form(viewerOf(c), values, c.req.query('da-luu') === '1')),
    );
  });

  app.post('/cai-dat', async (c) => {
    const posted = await formOf(c);
    const number = (key: keyof typeof NUMBERS): number => {
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
      'service.off': field(posted, 'service.off') === 'on',
      'service.notice': notice,
    };
    await changeSettings(deps, c.get('person').id, next);
    return c.redirect('/quan-tri/cai-dat?da-luu=1', 303);
  });

  return app;
}

function form(viewer: Viewer, values: SettingValues, saved: boolean): Html {
  return html`<p><a href="/quan-tri/cai-dat/linh-vuc">Lĩnh vực và cơ quan chủ trì</a></p>
${saved ? html`<p class="notice" role="status">Đã lưu.</p>` : ''}
<form class="card stack" method="post" action="/quan-tri/cai-dat">${csrfField(viewer)}
${textField('escalation.hours', NUMBERS['escalation.hours'], String(values['escalation.hours']), { type: 'number' })}
${textField('retention.days', NUMBERS['retention.days'], String(values['retention.days']), { type: 'number' })}
<p class="note">Quá thời gian này câu hỏi và câu trả lời bị xóa; trả lời chính thức và trả lời chuẩn đã duyệt là hồ sơ nên được giữ, không kèm người hỏi.</p>
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
<button>Lưu cài đặt</button></form>`;
}
