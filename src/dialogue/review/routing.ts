import { nfc } from '../../legal/text.ts';
import { demand } from '../access.ts';
import type { AuditLog, EscalationStore, FieldRoute, PeopleStore, PersonId } from '../model.ts';

/** Says which body, and which of its people, answer for a field. @throws DialogueError `not_allowed` */
export async function changeRoute(
  deps: { people: PeopleStore; escalations: EscalationStore; audit: AuditLog; now: () => Date },
  by: PersonId,
  route: FieldRoute,
): Promise<void> {
  demand(await deps.people.person(by), 'manage_settings');
  const clean = { ...route, field: nfc(route.field).trim(), department: nfc(route.department).trim() };
  await deps.escalations.saveRoute(clean);
  const { field: subject, ...detail } = clean;
  await deps.audit.write({ at: deps.now().toISOString(), by, action: 'route_changed', subject, detail });
}
