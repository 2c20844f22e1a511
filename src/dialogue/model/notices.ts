import type { Instant, PersonId } from './ids.ts';

/** What a person is told without having asked just now. `subject` is the id of the person, question or escalation. */
const NOTICE_KINDS = [
  'access_requested',
  'access_granted',
  'access_refused',
  'transfer_requested',
  'transferred',
  'escalation_new',
  'escalation_taken',
  'escalation_answered',
  'escalation_reminder',
  'escalation_overdue',
  'escalation_late',
  'upload_waiting',
  'upload_approved',
  'upload_returned',
  'guidance_waiting',
  'guidance_approved',
  'guidance_returned',
  'guidance_overtaken',
  'data_request_new',
  'data_request_answered',
  'answer_changed',
  'digest',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export interface Notice {
  readonly id: string;
  readonly to: PersonId;
  readonly kind: NoticeKind;
  readonly subject: string;
  /** Vietnamese, plain text, personal data masked. */
  readonly text: string;
  readonly createdAt: Instant;
}

/** Notices wait here until a transport has delivered them, so that a restart loses none. */
export interface NoticeStore {
  /** A notice whose id is known already is ignored. */
  add(notices: readonly Notice[]): Promise<void>;
  /** Not delivered yet, oldest first. */
  pending(limit: number): Promise<readonly Notice[]>;
  delivered(id: string, at: Instant): Promise<void>;
  /** Newest first, delivered ones included. */
  of(person: PersonId, limit: number): Promise<readonly Notice[]>;
}
