import type { Effectivity, EffectivityStatus } from '../legal/model.ts';

/** May a unit with this effectivity support an answer about that day? `unknown` may, and is labelled. */
const SUPPORTS: Readonly<Record<EffectivityStatus, boolean>> = {
  in_force: true,
  partly_expired: true,
  unknown: true,
  expired: false,
  not_yet: false,
  suspended: false,
};

export function supports(effectivity: Effectivity): boolean {
  return SUPPORTS[effectivity.status];
}

/** In the words of the law on normative documents. */
export const STATUS_WORDS: Readonly<Record<EffectivityStatus, string>> = {
  in_force: 'còn hiệu lực',
  partly_expired: 'hết hiệu lực một phần',
  unknown: 'chưa xác định hiệu lực',
  expired: 'đã hết hiệu lực',
  not_yet: 'chưa có hiệu lực',
  suspended: 'đang ngưng hiệu lực',
};
