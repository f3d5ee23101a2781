import type { Rule } from '@preflag/core';
import type { Bitext } from '@preflag/readers';
import { flagged, pairsIn } from './segments.ts';

const LEAST_MILLISECONDS = 1000;

/** Megabytes of source and target, in UTF-8, that each rule checks in a second of one core, after a first run. */
export async function printSpeed(rules: readonly Rule[], files: readonly string[]): Promise<void> {
  const models = files.map((file) => pairsIn(file).model);
  const bytes = models.reduce(
    (sum, { segments }) => sum + segments.reduce((own, { source, target }) => own + sizeOf(source) + sizeOf(target), 0),
    0,
  );
  console.log('\nspeed\n| rule | MB/s |\n|---|---|');
  for (const rule of rules) {
    await runAll([rule], models);
    const start = process.cpuUsage();
    let [runs, milliseconds] = [0, 0];
    while (milliseconds < LEAST_MILLISECONDS) {
      await runAll([rule], models);
      const { user, system } = process.cpuUsage(start);
      [runs, milliseconds] = [runs + 1, (user + system) / 1000];
    }
    console.log(`| ${rule.id} | ${((bytes * runs) / 1e6 / (milliseconds / 1000)).toFixed(1)} |`);
  }
}

async function runAll(rules: readonly Rule[], models: readonly Bitext[]): Promise<void> {
  for (const model of models) await flagged(rules, { ...model });
}

function sizeOf(text: string | undefined): number {
  return Buffer.byteLength(text ?? '');
}
