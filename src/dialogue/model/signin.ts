import type { Instant, PersonId } from './ids.ts';

/** One-time sign-in links and web sessions; tokens are stored as SHA-256 only. */
export interface SigninStore {
  saveLink(link: { tokenHash: string; person: PersonId; expiresAt: Instant }): Promise<void>;
  /** Returns the person and uses the link up; undefined when unknown, used or expired. Atomic. */
  useLink(tokenHash: string, now: Instant): Promise<PersonId | undefined>;
  saveSession(session: WebSession): Promise<void>;
  session(idHash: string): Promise<WebSession | undefined>;
  sessions(person: PersonId): Promise<readonly WebSession[]>;
  endSession(idHash: string): Promise<void>;
}

export interface WebSession {
  readonly idHash: string;
  readonly person: PersonId;
  readonly csrf: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly userAgent?: string;
}
