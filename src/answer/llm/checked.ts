/** A reply and what verification left of it. */
import type { PrivacyVault } from '../privacy.ts';
import { failureWords } from './failure.ts';
import type { ModelReply } from './model.ts';
import type { Verification } from './verify.ts';

export interface Checked {
  readonly reply: ModelReply;
  readonly verification: Verification;
}

/** Of a reply and its repair; the repair where they are as good. */
export const betterOf = (first: Checked, repaired: Checked): Checked =>
  score(first) > score(repaired) ? first : repaired;

/** A verified conclusion first, then the fewest removed, then the most kept. */
function score({ verification: { kept, failed } }: Checked): number {
  const conclusion = kept.some((s) => s.section === 'conclusion') ? 1000 : 0;
  return conclusion + (kept.length > 0 ? 100 : 0) - failed.length * 2 + kept.length;
}

/** For the log: how often each kind of failure occurred. */
export function tally(failed: Verification['failed']): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { failures } of failed) for (const { kind } of failures) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** For `ask --trace`: each statement that failed, masked, with what failed in it. */
export function traceOf({ reply, verification: { kept, failed } }: Checked, vault: PrivacyVault): object {
  return {
    verdict: reply.verdict,
    kept: kept.length,
    inSourceWords: kept.filter(({ verbatim }) => verbatim).length,
    failed: failed.map(({ section, text, failures }) => ({
      section,
      text: vault.mask(text),
      why: failures.map((failure) => vault.mask(failureWords(failure))),
    })),
  };
}
