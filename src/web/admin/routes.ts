import { Hono } from 'hono';
import type { WebEnv } from '../context.ts';
import { WebError } from '../context.ts';
import type { DeskDeps } from '../deps.ts';
import { allow } from '../session.ts';
import { answerRoutes } from './answers.ts';
import { auditRoutes } from './audit.ts';
import { calendarRoutes } from './calendar.ts';
import { dataRequestDeskRoutes } from './data-requests.ts';
import { documentRoutes } from './documents.ts';
import { escalationRoutes } from './escalations.ts';
import { evaluationRoutes } from './evaluation.ts';
import { gapRoutes } from './gaps.ts';
import { invitationRoutes } from './invitations.ts';
import { firstSection, SECTIONS, viewerOf } from './nav.ts';
import { overviewRoutes } from './overview.ts';
import { peopleRoutes } from './people.ts';
import { questionRoutes } from './question.ts';
import { questionListRoutes } from './questions.ts';
import { queueRoutes } from './queue.ts';
import { routingRoutes } from './routing.ts';
import { savedFilterRoutes } from './saved-filters.ts';
import { settingRoutes } from './settings.ts';

/**
 * Administration, mounted at /quan-tri behind the session. Each section's guard covers its page, everything below it
 * and its exports (`/quan-tri/cau-hoi`, `/quan-tri/cau-hoi/…`, `/quan-tri/cau-hoi.csv`).
 */
export function deskRoutes(deps: DeskDeps): Hono<WebEnv> {
  const app = new Hono<WebEnv>();

  app.use('*', async (c, next) => {
    const path = c.req.path.replace(/\/$/, '');
    if (path === SECTIONS.overview.path) {
      const open = firstSection(viewerOf(c));
      if (!open) throw new WebError(403, 'Anh/chị chưa được giao việc quản trị.');
      if (open.path !== path) return c.redirect(open.path, 303);
      return next();
    }
    const section = Object.values(SECTIONS).find(
      ({ path: own }) =>
        own !== SECTIONS.overview.path &&
        (path === own || path.startsWith(`${own}/`) || path.startsWith(`${own}.`)),
    );
    // Closed by default: a path of no section has no guard, so it is not there.
    if (!section) throw new WebError(404, 'Không có trang này.');
    return allow(...section.actions)(c, next);
  });

  const parts = [
    overviewRoutes,
    questionListRoutes,
    savedFilterRoutes,
    questionRoutes,
    queueRoutes,
    answerRoutes,
    gapRoutes,
    escalationRoutes,
    documentRoutes,
    peopleRoutes,
    invitationRoutes,
    settingRoutes,
    routingRoutes,
    calendarRoutes,
    dataRequestDeskRoutes,
    auditRoutes,
    evaluationRoutes,
  ];
  for (const part of parts) app.route('/', part(deps));
  return app;
}
