import type { CommuneName } from '../../dialogue/deps.ts';
import { fold } from '../../legal/text.ts';

/** Today's communes whose name contains what was typed, with or without its kind and diacritics; where none has, those
 * made of a former unit of that name. `former`: only by a former name, so the person is asked. */
export function communesNamed(
  communes: readonly CommuneName[],
  typed: string,
): { readonly found: readonly CommuneName[]; readonly wanted: string; readonly former: boolean } {
  const wanted = fold(typed)
    .replace(/^(?:xa|phuong|thi tran|dac khu)\s+/, '')
    .trim();
  const named = (name: string) => ` ${fold(name)} `.includes(` ${wanted} `);
  const today = communes.filter(({ name }) => named(name));
  if (today.length > 0) return { wanted, found: today, former: false };
  return { wanted, found: communes.filter(({ former = [] }) => former.some(named)), former: true };
}
