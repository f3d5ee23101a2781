import type { Finding } from '@preflag/core';
import { neutralise } from '../neutralise.ts';

/** A finding in plain lines: what is wrong, where, the evidence, why it matters and what to do. */
export function findingLines(finding: Finding): readonly string[] {
  const { severity, certainty, message, place, evidence, related = [], why, advice, ignored, origin } = finding;
  const apart = ignored ? `ignored: ${ignored.reason}` : origin === 'inherited' ? 'was there before' : undefined;
  return [
    `${severity}, ${certainty}${apart === undefined ? '' : ` (${apart})`}: ${message}`,
    `at: ${place}`,
    ...(evidence.found === undefined ? [] : [`found: ${evidence.found}`]),
    ...(evidence.expected === undefined ? [] : [`expected: ${evidence.expected}`]),
    ...related
      .slice(0, 3)
      .flatMap(({ label, file }) => (label === '' ? [] : [`see: ${label}${file === finding.file ? '' : ` (${file})`}`])),
    `why: ${why}`,
    `do: ${advice}`,
  ].map(neutralise);
}
