import { PreflagError, type Report } from '@preflag/core';

/**
 * Does nothing when a report passes. The one helper that throws because of findings.
 * @throws {PreflagError} code `checks-failed`, with the findings that make it fail
 */
export function assertPasses(report: Report): void {
  if (report.verdict === 'pass') return;
  const lines = report.findings
    .filter(({ certainty, origin, ignored }) => certainty === 'certain' && origin !== 'inherited' && !ignored)
    .map(({ place, message }) => `- ${place}: ${message}`);
  throw new PreflagError('checks-failed', [`${report.root}: ${report.verdict}, ${report.reason}`, ...lines].join('\n'));
}
