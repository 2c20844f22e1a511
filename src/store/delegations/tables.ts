/** The register of delegations: who signs for the chair of a commune. */
export interface DelegationTables {
  delegations: {
    id: string;
    commune: string;
    matter: string;
    delegate: string;
    decision_number: string;
    decision_date: string;
    from_day: string;
    to_day: string | null;
    withdrawn: number;
    by_whom: string;
    at: string;
  };
}
