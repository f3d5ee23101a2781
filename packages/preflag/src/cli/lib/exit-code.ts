import type { PreflagError, Verdict } from '@preflag/core';
import { EXIT } from './verb.ts';

const OF_VERDICT: Readonly<Record<Verdict, number>> = { pass: EXIT.pass, fail: EXIT.fail, incomplete: EXIT.incomplete };

/** A failed delivery outweighs an incomplete one. */
export function exitCodeOf(verdicts: readonly Verdict[]): number {
  const worst = (['fail', 'incomplete'] as const).find((verdict) => verdicts.includes(verdict)) ?? 'pass';
  return OF_VERDICT[worst];
}

const OF_ERROR: Readonly<Record<PreflagError['code'], number>> = {
  usage: EXIT.usage,
  job: EXIT.usage,
  config: EXIT.usage,
  path: EXIT.usage,
  rule: EXIT.usage,
  agent: EXIT.usage,
  sandbox: EXIT.incomplete,
  model: EXIT.incomplete,
  limit: EXIT.incomplete,
  protocol: EXIT.incomplete,
  cancelled: EXIT.interrupted,
  'checks-failed': EXIT.fail,
};

export function exitCodeOfError(error: PreflagError): number {
  return OF_ERROR[error.code];
}
