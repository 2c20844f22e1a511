import { html } from 'hono/html';
import type { Answer } from '../../answer/model.ts';
import type { Escalation, LoggedQuestion } from '../../dialogue/model.ts';
import type { Review, StandardAnswer } from '../../dialogue/review/model.ts';
import { ASK_WORDS, STATUS_WORDS } from '../../dialogue/words.ts';
import type { Effectivity } from '../../legal/model.ts';
import { escalationPending, specialistReply } from '../chat/escalation-view.ts';
import { feedbackText, formatDate, formatInstant, formatNumber } from '../text.ts';
import { answerBody, effectivityBadge, sourceList } from '../view/answer-text.ts';
import { csrfField, type Html, type Viewer } from '../view/layout.ts';
import { type Column, options, type RefusedForm, refusedView, table } from '../view/table.ts';
import { COMPOSER_WORDS, REVIEW_WORDS, routeWords, STANDARD_WORDS, scoreWords } from './words.ts';

export interface Detail {
  readonly question: LoggedQuestion;
  readonly withheld: boolean;
  /** Effectivity today by number of the citation, for what is still stored. */
  readonly now: ReadonlyMap<number, Effectivity>;
  readonly communeName: string;
  /** Told to those who oversee everything. */
  readonly asker?: string;
  /** Whoever looks may judge the answer. */
  readonly reviewable: boolean;
  readonly review?: Review;
  readonly reviewer?: string;
  readonly escalation?: Escalation;
  readonly followUps: readonly LoggedQuestion[];
  readonly answers: readonly StandardAnswer[];
}

export function detailView(viewer: Viewer, detail: Detail, refused?: RefusedForm): Html {
  const { question } = detail;
  return html`<p class="jump"><a href="#ra-soat">Đến phần rà soát</a></p><div class="split"><div>
<section class="card"><p class="asked-quote">${question.question}</p>
${question.understoodAs ? html`<p class="note">${ASK_WORDS.understoodAs(question.understoodAs)}</p>` : ''}
${facts(detail)}</section>
<h2>Câu trả lời như người hỏi đã thấy</h2>
<section class="card">${specialistReply(detail.escalation)}${answerBody(question.answer, question.id)}${sourceList(question.answer.citations, question.id, (c) => (detail.withheld ? undefined : `/quan-tri/cau-hoi/${question.id}/nguon/${c.n}`))}
${escalationPending(detail.escalation)}</section>
${effectivityTable(detail)}
${retrieved(question)}
${followUps(detail)}
</div><aside id="ra-soat" aria-label="Rà soát">${detail.reviewable ? reviewForm(viewer, detail, refused) : reviewState(detail)}</aside></div>`;
}

