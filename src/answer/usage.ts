import type { ModelUsage } from './model.ts';

/** What two rounds with the same model cost together; absent where none was asked. */
export function addUsage(a: ModelUsage | undefined, b: ModelUsage | undefined): ModelUsage | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const cached = (a.cachedTokens ?? 0) + (b.cachedTokens ?? 0);
  return {
    model: b.model,
    calls: a.calls + b.calls,
    promptTokens: a.promptTokens + b.promptTokens,
    completionTokens: a.completionTokens + b.completionTokens,
    ...(cached > 0 && { cachedTokens: cached }),
  };
}
