import type { PersonId } from './ids.ts';

/** Settings editable by administrators (retention days, deadlines of escalations, notices, off switch). */
export interface SettingsStore {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown, by: PersonId | 'system'): Promise<void>;
}
