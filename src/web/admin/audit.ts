import { Hono } from 'hono';
import { html } from 'hono/html';
import type { AuditEntry, Person, PersonId } from '../../dialogue/model.ts';
import { ROLE_WORDS } from '../../dialogue/words.ts';
import type { WebEnv } from '../context.ts';
import type { DeskDeps } from '../deps.ts';
import { formatInstant } from '../text.ts';
import type { Html } from '../view/layout.ts';
import { type Column, options, select, table, textField } from '../view/table.ts';
import { auditSubjects, type Subject } from './audit-subject.ts';
import { CSV_HEADERS, csvStream } from './csv.ts';
import { filterLink, readFilter } from './filters.ts';
import { deskPage, viewerOf } from './nav.ts';
import { AUDIT_WORDS, auditWords, GAP_ACTION_WORDS, REVIEW_WORDS } from './words.ts';

const SHOWN = 200;
const EXPORTED = 100_000;

const DETAIL_WORDS: Readonly<Record<string, string>> = {
  from: 'từ',
  to: 'thành',
  state: 'kết quả',
  questions: 'số câu hỏi',
  verdict: 'đánh giá',
  action: 'xử lý',
  reason: 'lý do',
  reasons: 'lý do',
  fileName: 'tệp',
  department: 'cơ quan chủ trì',
  roles: 'vai trò',
  commune: 'xã, phường',
  corrected: 'đã sửa',
  scope: 'phạm vi đọc',
  keepPersonalData: 'giữ dữ liệu cá nhân',
  struckOut: 'quan hệ đã bỏ',
};

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
    const [nameOf, subjectOf] = [namesOf(deps), auditSubjects(deps)];
    const named = await Promise.all(
      entries.map(async (e) => ({ ...e, who: await nameOf(e.by), what: await subjectOf(e) })),
    );
    const people = await deps.people.people();
    return c.html(deskPage(viewerOf(c), 'audit', 'Nhật ký thay đổi', listView(query, named, people)));
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
    return c.body(csvStream(EXPORT_HEAD, rows(deps, entries)), 200, CSV_HEADERS('nhat-ky'));
  });

  return app;
}

/** "từ: 48; thành: 24": values as they are, without the marks of JSON. */
function details({ detail = {} }: AuditEntry): string {
  return Object.entries(detail)
    .map(([name, value]) => `${DETAIL_WORDS[name] ?? name}: ${valueText(value)}`)
    .join('; ');
}

/** Codes that stand in details, in words. */
const VALUE_WORDS: Readonly<Record<string, string>> = { ...REVIEW_WORDS, ...GAP_ACTION_WORDS, ...ROLE_WORDS };

function valueText(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'có' : 'không';
  if (Array.isArray(value)) return value.map(valueText).join(', ');
  return typeof value === 'string' ? (VALUE_WORDS[value] ?? value) : JSON.stringify(value);
}

/** For people first, then the codes and values as they are kept, for whoever compares them. */
const EXPORT_HEAD = [
  'Lúc',
  'Người làm',
  'Việc',
  'Đối tượng',
  'Chi tiết',
  'Lúc (UTC)',
  'Mã người làm',
  'Mã việc',
  'Mã đối tượng',
];

async function* rows(deps: DeskDeps, entries: readonly AuditEntry[]) {
  const [nameOf, subjectOf] = [namesOf(deps), auditSubjects(deps)];
  for (const e of entries) {
    const detail = e.detail ? JSON.stringify(e.detail) : '';
    const { words } = await subjectOf(e);
    yield [
      formatInstant(e.at),
      await nameOf(e.by),
      auditWords(e.action),
      words,
      detail,
      e.at,
      e.by,
      e.action,
      e.subject,
    ];
  }
}

/** Who did it: each person is looked up once. */
function namesOf(deps: DeskDeps): (by: AuditEntry['by']) => Promise<string> {
  const known = new Map<string, Promise<string>>([['system', Promise.resolve('hệ thống')]]);
  const find = async (id: string) => (await deps.people.person(id as PersonId))?.name ?? id;
  return (by) => {
    const name = known.get(by) ?? find(by);
    known.set(by, name);
    return name;
  };
}

export function subjectView({ words, href }: Subject): Html {
  return href === undefined ? html`${words}` : html`<a href="${href}">${words}</a>`;
}

interface NamedEntry extends AuditEntry {
  readonly who: string;
  readonly what: Subject;
}

function listView(
  query: Record<string, string>,
  entries: readonly NamedEntry[],
  people: readonly Person[],
): Html {
  const columns: Column<NamedEntry>[] = [
    { head: 'Lúc', whole: true, cell: (e) => formatInstant(e.at) },
    {
      head: 'Người làm',
      cell: (e) =>
        e.by === 'system'
          ? e.who
          : html`<a href="${filterLink('/quan-tri/nhat-ky', { ...query, by: e.by })}">${e.who}</a>`,
    },
    { head: 'Việc', title: true, cell: (e) => auditWords(e.action) },
    { head: 'Đối tượng', cell: (e) => subjectView(e.what) },
    { head: 'Chi tiết', cell: (e) => details(e) },
  ];
  return html`<form class="filters card" method="get" action="/quan-tri/nhat-ky">
${textField('from', 'Từ ngày', query['from'], { type: 'date' })}${textField('to', 'Đến ngày', query['to'], { type: 'date' })}
${select('by', 'Người làm', [{ value: 'system', words: 'hệ thống' }, ...people.map((one) => ({ value: one.id, words: one.name }))], query['by'], 'Tất cả')}${select('action', 'Việc', options(AUDIT_WORDS), query['action'], 'Tất cả')}
<div class="fld-go"><button>Lọc</button></div></form>
<p class="note">Nhiều nhất ${SHOWN} việc gần đây nhất. <a href="${filterLink('/quan-tri/nhat-ky.csv', query)}">Tải CSV</a></p>
${table('Nhật ký', columns, entries)}`;
}
