import type { AuditAction } from '../audit-actions.ts';
import type { Instant, PersonId } from './ids.ts';

/** What is read back may hold actions of an earlier or later version. */
export interface AuditEntry<A extends string = string> {
  readonly at: Instant;
  readonly by: PersonId | 'system';
  readonly action: A;
  readonly subject: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

export interface AuditLog {
  write(entry: AuditEntry<AuditAction>): Promise<void>;
  entries(
    filter: { from?: Instant; to?: Instant; by?: string; action?: string },
    limit: number,
  ): Promise<readonly AuditEntry[]>;
}
