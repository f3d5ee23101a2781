import { CERTAINTIES, isOpen, SEVERITIES, type Check, type Finding, type Report } from '@preflag/core';
import { gapsOf, ranText } from '../coverage.ts';
import { byUrgency } from '../lib/by-urgency.ts';
import { inert, inertCode } from './inert.ts';
import { itemOf, type Item } from './item-of.ts';
import { sizeOf } from './size-of.ts';

/** How many checks that did not end, or are left for a person, are listed. */
const MOST_LISTED = 20;

/** One delivery: counts, findings by file within the room that there is, and what was not checked. */
export function sectionOf(report: Report, room: number): string {
  const [head, tail] = [headOf(report), tailOf(report)];
  const items = itemsOf(report);
  const kept = fitting(items, room - sizeOf(head) - sizeOf(tail));
  const left = items.slice(kept.length).reduce((sum, { count }) => sum + count, 0);
  const byFile = Map.groupBy(kept, ({ file }) => file);
  const files = [...byFile].map(([file, ofFile]) => `${fileHeading(file)}${ofFile.map(({ text }) => text).join('')}`);
  const more =
    left > 0
      ? `\n**${left} more ${left === 1 ? 'finding is' : 'findings are'} left off**, as they do not fit; \`--format json\` has them all.\n`
      : '';
  return `${head}${files.join('')}${more}${tail}`;
}

/** Findings that say the same of one file are one item, with their places. */
function itemsOf(report: Report): readonly Item[] {
  const open = byUrgency(report).filter(isOpen);
  const key = ({ file, rule, messageId, severity, certainty, group, message }: Finding): string =>
    JSON.stringify([file, rule, messageId, severity, certainty, group ?? message]);
  return [...Map.groupBy(open, key).values()].flatMap(([first, ...others]) => (first ? [itemOf(first, others)] : []));
}

/** From the most urgent on, while there is room; the last line that says what is left needs some too. */
function fitting(items: readonly Item[], room: number): readonly Item[] {
  const files = new Set<string>();
  let left = room - 150;
  for (const [index, { file, text }] of items.entries()) {
    left -= sizeOf(text) + (files.has(file) ? 0 : sizeOf(fileHeading(file)));
    files.add(file);
    if (left < 0) return items.slice(0, index);
  }
  return items;
}

function fileHeading(file: string): string {
  return `\n#### ${file === '.' ? 'The delivery' : inertCode(file)}\n\n`;
}

function headOf({ job, root, gate, findings }: Report): string {
  const open = findings.filter(isOpen);
  const apart = [
    [findings.filter(({ ignored }) => ignored).length, 'ignored'],
    [findings.filter(({ origin, ignored }) => origin === 'inherited' && !ignored).length, 'there before'],
  ] as const;
  const rows = SEVERITIES.map((severity) => {
    const cells = CERTAINTIES.map(
      (certainty) => open.filter((finding) => finding.severity === severity && finding.certainty === certainty).length,
    );
    return `| ${severity} | ${cells.join(' | ')} |\n`;
  });
  const asides = apart.flatMap(([count, text]) => (count > 0 ? [`${count} ${text}`] : []));
  return [
    `${inertCode(root)} · ${job === null ? 'no job' : `job ${inertCode(job)}`} · fails on certain findings: ${gate.failOn}\n\n`,
    `| | ${CERTAINTIES.join(' | ')} |\n|---|--:|--:|--:|\n${rows.join('')}`,
    ...(asides.length > 0 ? [`\nNot counted: ${asides.join(', ')}.\n`] : []),
  ].join('');
}

function tailOf({ checks, notices = [] }: Report): string {
  const errors = checks.filter(({ outcome }) => outcome === 'error');
  const people = checks.filter(({ outcome, reason }) => outcome === 'not-checked' && reason?.code === 'needs-person');
  const gaps = gapsOf(checks);
  const settings = notices.length > 0 ? `\n**Settings**\n\n${notices.map(({ text }) => `- ${inert(text)}\n`).join('')}` : '';
  if (errors.length + gaps.length === 0) return `\n${ranText(checks)}\n${settings}`;
  return [
    `\n#### Not checked\n\n${ranText(checks)}\n\n${gaps.map(({ count, text }) => `- ${count} ${inert(text)}\n`).join('')}`,
    listed('Could not be finished', errors),
    listed('Left for a person', people),
    settings,
  ].join('');
}

function listed(title: string, checks: readonly Check[]): string {
  if (checks.length === 0) return '';
  const lines = checks
    .slice(0, MOST_LISTED)
    .map(({ rule, file, reason }) => `- ${inertCode(rule)}${file === '.' ? '' : ` on ${inertCode(file)}`}: ${inert(reason?.text ?? '')}\n`);
  const left = checks.length - MOST_LISTED;
  return `\n**${title}**\n\n${lines.join('')}${left > 0 ? `- and ${left} more\n` : ''}`;
}
