import { Thesaurus } from '../thesaurus.ts';
import { LAND_AND_HOUSING } from './land-and-housing.ts';

/** Everyday and official words kept with the code; staff add their own with `new Thesaurus([...ENTRIES, ...own])`. */
export const ENTRIES = [...LAND_AND_HOUSING];

export const DEFAULT_THESAURUS = new Thesaurus(ENTRIES);
