import { Hono } from 'hono';
import { expiringSoon, overDocuments } from '../../dialogue/review/documents.ts';
import { readSettings } from '../../dialogue/review/settings.ts';
import { dayInVietnam } from '../../legal/calendar/today.ts';
import type { WebEnv } from '../context.ts';
import type { DeskDeps } from '../deps.ts';
import { viewerOf } from './nav.ts';
import type { Numbers } from './overview-numbers.ts';
import { overviewPage } from './overview-view.ts';

const DAYS_SHOWN = 30;
const DAY_MS = 86_400_000;
/** Counting a month of a busy log takes a moment: everybody sees the same numbers for a minute. */
const KEPT_MS = 60_000;

export function overviewRoutes(deps: DeskDeps): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  let kept: { at: number; numbers: Promise<Numbers> } | undefined;
  app.get('/', async (c) => {
    const now = deps.now().getTime();
    if (!kept || now - kept.at > KEPT_MS) {
      const numbers = count(deps);
      numbers.catch(() => {
        kept = undefined;
      });
      kept = { at: now, numbers };
    }
    return c.html(overviewPage(viewerOf(c), await kept.numbers));
  });
  return app;
}

async function count(deps: DeskDeps): Promise<Numbers> {
  const to = dayInVietnam(deps.now());
  const from = dayInVietnam(new Date(deps.now().getTime() - (DAYS_SHOWN - 1) * DAY_MS));
  const open = await Promise.all(
    (['cho_tiep_nhan', 'dang_xu_ly', 'cho_duyet', 'qua_han'] as const).map((state) =>
      deps.escalations.list({ state }),
    ),
  );
  const model = await deps.languageModel?.();
  return {
    from,
    to,
    days: await deps.desk.days(from, to),
    durations: await deps.desk.durations(from, to),
    waiting: open.flat().length,
    queue: await deps.desk.queueLength(10_000),
    documents: await deps.documents.counts(),
    replaced: (await overDocuments(deps)).length,
    expiring: await deps.documents.expiring(expiringSoon(deps.now())),
    vectors: await deps.vectors?.(),
    model,
    tokens: (await model?.used(from, to)) ?? 0,
    price: (await readSettings(deps.settings))['model.price'],
  };
}
