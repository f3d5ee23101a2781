/** How bad a finding is for the client, from worst to least. From the rule and the job, never self-rated by a model. */
export const SEVERITIES = ['critical', 'important', 'minor'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** How sure a finding is. Only `certain` can fail a delivery. */
export const CERTAINTIES = ['certain', 'likely', 'hint'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** The threshold of a gate: findings at least this severe fail the delivery; `never` fails nothing. */
export const FAIL_ON = ['critical', 'important', 'minor', 'never'] as const;
export type FailOn = (typeof FAIL_ON)[number];

/** True when `severity` is at least as bad as `threshold`. */
export function isAtLeast(severity: Severity, threshold: FailOn): boolean {
  return threshold !== 'never' && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
}

/** The less certain of two. */
export function leastCertain(a: Certainty, b: Certainty): Certainty {
  return CERTAINTIES.indexOf(a) > CERTAINTIES.indexOf(b) ? a : b;
}

/** The less severe of two. */
export function leastSevere(a: Severity, b: Severity): Severity {
  return SEVERITIES.indexOf(a) > SEVERITIES.indexOf(b) ? a : b;
}
