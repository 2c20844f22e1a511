import type { Relation, RelationKind } from '../model.ts';
import { fold } from '../text.ts';
import { type DocumentNumber, parseDocumentNumber } from './document-number.ts';
import { isLocalIssuer } from './document-symbols.ts';

/**
 * Where the body that issued a document stands, 1 the highest (Law 64/2025/QH15, Điều 4): the National Assembly, its
 * Standing Committee, the President, the Government, the Prime Minister, the council of judges, ministries and
 * equal bodies, the People's Council, the People's Committee, its departments. Of a joint text the highest of its issuers.
 */
export function bodyRank({ issuerSymbol, typeSymbol, normative }: DocumentNumber): number {
  const [first = '', ...others] = segmentsOf(issuerSymbol);
  if (/^qh\d/.test(first)) return 1;
  if (/^ubtvqh\d/.test(first)) return 2;
  if (first === 'ctn') return 3;
  if (first === 'cp' || others.includes('cp') || typeSymbol === 'NQLT') return 4;
  if (first === 'ttg' || first === 'hdbt') return 5;
  if (first === 'hdtp') return 6;
  if (/^hdnd/.test(first)) return 8;
  if (/^ub(?:nd)?$/.test(first)) return 9;
  if (isLocalIssuer(first)) return 10;
  return normative || CENTRAL.test(first) ? 7 : 10;
}

/** Ministries and central agencies; any other body without rules of its own ("55/QĐ-VHXH") stands below the committees. */
const CENTRAL =
  /^(?:b(?!cd)[a-z]+|vpcp|vpqh|vpctn|ttcp|tt|ktnn|nhnn|ubdt|ubdtmn|tandtc|ta|vksndtc|vks|tct|tchq|tctk|ubtw[a-z]*|mttw|tld)$/;

/** Types that are never normative, whatever their number looks like (Law 64/2025/QH15, Điều 4; decree 30/2020/NĐ-CP). */
const ADMINISTRATIVE = /^(?:VBHN|KH|TB|HD|BC|TTr|CĐ|CV|CTr|QyĐ|QC|KL|PA|GM)$/;
/** Directives were normative until the laws of 2008 (centre) and 2015 (local bodies, from 1 July 2016). */
const LAST_DIRECTIVE = { central: '2008', local: '2016' } as const;

/**
 * Order of normative documents, as their bodies stand. Administrative documents have none: those without a year in
 * their number (what the legislature resolves aside), and types that set no rules (công văn, thông báo, kế hoạch …).
 */
export function normativeRank(number: DocumentNumber): number | undefined {
  const { typeSymbol, year, normative } = number;
  const rank = bodyRank(number);
  const legislature = rank <= 2;
  if (!normative && !(legislature && /^(?:NQ|PL|L)$/.test(typeSymbol ?? ''))) return undefined;
  if (typeSymbol === undefined) return legislature ? rank : undefined;
  if (ADMINISTRATIVE.test(typeSymbol) || isParty(number)) return undefined;
  if (typeSymbol === 'CT' && year! > LAST_DIRECTIVE[isLocal(number) ? 'local' : 'central']) return undefined;
  return rank;
}

const CHANGES: ReadonlySet<RelationKind> = new Set([
  'replaces',
  'amends',
  'repeals',
  'partly_repeals',
  'suspends',
  'corrects',
]);

/**
 * Whether a document may do to another what it says (Law 64/2025/QH15, Điều 57): a normative text is changed or
 * ended only by a normative text of the same or a higher rank, so a công văn can neither amend nor replace a decree;
 * an administrative one by nothing from a lower body. Bodies that do not stand above each other (executive, courts and
 * procuracies, state audit, Party) do not act on each other's texts. Among ministries the number does not say whose
 * task a matter is by now, so a circular may act on another's. Corrections may come from the issuer in an
 * administrative document. Referring and implementing are free to all; only a văn bản hợp nhất consolidates. What is
 * refused goes to a person; nothing is concluded from it.
 */
export function mayAct(acting: string | undefined, kind: RelationKind, target: string): boolean {
  if (!CHANGES.has(kind))
    return kind !== 'consolidates' || parseDocumentNumber(acting ?? '')?.typeSymbol === 'VBHN';
  const actor = acting === undefined ? undefined : parseDocumentNumber(acting);
  const object = parseDocumentNumber(target);
  if (actor === undefined || object === undefined) return false;
  if (kind === 'corrects' && (sameIssuer(actor, object) || areMinistries(actor, object))) return true;
  if (!sameBranch(actor, object) || isMinistryOnCouncil(actor, object)) return false;
  const above = normativeRank(actor);
  const below = normativeRank(object);
  if (below === undefined)
    return (
      bodyRank(actor) <= bodyRank(object) && (above !== undefined || !isDecision(object) || isDecision(actor))
    );
  if (above === undefined) return false;
  return above <= below || (below <= 2 && setsAsideLaws(actor, kind));
}

