/** Tables of what people are told about changes, and of scopes set by hand. */
export interface ChangeTables {
  /** One row: up to which change of which day past askers have been told. */
  corrections_mark: { id: number; generation: number; day: string };
  subscriptions: { person: string; field: string };
  /** `seen_to`: instant up to which new documents were told; `sent_on`: the last day a digest was due. */
  digests: { person: string; seen_to: string; sent_on: string };
  /** A scope that a person set; it outlives a new reading of the same file. */
  document_scopes: { document_id: string; scope: string; by_whom: string; at: string };
}
