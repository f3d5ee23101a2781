import type { Finding } from '../finding.ts';
import type { Gate, RequiredInput } from '../job/types.ts';
import type { Check, ReportSummary, Verdict } from '../report/types.ts';
import { isAtLeast } from '../severity.ts';

/** A finding that still stands: not ignored, and not there before. */
export function isOpen(finding: Finding): boolean {
  return !finding.ignored && finding.origin !== 'inherited';
}

/** A finding that makes the delivery fail under this gate. */
export function isBlocking(finding: Finding, gate: Gate): boolean {
  return isOpen(finding) && finding.certainty === 'certain' && isAtLeast(finding.severity, gate.failOn);
}

/**
 * `fail` if a blocking finding stands, even beside errors; else `incomplete` if a check had an error
 * or a required input was absent; else `pass`.
 */
export function decideVerdict(
  findings: readonly Finding[],
  checks: readonly Check[],
  gate: Gate,
  absent: readonly RequiredInput[],
): { readonly verdict: Verdict; readonly reason: string } {
  const blocking = findings.filter((finding) => isBlocking(finding, gate)).length;
  if (blocking > 0)
    return {
      verdict: 'fail',
      reason: `${blocking} certain ${blocking === 1 ? 'finding' : 'findings'} of severity ${gate.failOn} or worse`,
    };
  const errors = checks.filter(({ outcome }) => outcome === 'error').length;
  const reasons = [
    ...(errors > 0 ? [`${errors} ${errors === 1 ? 'check' : 'checks'} could not be finished`] : []),
    ...absent.map((input) => `the required ${input} was not given`),
    ...(checks.some(({ outcome }) => outcome === 'passed' || outcome === 'failed') ? [] : ['nothing was checked']),
  ];
  return reasons.length > 0
    ? { verdict: 'incomplete', reason: reasons.join('; ') }
    : {
        verdict: 'pass',
        reason: gate.failOn === 'never' ? 'nothing may fail it' : `no certain finding of severity ${gate.failOn} or worse`,
      };
}

/** Counts; `findings` and `certainty` count those that are open. */
export function summarise(
  findings: readonly Finding[],
  checks: readonly Check[],
  files: readonly { readonly bytes: number }[],
  durationMs: number,
): ReportSummary {
  const open = findings.filter(isOpen);
  const severities = (severity: string): number => open.filter((finding) => finding.severity === severity).length;
  const certainties = (certainty: string): number => open.filter((finding) => finding.certainty === certainty).length;
  const outcomes = (outcome: string): number => checks.filter((check) => check.outcome === outcome).length;
  return {
    findings: { critical: severities('critical'), important: severities('important'), minor: severities('minor') },
    certainty: { certain: certainties('certain'), likely: certainties('likely'), hint: certainties('hint') },
    checks: { passed: outcomes('passed'), failed: outcomes('failed'), notChecked: outcomes('not-checked'), errored: outcomes('error') },
    files: files.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    durationMs: Math.round(durationMs),
  };
}
