import { createHash } from 'node:crypto';
import { isOpen, type Certainty, type Finding, type Report, type Severity } from '@preflag/core';
import { coverageText } from './coverage.ts';
import { byUrgency } from './lib/by-urgency.ts';
import { deliveryNames } from './lib/delivery-names.ts';
import { filePathsOf } from './lib/file-paths.ts';
import { linesOf } from './lib/lines-of.ts';
import { neutralise } from './neutralise.ts';

/** An issue of GitLab's code quality report. */
interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker';
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

/** What is not certain ranks one lower, and a hint is information: the report has no word for how sure a finding is. */
const RANKS: Readonly<Record<Certainty, Readonly<Record<Severity, Issue['severity']>>>> = {
  certain: { critical: 'critical', important: 'major', minor: 'minor' },
  likely: { critical: 'major', important: 'minor', minor: 'info' },
  hint: { critical: 'info', important: 'info', minor: 'info' },
};

/**
 * Reports as GitLab code quality JSON: the open findings, the checks that could not be finished, and one issue that says what was not checked,
 * since the report has no other place for it.
 * @param from the folder that paths are relative to; default the working folder
 */
export function renderGitlab(reports: readonly Report[], from?: string): string {
  const names = deliveryNames(reports);
  const taken = new Set<string>();
  const issues = reports
    .flatMap((report, index) => issuesOf(report, names[index] ?? '', from))
    .map((issue) => ({ ...issue, fingerprint: unique(issue, taken) }));
  return `${JSON.stringify(issues, null, 2)}\n`;
}

function issuesOf(report: Report, name: string, from?: string): readonly Issue[] {
  const pathOf = filePathsOf(report, from);
  const issue = (check_name: string, severity: Issue['severity'], file: string, text: string, id: string, begin = 1): Issue => ({
    description: neutralise(text.toWellFormed()),
    check_name,
    fingerprint: id,
    severity,
    location: { path: pathOf(file), lines: { begin } },
  });
  const found = byUrgency(report)
    .filter(isOpen)
    .map((finding) =>
      issue(
        finding.rule,
        RANKS[finding.certainty][finding.severity],
        finding.file,
        descriptionOf(finding),
        finding.fingerprint,
        linesOf(finding.location).startLine,
      ),
    );
  const unfinished = report.checks
    .filter(({ outcome }) => outcome === 'error')
    .map(({ rule, file, reason }) =>
      issue(rule, 'major', file, `${rule} could not be finished: ${reason?.text ?? ''}`, hash(name, rule, file)),
    );
  const open = report.checks.some(({ outcome }) => outcome === 'not-checked');
  const unchecked = open
    ? [issue('preflag/not-checked', 'info', '.', `${name}: ${report.verdict}. ${coverageText(report.checks)}`, hash(name))]
    : [];
  return [...found, ...unfinished, ...unchecked];
}

function descriptionOf({ message, place, certainty, advice }: Finding): string {
  return `${message} (${place}${certainty === 'certain' ? '' : `; ${certainty}`}). ${advice}`;
}

/** Two deliveries of one job may have the same finding. */
function unique({ fingerprint }: Issue, taken: Set<string>): string {
  let free = fingerprint;
  for (let number = 2; taken.has(free); number++) free = hash(fingerprint, String(number));
  taken.add(free);
  return free;
}

function hash(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
