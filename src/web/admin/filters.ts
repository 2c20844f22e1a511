import { html } from 'hono/html';
import { ANSWER_STATUSES, type AnswerStatus } from '../../answer/model.ts';
import type { Reach } from '../../dialogue/access.ts';
import type { PersonId } from '../../dialogue/model.ts';
import { departmentNames } from '../../dialogue/review/departments.ts';
import type { DeskFilter } from '../../dialogue/review/model.ts';
import { STATUS_WORDS, VERDICT_WORDS } from '../../dialogue/words.ts';
import { nfc } from '../../legal/text.ts';
import type { DeskDeps } from '../deps.ts';
import type { Html } from '../view/layout.ts';
import { options, select, textField } from '../view/table.ts';
import { COMPOSER_WORDS } from './words.ts';

/** Query parameters of a filter; the same names in forms, links and exports. */
export type FilterQuery = Readonly<Record<string, string | undefined>>;

/** Every parameter that filters. */
export const FILTER_NAMES = [
  'text',
  'status',
  'feedback',
  'from',
  'to',
  'commune',
  'department',
  'field',
  'composer',
  'reviewed',
  'document',
  'person',
] as const;

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Values that are none of ours are left out: a stale link shows more, never an error. */
export function readFilter(query: FilterQuery): DeskFilter {
  const one = (name: string) => {
    const value = nfc(query[name] ?? '')
      .trim()
      .slice(0, 300);
    return value === '' ? undefined : value;
  };
  const status = one('status');
  const feedback = one('feedback');
  const composer = one('composer');
  const reviewed = one('reviewed');
  const optional = {
    from: dayStart(one('from'), 0),
    to: dayStart(one('to'), 1),
    commune: one('commune'),
    field: one('field'),
    status: (ANSWER_STATUSES as readonly string[]).includes(status ?? '')
      ? (status as AnswerStatus)
      : undefined,
    feedback: feedback === 'helpful' || feedback === 'wrong' || feedback === 'none' ? feedback : undefined,
    composer: composer === 'embedded' || composer === 'llm' ? composer : undefined,
    documentId: one('document'),
    department: one('department'),
    person: one('person') as PersonId | undefined,
    text: one('text'),
    reviewed: reviewed === 'yes' ? true : reviewed === 'no' ? false : undefined,
  } as const;
  return Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined));
}

/** Midnight in Vietnam of a day (plus `days`), as an instant. */
function dayStart(day: string | undefined, days: number): string | undefined {
  if (day === undefined || !ISO_DAY.test(day)) return undefined;
  const at = new Date(`${day}T00:00:00+07:00`).getTime() + days * 86_400_000;
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

/** The filter as a query string, with more or other parameters. */
export function filterLink(path: string, query: FilterQuery, more: FilterQuery = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, ...more })) if (value) params.set(name, value);
  const text = params.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** Offers what lies within `reach`: staff choose among the fields they see, an only commune is not asked for. */
export async function filterForm(deps: DeskDeps, query: FilterQuery, reach: Reach): Promise<Html> {
  const [communes, fields, routes] = await Promise.all([
    deps.desk.communes(),
    deps.desk.fields(),
    deps.escalations.routes(),
  ]);
  const departments = reach === 'all' ? [...new Set(routes.map((route) => route.department))].sort() : [];
  const seenFields =
    reach === 'all' || reach.communes.length > 0
      ? fields
      : fields.filter((one) => reach.fields.includes(one));
  const seenCommunes = reach === 'all' || reach.fields.length > 0 ? communes : [];
  const { of } = await departmentNames(deps.settings);
  const plain = (values: readonly string[]) => values.map((value) => ({ value, words: value }));
  const choice = (name: string, label: string, among: readonly { value: string; words: string }[]) =>
    among.length === 0 ? '' : select(name, label, among, query[name], 'Tất cả');
  return html`<form class="filters card" method="get" action="/quan-tri/cau-hoi" role="search">
${textField('text', 'Từ khóa', query['text'], { type: 'search' })}
${select('status', 'Kết quả', options(STATUS_WORDS), query['status'], 'Tất cả')}
${select('feedback', 'Đánh giá', [...options(VERDICT_WORDS), { value: 'none', words: 'Chưa đánh giá' }], query['feedback'], 'Tất cả')}
${query['person'] ? html`<input type="hidden" name="person" value="${query['person']}">` : ''}
<div class="fld-go"><button>Lọc</button> <a href="/quan-tri/cau-hoi">Bỏ lọc</a></div>
<details class="more-filters"${hasMore(query) ? html` open` : ''}><summary>Lọc thêm</summary><div class="filters">
${textField('from', 'Từ ngày', query['from'], { type: 'date' })}
${textField('to', 'Đến ngày', query['to'], { type: 'date' })}
${choice(
  'commune',
  'Xã, phường',
  seenCommunes.map((slug) => ({ value: slug, words: deps.dialogue.communeName(slug) })),
)}
${choice(
  'department',
  'Cơ quan chủ trì',
  departments.map((slug) => ({ value: slug, words: of(slug) })),
)}
${choice('field', 'Lĩnh vực', plain(seenFields))}
${select('composer', 'Cách soạn', options(COMPOSER_WORDS), query['composer'], 'Tất cả')}
${select(
  'reviewed',
  'Rà soát',
  [
    { value: 'no', words: 'Chưa rà soát' },
    { value: 'yes', words: 'Đã rà soát' },
  ],
  query['reviewed'],
  'Tất cả',
)}
${textField('document', 'Mã văn bản được dẫn', query['document'])}
</div></details></form>`;
}

function hasMore(query: FilterQuery): boolean {
  return ['from', 'to', 'commune', 'department', 'field', 'composer', 'reviewed', 'document'].some(
    (name) => query[name],
  );
}
