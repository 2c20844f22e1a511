import { nfc } from '../../legal/text.ts';
import { demand } from '../access.ts';
import { DialogueError } from '../errors.ts';
import type { Instant, PeopleStore, PersonId } from '../model.ts';

/** A filter of the list of questions that a person keeps under a name of their own. */
export interface SavedFilter {
  readonly person: PersonId;
  readonly name: string;
  /** Query string without "?". */
  readonly query: string;
  readonly createdAt: Instant;
}

export interface SavedFilterStore {
  /** By name. */
  of(person: PersonId): Promise<readonly SavedFilter[]>;
  /** A known name is overwritten. */
  save(filter: SavedFilter): Promise<void>;
  remove(person: PersonId, name: string): Promise<void>;
}

export const LONGEST_FILTER_NAME = 80;
const LONGEST_QUERY = 2000;
const MOST_FILTERS = 50;

/** @throws DialogueError `not_allowed`, `invalid` (no name, nothing to filter by, too many) */
export async function saveFilter(
  deps: { people: PeopleStore; savedFilters: SavedFilterStore; now: () => Date },
  request: { by: PersonId; name: string; query: string },
): Promise<void> {
  demand(await deps.people.person(request.by), 'see_questions');
  const name = nfc(request.name).replace(/\s+/gu, ' ').trim().slice(0, LONGEST_FILTER_NAME);
  if (name === '' || request.query === '' || request.query.length > LONGEST_QUERY)
    throw new DialogueError('invalid', 'filter');
  const known = await deps.savedFilters.of(request.by);
  if (known.length >= MOST_FILTERS && !known.some((one) => one.name === name))
    throw new DialogueError('invalid', 'too many filters');
  const createdAt = deps.now().toISOString();
  await deps.savedFilters.save({ person: request.by, name, query: request.query, createdAt });
}
