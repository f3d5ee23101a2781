import type { Result } from 'sarif';
import type { Finding } from '@preflag/core';

/** Only what is certain is an error; hints and small things that are not sure are notes. */
export function levelOf({ severity, certainty }: Pick<Finding, 'severity' | 'certainty'>): NonNullable<Result['level']> {
  if (certainty === 'hint') return 'note';
  if (certainty === 'certain') return severity === 'minor' ? 'warning' : 'error';
  return severity === 'minor' ? 'note' : 'warning';
}
