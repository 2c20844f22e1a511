import { Hono } from 'hono';
import {
  changeSettings,
  LONGEST_NOTICE,
  type NumberKey,
  parseSetting,
  readSettings,
  SETTING_DEFAULTS,
  SETTING_RANGES,
  type SettingValues,
} from '../../dialogue/review/settings.ts';
import { field, refusalOf, typedIn } from '../chat/input.ts';
import { type WebEnv, WebError } from '../context.ts';
import type { DeskDeps } from '../deps.ts';
import { formOf } from '../session.ts';
import { formatNumber } from '../text.ts';
import { deskPage, viewerOf } from './nav.ts';
import { NUMBER_WORDS, settingsView } from './settings-view.ts';

export function settingRoutes(deps: DeskDeps): Hono<WebEnv> {
  const app = new Hono<WebEnv>();

  app.get('/cai-dat', async (c) => {
    const viewer = viewerOf(c);
    const values = await readSettings(deps.settings);
    const saved = c.req.query('da-luu') === '1';
    const body = settingsView(viewer, values, await deps.languageModel?.(), { saved });
    return c.html(deskPage(viewer, 'settings', 'Cài đặt', body));
  });

  app.post('/cai-dat', async (c) => {
    const form = await formOf(c);
    const values = await readSettings(deps.settings);
    try {
      await changeSettings(deps, c.get('person').id, posted(form, values));
    } catch (error) {
      const refused = { typed: typedIn(form), reason: refusalOf(error) };
      const body = settingsView(viewerOf(c), values, await deps.languageModel?.(), { refused });
      return c.html(deskPage(viewerOf(c), 'settings', 'Cài đặt', body), 422);
    }
    return c.redirect('/quan-tri/cai-dat?da-luu=1', 303);
  });

  return app;
}

/** The settings with what the form says; a page opened before an upgrade lacks what is new, which stays as it is. */
function posted(form: FormData, before: SettingValues): SettingValues {
  const flag = (key: 'service.off' | 'model.off') =>
    form.has(key) ? field(form, key) === 'on' : before[key];
  const numbers = Object.fromEntries(
    (Object.keys(SETTING_RANGES) as NumberKey[])
      .filter((key) => form.has(key))
      .map((key) => [key, numberOf(form, key)]),
  );
  const notice = field(form, 'service.notice').trim();
  if (notice.length > LONGEST_NOTICE) throw new WebError(422, `Thông báo dài quá ${LONGEST_NOTICE} ký tự.`);
  return {
    ...before,
    ...numbers,
    'service.off': flag('service.off'),
    'service.notice': notice,
    'model.off': flag('model.off'),
  };
}

function numberOf(form: FormData, key: NumberKey): number | null {
  const text = field(form, key).trim();
  const value = parseSetting(key, text === '' ? null : Number(text));
  if (value === undefined || (value !== null && typeof value !== 'number')) {
    const [least, most] = SETTING_RANGES[key];
    const orEmpty = SETTING_DEFAULTS[key] === null ? ', hoặc để trống' : '';
    throw new WebError(
      422,
      `${NUMBER_WORDS[key]}: anh/chị nhập số nguyên từ ${formatNumber(least)} đến ${formatNumber(most)}${orEmpty}.`,
    );
  }
  return value;
}
