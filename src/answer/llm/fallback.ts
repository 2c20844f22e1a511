import type { AskRequest, Composer, Draft, Evidence } from '../model.ts';
import type { FallbackReason, LlmLogger } from './model.ts';

/** Reasons that say something is wrong with the endpoint or its configuration, not with this one question. */
const TROUBLE: ReadonlySet<FallbackReason> = new Set([
  'timeout',
  'rate_limited',
  'server_error',
  'unauthorised',
  'unreachable',
  'bad_request',
  'truncated',
  'too_long',
  'empty',
  'broken_reply',
  'internal_error',
]);
/** Of these, the ones that open the circuit: asking again soon will not help. */
const BREAKS: ReadonlySet<FallbackReason> = new Set([
  'timeout',
  'rate_limited',
  'server_error',
  'unauthorised',
  'unreachable',
  'bad_request',
  'truncated',
  'too_long',
  'empty',
]);

export const opensCircuit = (reason: FallbackReason): boolean => BREAKS.has(reason);

/** The embedded composer answers instead, and the log says why. */
export async function fallBack(
  reason: FallbackReason,
  detail: object,
  fallback: Composer,
  logger: LlmLogger,
  request: AskRequest,
  evidence: Evidence,
): Promise<Draft> {
  const fields = { event: 'llm_fallback', reason, ...detail };
  if (TROUBLE.has(reason)) logger.warn(fields, 'the language model did not answer');
  else logger.info(fields, 'the embedded composer answers');
  const draft = await fallback.compose(request, evidence);
  return { ...draft, composer: fallback.name };
}
