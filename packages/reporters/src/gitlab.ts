import { createHash } from 'node:crypto';
import { isOpen, type Certainty, type Finding, type Report, type Severity } from '@preflag/core';
import { coverageText } from './coverage.ts';
import { byUrgency } from './lib/by-urgency.ts';
import { deliveryNames } from './lib/delivery-names.ts';
import { filePathsOf } from './lib/file-paths.ts';
import { linesOf } from './lib/lines-of.ts';
import { uncheckedText, type MachineOptions } from './lib/machine-options.ts';
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
 */
export function renderGitlab(reports: readonly Report[], { from, unchecked = 0 }: MachineOptions = {}): string {
  const names = deliveryNames(reports);
  const taken = new Set<string>();
  const missing = unchecked > 0 ? [uncheckedIssue(unchecked)] : [];
  const found = reports.flatMap((report, index) => issuesOf(report, names[index] ?? '', from));
  const issues = [...missing, ...found].map((issue) => ({ ...issue, fingerprint: unique(issue, taken) }));
  return `${JSON.stringify(issues, null, 2)}\n`;
}

function uncheckedIssue(count: number): Issue {
  const check_name = 'preflag/deliveries';
  return {
    description: uncheckedText(count),
    check_name,
    fingerprint: hash(check_name),
    severity: 'major',
    location: { path: '.', lines: { begin: 1 } },
  };
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
  const notices = (report.notices ?? []).map(({ text }) => text);
  const isToTell = report.checks.some(({ outcome }) => outcome === 'not-checked') || notices.length > 0;
  const said = `${name}: ${report.verdict}. ${[coverageText(report.checks), ...notices].join(' ')}`;
  return [...found, ...unfinished, ...(isToTell ? [issue('preflag/not-checked', 'info', '.', said, hash(name))] : [])];
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
