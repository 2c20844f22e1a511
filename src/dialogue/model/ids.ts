/** Ids are opaque strings; instants are ISO-8601 UTC. */
export type PersonId = string & { readonly __brand: 'PersonId' };
export type QuestionId = string & { readonly __brand: 'QuestionId' };
export type EscalationId = string & { readonly __brand: 'EscalationId' };
export type Instant = string;
export type Channel = 'telegram' | 'web' | 'cli';
