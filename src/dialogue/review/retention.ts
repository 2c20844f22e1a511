import type { AuditLog, Instant, PersonId, SettingsStore } from '../model.ts';
import { readSettings } from './settings.ts';

export interface RetentionStore {
  /**
   * Deletes logged questions asked before an instant, with their reviews and places in lists. Those with an official
   * reply or an approved standard answer are records: they stay, without the person who asked. Expired links and
   * sessions go too. At most `most` questions a call; returns how many were deleted or stripped of their person.
   */
  purge(before: Instant, now: Instant, most: number): Promise<number>;
  /** Forgets one person's questions and notices at once, records kept as above. Returns how many questions it touched. */
  forget(person: PersonId): Promise<number>;
}

const BATCH = 2000;

/** To be called daily: forgets what is older than the administrators' term. Returns how many questions were touched. */
export async function applyRetention(deps: {
  retention: RetentionStore;
  settings: SettingsStore;
  audit: AuditLog;
  now: () => Date;
}): Promise<number> {
  const { 'retention.days': days } = await readSettings(deps.settings);
  const now = deps.now();
  const before = new Date(now.getTime() - days * 86_400_000).toISOString();
  let total = 0;
  for (;;) {
    const done = await deps.retention.purge(before, now.toISOString(), BATCH);
    total += done;
    if (done < BATCH) break;
  }
  if (total > 0) {
    const entry = {
      at: now.toISOString(),
      by: 'system',
      action: 'retention_applied',
      subject: before,
    } as const;
    await deps.audit.write({ ...entry, detail: { questions: total } });
  }
  return total;
}
