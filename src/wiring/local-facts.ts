import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommuneName, DirectLookup } from '../dialogue/deps.ts';
import { deadlineLookup } from '../dialogue/lookups/deadline.ts';
import { communesOf, unitLookup } from '../dialogue/lookups/units.ts';
import { createCalendar } from '../legal/calendar.ts';
import { slug } from '../legal/text.ts';
import { parseUnitTable } from '../legal/units-table.ts';

export interface LocalFacts {
  readonly communes: readonly CommuneName[];
  readonly lookups: readonly DirectLookup[];
}

/** What code answers by itself, without a search: former units and deadlines. Units come with the corpus. */
export function wireLocalFacts(corpus: string): LocalFacts {
  const source = join(corpus, 'don-vi-hanh-chinh', 'hue.json');
  const table = parseUnitTable(readFileSync(source, 'utf8'), source);
  return {
    communes: communesOf(table, slug),
    lookups: [unitLookup(table), deadlineLookup(createCalendar())],
  };
}
