import type { BotContext, BotDeps } from '../context.ts';
import type { Form } from '../form.ts';

/** An update handled again after a kill must meet the form as it was when it was handled first. */
interface Stored {
  readonly form?: Form;
  readonly before?: Form;
  readonly changedBy: string;
}

function slotOf(ctx: BotContext): string {
  return `form:${ctx.chat?.id ?? 0}:${ctx.from?.id ?? 0}`;
}

/** Every feature asks for it: read once an update, and what the update itself changes is for the next one. */
export function formOf({ chatStates }: BotDeps, ctx: BotContext): Promise<Form | undefined> {
  ctx.form ??= chatStates.get(slotOf(ctx)).then((state) => {
    const stored = state as Stored | undefined;
    return stored?.changedBy === ctx.key ? stored.before : stored?.form;
  });
  return ctx.form;
}

/** `undefined` ends the form. */
export async function setForm(deps: BotDeps, ctx: BotContext, form: Form | undefined): Promise<void> {
  const before = await formOf(deps, ctx);
  if (form === undefined && before === undefined) return;
  const stored: Stored = {
    changedBy: ctx.key,
    ...(form !== undefined && { form }),
    ...(before !== undefined && { before }),
  };
  await deps.chatStates.set(slotOf(ctx), stored);
}
