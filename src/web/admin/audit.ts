import { Hono } from 'hono';
import { html } from 'hono/html';
import type { AuditEntry } from '../../dialogue/model.ts';
import type { WebEnv } from '../context.ts';
import type { DeskDeps } from '../deps.ts';
import { formatInstant } from '../text.ts';
import type { Html } from '../view/layout.ts';
import { type Column, options, select, table, textField } from '../view/table.ts';
import { CSV_HEADERS, csvStream } from './csv.ts';
import { filterLink, readFilter } from './filters.ts';
import { deskPage, viewerOf } from './nav.ts';
import { AUDIT_WORDS, auditWords } from './words.ts';

const SHOWN = 200;
const EXPORTED = 100_000;

/** Who did what and when; written by every use case that changes something, changed by none. */
export function auditRoutes(deps: DeskDeps): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const filterOf = (query: Record<string, string>) => {
    const { from, to } = readFilter({ from: query['from'], to: query['to'] });
    return {
      ...(from && { from }),
      ...(to && { to }),
      ...(query['by'] && { by: query['by'] }),
      ...(query['action'] && { action: query['action'] }),
    };
  };

  app.get('/nhat-ky', async (c) => {
    const query = c.req.query();
    const entries = await deps.audit.entries(filterOf(query), SHOWN);
    return c.html(deskPage(viewerOf(c), 'audit', 'Nhật ký thay đổi', listView(query, entries)));
  });

  app.get('/nhat-ky.csv', async (c) => {
    const filter = filterOf(c.req.query());
    await deps.audit.write({
      at: deps.now().toISOString(),
      by: c.get('person').id,
      action: 'audit_exported',
      subject: '',
    });
    const entries = await deps.audit.entries(filter, EXPORTED);
    return c.body(
      csvStream(['Lúc', 'Người làm', 'Việc', 'Đối tượng', 'Chi tiết'], rows(entries)),
      200,
      CSV_HEADERS('nhat-ky'),
    );
  });

  return app;
}

async function* rows(entries: readonly AuditEntry[]) {
  for (const e of entries) yield [e.at, e.by, e.action, e.subject, e.detail ? JSON.stringify(e.detail) : ''];
}

function listView(query: Record<string, string>, entries: readonly AuditEntry[]): Html {
  const columns: Column<AuditEntry>[] = [
    { head: 'Lúc', cell: (e) => formatInstant(e.at) },
    { head: 'Người làm', cell: (e) => (e.by === 'system' ? 'hệ thống' : e.by) },
    { head: 'Việc', cell: (e) => auditWords(e.action) },
    { head: 'Đối tượng', cell: (e) => e.subject },
    { head: 'Chi tiết', cell: (e) => (e.detail ? JSON.stringify(e.detail) : '') },
  ];
  return html`<form class="filters card" method="get" action="/quan-tri/nhat-ky">
${textField('from', 'Từ ngày', query['from'], { type: 'date' })}${textField('to', 'Đến ngày', query['to'], { type: 'date' })}
${textField('by', 'Mã người làm', query['by'])}${select('action', 'Việc', options(AUDIT_WORDS), query['action'], 'Tất cả')}
<div class="fld-go"><button>Lọc</button></div></form>
<p class="note">${SHOWN} việc gần nhất. <a href="${filterLink('/quan-tri/nhat-ky.csv', query)}">Tải CSV</a></p>
${table('Nhật ký', columns, entries)}`;
}
