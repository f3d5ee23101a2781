import type { Report } from '@preflag/core';
import { coverageText } from '../coverage.ts';
import { deliveryNames } from '../lib/delivery-names.ts';
import { uncheckedText, type MachineOptions } from '../lib/machine-options.ts';
import { annotationsOf, LEVELS, type Annotation } from './annotations-of.ts';
import { command } from './command.ts';

/** How many annotations of each level the platform shows of one step; it drops the others without a word. */
const MOST = 10;

/**
 * Reports for GitHub Actions: annotations beside the files, what fails first. One annotation is one rule on one file. The last
 * notice says the verdict, what was checked and how much has no annotation; the summary of the job, which markdown is for, has all.
 */
export function renderGithub(reports: readonly Report[], { from, unchecked = 0 }: MachineOptions = {}): string {
  const names = deliveryNames(reports);
  const all = [...(unchecked > 0 ? [uncheckedAnnotation(unchecked)] : []), ...reports.flatMap((report) => annotationsOf(report, from))];
  const shown = LEVELS.flatMap((level) => all.filter((one) => one.level === level).slice(0, level === 'notice' ? MOST - 1 : MOST));
  const left = all.filter((one) => !shown.includes(one)).reduce((sum, { count }) => sum + count, 0);
  const last: Annotation = {
    level: 'notice',
    properties: { title: 'preflag' },
    message: [...reports.map((report, index) => verdictOf(report, names[index] ?? '')), ...leftOut(left)].join('\n'),
    count: 0,
  };
  return [...shown, last].map(command).join('');
}

function uncheckedAnnotation(count: number): Annotation {
  return { level: 'error', properties: { title: 'preflag could not check all that it must' }, message: uncheckedText(count), count: 0 };
}

function verdictOf({ verdict, reason, checks, notices = [] }: Report, name: string): string {
  return [`${name}: ${verdict}, ${reason}. ${coverageText(checks)}`, ...notices.map(({ text }) => text)].join('\n');
}

function leftOut(count: number): readonly string[] {
  if (count === 0) return [];
  return [
    `${count} ${count === 1 ? 'finding has' : 'findings have'} no annotation here: the platform shows ${MOST} of a level. The job's summary has them, and --format json.`,
  ];
}
