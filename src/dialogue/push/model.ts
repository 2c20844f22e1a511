import type { Instant, NoticeKind, PersonId } from '../model.ts';

/** Where a browser waits for messages (RFC 8030), and the keys they are encrypted for (RFC 8291). */
export interface PushSubscription {
  readonly endpoint: string;
  /** P-256 public key, 65 bytes, base64url. */
  readonly p256dh: string;
  /** Authentication secret, 16 bytes, base64url. */
  readonly auth: string;
}

export interface SavedSubscription extends PushSubscription {
  readonly person: PersonId;
  readonly createdAt: Instant;
  readonly userAgent?: string;
}

/** A notice that waits to be pushed to one browser. */
export interface QueuedPush {
  readonly noticeId: string;
  readonly kind: NoticeKind;
  readonly subscription: SavedSubscription;
  readonly attempts: number;
}

export interface PushStore {
  save(subscription: SavedSubscription): Promise<void>;
  /** Also forgets what waits for it. */
  remove(endpoint: string): Promise<void>;
  of(person: PersonId): Promise<readonly SavedSubscription[]>;
  /** Due, oldest first. */
  due(now: Instant, limit: number): Promise<readonly QueuedPush[]>;
  done(push: QueuedPush): Promise<void>;
  again(push: QueuedPush, at: Instant): Promise<void>;
}

/** sent: taken by the push service; gone: the browser no longer listens; later: try again. */
export type PushOutcome = 'sent' | 'gone' | 'later';

/** Encrypts and hands a message to a push service; never throws for what the service does. */
export interface PushSender {
  /** What browsers subscribe with (VAPID, RFC 8292), base64url. */
  readonly publicKey: string;
  send(subscription: PushSubscription, message: string): Promise<PushOutcome>;
}
