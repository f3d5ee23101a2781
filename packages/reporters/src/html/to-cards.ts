import { CERTAINTIES, isBlocking, isOpen, SEVERITIES, type Finding, type Report } from '@preflag/core';

/** Findings of one thing in one file, of which the first speaks for all. */
export interface Card {
  readonly first: Finding;
  readonly findings: readonly Finding[];
  readonly standing: Standing;
}

/** What makes the delivery fail; what else is open; hints; and what is shown apart. */
export type Standing = 'fails' | 'open' | 'hint' | 'ignored' | 'inherited';

const ORDER: readonly Standing[] = ['fails', 'open', 'hint', 'ignored', 'inherited'];

/** Cards of a report by file, the file with the most urgent first; in a file the most urgent first. */
export function toCards({ findings, gate }: Pick<Report, 'findings' | 'gate'>): readonly Card[] {
  const key = (finding: Finding): string => {
    const { file, rule, messageId, severity, certainty, group, message, ignored } = finding;
    const standing = standingOf(finding, gate);
    return JSON.stringify([file, rule, messageId, severity, certainty, standing, ignored?.reason, group ?? message]);
  };
  const cards = [...Map.groupBy(findings, key).values()].flatMap(([first, ...others]) =>
    first ? [{ first, findings: [first, ...others], standing: standingOf(first, gate) }] : [],
  );
  const sorted = cards.toSorted((a, b) => urgency(a) - urgency(b));
  return [...Map.groupBy(sorted, ({ first }) => first.file).values()].flat();
}

function standingOf(finding: Finding, gate: Report['gate']): Standing {
  if (finding.ignored) return 'ignored';
  if (!isOpen(finding)) return 'inherited';
  if (isBlocking(finding, gate)) return 'fails';
  return finding.certainty === 'hint' ? 'hint' : 'open';
}

function urgency({ first, standing }: Card): number {
  return ORDER.indexOf(standing) * 100 + rank(CERTAINTIES, first.certainty) * 10 + rank(SEVERITIES, first.severity);
}

function rank<T>(all: readonly T[], one: T): number {
  return all.indexOf(one);
}
