import { html } from 'hono/html';
import type { Html } from './layout.ts';

export interface Column<T> {
  readonly head: string;
  readonly cell: (row: T) => Html | string | number;
  readonly numeric?: boolean;
  /** What the row is about: stands first, without its label, on a phone. */
  readonly title?: boolean;
  /** Short values that never break: days, kinds. */
  readonly whole?: boolean;
}

/** A table that becomes a list of labelled values on a phone (the labels come from `data-head`). */
export function table<T>(
  caption: string,
  columns: readonly Column<T>[],
  rows: readonly T[],
  empty = 'Chưa có dữ liệu.',
): Html {
  if (rows.length === 0) return html`<p class="card">${empty}</p>`;
  return html`<table class="grid"><caption class="sr">${caption}</caption>
<thead><tr>${columns.map((c) => html`<th scope="col"${c.numeric ? html` class="num"` : ''}>${c.head}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) =>
      html`<tr>${columns.map((c) => html`<td${c.head === '' ? '' : html` data-head="${c.head}"`}${classOf(c)}>${c.cell(row)}</td>`)}</tr>`,
  )}</tbody></table>`;
}

function classOf<T>({ numeric, title, whole }: Column<T>): Html | '' {
  const name = numeric ? 'num' : title ? 'title' : whole ? 'nowrap' : '';
  return name === '' ? '' : html` class="${name}"`;
}

/** A form that was not taken: what was typed, field by field, and why not. */
export interface RefusedForm {
  readonly typed: ReadonlyMap<string, string>;
  readonly reason: string;
}

export function refusedView(refused: RefusedForm | undefined): Html | '' {
  return refused ? html`<p class="alert" role="alert">${refused.reason} Chưa lưu thay đổi nào.</p>` : '';
}

/** What a field shows: what was typed when the form was refused, else what is stored. */
export function shown(
  refused: RefusedForm | undefined,
  name: string,
  stored: string | undefined,
): string | undefined {
  return refused ? refused.typed.get(name) : stored;
}

export interface Option {
  readonly value: string;
  readonly words: string;
}

export function select(
  id: string,
  label: string,
  options: readonly Option[],
  chosen: string | undefined,
  any?: string,
): Html {
  return html`<div class="fld"><label for="${id}">${label}</label><select id="${id}" name="${id}">${
    any === undefined ? '' : html`<option value="">${any}</option>`
  }${options.map(
    (o) => html`<option value="${o.value}"${o.value === chosen ? html` selected` : ''}>${o.words}</option>`,
  )}</select></div>`;
}

export function options(words: Readonly<Record<string, string>>): Option[] {
  return Object.entries(words).map(([value, text]) => ({ value, words: text }));
}

export function textField(
  id: string,
  label: string,
  value: string | undefined,
  more: {
    type?: string;
    required?: boolean;
    maxlength?: number;
    offered?: readonly string[];
    /** Said below the field and read with it. */
    hint?: string;
  } = {},
): Html {
  const { offered = [] } = more;
  return html`<div class="fld"><label for="${id}">${label}</label><input id="${id}" name="${id}" type="${more.type ?? 'text'}" value="${value ?? ''}"${
    more.required ? html` required` : ''
  }${offered.length > 0 ? html` list="${id}-ds"` : ''}${
    more.hint ? html` aria-describedby="${id}-hint"` : ''
  } maxlength="${more.maxlength ?? 200}">${more.hint ? html`<p class="note" id="${id}-hint">${more.hint}</p>` : ''}${
    offered.length > 0
      ? html`<datalist id="${id}-ds">${offered.map((one) => html`<option value="${one}"></option>`)}</datalist>`
      : ''
  }</div>`;
}

export function areaField(
  id: string,
  label: string,
  value: string | undefined,
  more: { rows?: number; required?: boolean } = {},
): Html {
  return html`<div class="fld wide-fld"><label for="${id}">${label}</label><textarea id="${id}" name="${id}" rows="${more.rows ?? 3}" maxlength="10000"${more.required ? html` required` : ''}>${value ?? ''}</textarea></div>`;
}
