import { html } from 'hono/html';
import { type Action, may } from '../../dialogue/access.ts';
import type { WebContext } from '../context.ts';
import { type Html, page, type Viewer } from '../view/layout.ts';

export interface Section {
  readonly path: string;
  readonly words: string;
  readonly actions: readonly Action[];
}

/** Every section of the desk and who may open it; routes take their guard from here. */
export const SECTIONS = {
  overview: { path: '/quan-tri', words: 'Tổng quan', actions: ['oversee'] },
  questions: { path: '/quan-tri/cau-hoi', words: 'Câu hỏi', actions: ['see_questions'] },
  queue: { path: '/quan-tri/ra-soat', words: 'Rà soát', actions: ['review_questions'] },
  gaps: { path: '/quan-tri/vuong-mac', words: 'Vướng mắc', actions: ['review_questions'] },
  escalations: { path: '/quan-tri/chuyen-vien', words: 'Gửi chuyên viên', actions: ['answer_escalations'] },
  answers: {
    path: '/quan-tri/tra-loi-chuan',
    words: 'Hướng dẫn',
    actions: ['review_questions', 'approve_guidance'],
  },
  documents: { path: '/quan-tri/van-ban', words: 'Văn bản', actions: ['add_documents'] },
  uploads: { path: '/tai-lieu/nap', words: 'Nạp tài liệu', actions: ['add_documents'] },
  people: { path: '/quan-tri/nguoi-dung', words: 'Người dùng', actions: ['manage_people'] },
  invitations: {
    path: '/quan-tri/loi-moi',
    words: 'Lời mời',
    actions: ['invite_to_own_commune'],
  },
  settings: { path: '/quan-tri/cai-dat', words: 'Cài đặt', actions: ['manage_settings'] },
  audit: { path: '/quan-tri/nhat-ky', words: 'Nhật ký', actions: ['manage_settings'] },
  evaluation: { path: '/quan-tri/danh-gia', words: 'Đánh giá', actions: ['oversee'] },
} as const satisfies Record<string, Section>;
export type SectionName = keyof typeof SECTIONS;

export function mayOpen(viewer: Viewer, section: Section): boolean {
  return section.actions.some((action) => may(viewer.person, action));
}

/** Where this person's work begins: an approver's with what waits for approval, department staff's with what officials sent
 * them, others' with their first section. */
export function firstSection(viewer: Viewer): Section | undefined {
  const { person } = viewer;
  if (!may(person, 'oversee') && may(person, 'approve_guidance')) return SECTIONS.answers;
  if (!may(person, 'oversee') && may(person, 'answer_escalations')) return SECTIONS.escalations;
  return Object.values(SECTIONS).find((section) => mayOpen(viewer, section));
}

export function viewerOf(c: WebContext): Viewer {
  return { person: c.get('person'), session: c.get('session') };
}

/** A page of the desk with its navigation. */
export function deskPage(
  viewer: Viewer,
  name: SectionName,
  title: string,
  body: Html | readonly Html[],
): Html {
  const subnav = sectionNav(viewer, SECTIONS[name]);
  return page({ title, at: '/quan-tri', viewer, wide: true, subnav }, html`<h1>${title}</h1>${body}`);
}

/** A strip where there is room; on a phone a menu that says where one is, open or closed without JavaScript. */
function sectionNav(viewer: Viewer, open: Section): Html {
  const links = html`<ul>${Object.values(SECTIONS)
    .filter((section) => mayOpen(viewer, section))
    .map(
      (section) =>
        html`<li><a href="${section.path}"${section.path === open.path ? html` aria-current="page"` : ''}>${section.words}</a></li>`,
    )}</ul>`;
  return html`<nav class="sub" aria-label="Quản trị">${links}</nav>
<details class="sub-menu"><summary>Mục: <strong>${open.words}</strong></summary><nav aria-label="Quản trị">${links}</nav></details>`;
}
