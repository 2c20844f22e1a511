import { html } from 'hono/html';
import { may } from '../../dialogue/access.ts';
import { mayRevise } from '../../dialogue/review/guidance.ts';
import type { StandardAnswer } from '../../dialogue/review/model.ts';
import type { DraftText } from '../../dialogue/review/reviewing.ts';
import { formatDate, formatInstant } from '../text.ts';
import { csrfField, type Html, type Viewer } from '../view/layout.ts';
import { areaField, textField } from '../view/table.ts';
import { STANDARD_WORDS } from './words.ts';

type State = StandardAnswer['state'];

const TONES: Readonly<Record<State, string>> = {
  draft: 'warn',
  approved: 'ok',
  returned: 'bad',
  overtaken: 'bad',
  withdrawn: '',
};
const STATES = Object.keys(TONES) as State[];
/** How long guidance usually holds until its owner looks at it again. */
const REVIEW_AFTER_DAYS = 180;

/** What waits first; each state has its own list. */
export function answersView(
  viewer: Viewer,
  answers: readonly StandardAnswer[],
  state: State | undefined,
  names: ReadonlyMap<string, string>,
): Html {
  const count = (of: State) => answers.filter((one) => one.state === of).length;
  const shown = state === undefined ? answers : answers.filter((one) => one.state === state);
  const sorted = shown.toSorted((a, b) => Number(b.state === 'draft') - Number(a.state === 'draft'));
  const tab = (words: string, at?: State) =>
    html`<li><a href="/quan-tri/tra-loi-chuan${at === undefined ? '' : `?tinh-trang=${at}`}"${at === state ? html` aria-current="page"` : ''}>${words}</a></li>`;
  return html`${may(viewer.person, 'review_questions') ? html`<p><a class="button" href="/quan-tri/tra-loi-chuan/moi">Viết trả lời chuẩn</a></p>` : ''}
<p class="note">Người viết không tự duyệt nội dung của mình. Nội dung đã duyệt được dùng để trả lời mọi người và ghi rõ là tài liệu tổng hợp.</p>
<nav class="tabs" aria-label="Tình trạng"><ul>${tab('Tất cả')}${STATES.map((one) => tab(`${STANDARD_WORDS[one]} (${count(one)})`, one))}</ul></nav>
${sorted.length === 0 ? html`<p class="card">Không có hướng dẫn nào ở mục này.</p>` : ''}
<ul class="rows">${sorted.map((one) => item(viewer, one, names))}</ul>`;
}

function item(viewer: Viewer, a: StandardAnswer, names: ReadonlyMap<string, string>): Html {
  const { person } = viewer;
  const decides = a.state === 'draft' && may(person, 'approve_guidance') && a.by !== person.id;
  const withdraws = a.state !== 'withdrawn' && person.roles.some((r) => r === 'approver' || r === 'admin');
  const path = `/quan-tri/tra-loi-chuan/${a.id}`;
  const button = (action: string, words: string, tone: string) =>
    html`<form method="post" action="${path}/${action}">${csrfField(viewer)}<button class="${tone}">${words}<span class="sr">: ${a.question}</span></button></form>`;
  return html`<li class="card" id="tl-${a.id}"><p class="row-title">${a.question}</p>
<p class="note"><span class="badge ${TONES[a.state]}">${STANDARD_WORDS[a.state]}</span> ${a.fromEscalation ? 'Ý kiến nghiệp vụ của' : 'Viết:'} ${names.get(a.by)}, ${formatInstant(a.at)}${
    a.approvedBy && a.approvedAt
      ? html`; duyệt: ${names.get(a.approvedBy)}, ${formatInstant(a.approvedAt)}`
      : ''
  }</p>
${a.reason ? html`<p class="alert">Lý do: ${a.reason}</p>` : ''}
<p class="pre">${a.answer}</p>
<p class="note">Căn cứ: ${a.basis}${a.field ? html` · Lĩnh vực: ${a.field}` : ''}${a.reviewBy ? html` · Rà soát lại: ${formatDate(a.reviewBy)}` : ''}</p>
<div class="actions">${decides ? button('duyet', 'Duyệt', '') : ''}${decides ? returnForm(viewer, a, path) : ''}${
    mayRevise(person, a)
      ? html`<a class="button quiet" href="${path}/sua">Sửa và gửi lại<span class="sr">: ${a.question}</span></a>`
      : ''
  }${withdraws ? button('thu-hoi', 'Thu hồi', 'danger') : ''}</div></li>`;
}

function returnForm(viewer: Viewer, a: StandardAnswer, path: string): Html {
  return html`<details class="wrong"><summary class="quiet button">Trả lại<span class="sr">: ${a.question}</span></summary>
<form class="stack" method="post" action="${path}/tra-lai">${csrfField(viewer)}
<div class="fld wide-fld"><label for="reason-${a.id}">Lý do trả lại<span class="sr">: ${a.question}</span></label><textarea id="reason-${a.id}" name="reason" rows="2" maxlength="1000" required></textarea></div>
<button>Gửi trả lại</button></form></details>`;
}

interface AnswerForm {
  readonly action: string;
  readonly draft: DraftText;
  readonly today: string;
  /** The question it corrects. */
  readonly from?: string | undefined;
  /** Why it came back. */
  readonly reason?: string | undefined;
  /** Why what was typed was not taken. */
  readonly refused?: string;
}

export function answerForm(
  viewer: Viewer,
  { action, draft, today, from, reason, refused }: AnswerForm,
): Html {
  return html`<p><a href="/quan-tri/tra-loi-chuan">Về danh sách</a></p>
${reason ? html`<p class="alert">Lý do trả lại hoặc ngừng dùng: ${reason}</p>` : ''}
${refused ? html`<p class="alert" role="alert">${refused} Chưa gửi.</p>` : ''}
<form class="card stack" method="post" action="${action}">${csrfField(viewer)}
<input type="hidden" name="from" value="${from ?? ''}">
${areaField('question', 'Câu hỏi (không ghi dữ liệu cá nhân)', draft.question, { required: true })}
${areaField('answer', 'Câu trả lời đúng, ý chính trước', draft.answer, { rows: 8, required: true })}
${areaField('basis', 'Căn cứ: điều, khoản, số văn bản', draft.basis, { required: true })}
${textField('field', 'Lĩnh vực', draft.field)}
${textField('reviewBy', 'Ngày rà soát lại (đến ngày này nội dung tạm ngừng dùng để xem lại)', draft.reviewBy ?? reviewDay(today), { type: 'date' })}
<button>Gửi duyệt</button></form>`;
}

/** The day offered for looking at it again. */
export function reviewDay(today: string): string {
  return new Date(Date.parse(today) + REVIEW_AFTER_DAYS * 86_400_000).toISOString().slice(0, 10);
}
