import type { Person } from '../../dialogue/model.ts';
import {
  type PreviewField,
  UPLOAD_FIELDS,
  type UploadField,
  type UploadPreview,
} from '../../dialogue/uploads/model.ts';
import { isSteward } from '../../dialogue/uploads/rules.ts';
import { slug } from '../../legal/text.ts';
import type { DocumentScope } from '../../retrieval/model.ts';
import { field } from '../chat/input.ts';
import { formatDate } from '../text.ts';

const DATES: ReadonlySet<UploadField> = new Set(['date', 'effectiveFrom', 'effectiveTo']);

/** A field as the form shows it: dates as people write them. */
export function shownValue({ field: name, value = '' }: PreviewField): string {
  return value !== '' && DATES.has(name) ? formatDate(value) : value;
}

/** Only what was typed differently from what was shown is a correction. */
export function changedFields(
  form: FormData,
  preview: Pick<UploadPreview, 'fields'>,
): Partial<Record<UploadField, string>> {
  const changed: Partial<Record<UploadField, string>> = {};
  for (const name of UPLOAD_FIELDS) {
    const shown = preview.fields.find((one) => one.field === name);
    if (shown === undefined || !form.has(name)) continue;
    const typed = field(form, name).replace(/\s+/gu, ' ').trim();
    if (typed !== shownValue(shown).replace(/\s+/gu, ' ').trim()) changed[name] = typed;
  }
  return changed;
}

/** Names are parted by semicolons, since some hold commas; slugs by anything. */
function namedDepartments(text: string): string[] {
  return text
    .split(/[;\n]+/u)
    .flatMap((part) => (/^[a-z0-9\s,-]*$/.test(part) ? part.split(/[\s,]+/u) : [part]))
    .map(slug)
    .filter(Boolean);
}

/** Undefined when the form names no scope. The department is the person's own, unless the steward names others. */
export function postedScope(form: FormData, person: Person): DocumentScope | undefined {
  const webOnly = form.has('webOnly') ? { webOnly: true } : {};
  switch (field(form, 'scope')) {
    case 'public':
      return { kind: 'public', ...webOnly };
    case 'internal':
      return { kind: 'internal', ...webOnly };
    case 'departments': {
      const departments = isSteward(person) ? namedDepartments(field(form, 'departments')) : [];
      if (departments.length === 0 && person.department !== undefined) departments.push(person.department);
      return { kind: 'departments', departments, ...webOnly };
    }
    default:
      return undefined;
  }
}
