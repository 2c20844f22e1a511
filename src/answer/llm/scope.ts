import type { DocumentScope } from '../../retrieval/model.ts';
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

/** A unit as it reads now holds words of the documents that changed it: they have to be allowed too. */
function maySend({ facts, rewritten }: EvidenceUnit, policy: ScopePolicy): boolean {
  return policy(facts.scope) && [...(rewritten?.values() ?? [])].every((by) => policy(by.facts.scope));
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
