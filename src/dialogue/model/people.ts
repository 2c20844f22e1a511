import type { Instant, PersonId } from './ids.ts';

/** official: cán bộ, công chức; focal: đầu mối xã; leader: lãnh đạo xã; staff: chuyên viên sở;
 * approver: người duyệt; admin: quản trị hệ thống. */
export const ROLES = ['official', 'focal', 'leader', 'staff', 'approver', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Closed by default: only `active` people are answered. */
export type PersonStatus = 'pending' | 'active' | 'blocked' | 'left';

export interface Person {
  readonly id: PersonId;
  readonly name: string;
  readonly status: PersonStatus;
  readonly roles: readonly Role[];
  /** Slug of one of today's communes ("my-thuong"). */
  readonly commune?: string;
  /** Slug of a department ("so-tu-phap"). */
  readonly department?: string;
  readonly position?: string;
  /** Fields (lĩnh vực) that a staff member answers for. */
  readonly fields: readonly string[];
  /** Who stands in while this person is on leave. */
  readonly standIn?: PersonId;
  readonly telegramId?: string;
  readonly createdAt: Instant;
}

export interface Invitation {
  readonly code: string;
  readonly roles: readonly Role[];
  readonly commune?: string;
  readonly department?: string;
  readonly usesLeft: number;
  readonly expiresAt: Instant;
  readonly createdBy: PersonId;
}

export interface PeopleStore {
  person(id: PersonId): Promise<Person | undefined>;
  byTelegramId(telegramId: string): Promise<Person | undefined>;
  people(filter?: { status?: PersonStatus; role?: Role; commune?: string }): Promise<readonly Person[]>;
  save(person: Person): Promise<void>;
  invitation(code: string): Promise<Invitation | undefined>;
  saveInvitation(invitation: Invitation): Promise<void>;
  /** Takes one use and saves who used it; false (and nothing saved) when it is spent, expired or unknown. Atomic. */
  useInvitation(code: string, now: Instant, by?: Person): Promise<boolean>;
  /** Changes the status only when it is still `from`; the one who changed it gets true. Atomic. */
  changeStatus(id: PersonId, from: PersonStatus, to: PersonStatus): Promise<boolean>;
}
