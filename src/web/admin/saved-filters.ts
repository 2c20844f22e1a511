import { Hono } from 'hono';
import { html } from 'hono/html';
import { LONGEST_FILTER_NAME, type SavedFilter, saveFilter } from '../../dialogue/review/saved-filters.ts';
import { field } from '../chat/input.ts';
import { type WebEnv, WebError } from '../context.ts';
import type { DeskDeps } from '../deps.ts';
import { formOf } from '../session.ts';
import { csrfField, type Html, type Viewer } from '../view/layout.ts';
import { FILTER_NAMES, type FilterQuery, filterLink, readFilter } from './filters.ts';

const LIST = '/quan-tri/cau-hoi';

/** Named filters of one's own: saved from what is shown, opened as a link, deleted. */
export function savedFilterRoutes(deps: DeskDeps): Hono<WebEnv> {
  const app = new Hono<WebEnv>();

  app.post('/cau-hoi/bo-loc', async (c) => {
    const form = await formOf(c);
    const query = Object.fromEntries(new URLSearchParams(field(form, 'query')));
    const link = filterLink('', known(query));
    const name = field(form, 'name').trim();
    if (!name) throw new WebError(422, 'Anh/chị đặt tên cho bộ lọc.');
    if (Object.keys(readFilter(query)).length === 0)
      throw new WebError(422, 'Chưa có điều kiện lọc nào. Anh/chị lọc trước rồi lưu.');
    await saveFilter(deps, { by: c.get('person').id, name, query: link.slice(1) });
    return c.redirect(`${LIST}${link}`, 303);
  });

  app.post('/cau-hoi/bo-loc/xoa', async (c) => {
    await deps.savedFilters.remove(c.get('person').id, field(await formOf(c), 'name'));
    return c.redirect(LIST, 303);
  });

  return app;
}

/** Only what filters: not the place in the list. */
function known(query: FilterQuery): FilterQuery {
  return Object.fromEntries(FILTER_NAMES.map((name) => [name, query[name]]));
}

export function savedFiltersView(viewer: Viewer, saved: readonly SavedFilter[], query: FilterQuery): Html {
  const shown = filterLink('', known(query)).slice(1);
  const filtered = Object.keys(readFilter(query)).length > 0;
  if (saved.length === 0 && !filtered) return html``;
  return html`<section class="card saved" aria-label="Bộ lọc đã lưu">
${
  saved.length > 0
    ? html`<p class="sec-head">Bộ lọc của tôi</p><ul>${saved.map(
        (
          one,
        ) => html`<li><a href="${LIST}?${one.query}"${one.query === shown ? html` aria-current="true"` : ''}>${one.name}</a>
<form method="post" action="${LIST}/bo-loc/xoa">${csrfField(viewer)}<input type="hidden" name="name" value="${one.name}"><button class="quiet small">Xóa<span class="sr"> bộ lọc ${one.name}</span></button></form></li>`,
      )}</ul>`
    : ''
}
${
  filtered
    ? html`<form class="inline-form" method="post" action="${LIST}/bo-loc">${csrfField(viewer)}<input type="hidden" name="query" value="${shown}">
<label for="filter-name">Lưu bộ lọc này với tên</label> <input id="filter-name" name="name" required maxlength="${LONGEST_FILTER_NAME}"> <button class="quiet">Lưu bộ lọc</button></form>`
    : ''
}</section>`;
}
