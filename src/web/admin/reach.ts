import { type Reach, reachOf } from '../../dialogue/access.ts';
import type { WebContext } from '../context.ts';
import type { DeskDeps } from '../deps.ts';

/** What whoever is signed in may look through. */
export async function reachToSee(deps: Pick<DeskDeps, 'escalations'>, c: WebContext): Promise<Reach> {
  return reachOf(c.get('person'), await deps.escalations.routes());
}

/** What whoever is signed in may judge. */
export async function reachToReview(deps: Pick<DeskDeps, 'escalations'>, c: WebContext): Promise<Reach> {
  return reachOf(c.get('person'), await deps.escalations.routes(), 'review_questions');
}

/** Says in words which part of the log is shown; nothing when it is all of it. */
export function reachWords(reach: Reach, communeName: (slug: string) => string): string | undefined {
  if (reach === 'all') return undefined;
  const parts = [
    ...(reach.fields.length > 0 ? [`lĩnh vực ${reach.fields.join(', ')}`] : []),
    ...reach.communes.map((slug) => `của ${communeName(slug)}`),
  ];
  return parts.length === 0
    ? 'Đơn vị của anh/chị chưa được giao lĩnh vực nào, nên chưa có câu hỏi để xem. Quản trị hệ thống giao lĩnh vực ở mục Cài đặt.'
    : `Anh/chị xem các câu hỏi ${parts.join('; ')}.`;
}