function facts({ question, asker, communeName }: Detail): Html {
  const { answer } = question;
  const rows: [string, Html | string][] = [
    ['Kết quả', html`<span class="badge st-${answer.status}">${STATUS_WORDS[answer.status]}</span>`],
    ['Lúc hỏi', `${formatInstant(question.askedAt)}, áp dụng ngày ${formatDate(question.asOf)}`],
    ['Người hỏi', [asker, communeName].filter(Boolean).join(', ') || 'không còn trong danh sách'],
    [
      'Nơi hỏi',
      question.channel === 'telegram' ? 'Telegram' : question.channel === 'web' ? 'Web' : 'Dòng lệnh',
    ],
    ['Lĩnh vực', question.field ?? 'chưa rõ'],
    ['Cách soạn', `${COMPOSER_WORDS[answer.composer]} (${routeWords(answer.route)})`],
    ['Độ chắc chắn', formatNumber(answer.confidence, 2)],
    [
      'Thời gian',
      `tìm ${formatNumber(answer.timings.retrieveMs)} ms, soạn ${formatNumber(answer.timings.composeMs)} ms, tổng ${formatNumber(answer.timings.totalMs)} ms`,
    ],
    ['Token', tokenText(answer)],
    ['Đánh giá', question.feedback ? feedbackText(question.feedback) : 'chưa có'],
    ['Mã tham chiếu', question.traceId],
  ];
  return html`<dl class="facts">${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}

/** What the language model was asked for this answer, whether or not its words were used. */
function tokenText({ usage }: Answer): string {
  if (usage === undefined) return 'không dùng mô hình ngôn ngữ';
  const { promptTokens, completionTokens, calls, model } = usage;
  const sum = formatNumber(promptTokens + completionTokens);
  return `${sum} (gửi đi ${formatNumber(promptTokens)}, nhận về ${formatNumber(completionTokens)}; ${formatNumber(calls)} lượt gọi ${model})`;
}

function effectivityTable({ question, now }: Detail): Html | '' {
  const columns: Column<(typeof question.answer.citations)[number]>[] = [
    { head: 'Căn cứ', cell: (c) => html`[${c.n}] ${c.label}` },
    { head: 'Lúc trả lời', cell: (c) => effectivityBadge(c.effectivity) },
    {
      head: 'Hiện nay',
      cell: (c) => {
        const at = now.get(c.n);
        return at ? effectivityBadge(at) : html`<span class="badge bad">Không còn trong kho</span>`;
      },
    },
  ];
  if (question.answer.citations.length === 0) return '';
  return html`<h2>Hiệu lực khi đó và hiện nay</h2>${table('Hiệu lực của căn cứ', columns, question.answer.citations)}`;
}

/** More than these are one tap away. */
const HITS_OPEN = 5;

function retrieved(question: LoggedQuestion): Html {
  const columns: Column<(typeof question.hits)[number]>[] = [
    { head: 'Hạng', cell: (h) => h.rank, numeric: true },
    { head: 'Đoạn tìm được', cell: (h) => h.label },
    { head: 'Điểm', cell: (h) => formatNumber(h.score, 3), numeric: true },
    {
      head: 'Vì sao',
      cell: (h) =>
        Object.entries(h.trace?.parts ?? {})
          .map(([name, value]) => `${scoreWords(name)} ${formatNumber(value, 3)}`)
          .join(' · '),
    },
  ];
  const [first, rest] = [question.hits.slice(0, HITS_OPEN), question.hits.slice(HITS_OPEN)];
  const more =
    rest.length === 0
      ? ''
      : html`<details class="more-rows"><summary>Xem ${rest.length} đoạn còn lại</summary>${table('Kết quả tìm tiếp theo', columns, rest)}</details>`;
  return html`<h2>Đã tìm thấy những gì</h2>${table('Kết quả tìm', columns, first)}${more}`;
}

function followUps({ followUps: turns }: Detail): Html | '' {
  if (turns.length === 0) return '';
  return html`<h2>Các câu khác trong cuộc trò chuyện</h2><ul>${turns.map(
    (turn) =>
      html`<li><a href="/quan-tri/cau-hoi/${turn.id}">${turn.question}</a> <span class="note">${formatInstant(turn.askedAt)}</span></li>`,
  )}</ul>`;
}

const NEXT = [
  ['queue', 'Sang câu cần rà soát tiếp theo'],
  ['answer', 'Viết trả lời chuẩn cho câu này'],
  ['stay', 'Ở lại trang này'],
] as const;

function checked(is: boolean): Html | '' {
  return is ? html` checked` : '';
}

function verdict({ review, reviewer }: Detail): Html | '' {
  if (review === undefined) return '';
  return html`<p>Đã rà soát: <strong>${REVIEW_WORDS[review.verdict]}</strong>${review.reason ? html` (${review.reason})` : ''}<br><span class="note">${reviewer}, ${formatInstant(review.at)}</span></p>`;
}

function reviewState(detail: Detail): Html {
  return html`<section class="card"><h2>Rà soát</h2>${verdict(detail) || html`<p>Chuyên viên sở chưa rà soát câu này.</p>`}</section>`;
}

function reviewForm(viewer: Viewer, detail: Detail, refused: RefusedForm | undefined): Html {
  const { question, answers } = detail;
  const next = refused?.typed.get('next') ?? 'queue';
  return html`<section class="card"><h2>Rà soát</h2>
${verdict(detail)}
${refusedView(refused)}
<form method="post" action="/quan-tri/cau-hoi/${question.id}/ra-soat">${csrfField(viewer)}
<fieldset><legend>Câu trả lời</legend>${options(REVIEW_WORDS).map(
    (o, i) =>
      html`<label class="radio"><input type="radio" name="verdict" value="${o.value}" required data-key="${i + 1}"${checked(o.value === refused?.typed.get('verdict'))}> ${o.words} <kbd>${i + 1}</kbd></label>`,
  )}</fieldset>
<label for="reason">Lý do (cần khi sai hoặc thiếu)</label><textarea id="reason" name="reason" rows="3" maxlength="2000">${refused?.typed.get('reason') ?? ''}</textarea>
<fieldset><legend>Sau khi lưu</legend>
${NEXT.map(
  ([value, words]) =>
    html`<label class="radio"><input type="radio" name="next" value="${value}"${checked(value === next)}> ${words}</label>`,
)}</fieldset>
<button>Lưu rà soát</button></form></section>
<section class="card"><h2>Hỏi lại bây giờ</h2><form method="post" action="/quan-tri/cau-hoi/${question.id}/hoi-lai">${csrfField(viewer)}<button class="quiet">Hỏi lại và so sánh</button></form></section>
<section class="card"><h2>Trả lời chuẩn</h2>${answers.map(
    (a) =>
      html`<p><a href="/quan-tri/tra-loi-chuan#tl-${a.id}">${STANDARD_WORDS[a.state]}</a>, ${formatInstant(a.at)}</p>`,
  )}<p><a class="button quiet" href="/quan-tri/tra-loi-chuan/moi?cau-hoi=${question.id}">Viết trả lời chuẩn</a></p></section>`;
}

/** Then and now, side by side. */
export function compareView(
  viewer: Viewer,
  question: LoggedQuestion,
  today: Answer,
  withheld?: string,
): Html {
  const side = (title: string, answer: Answer, scope: string) => html`<section class="card"><h2>${title}</h2>
<p><span class="badge st-${answer.status}">${STATUS_WORDS[answer.status]}</span></p>
${answerBody(answer, scope)}${sourceList(answer.citations, scope, () => undefined)}</section>`;
  return html`<p><a href="/quan-tri/cau-hoi/${question.id}">Về chi tiết câu hỏi</a></p><p class="asked-quote">${question.question}</p>
${withheld ? html`<p class="alert">${withheld}</p>` : ''}
<div class="compare">${side(`Khi đó (${formatInstant(question.askedAt)})`, question.answer, `cu-${question.id}`)}${side(`Bây giờ, với quyền của ${viewer.person.name}`, today, `moi-${question.id}`)}</div>`;
}
