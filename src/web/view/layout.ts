import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { type Action, may } from '../../dialogue/access.ts';
import type { Person, WebSession } from '../../dialogue/model.ts';
import { MACHINE_NOTICE } from '../../dialogue/words.ts';
import { assetPath } from '../assets.ts';
import { APP_NAME } from '../text.ts';

/** What a template yields: everything put into it was escaped unless it was a template itself. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface Viewer {
  readonly person: Person;
  readonly session: WebSession;
}

export interface PageOptions {
  readonly title: string;
  /** Path of the navigation entry that is open. */
  readonly at?: string;
  readonly viewer?: Viewer;
  /** Wide pages hold tables. */
  readonly wide?: boolean;
  readonly subnav?: Html;
  /** The page itself says that a machine answers. */
  readonly saysMachine?: boolean;
}

/** A whole page. */
export function page(options: PageOptions, body: Html | readonly Html[]): Html {
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${options.title} · ${APP_NAME}</title>
<meta name="theme-color" content="#0b3c5d">
<meta name="robots" content="noindex">
<link rel="stylesheet" href="${assetPath('app.css')}">
<link rel="icon" href="${assetPath('icon.svg')}" type="image/svg+xml">
<link rel="apple-touch-icon" href="${assetPath('icon-192.png')}">
<link rel="manifest" href="/manifest.webmanifest">
<script src="${assetPath('app.js')}" defer></script>
</head>
<body>
<a class="skip" href="#noi-dung">Đến nội dung chính</a>
${header(options)}
${options.subnav ?? ''}
<main id="noi-dung" tabindex="-1" class="${options.wide ? 'wide' : 'narrow'}">
${body}
</main>
${options.saysMachine ? '' : html`<footer class="foot"><p>${MACHINE_NOTICE}</p></footer>`}
</body>
</html>`;
}

function header({ viewer, at }: PageOptions): Html {
  return html`<header class="top">
<div class="top-in">
<a class="brand" href="/"><img src="${assetPath('icon.svg')}" alt="" width="32" height="32"><span>${APP_NAME}</span></a>
${
  viewer
    ? html`<nav aria-label="Chính"><ul>${navEntries(viewer.person).map(
        ([path, words]) =>
          html`<li><a href="${path}"${at === path ? html` aria-current="page"` : ''}>${words}</a></li>`,
      )}</ul></nav>`
    : ''
}
</div>
</header>`;
}

/** Whoever may do one of these finds something under /quan-tri. */
const DESK_ACTIONS: readonly Action[] = [
  'see_questions',
  'answer_escalations',
  'approve_guidance',
  'add_documents',
  'manage_people',
  'manage_settings',
  'invite_to_own_commune',
];

function navEntries(person: Person): readonly (readonly [string, string])[] {
  const desk = DESK_ACTIONS.some((action) => may(person, action));
  return [
    ['/', 'Hỏi đáp'],
    ['/lich-su', 'Lịch sử'],
    ['/thong-bao', 'Thông báo'],
    ...(desk ? ([['/quan-tri', 'Quản trị']] as const) : []),
    ['/tai-khoan', 'Tài khoản'],
  ];
}

/** The hidden field that every form needs. */
export function csrfField(viewer: Viewer): Html {
  return html`<input type="hidden" name="_csrf" value="${viewer.session.csrf}">`;
}

/** A page that says one thing, with a way back. */
export function messagePage(options: PageOptions, lines: readonly string[], back?: Html): Html {
  return page(
    options,
    html`<section class="card message"><h1>${options.title}</h1>${lines.map((line) => html`<p>${line}</p>`)}${
      back ?? html`<p><a href="/">Về trang hỏi đáp</a></p>`
    }</section>`,
  );
}

/** A visible message for requests made by script. */
export function alertFragment(message: string): Html {
  return html`<p class="alert" role="alert">${message}</p>`;
}
