import { html } from 'hono/html';
import type { GapCell } from '../../dialogue/review/gaps.ts';
import { formatNumber } from '../text.ts';
import type { Html } from '../view/layout.ts';
import { filterLink } from './filters.ts';

/** Columns and rows beyond these are summed up: a page can hold no more. */
const COMMUNES = 12;
const FIELDS = 20;
const OTHER = '';

interface Count {
  questions: number;
  before: number;
}

interface Axis {
  /** Largest first; the rest follow under {@link OTHER}. */
  readonly shown: readonly string[];
  readonly rest: number;
}

/** Difficult questions by field and commune, each with the change from the period before. */
export function gapMatrix(
  cells: readonly GapCell[],
  period: { readonly from: string; readonly to: string },
  communeName: (slug: string) => string,
): Html {
  if (cells.length === 0) return html`<p class="card">Chưa có câu khó nào trong hai kỳ này.</p>`;
  const communes = axis(cells, (cell) => cell.commune, COMMUNES);
  const fields = axis(cells, (cell) => cell.field, FIELDS);
  const counts = new Map<string, Count>();
  for (const cell of cells) {
    const commune = communes.shown.includes(cell.commune) ? cell.commune : OTHER;
    const field = fields.shown.includes(cell.field) ? cell.field : OTHER;
    for (const at of new Set([key(field, commune), key(field, ALL), key(ALL, commune), key(ALL, ALL)])) {
      const count = counts.get(at) ?? { questions: 0, before: 0 };
      count.questions += cell.questions;
      count.before += cell.before;
      counts.set(at, count);
    }
  }
  const columns = [...communes.shown, ...(communes.rest > 0 ? [OTHER] : []), ALL];
  const rows = [...fields.shown, ...(fields.rest > 0 ? [OTHER] : []), ALL];
  const fieldWords = (field: string) =>
    field === ALL ? 'Tất cả' : field === OTHER ? 'Khác, chưa rõ' : field;
  const communeWords = (commune: string) =>
    commune === ALL ? 'Tất cả' : commune === OTHER ? 'Nơi khác, chưa rõ' : communeName(commune);
  const link = (field: string, commune: string, words: string) =>
    [field, commune].includes(OTHER)
      ? words
      : html`<a href="${filterLink(
          '/quan-tri/cau-hoi',
          {},
          {
            ...period,
            ...(field !== ALL && { field }),
            ...(commune !== ALL && { commune }),
          },
        )}">${words}</a>`;
  return html`<div class="scroll card" tabindex="0" role="region" aria-label="Câu khó theo lĩnh vực và xã, phường"><table class="plain"><thead><tr><th scope="col">Lĩnh vực</th>${columns.map(
    (commune) => html`<th scope="col" class="num">${communeWords(commune)}</th>`,
  )}</tr></thead><tbody>${rows.map(
    (field) =>
      html`<tr><th scope="row">${fieldWords(field)}</th>${columns.map((commune) => {
        const count = counts.get(key(field, commune));
        return html`<td class="num">${count ? html`${link(field, commune, formatNumber(count.questions))} ${trend(count)}` : ''}</td>`;
      })}</tr>`,
  )}</tbody></table></div>`;
}

const ALL = '\u0000';
const key = (field: string, commune: string) => `${field}\u0001${commune}`;

/** Questions without a field or commune count in "the others" and in the sums. */
function axis(cells: readonly GapCell[], of: (cell: GapCell) => string, most: number): Axis {
  const sums = new Map<string, number>();
  for (const cell of cells) sums.set(of(cell), (sums.get(of(cell)) ?? 0) + cell.questions + cell.before);
  const named = [...sums.keys()].filter((name) => name !== OTHER);
  const shown = named.sort((a, b) => sums.get(b)! - sums.get(a)! || a.localeCompare(b, 'vi')).slice(0, most);
  return { shown, rest: sums.size - shown.length };
}

/** "+3" or "−2" against the period before; nothing when it stayed the same. */
export function trend({ questions, before }: Readonly<Count>): Html | '' {
  const change = questions - before;
  if (change === 0) return '';
  const sign = change > 0 ? '+' : '−';
  return html`<span class="note">(${sign}${formatNumber(Math.abs(change))})</span>`;
}
