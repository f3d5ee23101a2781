import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Rule } from '@preflag/core';
import { detectType, readsOf, readTarget } from '@preflag/readers';
import { checker as formatting } from '../../checkers/formatting/src/index.ts';
import { checker as reportStructure } from '../../checkers/report-structure/src/index.ts';
import { resultsOf } from './results-of.ts';
import { Tally, type Options } from './tally.ts';

const rules: readonly Rule[] = [...formatting.rules, ...reportStructure.rules].filter(({ reads }) => [reads].flat().includes('document'));

/** Checks every document of a folder, and prints per rule how many files have findings. */
export async function runDocuments({ root, files, list, sample }: Options): Promise<void> {
  const tally = new Tally(rules, { list, sample });
  for (const file of files) {
    const path = join(root, file);
    if (!statSync(path).isFile()) continue;
    const type = await detectType(path, file);
    if (readsOf(type) !== 'document') continue;
    const { target } = await readTarget({ file: { file, path }, type, job: null, deliverable: null, wanted: new Set(['document']) });
    if (!target.models.has('document')) continue;
    tally.add('all', await resultsOf(rules, target));
  }
  tally.print('files');
}
