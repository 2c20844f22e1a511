import type { Instant } from './model.ts';

/** A transport's update, stored before it is acknowledged, so that a kill loses no question. */
export interface InboxItem {
  /** Unique for the update and its content: a transport may reuse its numbers after a long silence. */
  readonly key: string;
  /** Updates of one lane are handled in order; lanes at once. */
  readonly lane: string;
  /** The update as received (JSON). Erased once it is done: it holds personal data. */
  readonly body: string;
  readonly receivedAt: Instant;
}

export interface Inbox {
  /** Stores those not seen before, in order, in one transaction; returns the keys that were new. */
  put(items: readonly InboxItem[]): Promise<ReadonlySet<string>>;
  /** Not done yet, in the order received. */
  waiting(): Promise<readonly InboxItem[]>;
  done(key: string, at: Instant): Promise<void>;
  /** Done, and nothing of the update left in the files of the store: it named a paper that may not be kept. */
  erase(key: string, at: Instant): Promise<void>;
  /** Messages already sent for an update: replaying it skips them. `result` is what the transport answered (JSON). */
  sends(key: string): Promise<readonly string[]>;
  sent(key: string, ordinal: number, result: string): Promise<void>;
  /** The message in which an answer grows, if one was sent for the update: it becomes the answer. */
  live(key: string): Promise<string | undefined>;
  wentLive(key: string, result: string): Promise<void>;
  /** Forgets what was done before that instant. */
  purge(before: Instant): Promise<void>;
}

/** Where a person stands in a form that takes several messages (asking for access, answering a question). */
export interface ChatStates {
  get(chat: string): Promise<unknown>;
  /** `undefined` clears it. */
  set(chat: string, state: unknown): Promise<void>;
}
