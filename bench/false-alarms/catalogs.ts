import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Rule } from '@preflag/core';
import { detectType, readsOf, readTarget } from '@preflag/readers';
import { checker as translation } from '../../checkers/translation/src/index.ts';
import { resultsOf } from './results-of.ts';
import { Tally, type Options } from './tally.ts';

const rules: readonly Rule[] = translation.rules;

/** Checks every localisation file of a folder against the sources that stand in it, and prints per rule how many files have findings. */
export async function runCatalogs({ root, files, list, sample }: Options): Promise<void> {
  const tally = new Tally(rules, { list, sample });
  for (const name of files) {
    const file = { file: name, path: join(root, name) };
    if (!statSync(file.path).isFile()) continue;
    const type = await detectType(file.path, name);
    if (readsOf(type) !== 'bitext') continue;
    const { target } = await readTarget({ file, source: file, type, job: null, deliverable: null, wanted: new Set(['bitext']) });
    if (!target.models.has('bitext')) continue;
    tally.add('all', await resultsOf(rules, target));
  }
  tally.print('files');
}
