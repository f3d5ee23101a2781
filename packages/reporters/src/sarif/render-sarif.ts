import type { Log } from 'sarif';
import type { Report } from '@preflag/core';
import { deliveryNames } from '../lib/delivery-names.ts';
import { toRun } from './to-run.ts';

/** What GitHub takes from one file. */
const MOST_RUNS = 20;

/**
 * Reports as SARIF 2.1.0, for code scanning: one run per delivery. Only what is certain and at least important is an error. What a platform would drop
 * (results above 25,000 a run, runs above 20, places above 100 a result) is left out here and said in a notification.
 * @param from the folder that paths are relative to; default the working folder
 */
export function renderSarif(reports: readonly Report[], version: string, from?: string): string {
  const names = deliveryNames(reports);
  const left = reports.length - MOST_RUNS;
  const runs = reports.slice(0, MOST_RUNS).map((report, index) =>
    toRun(report, {
      name: names[index] ?? '',
      version,
      ...(from !== undefined && { from }),
      notes: left > 0 && index === 0 ? [`${left} of ${reports.length} deliveries are left out: a file may hold ${MOST_RUNS} runs.`] : [],
    }),
  );
  const log: Log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs };
  return `${JSON.stringify(log, null, 2)}\n`;
}
