import type { AuditAction } from './audit-actions.ts';
import type { AuditLog, PersonId } from './model.ts';

/** Writes down who did what; `subject` is the id of what it was done to. */
export function audit(
  deps: { readonly audit: AuditLog; readonly now: () => Date },
  by: PersonId | 'system',
  action: AuditAction,
  subject: string,
  detail?: Readonly<Record<string, unknown>>,
): Promise<void> {
  const at = deps.now().toISOString();
  return deps.audit.write({ at, by, action, subject, ...(detail && { detail }) });
}
