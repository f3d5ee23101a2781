import { isAtLeast, isBlocking, isOpen, type Finding, type Report } from '@preflag/core';
import { byUrgency } from '../lib/by-urgency.ts';
import { filePathsOf } from '../lib/file-paths.ts';
import { linesOf } from '../lib/lines-of.ts';
import { placeInFile } from '../lib/place-in-file.ts';

export const LEVELS = ['error', 'warning', 'notice'] as const;

export interface Annotation {
  readonly level: (typeof LEVELS)[number];
  readonly properties: Readonly<Record<string, string | number>>;
  readonly message: string;
  /** How many findings it stands for. */
  readonly count: number;
}

/** How many places of a rule in a file are named; the rest is counted. */
const MOST_PLACES = 5;

/** What is open, one annotation for a rule on a file, the most urgent first; and one for a verdict that is incomplete. */
export function annotationsOf(report: Report, from?: string): readonly Annotation[] {
  const pathOf = filePathsOf(report, from);
  const level = (finding: Finding): Annotation['level'] =>
    isBlocking(finding, report.gate)
      ? 'error'
      : finding.certainty !== 'hint' && isAtLeast(finding.severity, 'important')
        ? 'warning'
        : 'notice';
  const groups = Map.groupBy(byUrgency(report).filter(isOpen), (finding) => JSON.stringify([level(finding), finding.rule, finding.file]));
  const found = [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [annotationOf(first, group, level(first), report, pathOf(first.file))] : [];
  });
  return report.verdict === 'incomplete' ? [incomplete(report), ...found] : found;
}

function annotationOf(first: Finding, group: readonly Finding[], level: Annotation['level'], { rules }: Report, path: string): Annotation {
  const { rule, file, place, message, why, advice, location } = first;
  const { startLine, endLine, startColumn, endColumn } = linesOf(location);
  const others = group.slice(1).map((finding) => placeInFile(finding.place, file) || finding.message);
  const left = others.length - MOST_PLACES;
  const also = [...new Set(others.slice(0, MOST_PLACES)), ...(left > 0 ? [`${left} more`] : [])];
  return {
    level,
    properties: {
      ...(file !== '.' && { file: path, line: startLine }),
      ...(file !== '.' && endLine !== undefined && { endLine }),
      // The platform refuses columns of a text that goes over several lines.
      ...(startColumn !== undefined && endColumn !== undefined && startLine === endLine && { col: startColumn, endColumn }),
      title: rules?.[rule]?.title ?? rule,
    },
    message: [
      `${message} (${place})`,
      ...(also.length > 0 ? [`Also: ${also.join('; ')}`] : []),
      `${why} ${advice}`,
      `${rule}, ${first.severity}, ${first.certainty}`,
    ].join('\n'),
    count: group.length,
  };
}

function incomplete({ reason }: Report): Annotation {
  return { level: 'error', properties: { title: 'preflag could not check all that it must' }, message: reason, count: 0 };
}
