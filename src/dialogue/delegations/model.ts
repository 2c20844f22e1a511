import type { IsoDate } from '../../legal/model.ts';
import type { Instant, PersonId } from '../model.ts';

/** Who signs in place of the chair of a commune, by a decision of the commune. */
export type DelegationId = string & { readonly __brand: 'DelegationId' };

export interface Delegation {
  readonly id: DelegationId;
  /** Slug of the commune whose register it stands in. */
  readonly commune: string;
  /** What may be signed, as the decision says: "chứng thực bản sao từ bản chính". */
  readonly matter: string;
  /** To whom: name and position. */
  readonly delegate: string;
  /** "15/QĐ-UBND". */
  readonly decisionNumber: string;
  readonly decisionDate: IsoDate;
  readonly from: IsoDate;
  /** Last day of the term; absent when the decision sets none. */
  readonly to?: IsoDate;
  /** Taken out of the register (entered wrongly, revoked before its term); kept for the record. */
  readonly withdrawn: boolean;
  readonly by: PersonId;
  readonly at: Instant;
}

/** On a given day. */
export type TermState = 'current' | 'not_yet' | 'over';

export function termOn({ from, to }: Pick<Delegation, 'from' | 'to'>, day: IsoDate): TermState {
  if (day < from) return 'not_yet';
  return to !== undefined && day > to ? 'over' : 'current';
}

export interface DelegationStore {
  delegation(id: DelegationId): Promise<Delegation | undefined>;
  /** Those not withdrawn, the latest term first. */
  ofCommune(commune: string): Promise<readonly Delegation[]>;
  /** An id that is known already is left as it is. */
  add(delegation: Delegation): Promise<void>;
  /** False when it was withdrawn before. Atomic. */
  withdraw(id: DelegationId): Promise<boolean>;
}
