import { findPersonalData, type MaskToken, mask, unmask } from '../legal/privacy/privacy.ts';

/** The privacy gate of one question: everything that leaves is masked by it, and only it can put values back. */
export interface PrivacyVault {
  mask(text: string): string;
  unmask(text: string): string;
  /** Names in the question itself; the answer to it may repeat them. */
  readonly names: ReadonlySet<string>;
}

/**
 * One value has one token in everything that one vault masks.
 * @param question what the person asks now
 */
export function createVault(question = ''): PrivacyVault {
  let tokens: readonly MaskToken[] = [];
  const names = new Set(
    personalValues(question)
      .filter((d) => d.kind === 'name')
      .map((d) => d.value),
  );
  return {
    mask(text) {
      const result = mask(text, tokens);
      tokens = result.tokens;
      return result.masked;
    },
    unmask: (text) => unmask(text, tokens),
    names,
  };
}

/** For logs: personal data replaced, nothing kept to put it back. */
export function maskForLog(text: string): string {
  return mask(text).masked;
}

/** Values of personal data in `text`, with their kind. */
export function personalValues(text: string): { readonly kind: string; readonly value: string }[] {
  return findPersonalData(text).map((d) => ({ kind: d.kind, value: text.slice(d.span.start, d.span.end) }));
}
