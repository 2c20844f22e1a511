import type { DocumentId, IsoDate } from '../model.ts';
import { slug } from '../text.ts';
import { successorOf } from '../units/provinces.ts';
import { parseDocumentNumber } from './document-number.ts';

/** What identifies a document; numbers of local and administrative documents repeat, so issuer and date belong to it. */
export interface IdentityParts {
  readonly number: string;
  readonly issuer?: string;
  readonly date?: IsoDate;
}

/**
 * `120/2025/NĐ-CP` where the number alone is unique, otherwise `226/QĐ-UBND@son-la@2026-02-03`. A part that is not
 * known is left out (`226/QĐ-UBND@son-la`): such an id equals only that of another copy with the same gap.
 */
export function documentIdentity({ number, issuer, date }: IdentityParts): DocumentId {
  const parsed = parseDocumentNumber(number);
  const canonical = parsed?.complete ? parsed.canonical : number.trim();
  if (parsed?.identifies) return canonical as DocumentId;
  const parts = [canonical, issuer === undefined ? '' : issuerSlug(issuer), date ?? ''];
  return parts.filter((part) => part !== '').join('@') as DocumentId;
}

/**
 * The issuer as part of an id. A province's own committee or council is its place name, since the symbol of the
 * number already tells which of the two: "Ủy ban nhân dân tỉnh Sơn La" → "son-la", "Sở Nội vụ thành phố Huế" →
 * "so-noi-vu-thanh-pho-hue".
 */
export function issuerSlug(issuer: string): string {
  const full = spelledOut(issuer);
  return /^(?:uy-ban|hoi-dong)-nhan-dan-(?:tinh|thanh-pho)-(.+)$/.exec(full)?.[1] ?? full;
}

function spelledOut(issuer: string): string {
  return slug(issuer)
    .replace(/^ubnd-/, 'uy-ban-nhan-dan-')
    .replace(/^hdnd-/, 'hoi-dong-nhan-dan-');
}

/** Names of one body, however they are spelled; what the province issued before it became a city is the city's. */
export function isSameBody(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && bodyOf(a) === bodyOf(b);
}

/** The same office of the province that took in the other's (Resolution 202/2025/QH15): it acts on what that one issued. */
export function isSuccessorBody(body: string | undefined, former: string | undefined): boolean {
  const [now, then] = [territoryOf(body ?? ''), territoryOf(former ?? '')];
  if (now === undefined || then === undefined || successorOf(then) !== now) return false;
  return bodyOf(body!).replace(/@.*$/, '') === bodyOf(former!).replace(/@.*$/, '');
}

function bodyOf(issuer: string): string {
  const place = territoryOf(issuer);
  const name = spelledOut(issuer);
  return place === undefined ? name : `${name.replace(/-?(?:tinh|thanh-pho|tp)-[a-z-]+$/, '')}@${place}`;
}

/** The province or city a local issuer belongs to, as a folded slug ("hue"); `undefined` when the name does not say. */
export function territoryOf(issuer: string): string | undefined {
  const m = /(?:^|-)(?:tinh|thanh-pho|tp)-((?:[a-z]+-){0,3}[a-z]+)$/.exec(slug(issuer));
  return m?.[1] === 'thua-thien-hue' ? 'hue' : m?.[1];
}
