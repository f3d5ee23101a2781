import type { Run } from 'sarif';
import type { Finding, Report } from '@preflag/core';
import { byUrgency } from '../lib/by-urgency.ts';
import { filePathsOf } from '../lib/file-paths.ts';
import { toInvocation } from './to-invocation.ts';
import { MOST_PLACES, toResult } from './to-result.ts';
import { toRules } from './to-rules.ts';

export interface RunFrame {
  /** Tells this run apart from the others of the file. */
  readonly name: string;
  readonly version: string;
  readonly from?: string;
  /** Every delivery that was to be checked was. */
  readonly isWhole: boolean;
  /** What the file leaves out, beside what this run does. */
  readonly notes: readonly string[];
}

/** What GitHub takes of one run. */
const MOST_RESULTS = 25_000;

/** One delivery as a run: its rules, its findings by urgency, and what could not be checked. */
export function toRun(report: Report, { name, version, from, isWhole, notes }: RunFrame): Run {
  const pathOf = filePathsOf(report, from);
  const kept = byUrgency(report).slice(0, MOST_RESULTS);
  const rules = toRules(report, kept);
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  return {
    tool: { driver: { name: 'preflag', semanticVersion: version, version, rules: [...rules] } },
    automationDetails: { id: `preflag/${name.replaceAll('/', '-')}/` },
    columnKind: 'utf16CodeUnits',
    invocations: [toInvocation(report, { isWhole, notes: [...notes, ...cutNotes(report, kept)], pathOf })],
    results: kept.map((finding) => toResult(finding, indexes.get(finding.rule) ?? -1, pathOf)),
    properties: { verdict: report.verdict, reason: report.reason, failOn: report.gate.failOn },
  };
}

function cutNotes({ findings }: Report, kept: readonly Finding[]): readonly string[] {
  const left = findings.length - kept.length;
  const crowded = kept.filter(({ related = [] }) => related.length > MOST_PLACES).length;
  return [
    ...(left > 0
      ? [`${left} of ${findings.length} findings are left out, the least urgent ones: a run may hold ${MOST_RESULTS} results.`]
      : []),
    ...(crowded > 0
      ? [
          `${crowded === 1 ? 'One finding has' : `${crowded} findings have`} more than ${MOST_PLACES} related places, of which the first are given.`,
        ]
      : []),
  ];
}
