import { type DocumentNumber, parseDocumentNumber } from './document-number.ts';
import type { Relation, RelationKind } from './model.ts';
import { fold } from './text.ts';

/**
 * Order of normative documents, 1 the highest (Law 64/2025/QH15, Điều 4). Administrative documents (no year in their
 * number, the legislature's own aside) have none.
 */
export function normativeRank(number: DocumentNumber): number | undefined {
  const issuer = fold(number.issuerSymbol ?? '');
  const type = number.typeSymbol ?? '';
  if (/^qh\d/.test(issuer)) return 1;
  if (/^ubtvqh/.test(issuer)) return 2;
  if (!number.normative) return undefined;
  if (issuer === 'ctn') return 3;
  if (issuer === 'cp' || /^(?:cp-|.*-cp(?:-|$))/.test(issuer) || /^NQLT/.test(type)) return 4;
  if (issuer === 'ttg' || issuer === 'hdbt') return 5;
  if (issuer === 'hdtp') return 6;
  if (/^hdnd/.test(issuer)) return 8;
  if (/^ub(?:nd)?(?:-|$)/.test(issuer)) return 9;
  return 7;
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
 * ended only by a normative text of the same or a higher rank, so a công văn can neither amend nor replace a decree.
 * Resolutions numbered 66.x of the Government may set aside provisions of laws for a time (Resolution 206/2025/QH15).
 * Corrections may come from the issuer in an administrative document. Referring and implementing are free to all; only
 * a văn bản hợp nhất consolidates. What is refused goes to a person; nothing is concluded from it.
 */
export function mayAct(acting: string | undefined, kind: RelationKind, target: string): boolean {
  if (!CHANGES.has(kind))
    return kind !== 'consolidates' || parseDocumentNumber(acting ?? '')?.typeSymbol === 'VBHN';
  const actor = acting === undefined ? undefined : parseDocumentNumber(acting);
  const object = parseDocumentNumber(target);
  if (actor === undefined || object === undefined) return false;
  const above = normativeRank(actor);
  const below = normativeRank(object);
  if (kind === 'corrects' && sameIssuer(actor, object)) return true;
  if (above === undefined) return below === undefined && mayActAdministratively(actor, object);
  if (below === undefined) return !isLocal(actor) || isLocal(object);
  if (above === 4 && below <= 2 && /^66\.\d+$/.test(actor.serial)) return true;
  return above <= below;
}

/** Whether a relation read in a document with this number may count; what it only reports is its doer's act. */
export function isAllowed(
  number: string | undefined,
  { kind, target, by }: Pick<Relation, 'kind' | 'target' | 'by'>,
): boolean {
  return mayAct(by ?? number, kind, target);
}

/** Among administrative documents, what was decided is undone by a decision, and the centre's is not undone locally. */
function mayActAdministratively(actor: DocumentNumber, object: DocumentNumber): boolean {
  if (isLocal(actor) && !isLocal(object)) return false;
  return !isDecision(object) || isDecision(actor);
}

function isDecision({ typeSymbol }: DocumentNumber): boolean {
  return typeSymbol === 'QĐ' || typeSymbol === 'NQ' || typeSymbol === 'CT';
}

function isLocal({ issuerSymbol }: DocumentNumber): boolean {
  return /^(?:ub(?:nd)?|hdnd|s[a-z]{2,})(?:-|$)/.test(fold(issuerSymbol ?? ''));
}

function sameIssuer(a: DocumentNumber, b: DocumentNumber): boolean {
  const first = (n: DocumentNumber) => fold(n.issuerSymbol ?? '').split('-')[0];
  return first(a) !== '' && first(a) === first(b);
}
