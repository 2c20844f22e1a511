import { Hono } from 'hono';
import { html } from 'hono/html';
import type { AuditEntry, PersonId } from '../../dialogue/model.ts';
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
    const names = new Map<string, string>();
    for (const id of new Set(entries.flatMap((e) => [e.by, e.subject]))) {
      const person = await deps.people.person(id as PersonId);
      if (person) names.set(id, person.name);
    }
    return c.html(deskPage(viewerOf(c), 'audit', 'Nhật ký thay đổi', listView(query, entries, names)));
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

/** "from: 48; to: 24": values as they are, without the marks of JSON. */
function details({ detail = {} }: AuditEntry): string {
  return Object.entries(detail)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('; ');
}

async function* rows(entries: readonly AuditEntry[]) {
  for (const e of entries) yield [e.at, e.by, e.action, e.subject, e.detail ? JSON.stringify(e.detail) : ''];
}

function listView(
  query: Record<string, string>,
  entries: readonly AuditEntry[],
  names: ReadonlyMap<string, string>,
): Html {
  const columns: Column<AuditEntry>[] = [
    { head: 'Lúc', whole: true, cell: (e) => formatInstant(e.at) },
    {
      head: 'Người làm',
      cell: (e) =>
        e.by === 'system'
          ? 'hệ thống'
          : html`<a href="${filterLink('/quan-tri/nhat-ky', { ...query, by: e.by })}">${names.get(e.by) ?? e.by}</a>`,
    },
    { head: 'Việc', title: true, cell: (e) => auditWords(e.action) },
    { head: 'Đối tượng', cell: (e) => names.get(e.subject) ?? e.subject },
    { head: 'Chi tiết', cell: (e) => details(e) },
  ];
  return html`<form class="filters card" method="get" action="/quan-tri/nhat-ky">
${textField('from', 'Từ ngày', query['from'], { type: 'date' })}${textField('to', 'Đến ngày', query['to'], { type: 'date' })}
${textField('by', 'Mã người làm', query['by'])}${select('action', 'Việc', options(AUDIT_WORDS), query['action'], 'Tất cả')}
<div class="fld-go"><button>Lọc</button></div></form>
<p class="note">${SHOWN} việc gần nhất. <a href="${filterLink('/quan-tri/nhat-ky.csv', query)}">Tải CSV</a></p>
${table('Nhật ký', columns, entries)}`;
}
