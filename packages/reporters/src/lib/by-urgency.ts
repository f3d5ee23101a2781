import { isBlocking, isOpen, type Finding, type Report } from '@preflag/core';

/** What makes the delivery fail first, then the other open findings, then those that are ignored or were there before; each as the report orders them. */
export function byUrgency({ findings, gate }: Pick<Report, 'findings' | 'gate'>): readonly Finding[] {
  const rank = (finding: Finding): number => (isBlocking(finding, gate) ? 0 : isOpen(finding) ? 1 : 2);
  return findings.toSorted((a, b) => rank(a) - rank(b));
}
