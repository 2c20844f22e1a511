import type { CommuneName } from '../../dialogue/deps.ts';
import { fold } from '../../legal/text.ts';

/** Today's communes whose name contains what was typed, with or without its kind and diacritics. */
export function communesNamed(
  communes: readonly CommuneName[],
  typed: string,
): { readonly found: readonly CommuneName[]; readonly wanted: string } {
  const wanted = fold(typed)
    .replace(/^(?:xa|phuong|dac khu)\s+/, '')
    .trim();
  return { wanted, found: communes.filter(({ name }) => ` ${fold(name)} `.includes(` ${wanted} `)) };
}
