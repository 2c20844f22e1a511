import { html } from 'hono/html';
import type { Citation } from '../../answer/model.ts';
import type { Escalation, LoggedQuestion, SourceView } from '../../dialogue/model.ts';
import { STATUS_WORDS, VERDICT_WORDS } from '../../dialogue/words.ts';
import { citedPage, originalLink } from '../originals.ts';
import { formatInstant } from '../text.ts';
import { citationText, effectivityBadge } from '../view/answer-text.ts';
import { type Html, page, type Viewer } from '../view/layout.ts';
import { turnView } from './turn.ts';

export const HISTORY_PAGE = 20;

/** One turn on its own page; what every answer can be linked to. */
export function turnPage(viewer: Viewer, turn: LoggedQuestion, escalation?: Escalation): Html {
  return page(
    { title: 'Câu hỏi', viewer },
    html`<h1>Câu hỏi đã hỏi</h1>
<p><a href="/?c=${turn.conversation}#cau-${turn.id}">Hỏi tiếp trong cuộc trò chuyện này</a></p>
<div class="turns">${turnView(viewer, turn, escalation ? { escalation } : {})}</div>`,
  );
}

/** `rows` has one more than a page when there are older ones. */
export function historyPage(viewer: Viewer, rows: readonly LoggedQuestion[], older: boolean): Html {
  const shown = rows.slice(0, HISTORY_PAGE);
  const last = rows.length > HISTORY_PAGE ? shown.at(-1) : undefined;
  return page(
    { title: 'Lịch sử', at: '/lich-su', viewer },
    html`<h1>Lịch sử của tôi</h1>
${shown.length === 0 ? html`<p class="card">Anh/chị chưa hỏi câu nào${older ? ' trước đó' : ''}. <a href="/">Đặt câu hỏi</a></p>` : ''}
<ul class="rows">${shown.map(
      (turn) => html`<li class="card"><a class="row-title" href="/cau-hoi/${turn.id}">${turn.question}</a>
<p class="note"><span class="badge st-${turn.answer.status}">${STATUS_WORDS[turn.answer.status]}</span> <time datetime="${turn.askedAt}">${formatInstant(turn.askedAt)}</time>${
        turn.feedback ? html` · ${VERDICT_WORDS[turn.feedback.verdict]}` : ''
      }${turn.escalation ? html` · đã gửi chuyên viên` : ''}</p></li>`,
    )}</ul>
<nav class="pager" aria-label="Trang">${older ? html`<a href="/lich-su">Mới nhất</a>` : ''} ${
      last ? html`<a href="/lich-su?truoc=${encodeURIComponent(last.id)}" rel="next">Cũ hơn</a>` : ''
    }</nav>`,
  );
}

export interface ShownSource {
  readonly citation: Citation;
  /** As stored now; undefined when it is gone or may no longer be read. */
  readonly source: SourceView | undefined;
  /** Pages of the original that can be drawn. */
  readonly original: { readonly pages: number | undefined } | undefined;
  /** Address of the page of this source. */
  readonly path: string;
}

export function sourcePage(viewer: Viewer, turn: LoggedQuestion, shown: ShownSource): Html {
  return page(
    { title: shown.citation.label, viewer },
    html`<p><a href="/cau-hoi/${turn.id}">Về câu trả lời</a></p>
<h1>${shown.citation.label}</h1>${sourceBody(shown)}`,
  );
}

/** The literal text around a citation, the quote marked, and the page it stands on. Falls back to the snapshot in the log. */
export function sourceBody({ citation, source, original, path }: ShownSource): Html {
  return html`<p>${citation.documentTitle}</p>
<p>${effectivityBadge(citation.effectivity)}${citation.page === undefined ? '' : html` <span class="note">trang ${citation.page}</span>`}</p>
<p class="note">Tệp nguồn: ${citation.source}${original === undefined ? '' : html` · ${originalLink(citation.documentId)}`}</p>
${source ? context(source) : html`<p class="alert">Văn bản này không còn trong kho hoặc anh/chị không còn quyền đọc. Dưới đây là đoạn đã trích lúc trả lời.</p><div class="card doc"><blockquote><mark>${citation.quote}</mark></blockquote></div>`}
${original !== undefined && (citation.page ?? 1) <= (original.pages ?? Number.POSITIVE_INFINITY) ? html`<h2>Trang được dẫn</h2>${citedPage(`${path}/trang`, citation.page)}` : ''}`;
}

function context(source: SourceView): Html {
  return html`<div class="card doc">${source.before ? html`<p class="ctx pre">${source.before}</p>` : ''}
<p class="pre">${withQuoteMarked(source.text, source.quote)}</p>
${source.after ? html`<p class="ctx pre">${source.after}</p>` : ''}</div>`;
}

/** A quote may have white space and punctuation that the source lacks: they are compared on letters and digits. */
function withQuoteMarked(text: string, quote: string): Html {
  const [letters, offsets] = lettersWithOffsets(text);
  const [wanted] = lettersWithOffsets(quote);
  const at = wanted ? letters.indexOf(wanted) : -1;
  if (at < 0) return html`${text}`;
  const start = offsets[at]!;
  const end = offsets[at + wanted.length - 1]! + 1;
  return html`${text.slice(0, start)}<mark>${text.slice(start, end)}</mark>${text.slice(end)}`;
}

/** Letters and digits of a text, and where each UTF-16 unit of them stands in it. */
function lettersWithOffsets(text: string): [string, number[]] {
  const offsets: number[] = [];
  let letters = '';
  for (const run of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    letters += run[0];
    for (let i = 0; i < run[0].length; i++) offsets.push(run.index + i);
  }
  return [letters, offsets];
}

/** Without JavaScript: text to select and copy, or to print for the counter. */
export function citationPage(viewer: Viewer, turn: LoggedQuestion): Html {
  return page(
    { title: 'Chép căn cứ', viewer },
    html`<p class="no-print"><a href="/cau-hoi/${turn.id}">Về câu trả lời</a></p><h1>Câu trả lời và căn cứ</h1>
<pre class="card doc" tabindex="0">${citationText(turn.question, turn.answer)}</pre>`,
  );
}
