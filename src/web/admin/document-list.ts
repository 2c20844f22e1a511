import { html } from 'hono/html';
import type { PersonId } from '../../dialogue/model.ts';
import { type DocumentRow, SOON_DAYS } from '../../dialogue/review/documents.ts';
import { shortened } from '../../legal/text.ts';
import { formatInstant, formatNumber } from '../text.ts';
import type { Html } from '../view/layout.ts';
import { type Column, options, select, table, textField } from '../view/table.ts';
import { filterLink } from './filters.ts';
import { scopeWords } from './words.ts';

/** Documents on one page of the list. */
export const PAGE = 50;
const KINDS = { official: 'Văn bản', procedure: 'Thủ tục hành chính', guide: 'Tài liệu tổng hợp' };
const STATES = { serving: 'Đang phục vụ', withdrawn: 'Đã thu hồi' };
const STANDINGS = {
  soon: `Hết hiệu lực trong ${SOON_DAYS} ngày tới`,
  over: 'Đã bị thay thế, hết hiệu lực',
};
const ORIGINS = { corpus: 'Có sẵn', ingest: 'Nạp từ máy chủ', upload: 'Nạp trên trang' };
/** Titles of papers can be paragraphs; the whole one is on the document's page. */
const TITLE_SHOWN = 160;

export interface ListedDocuments {
  /** What this person may read of the page. */
  readonly rows: readonly DocumentRow[];
  /** Last id of the page when another follows. */
  readonly next?: string | undefined;
}

export interface ListNames {
  readonly department: (slug: string) => string;
  readonly owners: ReadonlyMap<PersonId, string>;
}

export function documentList(
  query: Record<string, string>,
  { rows, next }: ListedDocuments,
  names: ListNames,
): Html {
  const first = query['sau']
    ? html`<a href="${filterLink('/quan-tri/van-ban', query, { sau: undefined })}">Đầu danh sách</a>`
    : '';
  const later = next
    ? html`<a rel="next" href="${filterLink('/quan-tri/van-ban', query, { sau: next })}">Tiếp</a>`
    : '';
  return html`<form class="filters card" method="get" action="/quan-tri/van-ban" role="search">
${textField('text', 'Số, tên, tệp', query['text'], { type: 'search' })}
${select('kind', 'Loại', options(KINDS), query['kind'], 'Tất cả')}
${select('state', 'Tình trạng', options(STATES), query['state'], 'Tất cả')}
${select('standing', 'Hiệu lực', options(STANDINGS), query['standing'], 'Tất cả')}
${select('warnings', 'Cảnh báo khi đọc', [{ value: 'yes', words: 'Có cảnh báo' }], query['warnings'], 'Tất cả')}
<div class="fld-go"><button>Lọc</button> <a href="/quan-tri/van-ban">Bỏ lọc</a></div></form>
${table('Văn bản', columns(names), rows, 'Không có văn bản nào khớp. Anh/chị bỏ bớt điều kiện lọc, hoặc nạp thêm ở mục Nạp tài liệu.')}
<nav class="pager" aria-label="Trang">${first} ${later}</nav>`;
}

function columns(names: ListNames): Column<DocumentRow>[] {
  return [
    {
      head: 'Văn bản',
      title: true,
      cell: (d) =>
        html`<a href="${filterLink('/quan-tri/van-ban/xem', { id: d.id })}">${shortTitle(d.title)}</a><br><span class="note">${[
          KINDS[d.kind as keyof typeof KINDS] ?? d.kind,
          ...(d.number && !d.title.includes(d.number) ? [d.number] : []),
          scopeWords(d, names.department),
        ].join(' · ')}</span>`,
    },
    { head: 'Chủ quản', cell: (d) => ownerOf(d, names) },
    {
      head: 'Tình trạng',
      cell: (d) =>
        html`<span class="badge ${d.state === 'serving' ? 'ok' : 'bad'}">${STATES[d.state]}</span>${
          d.warnings.length > 0
            ? html` <span class="badge warn">${formatNumber(d.warnings.length)} cảnh báo</span>`
            : ''
        }`,
    },
    { head: 'Số điều', cell: (d) => (d.articles > 0 ? formatNumber(d.articles) : ''), numeric: true },
    { head: 'Lần dẫn', cell: (d) => formatNumber(d.timesCited), numeric: true },
    { head: 'Cập nhật', whole: true, cell: (d) => formatInstant(d.updatedAt).slice(0, 10) },
  ];
}

/** Who stands behind a document: the body that issued it, and who took it in. */
function ownerOf(d: DocumentRow, { owners }: ListNames): Html {
  const by = d.uploadedBy === undefined ? undefined : (owners.get(d.uploadedBy) ?? 'người đã rời hệ thống');
  const origin = ORIGINS[d.origin as keyof typeof ORIGINS] ?? d.origin;
  return html`${d.issuer ? html`${d.issuer}<br>` : ''}<span class="note">${by === undefined ? origin : `Nạp: ${by}`}</span>`;
}

export function shortTitle(title: string): string {
  return shortened(title, TITLE_SHOWN);
}
