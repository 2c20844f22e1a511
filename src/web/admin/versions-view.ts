import { html } from 'hono/html';
import type { DocumentDetail } from '../../dialogue/review/documents.ts';
import { formatNumber } from '../text.ts';
import type { Html } from '../view/layout.ts';
import type { ArticleChange } from './article-diff.ts';
import { filterLink } from './filters.ts';
import type { DiffPart } from './line-diff.ts';

const KIND_WORDS: Readonly<Record<ArticleChange['kind'], string>> = {
  changed: 'sửa',
  added: 'thêm',
  removed: 'bỏ',
};
const KIND_TONES: Readonly<Record<ArticleChange['kind'], string>> = {
  changed: 'warn',
  added: 'ok',
  removed: 'bad',
};

/** What changed between an earlier version and the one in use, article by article. */
export function versionsView(
  document: DocumentDetail,
  version: number,
  changes: readonly ArticleChange[],
): Html {
  return html`<p><a href="${filterLink('/quan-tri/van-ban/xem', { id: document.id })}">Về văn bản</a></p>
<p>So bản ${version} với bản đang dùng (${document.version}): ${changesSummary(changes)}. <del>Đoạn bỏ</del>, <ins>đoạn thêm</ins>.</p>
${changesView(changes)}`;
}

export function changesView(changes: readonly ArticleChange[]): Html {
  return html`${changes.map(
    ({ article, kind, parts }) =>
      html`<section class="card doc diff"><h2>${article || 'Phần đầu văn bản'} <span class="badge ${KIND_TONES[kind]}">${KIND_WORDS[kind]}</span></h2>${parts.map(diffPart)}</section>`,
  )}`;
}

/** "sửa 2, thêm 1", or that nothing changed. */
export function changesSummary(changes: readonly ArticleChange[]): string {
  const counted = (Object.keys(KIND_WORDS) as ArticleChange['kind'][]).flatMap((kind) => {
    const n = changes.filter((change) => change.kind === kind).length;
    return n === 0 ? [] : [`${KIND_WORDS[kind]} ${formatNumber(n)}`];
  });
  return counted.length === 0 ? 'nội dung không đổi' : counted.join(', ');
}

function diffPart(part: DiffPart): Html {
  if (part.kind === 'removed') return html`<p><del>${part.text}</del></p>`;
  if (part.kind === 'added') return html`<p><ins>${part.text}</ins></p>`;
  return html`<p class="ctx">${part.text}</p>`;
}
