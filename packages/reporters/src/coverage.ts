import type { Check, NotCheckedCode } from '@preflag/core';

/** What was not checked for one reason, and what would change it. */
export interface Gap {
  readonly code: NotCheckedCode;
  readonly count: number;
  /** A sentence without the count: `need a source: --source FILE`. */
  readonly text: string;
}

/** In the order in which a user would mend things. `not-asked` is one count, and comes last. */
const TEXTS: Readonly<Record<NotCheckedCode, (count: number) => string>> = {
  unreadable: (count) => `${of(count, 'reads', 'read')} a file that could not be read`,
  limit: (count) => `${of(count, 'met', 'met')} a limit`,
  format: (count) => `${of(count, 'needs', 'need')} something of its format that preflag does not read or compute`,
  'no-job': (count) => `${of(count, 'needs', 'need')} a job: --job FILE, or write one with preflag init`,
  'no-before': (count) => `${of(count, 'needs', 'need')} the file as it was before: --before FILE`,
  'no-source': (count) => `${of(count, 'needs', 'need')} a source: --source FILE`,
  'no-data': (count) => `${of(count, 'needs', 'need')} data that the job does not give: data, glossary or memory`,
  partial: (count) => `${of(count, 'needs', 'need')} the whole delivery: give the folder`,
  language: (count) => `${of(count, 'does', 'do')} not know the language`,
  'needs-person': (count) => `${of(count, 'needs', 'need')} a person`,
  'nothing-to-check': (count) => `${of(count, 'finds', 'find')} nothing to look at in its file`,
  'not-asked': (count) => `${of(count, 'was', 'were')} not asked for by the job`,
};

/** The reasons why checks did not run, each with its count. */
export function gapsOf(checks: readonly Check[]): readonly Gap[] {
  const counts = new Map<string, number>();
  for (const { outcome, reason } of checks)
    if (outcome === 'not-checked' && reason) counts.set(reason.code, (counts.get(reason.code) ?? 0) + 1);
  return Object.entries(TEXTS).flatMap(([code, text]) => {
    const count = counts.get(code) ?? 0;
    return count > 0 ? [{ code: code as NotCheckedCode, count, text: text(count) }] : [];
  });
}

/** `59 of 71 checks ran. 9 need a source: --source FILE. 3 were not asked for by the job.` */
export function coverageText(checks: readonly Check[]): string {
  return [ranText(checks), ...gapsOf(checks).map(({ count, text }) => `${count} ${text}.`)].join(' ');
}

/** The first of it: `59 of 71 checks ran. 1 could not be finished.` */
export function ranText(checks: readonly Check[]): string {
  const ran = checks.filter(({ outcome }) => outcome === 'passed' || outcome === 'failed').length;
  const errors = checks.filter(({ outcome }) => outcome === 'error').length;
  return `${ran} of ${checks.length} checks ran.${errors > 0 ? ` ${errors} could not be finished.` : ''}`;
}

function of(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}
