import type { IsoDate } from '../model.ts';
import { isSameBody } from './document-identity.ts';
import { parseDocumentNumber } from './document-number.ts';
import { bodyRank, normativeRank } from './rank.ts';

/** Administrative papers stand below all that sets rules, texts without a number below them. */
const ADMINISTRATIVE = 20;
const UNNUMBERED = 40;

/** What decides between two texts in force on one matter. */
export interface Precedent {
  readonly number?: string;
  /** Tells bodies of one symbol apart: the committees of a commune and of its province are both "UBND". */
  readonly issuer?: string;
  readonly date?: IsoDate;
  /** A clause of its own gives it precedence over other texts for a time (decree 120/2025/NĐ-CP, Điều 23). */
  readonly prevails?: boolean;
}

/**
 * Why the first of two texts in force that differ on one matter is to be applied: it stands higher, or the same body made
 * it later (the laws on normative documents say so of rules; papers that only guide are held to it all the more).
 * `undefined` where neither is so, or where the second takes precedence by a clause of its own.
 */
export function precedenceOver(a: Precedent, b: Precedent): 'higher' | 'later' | undefined {
  if (b.prevails === true) return undefined;
  const [own, theirs] = [standing(a), standing(b)];
  if (own.level < theirs.level) return 'higher';
  const sameBody =
    own.level === theirs.level &&
    own.issuer !== undefined &&
    own.issuer === theirs.issuer &&
    (a.issuer === undefined || b.issuer === undefined || isSameBody(a.issuer, b.issuer));
  return sameBody && a.date !== undefined && b.date !== undefined && a.date > b.date ? 'later' : undefined;
}

function standing({ number }: Precedent): { readonly level: number; readonly issuer?: string } {
  const parsed = number === undefined ? undefined : parseDocumentNumber(number);
  if (!parsed?.complete) return { level: UNNUMBERED };
  const issuer = parsed.issuerSymbol?.split('-')[0];
  const level = normativeRank(parsed) ?? ADMINISTRATIVE + bodyRank(parsed);
  return { level, ...(issuer !== undefined && { issuer }) };
}
