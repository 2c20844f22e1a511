import type { WorkingCalendar } from '../legal/calendar/calendar.ts';
import type { Context } from './deps.ts';
import { dueAfter } from './due.ts';
import { answerers, hoursToAnswer } from './escalations.ts';
import type { Escalation, NoticeKind, PersonId } from './model.ts';
import { admins, notice } from './people.ts';
import { currentCalendar } from './review/calendar.ts';
import { ESCALATION_TEXTS } from './words.ts';

/** Of the time to answer, days off not counted: nobody has taken the question by then, so its staff are reminded. */
const REMIND_AT = 0.5;

/**
 * Reminds the staff of what nobody has taken at half its time; marks what nobody answered in time as overdue, and tells
 * staff, administrators and asker. Repeatable: a notice is kept once. Returns how many became overdue.
 */
export async function sweepOverdue(context: Context): Promise<number> {
  const now = context.now();
  const [hours, calendar] = [await hoursToAnswer(context), await currentCalendar(context.settings)];
  let overdue = 0;
  for (const state of ['cho_tiep_nhan', 'dang_xu_ly'] as const) {
    for (const escalation of await context.escalations.list({ state })) {
      if (escalation.dueAt > now.toISOString()) {
        if (state === 'cho_tiep_nhan' && isHalfOver(escalation, hours, calendar, now))
          await tell(context, escalation, 'escalation_reminder');
      } else if (await context.escalations.advance({ ...escalation, state: 'qua_han' }, state)) {
        overdue += 1;
        await tell(context, escalation, 'escalation_overdue');
      }
    }
  }
  return overdue;
}

function isHalfOver({ createdAt }: Escalation, hours: number, calendar: WorkingCalendar, now: Date): boolean {
  return dueAfter(new Date(createdAt), hours * REMIND_AT, calendar) <= now;
}

async function tell(
  context: Context,
  escalation: Escalation,
  kind: Extract<NoticeKind, 'escalation_reminder' | 'escalation_overdue'>,
): Promise<void> {
  const asked = (await context.questions.question(escalation.question))?.question ?? '';
  const staff = await answerers(context, escalation);
  const send = (to: PersonId, as: NoticeKind, text: string) => notice(context, to, as, escalation.id, text);
  if (kind === 'escalation_reminder') {
    const text = ESCALATION_TEXTS.reminder(asked);
    return context.notices.add(staff.map(({ id }) => send(id, kind, text)));
  }
  const told = new Set([...staff, ...(await admins(context))].map(({ id }) => id));
  told.delete(escalation.asker);
  await context.notices.add([
    ...[...told].map((to) => send(to, kind, ESCALATION_TEXTS.overdue(asked))),
    send(escalation.asker, 'escalation_late', ESCALATION_TEXTS.overdueAsker(asked)),
  ]);
}