/** Whether a relation read in a document with this number may count; what it only reports is its doer's act. */
export function isAllowed(
  number: string | undefined,
  { kind, target, by }: Pick<Relation, 'kind' | 'target' | 'by'>,
): boolean {
  return mayAct(by ?? number, kind, target);
}

/** Relations that the document's rank does not allow. */
export function forbidden<R extends Pick<Relation, 'kind' | 'target' | 'by'>>(
  number: string | undefined,
  relations: readonly R[],
): readonly R[] {
  return relations.filter((relation) => !isAllowed(number, relation));
}

/** The texts that a document claims to change beyond its rank, once each; none of one whose number is not known. */
export function beyondRank(number: string | undefined, relations: readonly Relation[]): string[] {
  return number === undefined ? [] : [...new Set(forbidden(number, relations).map(({ target }) => target))];
}

/** Resolutions numbered 66.x of the Government adjust provisions of laws for a time (Resolution 206/2025/QH15): they
 * end no law as a whole. */
function setsAsideLaws(actor: DocumentNumber, kind: RelationKind): boolean {
  return (
    /^66\.\d+$/.test(actor.serial) &&
    actor.typeSymbol === 'NQ' &&
    bodyRank(actor) === 4 &&
    kind !== 'replaces' &&
    kind !== 'repeals'
  );
}

/** Bodies that answer to no other below the National Assembly, by the symbols of their issuers. */
const BRANCHES = [/^(?:hdtp|ta|tatc|tandtc|vks|vkstc|vksndtc)$/, /^ktnn$/] as const;
/** Party committees: central, of the province, of the district as it was, of the commune. */
const PARTY = /^(?:tw|tu|hu|du)$/;

function branchesOf(number: DocumentNumber): readonly string[] {
  if (isParty(number)) return ['party'];
  if (bodyRank(number) <= 3 || number.issuerSymbol === undefined) return ['all'];
  return segmentsOf(number.issuerSymbol).map((segment) => {
    const i = BRANCHES.findIndex((branch) => branch.test(segment));
    return i < 0 ? 'executive' : String(i);
  });
}

/** Joint texts belong to the branches of all their issuers; the legislature and the President stand above branches,
 * and of a number cut before its issuer ("13/2016/TT") nothing is known. */
function sameBranch(actor: DocumentNumber, object: DocumentNumber): boolean {
  const [own, theirs] = [branchesOf(actor), branchesOf(object)];
  if (own.includes('party') || theirs.includes('party'))
    return own.includes('party') && theirs.includes('party');
  return own.includes('all') || theirs.includes('all') || own.some((branch) => theirs.includes(branch));
}

/** A People's Council answers to the legislature and the Government, not to a ministry (Law 72/2025/QH15). */
function isMinistryOnCouncil(actor: DocumentNumber, object: DocumentNumber): boolean {
  return bodyRank(actor) === 7 && bodyRank(object) === 8;
}

function isParty({ issuerSymbol }: DocumentNumber): boolean {
  return segmentsOf(issuerSymbol).some((segment) => PARTY.test(segment));
}

/** Among administrative documents, what was decided is undone by a decision. */
function isDecision({ typeSymbol }: DocumentNumber): boolean {
  return typeSymbol === 'QĐ' || typeSymbol === 'NQ' || typeSymbol === 'CT';
}

function isLocal({ issuerSymbol }: DocumentNumber): boolean {
  return segmentsOf(issuerSymbol).some(isLocalIssuer);
}

/** Ministries took over each other's tasks and texts in 2025, and the number does not say whose a text is by now. */
function areMinistries(a: DocumentNumber, b: DocumentNumber): boolean {
  return bodyRank(a) === 7 && bodyRank(b) === 7 && sameBranch(a, b);
}

function sameIssuer(a: DocumentNumber, b: DocumentNumber): boolean {
  const first = (n: DocumentNumber) => segmentsOf(n.issuerSymbol)[0];
  return first(a) !== undefined && first(a) === first(b);
}

function segmentsOf(issuerSymbol: string | undefined): string[] {
  return issuerSymbol === undefined ? [] : fold(issuerSymbol).split('-');
}
