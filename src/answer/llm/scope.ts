import type { DocumentFacts, DocumentScope } from '../../retrieval/model.ts';
import type { EvidenceUnit } from '../model.ts';
import type { LlmScope } from './model.ts';

/** Whether a document of `scope` may be sent to the endpoint at all, whoever asks. */
export type ScopePolicy = (scope: DocumentScope) => boolean;

/** `public`: only what is public anyway, on every channel; `internal`: also what every official may read; `all`: named
 * departments' too. */
export function scopePolicy(allowed: LlmScope): ScopePolicy {
  const kinds: Record<LlmScope, readonly DocumentScope['kind'][]> = {
    public: ['public'],
    internal: ['public', 'internal'],
    all: ['public', 'internal', 'departments'],
  };
  return (scope) => kinds[allowed].includes(scope.kind) && (allowed !== 'public' || scope.webOnly !== true);
}

/** A unit as it reads now holds words of the documents that changed it, and its standing may name one: they have to be
 * allowed too. */
export function maySend(unit: EvidenceUnit, policy: ScopePolicy): boolean {
  const inserted = [...(unit.rewritten?.values() ?? [])];
  return policy(unit.facts.scope) && inserted.every((by) => policy(by.facts.scope)) && !names(unit, policy);
}

/** Whether what is said of the unit's standing names a document that may not be sent. */
function names({ hit, facts }: EvidenceUnit, policy: ScopePolicy): boolean {
  const { note } = hit.effectivity;
  return note !== undefined && namesWithheld(note, facts, policy);
}

/** Whether a text names, of the documents that changed this one or whose end concerns it, one that may not be sent. */
export function namesWithheld(
  text: string,
  { incoming = [], basisEnded = [] }: Pick<DocumentFacts, 'incoming' | 'basisEnded'>,
  policy: ScopePolicy,
): boolean {
  return [...incoming, ...basisEnded].some(
    ({ byScope, byNumber }) =>
      byScope !== undefined && byNumber !== undefined && !policy(byScope) && text.includes(byNumber),
  );
}

/** Units this near the top decide the answer: without them the model would answer from the second best. */
const DECISIVE = 3;

export interface Scoped {
  readonly sendable: readonly EvidenceUnit[];
  readonly withheld: number;
  /** A decisive unit may not be sent: the embedded composer, which may read it, answers. */
  readonly decisiveWithheld: boolean;
}

export function applyScope(units: readonly EvidenceUnit[], policy: ScopePolicy): Scoped {
  const sendable = units.filter((u) => maySend(u, policy));
  return {
    sendable,
    withheld: units.length - sendable.length,
    decisiveWithheld: units.slice(0, DECISIVE).some((u) => !maySend(u, policy)),
  };
}
