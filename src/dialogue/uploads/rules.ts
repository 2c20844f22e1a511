import type { PlannedUpload, UnderstoodUpload } from '../../ingest/upload.ts';
import { issuerSlug, territoryOf } from '../../legal/numbers/document-identity.ts';
import { type DocumentNumber, parseDocumentNumber } from '../../legal/numbers/document-number.ts';
import { forbidden } from '../../legal/numbers/rank.ts';
import { fold, slug } from '../../legal/text.ts';
import type { DocumentScope } from '../../retrieval/model.ts';
import { may } from '../access.ts';
import type { Person } from '../model.ts';
import { UploadError } from './errors.ts';
import type { ApprovalReason, Upload } from './model.ts';
import { UPLOAD_WORDS } from './words.ts';

/** When an upload may serve by its uploader's word, and who may approve the others. Pure. */

/** Bodies above and beside a department: their documents belong to the steward (người duyệt, quản trị). */
const NOT_A_DEPARTMENT = /^(?:cp|ttg|qh\d*|ubtvqh\d*|ctn|hdnd\d*|ubnd|hdtp|tw|b[a-z]*)(?:-|$)/;

/** The city's steward: takes in texts of the centre and of the city, and of every department. */
export function isSteward(person: Person): boolean {
  return person.status === 'active' && person.roles.some((role) => role === 'approver' || role === 'admin');
}

/**
 * Whether a document is the person's own department's: by its issuer's name ("Sở Tư pháp", with or without the
 * province served) and by a number that no body above a department gives.
 */
export function isOwnDepartment(
  person: Pick<Person, 'department'>,
  document: { readonly number?: string; readonly issuer?: string },
  territory: string,
): boolean {
  const { number, issuer } = document;
  if (number === undefined || !isIssuedBy(person, issuer, territory)) return false;
  const parsed = parseDocumentNumber(number);
  return parsed !== undefined && !parsed.normative && !NOT_A_DEPARTMENT.test(issuerOf(parsed));
}

/** By the issuer's name alone: what has no number yet may still be the department's own paper. */
function isIssuedBy(
  { department }: Pick<Person, 'department'>,
  issuer: string | undefined,
  territory: string,
): boolean {
  if (department === undefined || issuer === undefined) return false;
  const name = issuerSlug(issuer);
  const own = slug(department);
  const place = territoryOf(issuer);
  if (place !== undefined && place !== territory) return false;
  return (
    name === own || (place !== undefined && name.startsWith(`${own}-`) && isPlace(name.slice(own.length)))
  );
}

function issuerOf({ issuerSymbol }: DocumentNumber): string {
  return fold(issuerSymbol ?? '');
}

/** "-thanh-pho-hue", "-tinh-quang-tri": nothing but the place stands behind the department's name. */
function isPlace(rest: string): boolean {
  return /^-(?:tinh|thanh-pho|tp)-/.test(rest);
}

/** Everything that keeps this upload from serving at once; empty when nothing does. */
export function approvalReasons(
  uploader: Person,
  { document, read, relations }: UnderstoodUpload,
  { planned }: PlannedUpload,
  territory: string,
): ApprovalReason[] {
  if (planned.outcome === 'duplicate' || planned.outcome === 'unchanged') return [];
  const { header, facts } = document;
  const reasons: ApprovalReason[] = [];
  const add = (reason: ApprovalReason, when: boolean) => void (when && reasons.push(reason));
  const own = isOwnDepartment(uploader, facts, territory);
  if (facts.kind === 'procedure') add('procedure', !isSteward(uploader));
  else {
    add('no_number', facts.number === undefined);
    add('number_typed', facts.number !== undefined && read.number === undefined);
    add('no_date', facts.date === undefined);
    add('not_signed', header?.signer === undefined);
    const theirs = facts.number === undefined && isIssuedBy(uploader, facts.issuer, territory);
    add('other_issuer', !own && !theirs && !isSteward(uploader));
    add('rank', forbidden(facts.number, relations).length > 0);
  }
  const twin = planned.outcome === 'updated' ? planned.of : undefined;
  add('restores_withdrawn', twin?.withdrawn === true);
  add('replaces_other', twin !== undefined && !own && !isSteward(uploader));
  return reasons;
}

/** What the city's steward decides; an administrator is one too. */
const OF_THE_STEWARD: readonly ApprovalReason[] = ['other_issuer', 'procedure', 'replaces_other'];

/**
 * Who decides about a waiting upload: an approver, but never one's own upload. An approver with a department decides for
 * that department, one without for all. Administrators decide what only another body's name holds up.
 */
export function mayDecide(person: Person, upload: Pick<Upload, 'by' | 'department' | 'approval'>): boolean {
  if (person.status !== 'active' || person.id === upload.by) return false;
  if (may(person, 'approve_guidance')) {
    const { department } = upload;
    if (person.department === undefined || department === undefined || department === person.department)
      return true;
  }
  return (
    person.roles.includes('admin') &&
    (upload.approval ?? []).every((reason) => OF_THE_STEWARD.includes(reason))
  );
}

/** Whether Telegram may tell this person what the upload says: not of one for the web alone, unless they sent it there. */
export function mayTell(
  upload: Pick<Upload, 'scope' | 'channel' | 'by'>,
  person: Pick<Person, 'id'>,
): boolean {
  return upload.scope.webOnly !== true || (upload.channel === 'telegram' && upload.by === person.id);
}

/** Staff may restrict a document to their own department, the steward to any. */
export function allowedScope(scope: DocumentScope, person: Person): DocumentScope {
  if (scope.kind !== 'departments') return scope;
  const all = person.roles.some((role) => role === 'approver' || role === 'admin');
  const departments = scope.departments.filter((department) => /^[a-z0-9-]{2,80}$/.test(department));
  if (departments.length === 0) throw new UploadError('invalid', UPLOAD_WORDS.noDepartment);
  if (!all && (person.department === undefined || !departments.includes(person.department)))
    throw new UploadError('invalid', UPLOAD_WORDS.noDepartment);
  return { ...scope, departments };
}
