import { html } from 'hono/html';
import type { Escalation, LoggedQuestion } from '../../dialogue/model.ts';
import { MACHINE_NOTICE, MAX_QUESTION_LENGTH } from '../../dialogue/words.ts';
import { PRIVACY_NOTICE } from '../text.ts';
import { csrfField, type Html, page, type Viewer } from '../view/layout.ts';
import { turnView } from './turn.ts';

const EXAMPLES = [
  'Đăng ký khai sinh cần những giấy tờ gì?',
  'thoi han cap ban sao trich luc ho tich',
  'Ai có thẩm quyền cấp giấy chứng nhận đăng ký hộ kinh doanh?',
];

export interface ChatView {
  readonly conversation: string;
  readonly turns: readonly { readonly turn: LoggedQuestion; readonly escalation: Escalation | undefined }[];
  /** What administrators have to say to everybody. */
  readonly notice?: string;
  /** No question is taken: why. */
  readonly paused?: string;
}

export function chatPage(viewer: Viewer, view: ChatView): Html {
  return page(
    { title: 'Hỏi đáp', at: '/', viewer, wide: true, saysMachine: view.turns.length === 0 },
    html`<div class="chat">
<div class="chat-head"><h1>Hỏi đáp thủ tục</h1>${view.turns.length > 0 ? html`<a href="/">Cuộc trò chuyện mới</a>` : ''}</div>
${view.paused ? html`<p class="alert" role="status">${view.paused}</p>` : view.notice ? html`<p class="notice">${view.notice}</p>` : ''}
<div id="luot" class="turns">${view.turns.length > 0 ? view.turns.map(({ turn, escalation }) => turnView(viewer, turn, escalation ? { escalation } : {})) : welcome(viewer, view)}</div>
<p id="trang-thai" class="sr" role="status" aria-live="polite"></p>
${view.paused ? '' : askForm(viewer, view)}
</div>`,
  );
}

function welcome(viewer: Viewer, view: ChatView): Html {
  return html`<section class="card welcome" aria-label="Giới thiệu">
<p><strong>Chào anh/chị ${viewer.person.name}.</strong> Anh/chị cứ hỏi như gõ trên điện thoại, có dấu hay không dấu đều được. Mỗi câu trả lời kèm căn cứ để đối chiếu.</p>
<p class="note">${MACHINE_NOTICE}</p>
<p class="note">${PRIVACY_NOTICE}</p>
${view.paused ? '' : examples(viewer, view)}</section>`;
}

function examples(viewer: Viewer, view: ChatView): Html {
  return html`<p class="sec-head">Ví dụ</p>
<ul class="choices">${EXAMPLES.map(
    (q) => html`<li><form method="post" action="/hoi" data-enhance="ask">${csrfField(viewer)}
<input type="hidden" name="c" value="${view.conversation}"><input type="hidden" name="q" value="${q}"><button class="choice">${q}</button></form></li>`,
  )}</ul>`;
}

function askForm(viewer: Viewer, view: ChatView): Html {
  return html`<form class="ask" method="post" action="/hoi" data-enhance="ask" data-main>
${csrfField(viewer)}<input type="hidden" name="c" value="${view.conversation}">
<label for="q">Câu hỏi của anh/chị</label>
<div class="ask-row"><textarea id="q" name="q" rows="1" maxlength="${MAX_QUESTION_LENGTH}" required enterkeyhint="send" placeholder="Nhập câu hỏi"></textarea>
<button>Hỏi</button></div>
<details class="as-of"><summary>Hỏi theo một ngày khác</summary><label for="ngay">Quy định áp dụng tại ngày</label> <input type="date" id="ngay" name="asOf"></details>
</form>`;
}
