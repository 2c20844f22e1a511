import type { UploadField } from '../../dialogue/uploads/model.ts';
import type { BotContext, BotDeps } from '../context.ts';

/** A form that takes several messages; it survives a restart. One per person and chat. */
export type Form =
  | { readonly form: 'access'; readonly step: 'name' }
  | { readonly form: 'access'; readonly step: 'commune'; readonly name: string }
  | { readonly form: 'access'; readonly step: 'position'; readonly name: string; readonly commune: string }
  | { readonly form: 'opinion'; readonly escalation: string }
  | { readonly form: 'delegation'; readonly step: 'matter' }
  | { readonly form: 'delegation'; readonly step: 'delegate'; readonly matter: string }
  | {
      readonly form: 'delegation';
      readonly step: 'decision';
      readonly matter: string;
      readonly delegate: string;
    }
  | {
      readonly form: 'delegation';
      readonly step: 'term';
      readonly matter: string;
      readonly delegate: string;
      readonly number: string;
      readonly date: string;
    }
  | { readonly form: 'guidance'; readonly step: 'basis'; readonly escalation: string }
  | {
      readonly form: 'guidance';
      readonly step: 'review';
      readonly escalation: string;
      readonly basis: string;
    }
  | { readonly form: 'guidance'; readonly step: 'return'; readonly guidance: string }
  | { readonly form: 'upload'; readonly upload: string; readonly field: UploadField | 'reason' };

/** An update handled again after a kill must meet the form as it was when it was handled first. */
interface Stored {
  readonly form?: Form;
  readonly before?: Form;
  readonly changedBy: string;
}

function slotOf(ctx: BotContext): string {
  return `form:${ctx.chat?.id ?? 0}:${ctx.from?.id ?? 0}`;
}

export async function formOf({ chatStates }: BotDeps, ctx: BotContext): Promise<Form | undefined> {
  const stored = (await chatStates.get(slotOf(ctx))) as Stored | undefined;
  return stored?.changedBy === ctx.key ? stored.before : stored?.form;
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
