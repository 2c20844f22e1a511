import type { EscalationId, Instant, PersonId, QuestionId } from './ids.ts';

export type EscalationState = 'cho_tiep_nhan' | 'dang_xu_ly' | 'cho_duyet' | 'da_tra_loi' | 'qua_han';

export interface Escalation {
  readonly id: EscalationId;
  readonly question: QuestionId;
  readonly asker: PersonId;
  readonly field?: string;
  readonly department?: string;
  readonly state: EscalationState;
  readonly takenBy?: PersonId;
  readonly reply?: string;
  readonly replyBasis?: string;
  readonly createdAt: Instant;
  readonly dueAt: Instant;
  readonly answeredAt?: Instant;
}

/** Routing: lĩnh vực → lead body → people; a table, editable. */
export interface FieldRoute {
  readonly field: string;
  readonly department: string;
  readonly people: readonly PersonId[];
}

export interface EscalationStore {
  escalation(id: EscalationId): Promise<Escalation | undefined>;
  list(filter: {
    state?: EscalationState;
    field?: string;
    asker?: PersonId;
    takenBy?: PersonId;
  }): Promise<readonly Escalation[]>;
  save(escalation: Escalation): Promise<void>;
  /** Sets `takenBy` only when nobody has it yet; the winner gets true. Atomic. */
  take(id: EscalationId, by: PersonId): Promise<boolean>;
  /** Saves `next` only while the state is still `from`; false when somebody else was quicker. Atomic. */
  advance(next: Escalation, from: EscalationState): Promise<boolean>;
  routes(): Promise<readonly FieldRoute[]>;
  saveRoute(route: FieldRoute): Promise<void>;
}
