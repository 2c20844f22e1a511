/** A reply of the model that says nothing in any section. */
export const EMPTY_REPLY = {
  conclusion: [],
  authority: [],
  steps: [],
  dossier: [],
  time_limit: [],
  fee: [],
  caveats: [],
  missing: [],
  choices: [],
};
