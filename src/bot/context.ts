import type { Context } from 'grammy';
import type { Logger } from 'pino';
import type { AnswerSoFar } from '../answer/model.ts';
import type { DigestDeps } from '../dialogue/changes/digest.ts';
import type { Dialogue } from '../dialogue/dialogue.ts';
import type { ChatStates, Inbox } from '../dialogue/inbox.ts';
import type { Audience, Person } from '../dialogue/model.ts';
import type { CitedOriginals } from '../dialogue/originals/cited.ts';
import type { PagePictures } from '../dialogue/originals/model.ts';
import type { GuidanceDeps } from '../dialogue/review/guidance-notices.ts';
import type { UploadReader } from '../dialogue/uploads/model.ts';
import type { Uploads } from '../dialogue/uploads/uploads.ts';
import type { TelegramFiles } from './api/files.ts';
import type { Form } from './form.ts';
import type { Pace } from './limits.ts';

/** An answer that takes time, shown while it is written. */
export interface LiveReply {
  /** Shows a longer beginning, when there is time for it. */
  show(soFar: AnswerSoFar): void;
  /** Ends the showing. The message to be turned into the answer by an edit; undefined when a new one is to be sent. */
  finish(): Promise<number | undefined>;
}

/** What every feature of the bot needs. */
export interface BotDeps {
  readonly dialogue: Dialogue;
  readonly inbox: Inbox;
  readonly chatStates: ChatStates;
  /** Shows answers that take time while they are written. */
  readonly live: (ctx: BotContext, replyTo: number | undefined) => LiveReply;
  /** How often people are shown something. */
  readonly pace: Pace;
  readonly now: () => Date;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** Address of the web chat, for sign-in links. */
  readonly publicUrl?: string;
  /** Opinions that become guidance; without it the button is not offered. */
  readonly guidance?: GuidanceDeps;
  /** Fields that people follow; without it the commands are plain text. */
  readonly digest?: DigestDeps;
  /** Papers behind the sources; without it no buttons for them are offered. */
  readonly originals?: CitedOriginals;
  /** Draws the first page of a scan that was sent; without it the preview is text alone. */
  readonly pictures?: PagePictures;
  /** Reads a paper that somebody shows and asks about; without it they are told to type. */
  readonly readFile?: UploadReader['read'];
  /** Guidance sent as a file; without both, files get a plain "not yet". */
  readonly uploads?: Uploads;
  readonly files?: TelegramFiles;
}

/** Set by middleware before any feature runs. */
interface Known {
  /** The update's key in the inbox. */
  key: string;
  /** Undefined for somebody who never asked for access. */
  person: Person | undefined;
  /** The form in progress as this update met it; `formOf` reads it. */
  form?: Promise<Form | undefined>;
}

export type BotContext = Context & Known;

export function isGroup(ctx: Context): boolean {
  return ctx.chat?.type === 'group' || ctx.chat?.type === 'supergroup';
}

export function audienceOf(ctx: Context): Audience {
  return isGroup(ctx) ? 'group' : 'person';
}

/** A person's turns in one chat; in a group each person has a thread of their own. */
export function conversationOf(ctx: Context): string {
  return `tg:${ctx.chat?.id ?? ctx.from?.id ?? 0}`;
}

export function nameOf(ctx: Context): string {
  return [ctx.from?.first_name, ctx.from?.last_name].filter(Boolean).join(' ');
}
