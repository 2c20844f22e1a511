import { Hono } from 'hono';
import { html } from 'hono/html';
import { reaches } from '../../dialogue/access.ts';
import { departmentNames } from '../../dialogue/review/departments.ts';
import {
  GAP_ACTIONS,
  GAP_CAUSES,
  GAP_LEVELS,
  type GapDetails,
  type GapPeriod,
  groupNewQuestions,
} from '../../dialogue/review/gaps.ts';
import { dayInVietnam } from '../../legal/calendar/today.ts';
import { field } from '../chat/input.ts';
import { type WebContext, type WebEnv, WebError } from '../context.ts';
import type { DeskDeps } from '../deps.ts';
import { formOf } from '../session.ts';
import { gapMatrix } from './gap-matrix.ts';
import { gapList, gapView } from './gap-views.ts';
import { difficultiesDocx } from './gaps-docx.ts';
import { difficulties, type Period } from './gaps-report.ts';
import { difficultiesXlsx } from './gaps-xlsx.ts';
import { deskPage, viewerOf } from './nav.ts';
import { reachToReview, reachWords } from './reach.ts';

const SHOWN = 100;
const MEMBERS = 30;
const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 30;
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Where guidance is missing: groups of difficult questions, their table, its exports. */
export function gapRoutes(deps: DeskDeps): Hono<WebEnv> {
  const app = new Hono<WebEnv>();

  const period = (c: WebContext): Period => {
    const today = dayInVietnam(deps.now());
    const day = (name: string) =>
      /^\d{4}-\d{2}-\d{2}$/.test(c.req.query(name) ?? '') ? c.req.query(name)! : undefined;
    const to = day('to') ?? today;
    const from =
      day('from') ?? new Date(Date.parse(to) - (DEFAULT_DAYS - 1) * DAY_MS).toISOString().slice(0, 10);
    if (Number.isNaN(Date.parse(from)) || Number.isNaN(Date.parse(to)) || from > to)
      throw new WebError(422, 'Khoảng ngày không đúng. Anh/chị chọn lại.');
    return { from, to };
  };
  const within = async (c: WebContext, { from, to }: Period): Promise<GapPeriod> => ({
    from: new Date(`${from}T00:00:00+07:00`).toISOString(),
    to: new Date(new Date(`${to}T00:00:00+07:00`).getTime() + DAY_MS).toISOString(),
    reach: await reachToReview(deps, c),
  });
  /** A group with its questions, as far as whoever looks may see them; a group put under a field of theirs is theirs. */
  const group = async (c: WebContext) => {
    const reach = await reachToReview(deps, c);
    const gap = await deps.gaps.gap(c.req.param('id')!);
    const members = gap ? await deps.gaps.members(gap.id, MEMBERS, reach) : [];
    const theirs = members.length > 0 || reach === 'all' || (gap && reaches(reach, gap.details));
    if (!gap || !theirs) throw new WebError(404, 'Không có nhóm vướng mắc này.');
    return { gap, members, reach };
  };
  const report = async (c: WebContext, format: string) => {
    const at = period(c);
    const by = c.get('person').id;
    await deps.audit.write({
      at: deps.now().toISOString(),
      by,
      action: 'gaps_exported',
      subject: `${format} ${at.from} ${at.to}`,
    });
    return difficulties(
      await deps.gaps.counted(await within(c, at), SHOWN),
      at,
      dayInVietnam(deps.now()),
      deps.dialogue.communeName,
    );
  };
  const file = (name: string, type: string) => ({
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name}"`,
  });

  app.get('/vuong-mac', async (c) => {
    const at = period(c);
    const counted = await within(c, at);
    const part = reachWords(counted.reach ?? 'all', deps.dialogue.communeName);
    return c.html(
      deskPage(viewerOf(c), 'gaps', 'Vướng mắc của cấp xã', [
        part === undefined ? html`` : html`<p class="note">${part}</p>`,
        gapList(deps, viewerOf(c), at, await deps.gaps.counted(counted, SHOWN)),
        html`<h2>Theo lĩnh vực và xã, phường</h2><p class="note">Trong ngoặc: tăng, giảm so với kỳ trước dài bằng kỳ này.</p>`,
        gapMatrix(await deps.gaps.matrix(counted), at, deps.dialogue.communeName),
      ]),
    );
  });
  app.get('/vuong-mac.docx', async (c) =>
    c.body(await difficultiesDocx(await report(c, 'docx')), 200, file('vuong-mac.docx', WORD)),
  );
  app.get('/vuong-mac.xlsx', async (c) =>
    c.body(await difficultiesXlsx(await report(c, 'xlsx')), 200, file('vuong-mac.xlsx', EXCEL)),
  );

  // New questions are grouped every hour; who cannot wait asks for it.
  app.post('/vuong-mac/gom', async (c) => {
    await groupNewQuestions(deps);
    return c.redirect('/quan-tri/vuong-mac', 303);
  });

  app.get('/vuong-mac/:id', async (c) => {
    const { gap, members, reach } = await group(c);
    return c.html(
      deskPage(
        viewerOf(c),
        'gaps',
        'Nhóm vướng mắc',
        gapView(viewerOf(c), gap, {
          members: members.map((one) => ({ ...one, open: reaches(reach, one) })),
          departments: (await departmentNames(deps.settings)).all,
          fields: await deps.desk.fields(),
          communeName: deps.dialogue.communeName,
        }),
      ),
    );
  });

  app.post('/vuong-mac/:id', async (c) => {
    const { gap } = await group(c);
    const form = await formOf(c);
    const action = GAP_ACTIONS.find((one) => one === field(form, 'action'));
    if (!action) throw new WebError(422, 'Anh/chị chọn tình trạng xử lý.');
    await deps.gaps.saveGap(gap.id, { action, details: detailsOf(form) });
    await deps.audit.write({
      at: deps.now().toISOString(),
      by: c.get('person').id,
      action: 'gap_changed',
      subject: gap.id,
      detail: { action },
    });
    return c.redirect('/quan-tri/vuong-mac', 303);
  });

  return app;
}

function detailsOf(form: FormData): GapDetails {
  const text = (name: string) => field(form, name).trim().slice(0, 2000);
  const due = text('due');
  const cause = GAP_CAUSES.find((one) => one === text('cause'));
  const level = GAP_LEVELS.find((one) => one === text('level'));
  const [subject, difficulty, provisions, proposal, lead] = [
    text('field'),
    text('difficulty'),
    text('provisions'),
    text('proposal'),
    text('lead'),
  ];
  return {
    ...(subject && { field: subject }),
    ...(difficulty && { difficulty }),
    ...(provisions && { provisions }),
    ...(proposal && { proposal }),
    ...(lead && { lead }),
    ...(cause && { cause }),
    ...(level && { level }),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(due) && { due }),
  };
}
