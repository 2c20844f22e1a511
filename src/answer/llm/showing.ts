import type { Draft } from '../model.ts';
import { createArrivingReply } from './arriving.ts';
import { draftSoFar } from './draft.ts';
import { createVerifier, isFailed, type Sources, type VerifiedStatement } from './verify.ts';

/**
 * Shows each statement that holds as soon as it is there; those that fail wait for the repair.
 * @returns to be called with the reply so far, each time longer
 */
export function showing(
  sources: Sources,
  onDraft: (draft: Draft) => void,
  signal: AbortSignal | undefined,
): (text: string) => void {
  const arriving = createArrivingReply();
  const check = createVerifier(sources);
  const kept: VerifiedStatement[] = [];
  return (text) => {
    const before = kept.length;
    for (const { section, statement } of arriving.read(text)) {
      const result = check(section, statement);
      if (!isFailed(result)) kept.push(result);
    }
    if (kept.length === before || signal?.aborted) return;
    if (!/^(?:full|partial)$/.test(arriving.verdict ?? '')) return;
    const draft = draftSoFar(kept);
    if (draft) onDraft({ ...draft, composer: 'llm' });
  };
}
