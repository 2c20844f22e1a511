import { html } from 'hono/html';
import type { Escalation, LoggedQuestion } from '../../dialogue/model.ts';
import { ASK_WORDS, STATUS_WORDS, VERDICT_WORDS, WRONG_REASONS } from '../../dialogue/words.ts';
import { paperLinks } from '../delegations.ts';
import { feedbackText, formatInstant } from '../text.ts';
import { answerBody, sourceList } from '../view/answer-text.ts';
import { csrfField, type Html, type Viewer } from '../view/layout.ts';
import { escalationPending, specialistReply } from './escalation-view.ts';

export interface TurnOptions {
  /** The sentence that says what happened to the request to a specialist. */
  readonly notice?: string;
  /** The question's way through the department, when it was sent on. */
  readonly escalation?: Escalation;
}

/** One question with its answer, as an article: the same on the chat page, in history and as a fragment. */
export function turnView(viewer: Viewer, turn: LoggedQuestion, options: TurnOptions = {}): Html {
  const { answer, id } = turn;
  return html`<article class="turn" id="cau-${id}" tabindex="-1" aria-labelledby="hoi-${id}">
<h2 class="asked" id="hoi-${id}"><span class="sr">Anh/chị hỏi: </span>${turn.question}</h2>
<div class="reply card"><div class="reply-main">
${specialistReply(options.escalation)}
<p class="reply-head"><span class="badge st-${answer.status}">${STATUS_WORDS[answer.status]}</span> <time datetime="${turn.askedAt}">${formatInstant(turn.askedAt)}</time></p>
${options.notice ? html`<p class="notice" role="status">${options.notice}</p>` : ''}
${turn.understoodAs ? html`<p class="note">${ASK_WORDS.understoodAs(turn.understoodAs)}</p>` : ''}
${answerBody(answer, id)}
${answer.status === 'failed' ? html`<p class="note">Mã tham chiếu: ${answer.traceId}</p>` : ''}
${choiceForms(viewer, turn)}
${nearest(turn)}</div>
${sourceList(answer.citations, id, (c) => `/cau-hoi/${id}/nguon/${c.n}`)}
<div class="reply-end">${escalationPending(options.escalation)}
${actions(viewer, turn)}</div>
</div>
</article>`;
}

function choiceForms(viewer: Viewer, turn: LoggedQuestion): Html | '' {
  const choices = turn.answer.choices ?? [];
  if (choices.length === 0) return '';
  const words = turn.answer.status === 'clarify' ? 'Anh/chị hỏi ý nào?' : 'Có thể anh/chị hỏi thủ tục khác:';
  return html`<p class="sec-head" id="chon-${turn.id}">${words}</p><ul class="choices" aria-labelledby="chon-${turn.id}">${choices.map(
    (choice) => html`<li><form method="post" action="/hoi" data-enhance="ask">${csrfField(viewer)}
<input type="hidden" name="c" value="${turn.conversation}"><input type="hidden" name="q" value="${choice.question}">
<button class="choice">${choice.label}</button></form></li>`,
  )}</ul>`;
}

function nearest(turn: LoggedQuestion): Html | '' {
  const list = turn.answer.nearest ?? [];
  if (list.length === 0) return '';
  return html`<div class="nearest"><p class="sec-head">Tài liệu gần nhất</p><ul>${list.map(
    (item) =>
      html`<li>${item.title}${item.procedureCode ? html` <span class="note">(mã ${item.procedureCode})</span>` : ''}</li>`,
  )}</ul></div>`;
}

function actions(viewer: Viewer, turn: LoggedQuestion): Html {
  return html`<div class="actions">
${feedbackForms(viewer, turn)}
${turn.escalation ? '' : html`<form method="post" action="/cau-hoi/${turn.id}/chuyen-vien" data-enhance="replace">${csrfField(viewer)}<button class="quiet">Gửi chuyên viên</button></form>`}
${turn.answer.citations.length > 0 ? html`<a class="quiet button" href="/cau-hoi/${turn.id}/can-cu" data-copy="/cau-hoi/${turn.id}/can-cu.txt">Chép căn cứ</a>` : ''}
${turn.answer.citations.some((one) => one.procedureCode !== undefined) ? paperLinks(turn.id) : ''}
</div>`;
}

function feedbackForms(viewer: Viewer, turn: LoggedQuestion): Html {
  const action = `/cau-hoi/${turn.id}/danh-gia`;
  if (turn.feedback) {
    return html`<p class="given">Anh/chị đã đánh giá: <strong>${feedbackText(turn.feedback)}</strong>. Xin cảm ơn.</p>`;
  }
  return html`<form method="post" action="${action}" data-enhance="replace">${csrfField(viewer)}<input type="hidden" name="verdict" value="helpful"><button class="quiet">${VERDICT_WORDS.helpful}</button></form>
<details class="wrong"><summary class="quiet button">${VERDICT_WORDS.wrong}</summary>
<form method="post" action="${action}" data-enhance="replace">${csrfField(viewer)}<input type="hidden" name="verdict" value="wrong">
<fieldset><legend>Chưa đúng ở điểm nào?</legend>${Object.entries(WRONG_REASONS).map(
    ([value, words]) =>
      html`<label class="radio"><input type="radio" name="reason" value="${value}"> ${words}</label>`,
  )}</fieldset>
<button>Gửi đánh giá</button></form></details>`;
}
