import type { Log } from 'sarif';
import type { Report } from '@preflag/core';
import { deliveryNames } from '../lib/delivery-names.ts';
import { uncheckedText, type MachineOptions } from '../lib/machine-options.ts';
import { toRun } from './to-run.ts';

/** What GitHub takes from one file. */
const MOST_RUNS = 20;

/**
 * Reports as SARIF 2.1.0, for code scanning: one run per delivery. Only what is certain and at least important is an error. What a platform would drop
 * (results above 25,000 a run, runs above 20, places above 100 a result) is left out here and said in a notification.
 */
export function renderSarif(reports: readonly Report[], version: string, { from, unchecked = 0 }: MachineOptions = {}): string {
  const names = deliveryNames(reports);
  const left = reports.length - MOST_RUNS;
  const notes = [
    ...(left > 0 ? [`${left} of ${reports.length} deliveries are left out: a file may hold ${MOST_RUNS} runs.`] : []),
    ...(unchecked > 0 ? [uncheckedText(unchecked)] : []),
  ];
  const runs = reports.slice(0, MOST_RUNS).map((report, index) =>
    toRun(report, {
      name: names[index] ?? '',
      version,
      ...(from !== undefined && { from }),
      isWhole: unchecked === 0,
      notes: index === 0 ? notes : [],
    }),
  );
  const log: Log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs };
  return `${JSON.stringify(log, null, 2)}\n`;
}
