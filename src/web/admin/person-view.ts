import { html } from 'hono/html';
import { STATUS_CHANGES } from '../../dialogue/access.ts';
import { type AuditEntry, type Person, ROLES, type WebSession } from '../../dialogue/model.ts';
import type { DepartmentNames } from '../../dialogue/review/departments.ts';
import { PERSON_STATUS_WORDS, ROLE_WORDS } from '../../dialogue/words.ts';
import type { DeskDeps } from '../deps.ts';
import { formatInstant } from '../text.ts';
import { csrfField, type Html, type Viewer } from '../view/layout.ts';
import { areaField, type RefusedForm, refusedView, select, shown, textField } from '../view/table.ts';
import { subjectView } from './audit.ts';
import type { Subject } from './audit-subject.ts';
import { filterLink } from './filters.ts';
import { auditWords, STATUS_CHANGE_WORDS } from './words.ts';

export interface PersonDetail {
  readonly departments: DepartmentNames;
  readonly sessions: readonly WebSession[];
  readonly audit: readonly (AuditEntry & { readonly about: Subject })[];
  /** Active staff who may stand in. */
  readonly colleagues: readonly Person[];
  /** The form as it was typed, when it was not taken. */
  readonly refused?: RefusedForm;
}

export function personView(
  viewer: Viewer,
  deps: DeskDeps,
  person: Person,
  { departments, sessions, audit, colleagues, refused }: PersonDetail,
): Html {
  const action = `/quan-tri/nguoi-dung/${encodeURIComponent(person.id)}`;
  const button = (path: string, name: string, value: string, words: string, tone = 'quiet') =>
    html`<form method="post" action="${action}/${path}">${csrfField(viewer)}<input type="hidden" name="${name}" value="${value}"><button class="${tone}">${words}</button></form>`;
  const roles: readonly string[] = refused ? (refused.typed.get('roles')?.split('\n') ?? []) : person.roles;
  const commune = shown(refused, 'commune', person.commune);
  const self = person.id === viewer.person.id;
  return html`<p><a href="/quan-tri/nguoi-dung">Về danh sách</a></p>
${refusedView(refused)}
<section class="card"><p><span class="badge ${person.status === 'active' ? 'ok' : 'warn'}">${PERSON_STATUS_WORDS[person.status]}</span> <span class="note">từ ${formatInstant(person.createdAt)}, ${person.telegramId ? 'có Telegram' : 'không dùng Telegram'}, ${sessions.length === 0 ? 'không đăng nhập web' : `đăng nhập web ở ${sessions.length} máy`}</span></p>
<div class="actions">${
    person.status === 'pending'
      ? html`${button('duyet', 'accept', 'yes', 'Duyệt', '')}${button('duyet', 'accept', 'no', 'Từ chối', 'danger')}`
      : self
        ? ''
        : STATUS_CHANGES[person.status].map((to) =>
            button('tinh-trang', 'to', to, STATUS_CHANGE_WORDS[to], to === 'blocked' ? 'danger' : 'quiet'),
          )
  }${person.status === 'active' && !self ? html`<form method="post" action="${action}/lien-ket">${csrfField(viewer)}<button class="quiet">Tạo liên kết đăng nhập</button></form>` : ''}</div></section>
<form class="card stack" method="post" action="${action}">${csrfField(viewer)}
<fieldset class="beside"><legend>Vai trò</legend>${ROLES.map(
    (role) =>
      html`<label class="radio"><input type="checkbox" name="roles" value="${role}"${roles.includes(role) ? html` checked` : ''}> ${ROLE_WORDS[role]}</label>`,
  )}</fieldset>
${communeField(deps, commune)}
${textField('department', 'Cơ quan (sở, ngành)', shown(refused, 'department', departments.of(person.department)), { offered: departments.all })}
${textField('position', 'Chức vụ', shown(refused, 'position', person.position))}
${areaField('fields', 'Lĩnh vực phụ trách, mỗi dòng một lĩnh vực', shown(refused, 'fields', person.fields.join('\n')))}
${select(
  'standIn',
  'Người thay khi vắng',
  colleagues.map((one) => ({ value: one.id, words: one.name })),
  shown(refused, 'standIn', person.standIn),
  'Không có',
)}
<button>Lưu thay đổi</button></form>
<h2>Hoạt động</h2>
<p class="links"><a href="${filterLink('/quan-tri/cau-hoi', { person: person.id })}">Câu đã hỏi</a> <a href="${filterLink('/quan-tri/nhat-ky', { by: person.id })}">Mọi việc đã làm</a>${person.commune ? html` <a href="${filterLink('/uy-quyen', { xa: person.commune })}">Sổ ủy quyền của ${deps.dialogue.communeName(person.commune)}</a>` : ''}</p>
${audit.length === 0 ? html`<p class="card">Chưa có.</p>` : html`<ul class="card bullets">${audit.map((e) => html`<li>${formatInstant(e.at)}: ${auditWords(e.action)} ${e.subject === person.id ? '' : subjectView(e.about)}</li>`)}</ul>`}`;
}

export function communeField(deps: DeskDeps, commune?: string): Html {
  const { communes } = deps.dialogue;
  if (communes.length === 0) return textField('commune', 'Xã, phường', commune);
  return select(
    'commune',
    'Xã, phường',
    communes.map((c) => ({ value: c.slug, words: c.name })),
    commune,
    'Không thuộc xã',
  );
}
