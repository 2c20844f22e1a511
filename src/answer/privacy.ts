import { findPersonalData, type MaskToken, mask, unmask } from '../legal/privacy.ts';

/** The privacy gate of one question: everything that leaves is masked by it, and only it can put values back. */
export interface PrivacyVault {
  mask(text: string): string;
  unmask(text: string): string;
  /** Names that the person asked about; their own answer may repeat them. */
  readonly names: ReadonlySet<string>;
}

/** One value has one token in everything that one vault masks. */
export function createVault(): PrivacyVault {
  let tokens: readonly MaskToken[] = [];
  return {
    mask(text) {
      const result = mask(text, tokens);
      tokens = result.tokens;
      return result.masked;
    },
    unmask: (text) => unmask(text, tokens),
    get names() {
      return new Set(tokens.filter((t) => t.kind === 'name').map((t) => t.value));
    },
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
