import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommuneName, DirectLookup } from '../dialogue/deps.ts';
import { deadlineLookup } from '../dialogue/lookups/deadline.ts';
import { communesOf, unitLookup } from '../dialogue/lookups/units.ts';
import type { SettingsStore } from '../dialogue/model.ts';
import { currentCalendar } from '../dialogue/review/calendar.ts';
import { type SuggestedRoute, suggestedRoutes } from '../dialogue/review/suggested-routes.ts';
import type { WorkingCalendar } from '../legal/calendar/calendar.ts';
import { slug } from '../legal/text.ts';
import { parseUnitTable, type UnitTable } from '../legal/units/table.ts';

/** The guide that says which department a field of this province belongs to; none for other provinces. */
export function wireSuggestedRoutes(corpus: string, territory: string): SuggestedRoute[] {
  const guide = join(corpus, 'huong-dan', `linh-vuc-va-so-chu-tri-${territory}.md`);
  return existsSync(guide) ? suggestedRoutes(readFileSync(guide, 'utf8')) : [];
}

export interface LocalFacts {
  readonly communes: readonly CommuneName[];
  readonly lookups: readonly DirectLookup[];
  readonly table: UnitTable;
  readonly calendar: () => Promise<WorkingCalendar>;
}

/** What code answers by itself, without a search: former units and deadlines. Units come with the corpus, days off
 * from the built-in table with what administrators entered over it. */
export function wireLocalFacts(corpus: string, settings: Pick<SettingsStore, 'get'>): LocalFacts {
  const source = join(corpus, 'don-vi-hanh-chinh', 'hue.json');
  const table = parseUnitTable(readFileSync(source, 'utf8'), source);
  return {
    table,
    calendar: () => currentCalendar(settings),
    communes: communesOf(table, slug),
    lookups: [
      unitLookup(table),
      async (text, asOf) => deadlineLookup(await currentCalendar(settings))(text, asOf),
    ],
  };
}
