import type { Dismissal } from '@preflag/core';

/** Why a finding is no problem, in the order of their keys 1 to 5. */
export const DISMISSAL_WORDS: Readonly<Record<Dismissal, string>> = {
  'false-alarm': 'false alarm',
  acceptable: 'acceptable',
  'out-of-scope': 'out of scope',
  duplicate: 'duplicate',
  'already-fixed': 'already fixed',
};

export const DISMISSAL_LIST: readonly (readonly [Dismissal, string])[] = Object.entries(DISMISSAL_WORDS) as [Dismissal, string][];
