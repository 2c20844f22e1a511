import { BODIES } from './bodies.ts';
import { BUSINESS_AND_TAX } from './business-and-tax.ts';
import { CIVIL_STATUS } from './civil-status.ts';
import { GENERAL } from './general.ts';
import { LAND_AND_HOUSING } from './land-and-housing.ts';
import { RESIDENCE_AND_VEHICLES } from './residence-and-vehicles.ts';
import { parseThesaurus, Thesaurus, type ThesaurusEntry } from './thesaurus.ts';
import { WELFARE_AND_FARMING } from './welfare-and-farming.ts';

const FILES = [
  GENERAL,
  BODIES,
  CIVIL_STATUS,
  LAND_AND_HOUSING,
  RESIDENCE_AND_VEHICLES,
  BUSINESS_AND_TAX,
  WELFARE_AND_FARMING,
];

/** The words that come with the project. */
export function builtInEntries(): ThesaurusEntry[] {
  return FILES.flatMap((text) => parseThesaurus(text).entries);
}

let builtIn: Thesaurus | undefined;

/** The thesaurus of the built-in words, compiled on first use. */
export function builtInThesaurus(): Thesaurus {
  builtIn ??= new Thesaurus(builtInEntries());
  return builtIn;
}

/** The built-in words and those that staff keep in files of the same form; lines that cannot be read are reported. */
export function extendedThesaurus(texts: readonly string[]): {
  readonly thesaurus: Thesaurus;
  readonly problems: readonly { readonly file: number; readonly line: number; readonly text: string }[];
} {
  const own = texts.map((text) => parseThesaurus(text));
  return {
    thesaurus: new Thesaurus([...builtInEntries(), ...own.flatMap((o) => o.entries)]),
    problems: own.flatMap((o, file) => o.problems.map((p) => ({ file, ...p }))),
  };
}
