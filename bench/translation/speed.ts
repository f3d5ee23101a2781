import { francAll } from 'franc';
import type { Fact, Rule } from '@preflag/core';
import type { Bitext } from '@preflag/readers';
import { flagged, pairsIn } from './segments.ts';

const [ROUNDS, LEAST_MILLISECONDS] = [5, 300];
/** A fact of the rules that ask which language texts are in. */
const IDENTIFYING = 'translation/told-texts';

/**
 * Megabytes of source and target, in UTF-8, that rules check in a second of one core, the median of five rounds after a first run: each by
 * itself, and those together that do not and do identify languages, beside franc, which is asked for the language of each translation and
 * nothing else.
 */
export async function printSpeed(rules: readonly Rule[], files: readonly string[]): Promise<void> {
  const models = files.map((file) => pairsIn(file).model);
  const bytes = models.reduce(
    (sum, { segments }) => sum + segments.reduce((own, { source, target }) => own + sizeOf(source) + sizeOf(target), 0),
    0,
  );
  const print = async (name: string, run: () => Promise<void> | void): Promise<void> => {
    await run();
    const speeds: number[] = [];
    while (speeds.length < ROUNDS) speeds.push((bytes / 1e6) * (await runsInASecond(run)));
    const median = speeds.toSorted((a, b) => a - b)[speeds.length >> 1] ?? Number.NaN;
    console.log(`| ${name} | ${median.toFixed(1)} |`);
  };
  console.log('\nspeed\n| rule | MB/s |\n|---|---|');
  for (const rule of rules) await print(rule.id, async () => runAll([rule], models));
  const identifying = rules.filter(({ facts = [] }) => facts.some(isIdentifying));
  await print(`all but ${identifying.map(({ id }) => id).join(', ')}`, async () =>
    runAll(
      rules.filter((rule) => !identifying.includes(rule)),
      models,
    ),
  );
  await print('these', async () => runAll(identifying, models));
  await print('all', async () => runAll(rules, models));
  await print('franc alone', () => {
    for (const { segments } of models) for (const { target = '' } of segments) francAll(target);
  });
}

/** By the time of the processor. */
async function runsInASecond(run: () => Promise<void> | void): Promise<number> {
  const start = process.cpuUsage();
  let [runs, milliseconds] = [0, 0];
  while (milliseconds < LEAST_MILLISECONDS) {
    await run();
    const { user, system } = process.cpuUsage(start);
    [runs, milliseconds] = [runs + 1, (user + system) / 1000];
  }
  return (runs * 1000) / milliseconds;
}

function isIdentifying(fact: Fact): boolean {
  return fact.id === IDENTIFYING || ('uses' in fact && (fact.uses ?? []).some(isIdentifying));
}

async function runAll(rules: readonly Rule[], models: readonly Bitext[]): Promise<void> {
  for (const model of models) await flagged(rules, { ...model });
}

function sizeOf(text: string | undefined): number {
  return Buffer.byteLength(text ?? '');
}
