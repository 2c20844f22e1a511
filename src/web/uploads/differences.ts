import { html } from 'hono/html';
import type { DocumentDetail } from '../../dialogue/review/documents.ts';
import type { UploadField, UploadPreview } from '../../dialogue/uploads/model.ts';
import { FIELD_WORDS } from '../../dialogue/uploads/words.ts';
import { changedArticles } from '../admin/article-diff.ts';
import { changesSummary, changesView } from '../admin/versions-view.ts';
import type { Html } from '../view/layout.ts';
import { shownValue } from './input.ts';

/** What confirming would change of the version that serves: fields and articles, old beside new. */
export function differencesView(preview: UploadPreview, stored: DocumentDetail): Html {
  const fields = preview.fields.flatMap((one) => {
    const before = shownValue({ ...one, value: storedValue(stored, one.field) ?? '' });
    const after = shownValue(one);
    return before === after ? [] : [{ name: FIELD_WORDS[one.field], before, after }];
  });
  const articles = changedArticles(stored.text, preview.text);
  if (fields.length === 0 && articles.length === 0)
    return html`<h2>So với bản đang dùng</h2><p class="card">Đọc lại giống hệt bản đang dùng.</p>`;
  return html`<h2>So với bản đang dùng</h2>${
    fields.length > 0
      ? html`<section class="card"><ul class="bullets">${fields.map(
          ({ name, before, after }) =>
            html`<li>${name}: <del>${before || 'chưa rõ'}</del> → <ins>${after || 'chưa rõ'}</ins></li>`,
        )}</ul></section>`
      : ''
  }<details class="card"${articles.length === 0 ? '' : html` open`}><summary>Nội dung: ${changesSummary(articles)}</summary>${changesView(articles)}</details>`;
}

function storedValue({ facts, header }: DocumentDetail, field: UploadField): string | undefined {
  return header?.[field] ?? (field in facts ? String(facts[field as keyof typeof facts] ?? '') : undefined);
}
