import { nfc } from '../../legal/text.ts';
import { demand } from '../access.ts';
import type { AuditLog, PeopleStore, PersonId, SettingsStore } from '../model.ts';

/** What administrators may set. Retention: Decree 356/2025/NĐ-CP leaves the term to the controller; ours is 12 months. */
export interface SettingValues {
  readonly 'escalation.hours': number;
  readonly 'retention.days': number;
  /** Past answers this old are corrected when the law changes; 0: none are. */
  readonly 'corrections.days': number;
  /** Hour of the day (Asia/Ho_Chi_Minh) from which the digest of new guidance goes out. */
  readonly 'digest.hour': number;
  /** Questions are refused while it is on; the notice says why. */
  readonly 'service.off': boolean;
  readonly 'service.notice': string;
  /** No question goes to the language model while it is on. */
  readonly 'model.off': boolean;
  /** Tokens a day for everyone together and for one person; null: as the server's configuration says. */
  readonly 'model.dailyTokens': number | null;
  readonly 'model.personDailyTokens': number | null;
  /** Đồng for a million tokens, to show what they cost; 0: unknown. */
  readonly 'model.price': number;
}
export type SettingKey = keyof SettingValues;

export const SETTING_DEFAULTS: SettingValues = {
  'escalation.hours': 48,
  'retention.days': 365,
  'corrections.days': 90,
  'digest.hour': 16,
  'service.off': false,
  'service.notice': '',
  'model.off': false,
  'model.dailyTokens': null,
  'model.personDailyTokens': null,
  'model.price': 0,
};

/** Inclusive. */
export const SETTING_RANGES = {
  'escalation.hours': [1, 720],
  'retention.days': [30, 3650],
  'corrections.days': [0, 365],
  'digest.hour': [0, 23],
  'model.dailyTokens': [0, 1e12],
  'model.personDailyTokens': [0, 1e12],
  'model.price': [0, 1e9],
} as const;
export type NumberKey = keyof typeof SETTING_RANGES;
export const LONGEST_NOTICE = 500;

/** Stored values where they are sound, defaults where not. */
export async function readSettings(store: Pick<SettingsStore, 'get'>): Promise<SettingValues> {
  const entries = await Promise.all(
    (Object.keys(SETTING_DEFAULTS) as SettingKey[]).map(async (key) => {
      const value = parseSetting(key, await store.get(key));
      return [key, value ?? SETTING_DEFAULTS[key]] as const;
    }),
  );
  return Object.fromEntries(entries) as unknown as SettingValues;
}

/** A sound value, or undefined. */
export function parseSetting(key: SettingKey, value: unknown): SettingValues[SettingKey] | undefined {
  if (key === 'service.off' || key === 'model.off') return typeof value === 'boolean' ? value : undefined;
  if (key === 'service.notice')
    return typeof value === 'string' ? nfc(value).trim().slice(0, LONGEST_NOTICE) : undefined;
  if (value === null && SETTING_DEFAULTS[key] === null) return null;
  const [least, most] = SETTING_RANGES[key];
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
    ? value
    : undefined;
}

/** Writes what changed, each change with its old and new value in the audit.
 * @throws DialogueError `not_allowed` */
export async function changeSettings(
  deps: { people: PeopleStore; settings: SettingsStore; audit: AuditLog; now: () => Date },
  by: PersonId,
  next: SettingValues,
): Promise<void> {
  demand(await deps.people.person(by), 'manage_settings');
  const before = await readSettings(deps.settings);
  for (const key of Object.keys(SETTING_DEFAULTS) as SettingKey[]) {
    if (before[key] === next[key]) continue;
    await deps.settings.set(key, next[key], by);
    const detail = { from: before[key], to: next[key] };
    await deps.audit.write({
      at: deps.now().toISOString(),
      by,
      action: 'setting_changed',
      subject: key,
      detail,
    });
  }
}

export interface TokenLimits {
  readonly dailyTokens: number;
  readonly personDailyTokens: number;
}

/** Tokens that may be spent: what administrators set, else what is configured; none while the model is off. */
export async function tokenLimits(
  store: Pick<SettingsStore, 'get'>,
  configured: TokenLimits,
): Promise<TokenLimits> {
  const values = await readSettings(store);
  if (values['model.off']) return { dailyTokens: 0, personDailyTokens: 0 };
  return {
    dailyTokens: values['model.dailyTokens'] ?? configured.dailyTokens,
    personDailyTokens: values['model.personDailyTokens'] ?? configured.personDailyTokens,
  };
}
