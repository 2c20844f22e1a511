/** What people, questions and replies are, whatever the transport, and the ports that keep them. The store implements
 * the ports; each has one contract suite. */
export type * from './model/audit.ts';
export type * from './model/escalations.ts';
export type * from './model/ids.ts';
export * from './model/notices.ts';
export * from './model/people.ts';
export type * from './model/questions.ts';
export type * from './model/reading.ts';
export type * from './model/settings.ts';
export type * from './model/signin.ts';
