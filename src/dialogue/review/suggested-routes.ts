import { nfc, slug } from '../../legal/text.ts';
import type { FieldRoute } from '../model.ts';

/** Where questions of a field may belong, taken from a guide; nobody has confirmed it for this installation. */
export interface SuggestedRoute {
  readonly field: string;
  /** As the guide names it: "Sở Tư pháp". */
  readonly department: string;
}

/** "- Chứng thực, nuôi con nuôi: Sở Tư pháp (…)." */
const LINE = /^- (?<fields>[^:]+): (?<department>(?:Sở|Công an|Văn phòng|Ban|Thanh tra)[^.;(]*)/u;

/** Reads the lines of the guide that send fields to one body; others ("cơ quan ngành dọc") name none. */
export function suggestedRoutes(guide: string): SuggestedRoute[] {
  return nfc(guide)
    .split('\n')
    .flatMap((line) => {
      const { fields, department } = LINE.exec(line)?.groups ?? {};
      if (fields === undefined || department === undefined) return [];
      return fields
        .split(/,| và /u)
        .map((field) => ({ field: capital(field.trim()), department: department.trim() }))
        .filter(({ field }) => field !== '');
    });
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Suggestions for fields that no route covers yet, compared without case and diacritics. */
export function openSuggestions(
  suggested: readonly SuggestedRoute[],
  routes: readonly Pick<FieldRoute, 'field'>[],
): SuggestedRoute[] {
  const routed = new Set(routes.map((route) => slug(route.field)));
  return suggested.filter(({ field }) => !routed.has(slug(field)));
}

/** What the guide says about a field, in whatever spelling. */
export function suggestionFor(
  suggested: readonly SuggestedRoute[],
  field: string,
): SuggestedRoute | undefined {
  return suggested.find((one) => slug(one.field) === slug(field));
}
