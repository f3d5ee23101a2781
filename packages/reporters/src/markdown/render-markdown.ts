import type { Report, Verdict } from '@preflag/core';
import { deliveryNames } from '../lib/delivery-names.ts';
import { uncheckedText, type MachineOptions } from '../lib/machine-options.ts';
import { WORST_FIRST, worstVerdict } from '../lib/worst-verdict.ts';
import { inert } from './inert.ts';
import { sectionOf } from './section-of.ts';
import { sizeOf } from './size-of.ts';

export interface MarkdownOptions extends Pick<MachineOptions, 'unchecked'> {
  /** The most bytes of UTF-8. Default 65,536: no comment on GitHub or GitLab takes more characters. */
  readonly limit?: number;
}

const LIMIT = 65_536;

/** Room for the line that says what was left off. */
const LAST_LINE = 200;

const MARKS: Readonly<Record<Verdict, string>> = { fail: '❌', incomplete: '⚠️', pass: '✅' };

/** Reports as a comment on a pull request: the verdict first, then counts, findings by file, and what was not checked. Within its limit; what is left off is counted. */
export function renderMarkdown(reports: readonly Report[], { limit = LIMIT, unchecked = 0 }: MarkdownOptions = {}): string {
  const names = deliveryNames(reports);
  const deliveries = reports
    .map((report, index) => ({ report, name: names[index] ?? '' }))
    .toSorted((a, b) => WORST_FIRST.indexOf(a.report.verdict) - WORST_FIRST.indexOf(b.report.verdict));
  const title = titleOf(
    deliveries.map(({ report }) => report),
    unchecked,
  );
  const sections: string[] = [];
  let room = limit - sizeOf(title) - LAST_LINE;
  for (const [index, { report, name }] of deliveries.entries()) {
    const section = `\n### ${MARKS[report.verdict]} ${inert(name)}\n\n${sectionOf(report, Math.floor(room / (deliveries.length - index)) - sizeOf(name) * 8)}`;
    if (sizeOf(section) > room) break;
    sections.push(section);
    room -= sizeOf(section);
  }
  const left = deliveries.length - sections.length;
  const last =
    left > 0 ? `\n**${left} of ${deliveries.length} deliveries are left off**, as they do not fit; \`--format json\` has them all.\n` : '';
  return `${title}${sections.join('')}${last}`;
}

function titleOf(reports: readonly Report[], unchecked: number): string {
  const [only] = reports;
  const missing = unchecked > 0 ? `\n**${uncheckedText(unchecked)}**\n` : '';
  if (!only) return `## preflag: nothing was checked\n${missing}`;
  const worst = worstVerdict(reports, unchecked);
  const title = `## ${MARKS[worst]} preflag: ${worst}\n\n`;
  if (reports.length === 1) return `${title}${inert(only.reason)}\n${missing}`;
  const counts = WORST_FIRST.map((verdict) => [verdict, reports.filter((report) => report.verdict === verdict).length] as const);
  const said = counts.filter(([, count]) => count > 0).map(([verdict, count]) => `${count} ${verdict}`);
  return `${title}Of ${reports.length} deliveries: ${said.join(', ')}\n${missing}`;
}
